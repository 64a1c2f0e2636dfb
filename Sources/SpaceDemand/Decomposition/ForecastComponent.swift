import Quantities

/// Why two forecasts differ — *oorzaak van het verschil*.
public enum ForecastComponent: String, Sendable, Codable, CodingKeyRepresentable, Hashable, CaseIterable {
  case jobs = "banen"
  case preference = "locatietypevoorkeur"
  case landPerJob = "ruimte-per-baan"
  /// Expansion that one of the two gives as an amount only, so that it cannot be split.
  case published = "uitbreiding-als-bedrag"
  case reused = "hergebruik"
  case replacement = "vervanging"
  case additional = "aanvullend"
  /// How much hard and soft land there is.
  case supply = "aanbod"
  /// Which of it is counted: hard, soft, in part or not at all.
  case hardness = "planhardheid"
  case reserve = "reserve"
  /// Net or gross.
  case measure = "bruto-netto"
  /// Parts of the region that only one of the two is about.
  case region = "gebied"
  case rounding = "afronding"

  public var label: LocalizedText {
    switch self {
    case .jobs: LocalizedText(nl: "banen", en: "jobs")
    case .preference: LocalizedText(nl: "locatietypevoorkeur", en: "location preference")
    case .landPerJob: LocalizedText(nl: "ruimte per baan", en: "land per job")
    case .published: LocalizedText(nl: "uitbreiding als bedrag", en: "expansion as an amount")
    case .reused: LocalizedText(nl: "hergebruik", en: "re-used land")
    case .replacement: LocalizedText(nl: "vervanging", en: "replacement")
    case .additional: LocalizedText(nl: "aanvullende vraag", en: "add-ons")
    case .supply: LocalizedText(nl: "omvang van het aanbod", en: "amount of supply")
    case .hardness: LocalizedText(nl: "welk aanbod telt (hard, zacht)", en: "which supply counts (hard, soft)")
    case .reserve: LocalizedText(nl: "reserve", en: "reserve")
    case .measure: LocalizedText(nl: "definitie: bruto of netto", en: "definition: gross or net")
    case .region: LocalizedText(nl: "definitie: gebied", en: "definition: region")
    case .rounding: LocalizedText(nl: "afronding", en: "rounding")
    }
  }
}

/// The part of a difference that one line of the tables brings, ha.
public struct ForecastContribution: Sendable, Codable, Hashable {
  public let component: ForecastComponent
  /// Part of the region; empty where a forecast has no parts.
  public let area: String
  /// The line; empty for supply.
  public let name: String
  public let value: Double

  public init(component: ForecastComponent, area: String, name: String, value: Double) {
    self.component = component
    self.area = area
    self.name = name
    self.value = value
  }
}
