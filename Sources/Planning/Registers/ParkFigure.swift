import Provenance
import Quantities
import WorkLocations

/// A figure of the parks of a region as the register has them — *cijfer van werklocaties*:
///
///     register/PV22/parken/aantal                              how many there are
///     register/PV22/parken/aantal/soort/campus                 of a kind
///     register/PV22/parken/aantal/beschikbaarheid/terstond     by what they can issue
///     register/PV22/parken/aantal/gevuld/startjaar             with an attribute filled in; `vlak` for the outline
///     register/PV22/parken/aandeel/gevuld/startjaar            the same as a part of all
///     register/PV22/parken/aantal/gemeten/2024-01-01           last measured on a date
///     register/PV22/parken/bruto, …/netto/soort/campus         areas, also of some; `netto` is `netto_ha`
///     register/PV22/parken/startjaar/262015001                 any number of one park
///     register/PV22/parken/vanaf/262015001                     first year of its later land
public struct ParkFigure: Hashable, Sendable {
  public enum Measure: Hashable, Sendable {
    case count
    /// Count as a part of all parks of the region.
    case share
    /// First year in which land that is issuable later comes.
    case availableFrom
    /// A number of the register under its name in `WorkLocationAttribute`.
    case attribute(String)
  }

  public enum Selection: Hashable, Sendable {
    case all
    case kind(ParkKind)
    case availability(Availability)
    /// With an attribute filled in, or `WorkLocation.outlineName`.
    case filledIn(String)
    /// Last measured on a date, as text.
    case measured(String)
    /// One park, by its RIN number.
    case park(String)
  }

  public let measure: Measure
  public let selection: Selection

  public init(_ measure: Measure, _ selection: Selection = .all) {
    self.measure = measure
    self.selection = selection
  }

  static let topic = "parken"

  /// - Parameter steps: the path after `parken`; nil when it names no figure.
  init?(_ steps: [String]) {
    guard let measure = steps.first.flatMap(Measure.init),
      let selection = Selection(Array(steps.dropFirst()))
    else { return nil }
    self.init(measure, selection)
  }

  var steps: [String] { [Self.topic, measure.step] + selection.steps }
}

extension ParkFigure.Measure {
  public static let gross = Self.attribute("bruto")
  public static let net = Self.attribute("netto_ha")
  public static let largestPart = Self.attribute("grootst_uitgeefbaar_deel_ha")

  private static let netStep = "netto"

  var step: String {
    switch self {
    case .count: "aantal"
    case .share: "aandeel"
    case .availableFrom: "vanaf"
    case .net: Self.netStep
    case .attribute(let name): name
    }
  }

  /// Nil for what is no number of a park.
  init?(_ step: String) {
    if let simple = [Self.count, .share, .availableFrom, .net].first(where: { $0.step == step }) {
      self = simple
    } else if WorkLocationAttribute.numeric(step) != nil {
      self = .attribute(step)
    } else {
      return nil
    }
  }
}

extension ParkFigure.Selection {
  var steps: [String] {
    switch self {
    case .all: []
    case .kind(let kind): ["soort", kind.rawValue]
    case .availability(let availability): ["beschikbaarheid", availability.rawValue]
    case .filledIn(let attribute): ["gevuld", attribute]
    case .measured(let date): ["gemeten", date]
    case .park(let rin): [rin]
    }
  }

  init?(_ steps: [String]) {
    switch (steps.first, steps.count) {
    case (nil, _): self = .all
    case (let rin?, 1): self = .park(rin)
    case ("soort"?, 2):
      guard let kind = ParkKind(rawValue: steps[1]) else { return nil }
      self = .kind(kind)
    case ("beschikbaarheid"?, 2):
      guard let availability = Availability(rawValue: steps[1]) else { return nil }
      self = .availability(availability)
    case ("gevuld"?, 2) where WorkLocation.fillable.contains(steps[1]): self = .filledIn(steps[1])
    case ("gemeten"?, 2): self = .measured(steps[1])
    default: return nil
    }
  }

  /// The column of the register that says whether a park is one of them.
  var field: String {
    switch self {
    case .all, .park: "rin_nummer"
    case .kind: "soort"
    case .availability: "terstond_uitgeefbaar, niet_terstond_uitgeefbaar"
    case .filledIn(let attribute): attribute
    case .measured: "peildatum"
    }
  }

  func contains(_ site: SiteSupply) -> Bool {
    switch self {
    case .all: true
    case .kind(let kind): site.park.kind == kind
    case .availability(let availability): site.availability == availability
    case .filledIn(let attribute): site.park.isFilledIn(attribute)
    case .measured(let date): site.park.origin.referenceDate.description == date
    case .park(let rin): site.park.rin.text == rin
    }
  }

  var label: LocalizedText {
    switch self {
    case .all, .park: LocalizedText(both: "")
    case .kind(let kind): LocalizedText(both: ", ") + kind.label
    case .availability(let availability): LocalizedText(both: ", ") + availability.label
    case .filledIn(let attribute):
      LocalizedText(nl: " met \(attribute) ingevuld", en: " with \(attribute) filled in")
    case .measured(let date): LocalizedText(nl: " gemeten op \(date)", en: " measured on \(date)")
    }
  }
}

extension WorkLocationAttribute {
  static func numeric(_ name: String) -> WorkLocationAttribute? { all.first { $0.name == name && $0.isNumeric } }
}
