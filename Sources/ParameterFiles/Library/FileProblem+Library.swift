import Quantities

// Problems of parameters.
extension FileProblem {
  static let notADate = FileProblem(
    "parameter.invalid-date", nl: "geen bestaande datum", "Schrijf jjjj-mm-dd.", en: "not an existing date",
    "Write yyyy-mm-dd.")

  static let datesNotAscending = FileProblem(
    "parameter.dates-not-ascending", nl: "de datums lopen niet op", "Zet de oudste datum bovenaan.",
    en: "the dates do not ascend", "Put the oldest date on top.")

  static let lowAboveValue = FileProblem(
    "parameter.low-above-value", nl: "low is groter dan value", "Zorg dat low ≤ value ≤ high.",
    en: "low is larger than value", "See that low ≤ value ≤ high.")

  static let valueAboveHigh = FileProblem(
    "parameter.value-above-high", nl: "value is groter dan high", "Zorg dat low ≤ value ≤ high.",
    en: "value is larger than high", "See that low ≤ value ≤ high.")

  static let outsideZeroToOne = FileProblem(
    "parameter.share-outside-0-1", nl: "een aandeel ligt tussen 0 en 1", "Schrijf 30 % als 0.3.",
    en: "a share lies between 0 and 1", "Write 30 % as 0.3.")

  static let negative = FileProblem(
    "parameter.negative", nl: "een hoeveelheid in deze eenheid kan niet onder nul liggen",
    "Geef value, low en high van nul of meer.", en: "an amount in this unit cannot lie below zero",
    "Give value, low and high of zero or more.")

  static let unknownSource = FileProblem(
    "parameter.unknown-source",
    nl: "onbekende bron", "Voeg bibliography/<bron>.yaml toe, of schrijf ‘source: assumption’.",
    en: "unknown source", "Add bibliography/<source>.yaml, or write ‘source: assumption’.")

  static let kindMissing = FileProblem(
    "parameter.kind-missing",
    nl: "de soort van de waarde ontbreekt", "Geef ‘kind’ bij de waarde of boven in het bestand.",
    en: "the kind of the value is missing", "Give ‘kind’ with the value or at the top of the file.")

  static let assumptionWithSource = FileProblem(
    "parameter.assumption-with-source",
    nl: "een aanname heeft geen bron", "Geef een andere ‘kind’, of schrijf ‘source: assumption’.",
    en: "an assumption has no source", "Give another ‘kind’, or write ‘source: assumption’.")

  static let kindWithoutSource = FileProblem(
    "parameter.kind-without-source",
    nl: "alleen een aanname kan zonder bron", "Noem de bron, of laat ‘kind’ bij de waarde weg.",
    en: "only an assumption can do without a source", "Name the source, or leave out ‘kind’ with the value.")

  static func memberShape(_ dimensions: [String]) -> FileProblem {
    let shape = dimensions.isEmpty ? "–" : dimensions.joined(separator: "/")
    return FileProblem(
      "parameter.member-shape",
      nl: "de naam past niet bij de dimensies \(shape)",
      "Schrijf de plaats op elke dimensie met / ertussen, zo nodig gevolgd door @regio.",
      en: "the name does not fit the dimensions \(shape)",
      "Write the place on each dimension joined by /, followed by @region where needed.")
  }

  static func unitChanged(from unit: Unit) -> FileProblem {
    FileProblem(
      "parameter.unit-changed", nl: "de eenheid verschilt van \(unit.rawValue)", "Reken om en laat ‘unit’ weg.",
      en: "the unit differs from \(unit.rawValue)", "Convert, and leave out ‘unit’.")
  }

  static func sharesNotOne(_ sum: Double) -> FileProblem {
    FileProblem(
      "parameter.shares-not-1",
      nl: "de aandelen tellen op tot \(sum), niet tot 1", "Pas de aandelen op elkaar aan.",
      en: "the shares add up to \(sum), not to 1", "Adjust the shares to one another.")
  }

  static func sharesAboveOne(_ sum: Double) -> FileProblem {
    FileProblem(
      "parameter.shares-above-1",
      nl: "de aandelen tellen op tot \(sum), meer dan 1", "Pas de aandelen op elkaar aan.",
      en: "the shares add up to \(sum), more than 1", "Adjust the shares to one another.")
  }
}

// Problems of add-ons and mappings.
extension FileProblem {
  static let nothingToRemove = FileProblem(
    "addon.nothing-to-remove",
    nl: "er is geen aanvullende vraag met deze naam", "Controleer de bestandsnaam.",
    en: "there is no add-on of this name", "Check the file name.")

  static let returnYear = FileProblem(
    "addon.return-year",
    nl: "tijdelijke vraag heeft een jaar van vrijkomen, blijvende niet",
    "Laat ‘temporary’ en ‘returns-from’ bij elkaar passen.",
    en: "a temporary need has a year of return, a lasting one has none", "Make ‘temporary’ and ‘returns-from’ agree.")

  static let yearsNotAscending = FileProblem(
    "addon.years", nl: "‘until’ ligt voor ‘from’", "Draai de jaren om.", en: "‘until’ lies before ‘from’",
    "Turn the years round.")
}
