import Uncertainty

/// Sums of the centre paths over the regions of an area, ha net per year.
struct AreaCentre {
  let demand: [Double]
  let hard: [Double]
  let soft: [Double]
  /// Middle of the share of soft plans that comes about.
  let realisation: Double

  init(_ model: BandModel, _ regions: [Int]) {
    func total(_ path: (Int) -> [Double]) -> [Double] {
      regions.map(path).reduce([Double](repeating: 0, count: model.sizes.years)) { sum, path in
        zip(sum, path).map { $0 + $1 }
      }
    }
    demand = total(model.centreDemand)
    hard = total(model.hardSupply)
    soft = total(model.softPlans)
    realisation = model.spread.softRealisation.value
  }

  func balance(_ year: Int, withSoft: Bool) -> Double {
    hard[year] + (withSoft ? realisation * soft[year] : 0) - demand[year]
  }
}
