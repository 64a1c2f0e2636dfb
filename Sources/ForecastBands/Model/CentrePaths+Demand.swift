import Quantities

extension BandModel {
  /// Net land of a region in a year on the centre path: Σ J × P × c × Q / 10 000, ha.
  func centreArea(_ region: Int, _ year: Int) -> Double {
    let set = centre.coefficientSet[region]
    return (0..<sizes.sectors).reduce(0) { sum, sector in
      let jobs = centre.jobs[(region * sizes.sectors + sector) * sizes.years + year]
      return sum + jobs * centreLandPerJob(region, set, sector, year)
    }
  }

  /// Net land of one job over all location types, ha.
  private func centreLandPerJob(_ region: Int, _ set: Int, _ sector: Int, _ year: Int) -> Double {
    (0..<sizes.types).reduce(0) { sum, type in
      let path = ((set * sizes.sectors + sector) * sizes.types + type) * sizes.years + year
      let concentration = centre.concentration[(region * sizes.sectors + sector) * sizes.types + type]
      return sum + centre.preference[path] * concentration * centre.landPerJob[path] / SquareMetres.perHectare
    }
  }

  /// Demand of a region since the start, ha net, per year — *ruimtevraag op het middenpad*.
  public func centreDemand(of region: Int) -> [Double] {
    let start = centreArea(region, 0)
    return (0..<sizes.years).map { year in
      centreArea(region, year) - start + centre.replacement[region * sizes.years + year]
        + (0..<sizes.addOns).reduce(0) { $0 + centre.addOns[($1 * sizes.regions + region) * sizes.years + year] }
    }
  }

  /// Usable hard supply of a region per year, ha net.
  public func hardSupply(of region: Int) -> [Double] { Self.path(centre.hard, region, sizes.years) }

  /// Soft plans of a region per year before realisation, ha net.
  public func softPlans(of region: Int) -> [Double] { Self.path(centre.soft, region, sizes.years) }

  private static func path(_ values: [Double], _ region: Int, _ years: Int) -> [Double] {
    Array(values[region * years..<(region + 1) * years])
  }
}
