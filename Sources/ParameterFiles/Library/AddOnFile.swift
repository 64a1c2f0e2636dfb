import Provenance
import Quantities
import SpaceDemand
import WorkLocations

extension LibraryAssembly {
  static let addOnKeys = [
    "label", "unit", "kind", "source", "at", "note", "amount", "from", "until", "location-type", "sector-group",
    "size-share", "category-share", "water-share", "temporary", "returns-from", "allocation", "remove",
  ]

  /// An add-on from its file as it stands after overriding.
  mutating func addOn(_ id: String, in classification: SectorClassification) -> AddOn? {
    guard let top = addOnFiles[id], reader.keys(of: top, allowed: Self.addOnKeys) else { return nil }
    checkUnit(top)
    let label = reader.part("label", of: top).flatMap { reader.localized($0) }
    let first = reader.whole("from", of: top)
    let last = reader.whole("until", of: top)
    let amounts = amounts(top, from: first)
    let type = reader.part("location-type", of: top).flatMap { reader.code($0, of: LocationType.self) }
    let group = identifier("sector-group", of: top, known: classification.groups.map(\.id))
    let profile = profile(top)
    let returns = returnYear(top)
    let allocation = reader.part("allocation", of: top).flatMap { self.allocation($0, in: classification) }
    if let first, let last, last < first { reader.add(.yearsNotAscending, at: top, value: "\(first)–\(last)") }
    guard let label, let first, let last, let type, let group, let profile, let allocation else { return nil }
    return AddOn(
      id: id, label: label, amountPerYear: amounts, firstYear: first, lastYear: last, locationType: type,
      sectorGroup: group, profile: profile, returnsFrom: returns, allocation: allocation,
      note: top["note"].flatMap { reader.localized($0) })
  }

  private mutating func checkUnit(_ top: YAMLField) {
    guard let field = reader.part("unit", of: top), let unit = reader.code(field, of: Unit.self) else { return }
    if unit != .netHectarePerYear { reader.add(.unitChanged(from: .netHectarePerYear), at: field) }
  }

  /// Amount per scenario; source, place and kind of the file hold for every amount that gives none of its own.
  private mutating func amounts(_ top: YAMLField, from year: Int?) -> [String: DatedValue] {
    let kind = top["kind"].flatMap { reader.code($0, of: ParameterKind.self) }
    guard let field = reader.part("amount", of: top), let entries = reader.read(field, .mapping, \.entries) else {
      return [:]
    }
    var amounts: [String: DatedValue] = [:]
    for (scenario, entry) in entries {
      amounts[scenario] = datedValue(
        entry, from: CalendarDate(startOf: year ?? 1), kind: kind, unit: .netHectarePerYear, origin: top)
    }
    return amounts
  }

  private mutating func profile(_ top: YAMLField) -> SegmentProfile? {
    let sizes = shares("size-share", of: top, PlotSizeClass.self)
    let categories = shares("category-share", of: top, CategoryClass.self)
    guard let water = reader.number("water-share", of: top), let sizes, let categories else { return nil }
    if !(0...1).contains(water) { reader.add(.outsideZeroToOne, at: top["water-share"] ?? top) }
    return SegmentProfile(sizes: sizes, categories: categories, waterShare: water)
  }

  /// Shares per class that must add up to 1.
  private mutating func shares<Class: RawRepresentable & CaseIterable & Hashable>(
    _ key: String, of top: YAMLField, _ classes: Class.Type
  ) -> [Class: Double]? where Class.RawValue == String {
    guard let field = reader.part(key, of: top) else { return nil }
    let names = Class.allCases.map(\.rawValue)
    guard reader.keys(of: field, allowed: names) else { return nil }
    var shares: [Class: Double] = [:]
    for place in Class.allCases { shares[place] = reader.optionalNumber(place.rawValue, of: field) ?? 0 }
    let sum = Class.allCases.reduce(0) { $0 + (shares[$1] ?? 0) }
    if !Self.isOne(sum) { reader.add(.sharesNotOne(sum), at: field) }
    return shares
  }

  private mutating func returnYear(_ top: YAMLField) -> Int? {
    let isTemporary = reader.optionalFlag("temporary", of: top) ?? false
    let year = reader.optionalWhole("returns-from", of: top)
    if isTemporary != (year != nil) { reader.add(.returnYear, at: top["temporary"] ?? top) }
    return year
  }

  private mutating func allocation(_ field: YAMLField, in classification: SectorClassification) -> AddOn.Allocation? {
    guard reader.keys(of: field, allowed: ["by", "sectors", "region"]), let by = reader.text("by", of: field) else {
      return nil
    }
    switch by {
    case "net-stock": return .netStock
    case "jobs": return .jobs(sectors: sectors(field, known: classification.sectors.map(\.id)))
    case "region": return reader.text("region", of: field).map { .region(RegionCode($0)) }
    default:
      reader.add(.unknownCode(allowed: ["net-stock", "jobs", "region"]), at: field, value: by)
      return nil
    }
  }

  private mutating func sectors(_ field: YAMLField, known: [String]) -> [String] {
    guard let list = reader.part("sectors", of: field) else { return [] }
    let names = reader.texts(list)
    for name in names where !known.contains(name) { reader.add(.unknownCode(allowed: known), at: list, value: name) }
    return names
  }

  private mutating func identifier(_ key: String, of top: YAMLField, known: [String]) -> String? {
    guard let name = reader.text(key, of: top) else { return nil }
    if !known.contains(name) { reader.add(.unknownCode(allowed: known), at: top[key] ?? top, value: name) }
    return name
  }
}
