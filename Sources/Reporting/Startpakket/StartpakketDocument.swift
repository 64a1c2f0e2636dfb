import Planning
import Quantities
import WorkLocations

/// The startpakket of a province as a document — *startpakket*.
public enum StartpakketDocument {
  /// The report with all its chapters. The same response and language give an equal document.
  /// - Throws: `EncodingError` when the request holds a number that JSON cannot.
  public static func compose(_ response: ComposeStartpakket.Response, language: Language) throws -> Document {
    let edition = Edition(response, in: language)
    return Document(
      language: language,
      title: edition.words(
        "Startpakket werklocaties \(response.province.name)", "Work locations in \(response.province.name)"),
      subtitle: edition.words("Vraag, aanbod en knelpunten", "Demand, supply and bottlenecks"),
      summary: edition.words(
        "Ruimte voor bedrijven in \(response.province.name): vraag, aanbod, balans en knelpunten tot \(edition.lastYear).",
        "Room for firms in \(response.province.name): demand, supply, balance and bottlenecks until \(edition.lastYear)."
      ),
      footer: edition.footer, syntheticNotice: edition.syntheticNotice, facts: edition.facts,
      chapters: ([
        edition.summary, edition.readingGuide, edition.workLocations, edition.demand, edition.supply,
        edition.confrontation, edition.segments, edition.uncertainty, edition.estimators, edition.issuableLand,
        edition.plansAndWithdrawals, edition.clusters, edition.energy,
        edition.landUse, edition.dataQuality, edition.parameters, edition.sources, try edition.reproduction(),
      ] as [Chapter?]).compactMap { $0 })
  }
}

extension Edition {
  var lastYear: String { horizons.last.map(String.init) ?? "" }

  /// Short, for maps and page feet.
  var syntheticLabel: String { words("synthetische voorbeelddata", "synthetic example data") }

  var syntheticNotice: String? {
    guard isSynthetic else { return nil }
    return words(
      "Dit rapport rust op synthetische voorbeelddata. De terreinen, banen of plannen zijn (deels) verzonnen. Gebruik de cijfers niet voor besluiten.",
      "This report rests on synthetic example data. Parks, jobs or plans are (partly) made up. Do not use the figures for decisions."
    )
  }

  var footer: String {
    let parts = [
      response.province.name,
      words(
        "peildatum \(referenceDate.spelled(in: language))", "reference date \(referenceDate.spelled(in: language))"),
    ]
    return (parts + (isSynthetic ? [syntheticLabel] : [])).joined(separator: " · ")
  }

  var facts: [Document.Fact] {
    [
      Document.Fact(words("Provincie", "Province"), response.province.name),
      Document.Fact(
        words("Peildatum van het register", "Reference date of the register"), referenceDate.spelled(in: language)),
      Document.Fact(words("Kijkt vooruit tot", "Looks ahead to"), horizons.map(String.init).joined(separator: ", ")),
      Document.Fact(words("Scenario’s", "Scenarios"), scenarios.map(scenarioName).joined(separator: ", ")),
      Document.Fact(
        words("Werklocaties in dit rapport", "Work locations in this report"),
        numbers(Double(response.parks.count), decimals: 0)),
      Document.Fact(
        words("Aannames in de berekening", "Assumptions in the calculation"),
        numbers(Double(assumedReadings.count), decimals: 0)),
    ]
  }

  /// Under maps and charts.
  var sourceLine: String {
    let register = words(
      "Bron: register van werklocaties, peildatum \(referenceDate.spelled(in: language)).",
      "Source: register of work locations, reference date \(referenceDate.spelled(in: language)).")
    return isSynthetic ? register + " " + words("Synthetische voorbeelddata.", "Synthetic example data.") : register
  }

  /// Lines in a map itself, so that they stay with it when it is copied out.
  var mapCredits: [String] {
    let borders =
      backdrop.isSynthetic
      ? [
        words(
          "Grenzen zijn geschat rond gemeentekernen; het zijn geen echte grenzen.",
          "Borders are estimated around municipal centres; they are not real borders.")
      ]
      : []
    return [sourceLine] + borders
  }

  var backdrop: RegionBackdrop {
    RegionBackdrop(
      province: response.province, marketRegions: response.marketRegions, municipalities: response.municipalities)
  }
}
