import PlaneGeometry
import Quantities
import WorkLocations

/// Gross land of each municipality in whole square metres, in the order of the facts: seaport, and all other park land.
///
/// Seaport land follows the port areas, other land the business-park hectares of the land-use statistic less the seaports.
struct LandBudget {
  private(set) var seaport: [Int]
  private(set) var businessPark: [Int]

  /// - Parameter cells: drawn boundary of each municipality; land that would fill one too far moves to neighbours.
  init(facts: Facts, calibration: ExampleCalibration, cells: [MultiPolygon]) throws(ExampleError) {
    seaport = try Self.seaport(facts, calibration)
    businessPark = try Apportionment.divide(
      calibration.businessPark.gross.wholeSquareMetres,
      by: Self.businessWeights(facts, calibration, seaport: seaport), subject: Subject.businessLand)
    try relieve(facts, capacity: cells.map { Int($0.area * ExampleRecipe.Sizes.fullestCell) })
  }

  private static func seaport(_ facts: Facts, _ calibration: ExampleCalibration) throws(ExampleError) -> [Int] {
    let land = PortArea.allCases.map { area in
      facts.municipalities.map { area.municipalities.contains($0.code) ? $0.businessPark.value : 0 }
    }
    let weights = zip(PortArea.allCases, land).map { area, land in
      land.contains { $0 > 0 } ? calibration.portAreas[area]?.value ?? 0 : 0
    }
    let totals = try Apportionment.divide(
      calibration.seaport.gross.wholeSquareMetres, by: weights, subject: Subject.seaportLand)
    var result = facts.municipalities.map { _ in 0 }
    for (total, land) in zip(totals, land) where total > 0 {
      let parts = try Apportionment.divide(total, by: land, subject: Subject.seaportLand)
      for i in result.indices { result[i] += parts[i] }
    }
    return result
  }

  private static func businessWeights(_ facts: Facts, _ calibration: ExampleCalibration, seaport: [Int]) -> [Double] {
    let statistic = facts.municipalities.map(\.businessPark).total()
    let growth = (calibration.seaport.gross + calibration.businessPark.gross).value / statistic.value
    return facts.municipalities.indices.map { i in
      let all = Double((facts.municipalities[i].businessPark * growth).wholeSquareMetres)
      return max(all - Double(seaport[i]), all * ExampleRecipe.Sizes.leastBusinessShare)
    }
  }

  /// Moves what a cell cannot hold to municipalities of the same COROP area near the industry cluster, or near the
  /// municipality where it is in none. Rotterdam needs it: its point lies among many others, so its cell is a quarter of
  /// its land.
  private mutating func relieve(_ facts: Facts, capacity: [Int]) throws(ExampleError) {
    for full in facts.municipalities.indices {
      let all = seaport[full] + businessPark[full]
      guard all > capacity[full] else { continue }
      let seaportKept = Int(Double(seaport[full]) * Double(capacity[full]) / Double(all))
      let moved = (seaport: seaport[full] - seaportKept, other: businessPark[full] - (capacity[full] - seaportKept))
      let receivers = receivers(of: full, among: facts, capacity: capacity, need: all - capacity[full])
      let spare = receivers.map { capacity[$0] - seaport[$0] - businessPark[$0] }
      let seaports = try Apportionment.divide(
        moved.seaport, by: spare.map(Double.init), caps: spare, subject: Subject.seaportLand)
      let others = try Apportionment.divide(
        moved.other, by: spare.map(Double.init), caps: zip(spare, seaports).map { $0 - $1 },
        subject: Subject.businessLand)
      seaport[full] -= moved.seaport
      businessPark[full] -= moved.other
      for (i, receiver) in receivers.enumerated() {
        seaport[receiver] += seaports[i]
        businessPark[receiver] += others[i]
      }
    }
  }

  /// The nearest neighbours that together have room to spare for `need`.
  private func receivers(of full: Int, among facts: Facts, capacity: [Int], need: Int) -> [Int] {
    let home = facts.municipalities[full]
    let cluster = facts.clusters.first { $0.municipalities.contains(home.code) }
    let place = cluster?.point ?? home.point
    let near = facts.municipalities.indices
      .filter { facts.municipalities[$0].corop == home.corop && capacity[$0] > seaport[$0] + businessPark[$0] }
      .map { (distance: facts.municipalities[$0].point.distance(to: place), index: $0) }.sorted(by: <).map(\.index)
    return Selection.first(of: near, enough: Double(need) * ExampleRecipe.Supply.spareCapacity) {
      Double(capacity[$0] - seaport[$0] - businessPark[$0])
    }
  }
}
