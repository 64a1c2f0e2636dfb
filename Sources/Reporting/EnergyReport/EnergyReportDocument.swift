import Planning
import Provenance
import Quantities

/// The report about the energy of one park as a document — *energierapport*: two pages for the park manager, then annexes for the
/// grid operator and for whoever checks it. For somebody outside the group the pages for the manager, with the members, are left
/// out.
public enum EnergyReportDocument {
  /// The same response and language give an equal document.
  /// - Throws: `EncodingError` when the request holds a number that JSON cannot.
  public static func compose(_ response: ComposeEnergyReport.Response, language: Language) throws -> Document {
    let edition = EnergyEdition(response, in: language)
    return Document(
      language: language, style: .brief, title: response.study.name,
      subtitle: edition.words("Energierapport van de werklocatie", "Energy report of the work location"),
      summary: edition.words(
        "Past de groep onder één contract, wat is het waard om samen te bouwen, en wie betaalt wat: \(response.study.name), \(response.study.year).",
        "Does the group fit one contract, what is building together worth, and who pays what: \(response.study.name), \(response.study.year)."
      ),
      footer: edition.footer, syntheticNotice: edition.syntheticNotice, facts: edition.facts,
      chapters: (response.request.receiver == nil ? [edition.manager] : [])
        + [
          edition.operatorAnnex, edition.proof, edition.values, edition.sources, try edition.reproduction(),
        ] + edition.explanations)
  }
}

extension EnergyEdition {
  var syntheticNotice: String? {
    guard isSynthetic else { return nil }
    return words(
      "Dit rapport rust op synthetische voorbeelddata: reeksen of bedrijven zijn verzonnen. Gebruik de cijfers niet voor besluiten.",
      "This report rests on synthetic example data: series or firms are made up. Do not use the figures for decisions.")
  }

  var footer: String {
    let mark = words(
      "\(AssumptionMark.sign) rust op een aanname", "\(AssumptionMark.sign) rests on an assumption")
    let secret = words("vertrouwelijk: voor parkmanager en leden", "confidential: for park manager and members")
    let isSecret = study.isConfidential && response.request.receiver == nil
    return
      ([study.name, String(study.year)] + (isSynthetic ? [syntheticLabel] : []) + (isSecret ? [secret] : [])
      + [mark]).joined(separator: " · ")
  }

  var facts: [Document.Fact] {
    [
      Document.Fact(words("Aansluitingen", "Connections"), String(study.connections)),
      Document.Fact(
        words("Jaar en tijdstap", "Year and step"), "\(study.year), \(number(Double(study.steps))) \(stepName)"),
      Document.Fact(
        words("Station", "Station"),
        look.stations.isEmpty ? words("niet opgegeven", "not given") : look.stations.joined(separator: ", ")),
      Document.Fact(
        words("Aannames", "Assumptions"),
        words(
          "\(response.parameters.count(where: \.isAssumption)) van \(response.parameters.count) waarden",
          "\(response.parameters.count(where: \.isAssumption)) of \(response.parameters.count) values")),
    ] + [completionFact].compactMap { $0 }
  }

  var manager: Chapter {
    Chapter(
      id: "parkmanager", title: words("Voor de parkmanager", "For the park manager"),
      blocks: [.paragraph(verdict), .keyFigures(keyFigures)] + demandBlocks + frontierBlocks + [.pageBreak]
        + buildingBlocks + weekBlocks + memberBlocks + qualityBlocks + stepBlocks)
  }
}
