/// All regions of a register and how they contain one another — *gebiedsindeling*.
public struct RegionTable: Sendable, Hashable {
  /// Regions ordered by code.
  public let regions: [Region]
  private let byCode: [RegionCode: Region]
  private let byLevel: [RegionLevel: [Region]]
  private let municipalitiesByRegion: [RegionCode: [RegionCode]]
  private let municipalitySets: [RegionCode: Set<RegionCode>]

  /// - Parameter regions: in any order; of two regions with one code the last wins.
  public init(_ regions: [Region]) {
    byCode = Dictionary(regions.map { ($0.code, $0) }, uniquingKeysWith: { _, last in last })
    self.regions = byCode.values.sorted { $0.code < $1.code }
    byLevel = Dictionary(grouping: self.regions, by: \.level)
    municipalitiesByRegion = Self.members(of: self.regions)
    municipalitySets = municipalitiesByRegion.mapValues(Set.init)
  }

  public subscript(code: RegionCode) -> Region? { byCode[code] }

  /// Regions of a level, ordered by code.
  public func regions(at level: RegionLevel) -> [Region] { byLevel[level] ?? [] }

  /// Municipalities inside a region, ordered by code; a municipality contains itself, the country contains all.
  public func municipalities(in code: RegionCode) -> [RegionCode] { municipalitiesByRegion[code] ?? [] }

  /// Regions of a level that share a municipality with `code`, ordered by code.
  public func regions(at level: RegionLevel, within code: RegionCode) -> [Region] {
    let inside = municipalities(in: code)
    return regions(at: level).filter { !(municipalitySets[$0.code]?.isDisjoint(with: inside) ?? true) }
  }

  /// The region itself and every region it lies in, from small to large; parameters of the most specific one win.
  /// Of regions that hold the same municipalities the higher level is the larger one.
  public func chain(from code: RegionCode) -> [RegionCode] {
    let inside = municipalities(in: code)
    guard let first = inside.first else { return [code] }
    let candidates = Set((byCode[first]?.parents ?? []) + Self.countries(among: regions)).subtracting([code])
    let around = candidates.filter { other in
      (municipalitySets[other]?.isSuperset(of: inside) ?? false) && size(of: other) > size(of: code)
    }
    return [code]
      + around.sorted { left, right in
        size(of: left) == size(of: right) ? left < right : size(of: left) < size(of: right)
      }
  }

  /// What orders regions around one another: the number of municipalities, then the level.
  private func size(of code: RegionCode) -> (Int, Int) {
    let level = byCode[code]?.level ?? code.level
    return (municipalities(in: code).count, level.extent)
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
      for parent in Set(municipality.parents) { members[parent, default: []].append(municipality.code) }
    }
    for country in countries(among: regions) { members[country] = municipalities.map(\.code) }
    return members
  }

  /// The countries of a table; the Netherlands where it names none.
  private static func countries(among regions: [Region]) -> [RegionCode] {
    let named = regions.filter { $0.level == .country }.map(\.code)
    return named.isEmpty ? [.netherlands] : named
  }
}

extension RegionTable {
  /// The regions within which supply can meet demand — *marktregio's*: the COROP areas that lie wholly inside a province or
  /// country, and the municipalities that lie in none of them. Together they are the region, without overlap. Any other
  /// region is a market of its own, and so is a province without COROP areas.
  public func markets(in code: RegionCode) -> [RegionCode] {
    switch self[code]?.level ?? code.level {
    case .country: marketsOfCountry(code)
    case .province: parts(of: code, at: .corop)
    case .municipality, .corop, .grouping: [code]
    }
  }

  /// Markets of a country that are single municipalities, because no COROP area inside one province holds them.
  public func municipalitiesOutsideMarkets(in code: RegionCode) -> [RegionCode] {
    let markets = markets(in: code)
    return markets == [code] ? [] : markets.filter { (self[$0]?.level ?? $0.level) == .municipality }
  }

  private func marketsOfCountry(_ code: RegionCode) -> [RegionCode] {
    let provinces = parts(of: code, at: .province)
    guard provinces != [code] else { return parts(of: code, at: .corop) }
    return provinces.flatMap { markets(in: $0) }.sorted()
  }

  /// The regions of a level that lie wholly inside a region and the municipalities in none of them; the region itself when
  /// there are none.
  private func parts(of code: RegionCode, at level: RegionLevel) -> [RegionCode] {
    let inside = Set(municipalities(in: code))
    let parts = regions(at: level).map(\.code).filter { part in
      let members = municipalities(in: part)
      return !members.isEmpty && inside.isSuperset(of: members)
    }
    guard !parts.isEmpty else { return [code] }
    let covered = Set(parts.flatMap { municipalities(in: $0) })
    return parts + municipalities(in: code).filter { !covered.contains($0) }
  }
}
