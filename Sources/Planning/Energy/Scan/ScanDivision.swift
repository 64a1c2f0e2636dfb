import Provenance
import Quantities
import WorkLocations

/// What the scan spreads over the parks — *landelijk gebruik*; the raw value is its step in a path.
enum ScanUse: String, CaseIterable, Sendable {
  case electricity = "elektriciteit"
  case gas = "aardgas"

  var item: ScanItem { self == .electricity ? .electricity : .gas }
}

/// How a national total becomes a park's, over numbers and over trees — *verdeling van de landelijke totalen*.
extension Derivation {
  static func squareMetres(_ hectares: Self) -> Self {
    .formula(
      .product, .squareMetre, FormulaName(nl: "in gebruik", en: "in use", notation: "ha × 10 000"), hectares,
      .definition(
        SquareMetres.perHectare, .squareMetre, LocalizedText(nl: "m² in een hectare", en: "m² in a hectare")))
  }

  /// What a kind of firm on a park weighs.
  static func weight(_ area: Self, _ share: Self, _ intensity: Self) -> Self {
    .formula(
      .product, .squareMetre,
      FormulaName(
        nl: "gewicht van een doelgroep", en: "weight of a sector group", notation: "m² × aandeel × verhouding"),
      .formula(
        .product, .squareMetre,
        FormulaName(nl: "grond van de doelgroep", en: "land of the sector group", notation: "m² × aandeel"), area, share
      ),
      intensity)
  }

  /// Part of a total by weight; nothing where nothing weighs.
  static func part(_ total: Self, _ weight: Self, of sum: Self, _ unit: Unit) -> Self {
    guard sum.number > 0 else { return .definition(0, unit, LocalizedText(nl: "niets", en: "nothing")) }
    return .formula(
      .quotient, unit,
      FormulaName(nl: "deel van het geheel", en: "part of the whole", notation: "totaal × gewicht / Σ gewichten"),
      .formula(
        .product, unit, FormulaName(nl: "totaal maal gewicht", en: "total times weight", notation: "totaal × gewicht"),
        total, weight), sum)
  }

  /// Mean kW of a use in a year.
  static func meanPower(_ energy: Self, hours: Int) -> Self {
    .formula(
      .quotient, .kilowatt, FormulaName(nl: "gemiddeld vermogen", en: "mean power", notation: "kWh / uren"), energy,
      .definition(Double(hours), .hour, LocalizedText(nl: "uren van het jaar", en: "hours of the year")))
  }
}

extension EnergyScanSettings {
  /// kWh or m³ a year of a number of parks: the national total, or the national mean for each where the register holds a part.
  func national<Figure: Derivation>(_ use: ScanUse, parks: Int) -> Figure {
    let whole: Figure = total(use)
    guard !covers(parks) else { return whole }
    let part: Figure = .formula(
      .quotient, .share,
      FormulaName(nl: "deel van de terreinen", en: "part of the parks", notation: "terreinen / terreinen van het land"),
      .definition(Double(parks), .count, LocalizedText(nl: "terreinen in de scan", en: "parks in the scan")),
      .parameter(nationalParks))
    return .formula(
      .product, use.item.unit,
      FormulaName(nl: "van deze terreinen", en: "of these parks", notation: "landelijk × deel"), whole, part)
  }

  private func total<Figure: Derivation>(_ use: ScanUse) -> Figure {
    switch use {
    case .gas: .parameter(gas)
    case .electricity:
      .formula(
        .product, .kilowattHour,
        FormulaName(nl: "van alle terreinen", en: "of all parks", notation: "TWh × 1 000 000 000"),
        .parameter(electricity),
        .definition(
          Self.kilowattHoursPerTerawattHour, .kilowattHour, LocalizedText(nl: "kWh in een TWh", en: "kWh in a TWh")))
    }
  }

  /// Whether so many parks are those of the country.
  func covers(_ parks: Int) -> Bool { Double(parks) >= nationalParks.dated.low / 2 }

  func intensities(_ use: ScanUse) -> [ParameterReading] {
    use == .electricity ? electricityIntensities : gasIntensities
  }
}

extension WorkLocation {
  /// Net land less what is still to be issued, ha — *netto in gebruik*.
  func landInUse<Figure: Derivation>() -> Figure {
    // A park is long to copy; its name and origin are not.
    let (rin, origin) = (rin, origin)
    func field(_ value: NetHectares?, _ field: String, _ label: LocalizedText) -> Figure {
      .record(
        (value ?? .zero).value, .netHectare,
        RecordField(label, table: "werklocaties", key: rin.text, field: field, origin: origin))
    }
    let open: Figure = .formula(
      .sum, .netHectare, FormulaName(nl: "nog uit te geven", en: "still to be issued", notation: "terstond + later"),
      field(
        attributes.immediatelyIssuable, "terstond_uitgeefbaar",
        LocalizedText(nl: "terstond uitgeefbaar", en: "immediately issuable")),
      field(
        attributes.laterIssuable, "niet_terstond_uitgeefbaar",
        LocalizedText(nl: "niet terstond uitgeefbaar", en: "issuable later")))
    let used: Figure = .formula(
      .difference, .netHectare,
      FormulaName(nl: "netto min uitgeefbaar", en: "net less issuable", notation: "netto − uitgeefbaar"),
      field(attributes.net, "netto_ha", LocalizedText(nl: "netto", en: "net")), open)
    return .formula(
      .maximum, .netHectare, FormulaName(nl: "in gebruik", en: "in use", notation: "max(0; netto − uitgeefbaar)"),
      .noLand, used)
  }

  var areaInUse: NetHectares { NetHectares(landInUse() as Double) }
}
