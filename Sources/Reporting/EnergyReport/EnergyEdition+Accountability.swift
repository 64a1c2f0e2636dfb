import Planning
import Provenance
import Quantities

extension EnergyEdition {
  /// Every value behind the figures — *parameters en aannames*.
  var values: Chapter {
    Chapter(
      id: "parameters", title: words("Parameters en aannames", "Parameters and assumptions"),
      blocks: [
        .paragraph(
          rich(
            "Eerst de prijzen en eigenschappen waarmee is gerekend; daarna elke waarde die uit de bibliotheek is gelezen, met bron. Een waarde met \(AssumptionMark.sign) heeft niemand gepubliceerd.",
            "First the prices and properties that were used; then every value that was read from the library, with its source. A value with \(AssumptionMark.sign) was published by nobody."
          )), .table(coefficientTable), .table(parameterTable),
      ])
  }

  var parameterTable: Table {
    .parameters(
      response.parameters, caption: words("Gelezen waarden", "Values that were read"), in: language, memberName: { $0 })
  }

  /// Where everything comes from — *bronnen*.
  var sources: Chapter {
    let listed = response.bibliography.map { RichText.reference($0, in: language) }
    return Chapter(
      id: "bronnen", title: words("Bronnen", "Sources"),
      blocks: [
        .list(
          listed.isEmpty
            ? [rich("Geen van de gelezen waarden noemt een bron.", "None of the values names a source.")] : listed)
      ]
        + (response.inputs.isEmpty ? [.paragraph(embedded)] : [.table(inputTable)]))
  }

  private var embedded: RichText {
    rich(
      "De reeksen zijn die van het ingebouwde voorbeeldpark, dat uit een vast zaad wordt gemaakt (\(code: "werklocaties energy example")).",
      "The series are those of the embedded example park, made from a fixed seed (\(code: "werklocaties energy example"))."
    )
  }

  private var inputTable: Table {
    Table(
      caption: words("Bestanden van de studie", "Files of the study"),
      columns: [
        Table.Column(words("Bestand", "File")), .number(words("Bytes", "Bytes")),
        Table.Column(words("Controlegetal (SHA-256)", "Checksum (SHA-256)")),
      ],
      rows: response.inputs.map { Table.Row([.text($0.name), .count($0.byteCount), Table.Cell(.code($0.checksum))]) })
  }

  /// The sources and the files as one sheet.
  var sourceSheet: Table {
    Table(
      caption: words("Bronnen en bestanden", "Sources and files"),
      columns: [
        Table.Column(words("Kenmerk of bestand", "Key or file")), Table.Column(words("Titel", "Title")),
        Table.Column(words("Maker", "Producer")), Table.Column(words("Datum", "Date")),
        Table.Column(words("Vindplaats of controlegetal", "Address or checksum")),
      ],
      rows: response.bibliography.map { source in
        Table.Row(
          [source.id, source.title, source.producer, source.published ?? "", source.address ?? ""].map { .text($0) })
      }
        + response.inputs.map { file in
          Table.Row([.text(file.name), .empty, .empty, .empty, Table.Cell(.code(file.checksum))])
        }
        + (response.inputs.isEmpty
          ? [
            Table.Row(
              [.text(words("ingebouwd voorbeeldpark", "embedded example park"))] + Array(repeating: .empty, count: 4))
          ] : []))
  }

  /// How anyone gets the same figures — *reproductie*.
  func reproduction() throws -> Chapter {
    Chapter(
      id: "reproductie", title: words("Zo maakt u dit rapport na", "How to reproduce this report"),
      blocks: [
        .paragraph(
          rich(
            "Dit rapport is gemaakt met \(ProgramVersion.name). Dezelfde bestanden, parameters en opdracht geven met die versie precies dezelfde cijfers.",
            "This report was made with \(ProgramVersion.name). The same files, parameters and command give exactly the same figures with that version."
          )),
        .code(command),
        .paragraph(rich("Dit is het verzoek dat is beantwoord:", "This is the request that was answered:")),
        .code(try CanonicalJSON.text(response.request)),
      ])
  }

  private var command: String {
    let request = response.request
    let sizing = request.sizing
    func option(_ name: String, _ value: Double?) -> String {
      value.map { " --\(name) \($0.plain)" } ?? ""
    }
    return "werklocaties energy report" + (request.folder.map { " " + $0 } ?? "") + " --out rapport"
      + (request.group.key == DivideGroup.Request().key ? "" : " --key \(request.group.key)")
      + option("contract", request.group.contract) + option("max-kwh", sizing.batteryEnergyMost)
      + option("max-kw", sizing.batteryPowerMost) + (sizing.buildsPanels ? "" : " --no-panels")
      + (sizing.boilers ?? []).map { option("eboiler", $0) }.joined() + option("eboiler-value", sizing.boilerValue)
      + option("curtailable", sizing.curtailable) + option("curtailment-price", sizing.curtailmentPrice)
      + (request.receiver.map { " --receiver '\($0)'" } ?? "")
      + (request.completesYear == true ? " --complete-year" : "")
      + (language == .nl ? "" : " --language \(language.rawValue)")
  }
}
