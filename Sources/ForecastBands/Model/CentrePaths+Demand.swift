import Quantities

extension BandModel {
  /// Net land of a sector on a location type on the centre path: J × P × c × Q / 10 000, ha.
  func centreArea(_ region: Int, _ sector: Int, _ type: Int, _ year: Int) -> Double {
    let place = region * sizes.sectors + sector
    let path = ((centre.coefficientSet[region] * sizes.sectors + sector) * sizes.types + type) * sizes.years + year
    return centre.jobs[place * sizes.years + year] * centre.preference[path]
      * centre.concentration[place * sizes.types + type] * centre.landPerJob[path] / SquareMetres.perHectare
  }

  private func centreArea(_ region: Int, _ year: Int) -> Double {
    (0..<sizes.sectors).reduce(0) { sum, sector in
      (0..<sizes.types).reduce(sum) { $0 + centreArea(region, sector, $1, year) }
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
