/// All regions of a register and how they contain one another — *gebiedsindeling*.
public struct RegionTable: Sendable, Hashable {
  /// Regions ordered by code.
  public let regions: [Region]
  private let byCode: [RegionCode: Region]
  private let municipalitiesByRegion: [RegionCode: [RegionCode]]
  private let municipalitySets: [RegionCode: Set<RegionCode>]
  private let countries: [RegionCode]

  /// - Parameter regions: in any order; of two regions with one code the last wins.
  public init(_ regions: [Region]) {
    byCode = Dictionary(regions.map { ($0.code, $0) }, uniquingKeysWith: { _, last in last })
    self.regions = byCode.values.sorted { $0.code < $1.code }
    municipalitiesByRegion = Self.members(of: self.regions)
    municipalitySets = municipalitiesByRegion.mapValues(Set.init)
    countries = self.regions.filter { $0.level == .country }.map(\.code)
  }

  public subscript(code: RegionCode) -> Region? { byCode[code] }

  public func regions(at level: RegionLevel) -> [Region] { regions.filter { $0.level == level } }

  /// Municipalities inside a region, ordered by code; a municipality contains itself, the country contains all.
  public func municipalities(in code: RegionCode) -> [RegionCode] { municipalitiesByRegion[code] ?? [] }

  /// Regions of a level that share a municipality with `code`, ordered by code.
  public func regions(at level: RegionLevel, within code: RegionCode) -> [Region] {
    let inside = municipalities(in: code)
    return regions(at: level).filter { !(municipalitySets[$0.code]?.isDisjoint(with: inside) ?? true) }
  }

  /// The region itself and every region it lies in, from small to large; parameters of the most specific one win.
  public func chain(from code: RegionCode) -> [RegionCode] {
    let inside = municipalities(in: code)
    guard let first = inside.first else { return [code, .netherlands] }
    let candidates = (byCode[first]?.parents ?? []) + countries
    let around = Set(candidates).subtracting([code]).filter { municipalitySets[$0]?.isSuperset(of: inside) ?? false }
    let bySize = around.sorted { (municipalities(in: $0).count, $0) < (municipalities(in: $1).count, $1) }
    return [code] + bySize
  }

  public func province(of municipality: RegionCode) -> RegionCode? { parent(of: municipality, at: .province) }
  public func corop(of municipality: RegionCode) -> RegionCode? { parent(of: municipality, at: .corop) }

  private func parent(of code: RegionCode, at level: RegionLevel) -> RegionCode? {
    byCode[code]?.parents.first { (byCode[$0]?.level ?? $0.level) == level }
  }

  private static func members(of regions: [Region]) -> [RegionCode: [RegionCode]] {
    var members: [RegionCode: [RegionCode]] = [:]
    let municipalities = regions.filter { $0.level == .municipality }
    for municipality in municipalities {
      members[municipality.code, default: []].append(municipality.code)
      for parent in municipality.parents { members[parent, default: []].append(municipality.code) }
    }
    for country in regions where country.level == .country { members[country.code] = municipalities.map(\.code) }
    return members
  }
}
