import Planning
import Provenance
import Quantities
import WorkLocations

extension Edition {
  /// What is missing and how old it is — *datakwaliteit*.
  var dataQuality: Chapter {
    Chapter(
      id: "datakwaliteit", title: words("Kwaliteit van de gegevens", "Quality of the data"),
      blocks: [
        .paragraph(
          rich(
            "Een berekening is zo goed als de gegevens eronder. Hieronder staat wat ontbreekt, hoe oud de gegevens zijn en welke fouten de controle vond.",
            "A calculation is as good as the data below it. This is what is missing, how old the data are and which errors the check found."
          )), .table(completenessTable), .table(ageTable),
      ]
        + tableOrSentence(
          diagnosticTable,
          rich("De controle vond geen fouten of waarschuwingen.", "The check found no errors or warnings.")))
  }

  /// Every value behind the figures — *parameters en aannames*.
  var parameters: Chapter {
    Chapter(
      id: "parameters", title: words("Parameters en aannames", "Parameters and assumptions"), startsPage: true,
      blocks: [
        .paragraph(
          rich(
            "Dit zijn alle waarden die de berekening heeft gelezen. Laag en hoog geven de onzekerheid van de waarde zelf.",
            "These are all values that the calculation read. Low and high give the uncertainty of the value itself.")),
        .heading(words("Aannames", "Assumptions")),
        .paragraph(
          rich(
            "Voor deze parameters is (voor een of meer waarden) geen openbare bron gevonden.",
            "For these parameters no public source was found for one or more values.")),
        .list(assumptions.isEmpty ? [rich("Geen.", "None.")] : assumptions),
      ] + parameterFolders.flatMap { [.heading(sentenceCase(folderName($0))), .table(parameterTable(folder: $0))] })
  }

  private var assumptions: [RichText] {
    let groups = Dictionary(grouping: assumedReadings, by: \.key)
    return groups.sorted { $0.key < $1.key }.map { key, readings in
      let label = RichText([.assumed(readings[0].label[language])])
      return rich(
        "\(label): \(readings.count) \(readings.count == 1 ? "waarde" : "waarden") (\(code: key)).",
        "\(label): \(readings.count) \(readings.count == 1 ? "value" : "values") (\(code: key)).")
    }
  }

  /// Where everything comes from — *bronnen*.
  var sources: Chapter {
    Chapter(
      id: "bronnen", title: words("Bronnen", "Sources"),
      blocks: [
        .heading(words("Literatuur en statistiek", "Literature and statistics")),
        .list(bibliography.map { .reference($0, in: language) }),
        .heading(words("Gegevens", "Data")), .table(snapshotTable),
      ])
  }

  /// How anyone gets the same figures — *reproductie*.
  func reproduction() throws -> Chapter {
    Chapter(
      id: "reproductie", title: words("Zo maakt u dit rapport na", "How to reproduce this report"),
      blocks: [
        .paragraph(
          rich(
            "Dit rapport is gemaakt met \(ProgramVersion.name). Hetzelfde register, dezelfde parameters en hetzelfde verzoek geven met die versie precies dezelfde cijfers. Gebruik dit commando:",
            "This report was made with \(ProgramVersion.name). The same register, the same parameters and the same request give exactly the same figures with that version. Use this command:"
          )),
        .code(command),
        .paragraph(rich("Dit is het verzoek dat is beantwoord:", "This is the request that was answered:")),
        try .code(CanonicalJSON.text(response.request)),
      ])
  }

  private var command: String {
    "werklocaties startpakket register.gpkg --province \(province.text) --out startpakketten"
      + (language == .nl ? "" : " --language \(language.rawValue)")
  }
}
