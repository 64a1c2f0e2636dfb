import Planning
import Provenance
import Quantities
import SpaceDemand
import WorkLocations

extension FieldReader {
  mutating func newPlan(_ body: YAMLField) -> NewPlan? {
    let id = name("id", of: body)
    let place = text("municipality", of: body)
    let hardness = part("hardness", of: body).flatMap { code($0, of: PlanHardness.self) }
    let area = number("ha", of: body)
    let type = locationType(body)
    guard let id, let place, let hardness, let area else { return nil }
    return NewPlan(
      id: id, name: optionalText("name", of: body) ?? id, municipality: RegionCode(place), hardness: hardness,
      area: NetHectares(area), year: optionalWhole("year", of: body), locationType: type, category: category(body),
      isWaterBound: optionalFlag("water", of: body) ?? false,
      largestPart: optionalNumber("largest-part", of: body).map(NetHectares.init))
  }

  mutating func withdrawal(_ body: YAMLField) -> ParkWithdrawal? {
    let park = text("park", of: body)
    let year = whole("year", of: body)
    guard let park, let year else { return nil }
    return ParkWithdrawal(
      park: park, area: optionalNumber("ha", of: body).map(NetHectares.init), year: year, category: category(body),
      isWaterBound: optionalFlag("water", of: body), returningShare: optionalNumber("returns", of: body))
  }

  mutating func establishment(_ body: YAMLField) -> NewEstablishment? {
    let id = name("id", of: body)
    let region = text("region", of: body)
    let area = number("ha", of: body)
    let year = whole("year", of: body)
    let group = text("sector-group", of: body)
    let space = space(body)
    let type = locationType(body)
    guard let id, let region, let area, let year, let group, let space else { return nil }
    return NewEstablishment(
      id: id, name: optionalText("name", of: body) ?? id, region: RegionCode(region), area: NetHectares(area),
      year: year, sectorGroup: group, space: space, locationType: type)
  }

  mutating func newAddOn(_ body: YAMLField) -> NewAddOn? {
    let id = name("id", of: body)
    let amount = number("ha-per-year", of: body)
    let years = (whole("from", of: body), whole("until", of: body))
    let group = text("sector-group", of: body)
    let space = space(body)
    let type = locationType(body)
    let allocation = part("allocation", of: body).flatMap { addOnAllocation($0) }
    guard let id, let amount, let first = years.0, let last = years.1, let group, let space, let allocation else {
      return nil
    }
    return NewAddOn(
      id: id, label: body["label"].flatMap { localized($0) } ?? LocalizedText(both: id),
      amountPerYear: NetHectares(amount), firstYear: first, lastYear: last,
      returnsFrom: optionalWhole("returns-from", of: body), sectorGroup: group, space: space, locationType: type,
      allocation: allocation)
  }

  private mutating func addOnAllocation(_ field: YAMLField) -> AddOn.Allocation? {
    guard keys(of: field, allowed: ["by", "sectors", "region"]), let by = text("by", of: field) else { return nil }
    switch by {
    case "net-stock": return .netStock
    case "jobs": return part("sectors", of: field).map { .jobs(sectors: texts($0)) }
    case "region": return text("region", of: field).map { .region(RegionCode($0)) }
    default:
      add(.unknownCode(allowed: ["net-stock", "jobs", "region"]), at: field["by"] ?? field)
      return nil
    }
  }

  private mutating func locationType(_ body: YAMLField) -> LocationType {
    body["location-type"].flatMap { code($0, of: LocationType.self) } ?? .businessPark
  }

  /// The class of land that a firm wants.
  private mutating func space(_ body: YAMLField) -> SpaceClass? {
    let size = part("size", of: body).flatMap { code($0, of: PlotSizeClass.self) }
    let category = part("category", of: body).flatMap { _ in self.category(body) }
    guard let size, let main = category?.main else { return nil }
    return SpaceClass(
      category: CategoryClass(mainCategory: main), size: size,
      water: optionalFlag("water", of: body) == true ? .wet : .dry)
  }

  /// An environmental category of which the main part is known: 4 or "4.2".
  mutating func category(_ body: YAMLField) -> EnvironmentalCategory? {
    guard let field = body["category"], let text = read(field, .text, \.text) else { return nil }
    let category = EnvironmentalCategory(rawValue: text)
    if category.main == nil {
      add(.unknownCode(allowed: EnvironmentalCategory.known.keys.map(\.rawValue).sorted()), at: field)
    }
    return category
  }
}
