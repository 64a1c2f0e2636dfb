import Quantities
import WorkLocations

/// What makes expansion: more or fewer jobs, another part of them on work locations, more or less land for each — *effect*.
public enum DemandEffect: String, Sendable, Codable, CodingKeyRepresentable, Hashable, CaseIterable {
  case employment = "banen"
  case preference = "voorkeur"
  case density = "ruimte-per-baan"

  public var label: LocalizedText {
    switch self {
    case .employment: LocalizedText(nl: "banen", en: "jobs")
    case .preference: LocalizedText(nl: "locatietypevoorkeur", en: "location preference")
    case .density: LocalizedText(nl: "ruimte per baan", en: "land per job")
    }
  }
}

/// The expansion of one sector on one location type by effect, ha net.
public struct SectorEffects: Sendable, Codable, Hashable {
  public let sector: String
  public let locationType: LocationType
  public let employment: NetHectares
  public let preference: NetHectares
  public let density: NetHectares

  public init(
    sector: String, locationType: LocationType, employment: NetHectares, preference: NetHectares, density: NetHectares
  ) {
    self.sector = sector
    self.locationType = locationType
    self.employment = employment
    self.preference = preference
    self.density = density
  }

  public subscript(effect: DemandEffect) -> NetHectares {
    switch effect {
    case .employment: employment
    case .preference: preference
    case .density: density
    }
  }

  /// The expansion of the sector.
  public var total: NetHectares { employment + preference + density }
}

/// The expansion of a region by effect — *ontleding van de uitbreidingsvraag*: the effects of all sectors sum to it.
public struct DemandEffects: Sendable, Codable, Hashable {
  public let region: RegionCode
  public let scenario: String
  public let startYear: Int
  public let horizon: Int
  /// In the order of the sectors, then of the location types.
  public let sectors: [SectorEffects]

  public init(region: RegionCode, scenario: String, startYear: Int, horizon: Int, sectors: [SectorEffects]) {
    self.region = region
    self.scenario = scenario
    self.startYear = startYear
    self.horizon = horizon
    self.sectors = sectors
  }

  public subscript(effect: DemandEffect) -> NetHectares { sectors.map { $0[effect] }.total() }
  public var expansion: NetHectares { DemandEffect.allCases.map { self[$0] }.total() }

  /// The effects of a region as the sum of its market regions, which have the same sectors in the same order.
  public static func sum(of parts: [DemandEffects], as region: RegionCode) -> DemandEffects? {
    guard let first = parts.first else { return nil }
    let sectors = first.sectors.indices.map { index in
      let rows = parts.map { $0.sectors[index] }
      return SectorEffects(
        sector: rows[0].sector, locationType: rows[0].locationType, employment: rows.map(\.employment).total(),
        preference: rows.map(\.preference).total(), density: rows.map(\.density).total())
    }
    return DemandEffects(
      region: region, scenario: first.scenario, startYear: first.startYear, horizon: first.horizon, sectors: sectors)
  }
}
