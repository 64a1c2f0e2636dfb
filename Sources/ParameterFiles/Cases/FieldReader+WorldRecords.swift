import PlaneGeometry
import Planning
import Provenance
import Quantities
import WorkLocations

extension FieldReader {
  mutating func region(_ field: YAMLField, _ source: WorldSource) -> Region? {
    guard keys(of: field, allowed: ["code", "name", "in", "point"]) else { return nil }
    guard let code = text("code", of: field) else { return nil }
    let name = optionalText("name", of: field) ?? code
    let parents = field["in"].map { texts($0) } ?? []
    let point = field["point"].flatMap { self.point($0) }
    return made(field) { () throws(InvalidRecord) in
      try Region(
        code: RegionCode(code), name: name, level: RegionCode(code).level, parents: parents.map { RegionCode($0) },
        point: point, origin: source.origin(field))
    }
  }

  /// `[x, y]` in metres, RD New.
  private mutating func point(_ field: YAMLField) -> Point? {
    let numbers = (read(field, .list, \.items) ?? []).compactMap { read($0, .number, \.number) }
    guard numbers.count == 2 else {
      add(.unexpected(.list), at: field)
      return nil
    }
    return Point(x: numbers[0], y: numbers[1])
  }

  /// `GM9001: {maken: 1, vervoeren: 2}` in the reference year.
  mutating func jobs(_ field: YAMLField, _ source: WorldSource) -> [JobCount] {
    (read(field, .mapping, \.entries) ?? []).flatMap { region, sectors -> [JobCount] in
      (read(sectors, .mapping, \.entries) ?? []).compactMap { sector, entry in
        guard let amount = read(entry, .number, \.number) else { return nil }
        return made(entry) { () throws(InvalidRecord) in
          try JobCount(
            region: RegionCode(region), sector: sector, year: source.date.year, jobs: Jobs(amount),
            origin: source.origin(entry))
        }
      }
    }
  }

  mutating func forecast(_ field: YAMLField, _ source: WorldSource) -> JobCount? {
    guard keys(of: field, allowed: ["region", "sector", "year", "scenario", "jobs"]) else { return nil }
    let (region, sector) = (text("region", of: field), text("sector", of: field))
    let (year, scenario, amount) = (whole("year", of: field), text("scenario", of: field), number("jobs", of: field))
    guard let region, let sector, let year, let scenario, let amount else { return nil }
    return made(field) { () throws(InvalidRecord) in
      try JobCount(
        region: RegionCode(region), sector: sector, year: year, scenario: scenario, jobs: Jobs(amount),
        origin: source.origin(field))
    }
  }

  mutating func plan(_ field: YAMLField, _ source: WorldSource) -> PlanCapacity? {
    guard keys(of: field, allowed: ScenarioKind.addPlan.keys), let plan = newPlan(field) else { return nil }
    return made(field) { () throws(InvalidRecord) in
      try PlanCapacity(
        id: plan.id, name: plan.name, municipality: plan.municipality, hardness: plan.hardness, area: plan.area,
        expectedYear: plan.year, locationType: plan.locationType, maximumCategory: plan.category,
        isWaterBound: plan.isWaterBound, largestPart: plan.largestPart, origin: source.origin(field))
    }
  }

  mutating func worldWithdrawal(_ field: YAMLField, _ source: WorldSource) -> Withdrawal? {
    let allowed = ["id", "name", "municipality", "year", "ha", "category", "water", "returns"]
    guard keys(of: field, allowed: allowed) else { return nil }
    let (id, place) = (text("id", of: field), text("municipality", of: field))
    let (year, area, kind) = (whole("year", of: field), number("ha", of: field), category(field))
    let (isWet, share) = (optionalFlag("water", of: field) ?? false, optionalNumber("returns", of: field))
    let name = optionalText("name", of: field)
    guard let id, let place, let year, let area else { return nil }
    return made(field) { () throws(InvalidRecord) in
      try Withdrawal(
        id: id, name: name ?? id, municipality: RegionCode(place), year: year, area: NetHectares(area),
        maximumCategory: kind, isWaterBound: isWet, returningShare: share, origin: source.origin(field))
    }
  }

  mutating func issue(_ field: YAMLField, _ source: WorldSource) -> IssueObservation? {
    guard keys(of: field, allowed: ["municipality", "year", "issued", "bought-back"]) else { return nil }
    let place = text("municipality", of: field)
    let (year, issued, back) = (
      whole("year", of: field), number("issued", of: field), optionalNumber("bought-back", of: field)
    )
    guard let place, let year, let issued else { return nil }
    return made(field) { () throws(InvalidRecord) in
      try IssueObservation(
        municipality: RegionCode(place), year: year, issued: NetHectares(issued), boughtBack: NetHectares(back ?? 0),
        origin: source.origin(field))
    }
  }

  /// A record, or what keeps it from being one.
  mutating func made<Record>(_ field: YAMLField, _ record: () throws(InvalidRecord) -> Record) -> Record? {
    do { return try record() } catch {
      for problem in error.problems {
        let wrong = FileProblem(
          "case.invalid-record", nl: "‘\(problem.field)’ \(problem.message.nl)", "Verbeter de waarde.",
          en: "‘\(problem.field)’ \(problem.message.en)", "Correct the value.")
        add(wrong, at: field, value: problem.value)
      }
      return nil
    }
  }
}
