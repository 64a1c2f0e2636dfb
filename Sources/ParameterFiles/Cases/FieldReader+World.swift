import Planning
import Provenance
import Quantities
import SpaceDemand
import WorkLocations

/// A small country written down — *wereldje in YAML*: regions, jobs, parks, plans, withdrawals and parameters.
extension FieldReader {
  static let worldKeys = [
    "reference-date", "groups", "sectors", "regions", "jobs", "forecasts", "parks", "plans", "withdrawals", "issues",
    "add-ons", "parameters",
  ]

  /// - Parameter builtIn: gives the unit and label of parameters, and everything that the world leaves out. A world with
  ///   sectors of its own takes no values from it.
  mutating func world(_ top: YAMLField, builtIn: PlanningLibrary) -> PlanningWorld? {
    guard keys(of: top, allowed: Self.worldKeys) else { return nil }
    let date = part("reference-date", of: top).flatMap { self.date($0) }
    let library = library(top, builtIn: builtIn)
    guard let date else { return nil }
    let source = WorldSource(file: top.file, date: date)
    var records = RegisterRecords()
    records.snapshots = [source.snapshot]
    records.regions = list("regions", of: top) { $0.region($1, source) }
    records.jobs = (top["jobs"].map { jobs($0, source) } ?? []) + list("forecasts", of: top) { $0.forecast($1, source) }
    records.parks = list("parks", of: top) { $0.park($1, source) }
    records.planCapacities = list("plans", of: top) { $0.plan($1, source) }
    records.withdrawals = list("withdrawals", of: top) { $0.worldWithdrawal($1, source) }
    records.issues = list("issues", of: top) { $0.issue($1, source) }
    return PlanningWorld(register: Register(referenceDate: date, records: records), library: library)
  }

  private mutating func library(_ top: YAMLField, builtIn: PlanningLibrary) -> PlanningLibrary {
    let isOwn = top["sectors"] != nil
    let sectors = isOwn ? classification(top) : builtIn.sectors
    let start = PlanningLibrary(
      parameters: builtIn.parameters, bibliography: builtIn.bibliography, sectors: sectors,
      addOns: isOwn ? [] : builtIn.addOns)
    let values = top["parameters"].map { self.values($0, start) } ?? ParameterSet()
    let addOns = top["add-ons"].map { _ in list("add-ons", of: top) { $0.worldAddOn($1) } } ?? start.addOns
    return PlanningLibrary(
      parameters: isOwn ? values : start.parameters.overridden(by: values), bibliography: builtIn.bibliography,
      sectors: sectors, addOns: addOns)
  }

  private mutating func classification(_ top: YAMLField) -> SectorClassification {
    let groups = list("groups", of: top) { reader, field -> SectorGroup? in
      reader.read(field, .text, \.text).map { SectorGroup(id: $0, label: LocalizedText(both: $0)) }
    }
    let sectors = list("sectors", of: top) { reader, field -> Sector? in
      guard reader.keys(of: field, allowed: ["id", "group"]) else { return nil }
      guard let id = reader.text("id", of: field), let group = reader.text("group", of: field) else { return nil }
      return Sector(id: id, label: LocalizedText(both: id), group: group)
    }
    return SectorClassification(sectors: sectors, groups: groups)
  }

  private mutating func worldAddOn(_ field: YAMLField) -> AddOn? {
    guard keys(of: field, allowed: ScenarioKind.addOn.keys + ["scenarios"]) else { return nil }
    let scenarios = part("scenarios", of: field).map { texts($0) } ?? []
    guard let line = newAddOn(field) else { return nil }
    let amount = DatedValue(from: CalendarDate(startOf: 1), value: line.amountPerYear.value, kind: .assumption)
    return AddOn(
      id: line.id, label: line.label, amountPerYear: Dictionary(scenarios.map { ($0, amount) }) { first, _ in first },
      firstYear: line.firstYear, lastYear: line.lastYear, locationType: line.locationType,
      sectorGroup: line.sectorGroup,
      profile: SegmentProfile(sizes: [line.space.size: 1], category: line.space.category, water: line.space.water),
      returnsFrom: line.returnsFrom, allocation: line.allocation)
  }

  /// The items of a list that may be left out.
  mutating func list<Value>(_ key: String, of top: YAMLField, _ value: (inout FieldReader, YAMLField) -> Value?)
    -> [Value]
  {
    guard let field = top[key], let items = read(field, .list, \.items) else { return [] }
    return items.compactMap { value(&self, $0) }
  }
}

/// The file of a world as the origin of its records.
struct WorldSource {
  let snapshot: SourceSnapshot
  let date: CalendarDate

  init(file: String, date: CalendarDate) {
    self.date = date
    snapshot = SourceSnapshot(
      fileName: file, checksum: StableHash.hexadecimal(file), byteCount: 0, subject: "case", licence: nil,
      importedOn: date,
      referenceDate: date, isSynthetic: true)
  }

  func origin(_ field: YAMLField) -> Origin { Origin(snapshot: snapshot.id, referenceDate: date, row: field.line) }
}
