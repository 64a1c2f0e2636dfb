import Provenance
import Quantities
import WorkLocations

/// Spreads the national jobs of each sector over the municipalities.
struct JobSpreading {
  let facts: Facts
  let calibration: ExampleCalibration
  let sectors: SectorClassification

  /// Jobs per municipality and sector; whole jobs, which add up to the national figure rounded to a whole job.
  ///
  /// Formula: weight(m, s) = (1 - f) × E(m, s) / ΣE + f × H(m) / ΣH
  /// with E the establishments of the section groups that the sector belongs to, H the business-park hectares of 2017
  /// and f how far the sector's sections follow land (`ExampleRecipe.Economy.followsLand`).
  func counts(year: Int, origin: Origin) throws -> [JobCount] {
    let shares = try sectors.sectors.map { sector in
      try Apportionment.divide(
        Int((calibration.jobs[sector.id]?.value ?? 0).rounded()), by: weights(of: sector), subject: Subject.jobs)
    }
    return try facts.municipalities.indices.flatMap { i in
      try sectors.sectors.indices.map { s in
        try JobCount(
          region: facts.municipalities[i].code, sector: sectors.sectors[s].id, year: year,
          jobs: Jobs(Double(shares[s][i])), origin: origin)
      }
    }
  }

  private func weights(of sector: Sector) -> [Double] {
    let sections = sector.sbi2008.compactMap(SBICode.init).map(\.section)
    let groups = Set(sections.compactMap(SectionGroup.init(section:)))
    let firms = facts.municipalities.map { establishments(in: $0, of: groups) }
    let land = facts.municipalities.map(\.businessPark.value)
    let follows = followsLand(sections)
    let (allFirms, allLand) = (firms.reduce(0, +), land.reduce(0, +))
    return zip(firms, land).map { here, hectares in
      (1 - follows) * Self.part(here, of: allFirms) + follows * Self.part(hectares, of: allLand)
    }
  }

  /// Establishments of the groups; of all groups for a sector without known sections.
  private func establishments(in fact: MunicipalityFact, of groups: Set<SectionGroup>) -> Double {
    let counted = SectionGroup.allCases.filter { groups.isEmpty || groups.contains($0) }
    return fact.establishments * counted.reduce(0) { $0 + (fact.sectionShares[$1] ?? 0) }
  }

  /// The mean over the sector's sections.
  private func followsLand(_ sections: [Character]) -> Double {
    let values = sections.map { ExampleRecipe.Economy.followsLand[$0] ?? 0 }
    return values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  private static func part(_ amount: Double, of total: Double) -> Double { total > 0 ? amount / total : 0 }
}
