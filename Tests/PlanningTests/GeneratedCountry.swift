import PlanningTestKit
import Provenance
import Quantities
import WorkLocations

/// A register of the size of the Netherlands with the polder's parameters: 12 provinces, 40 COROP areas, 342 municipalities,
/// 20 sectors and 3,800 parks. Generated, with amounts that follow from the index.
enum GeneratedCountry {
  static let sectors = SectorClassification(
    sectors: (0..<20).map { index in
      Sector(
        id: "sector-\(index)", label: LocalizedText(both: "sector \(index)"),
        group: Polder.sectors.groups[index % Polder.sectors.groups.count].id)
    }, groups: Polder.sectors.groups)

  static func register() throws -> Register {
    var records = RegisterRecords()
    records.snapshots = [Polder.snapshot]
    records.regions = try regions()
    records.jobs = try (0..<342).flatMap { municipality in
      try sectors.sectors.indices.map { sector in
        try JobCount(
          region: code("GM", municipality), sector: sectors.sectors[sector].id, year: 2024,
          jobs: Jobs(Double(100 + (municipality * 7 + sector * 13) % 997)), origin: Polder.origin())
      }
    }
    records.parks = try (0..<3800).map(park)
    records.planCapacities = try (0..<400).map(plan)
    records.withdrawals = try (0..<200).map(withdrawal)
    return Register(referenceDate: Polder.referenceDate, records: records)
  }

  /// The polder's parameters with every member of a sector given to all twenty.
  static let parameters = ParameterSet(
    Polder.parameters.parameters.values.map { parameter in
      let members = parameter.members.flatMap { name, values -> [(String, [DatedValue])] in
        guard name.split(separator: "/").contains("maken") else {
          return name.contains("helpen") || name.contains("vervoeren") ? [] : [(name, values)]
        }
        return sectors.sectors.map { (name.replacing("maken", with: $0.id), values) }
      }
      return Polder.timeline(parameter.key, parameter.unit, Dictionary(uniqueKeysWithValues: members))
    })

  private static func code(_ prefix: String, _ index: Int) -> RegionCode {
    let digits = String(index + 1)
    return RegionCode(prefix + String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
  }

  private static func corop(_ municipality: Int) -> Int { municipality * 40 / 342 }
  private static func province(_ corop: Int) -> Int { corop * 12 / 40 }

  private static func regions() throws -> [Region] {
    func region(_ code: RegionCode, _ level: RegionLevel, _ parents: [RegionCode]) throws -> Region {
      try Region(code: code, name: code.text, level: level, parents: parents, origin: Polder.origin())
    }
    return [try region("NL01", .country, [])]
      + (try (0..<12).map { try region(code("PV", $0), .province, ["NL01"]) })
      + (try (0..<40).map { try region(code("CR", $0), .corop, [code("PV", province($0)), "NL01"]) })
      + (try (0..<342).map {
        try region(code("GM", $0), .municipality, [code("CR", corop($0)), code("PV", province(corop($0))), "NL01"])
      })
  }

  private static func park(_ index: Int) throws -> WorkLocation {
    var attributes = WorkLocationAttributes()
    attributes.net = NetHectares(Double(1 + index % 40))
    attributes.immediatelyIssuableTotal = NetHectares(Double(index % 5))
    attributes.laterIssuableMunicipal = NetHectares(Double(index % 3))
    attributes.maximumCategory = EnvironmentalCategory(rawValue: String(2 + index % 4))
    return try WorkLocation(
      rin: RINNumber(String(100_000 + index))!, name: "Terrein \(index)", municipality: code("GM", index % 342),
      type: index % 40 == 0 ? .seaport : .businessPark, attributes: attributes, origin: Polder.origin(row: index + 1))
  }

  private static func plan(_ index: Int) throws -> PlanCapacity {
    try PlanCapacity(
      id: "plan-\(1000 + index)", name: "Plan \(index)", municipality: code("GM", (index * 7) % 342),
      hardness: PlanHardness.allCases[index % 3], area: NetHectares(Double(2 + index % 30)),
      expectedYear: 2026 + index % 20,
      origin: Polder.origin())
  }

  private static func withdrawal(_ index: Int) throws -> Withdrawal {
    try Withdrawal(
      id: "onttrekking-\(1000 + index)", name: "Onttrekking \(index)", municipality: code("GM", (index * 11) % 342),
      year: 2025 + index % 25, area: NetHectares(Double(1 + index % 10)), origin: Polder.origin())
  }
}
