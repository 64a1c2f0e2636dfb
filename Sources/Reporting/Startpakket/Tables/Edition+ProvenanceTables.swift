import Planning
import Provenance
import Quantities
import WorkLocations

extension Edition {
  var completenessTable: Table {
    Table(
      caption: words("Hoe volledig het register is", "How complete the register is"),
      columns: [
        Table.Column(words("Gegeven", "Attribute")), .number(words("Ingevuld", "Filled in")),
        .number(words("Terreinen", "Parks")), .number(words("Aandeel", "Share"), unit: "%"),
      ],
      rows: response.quality.completeness.map { entry in
        let filled = ParkFigure.Selection.filledIn(entry.attribute)
        return Table.Row([
          .text(entry.attribute.replacing("_", with: " ")), counted(entry.filledIn, ParkFigure(.count, filled)),
          counted(entry.total, ParkFigure(.count)),
          Table.Cell.share(entry.total > 0 ? Double(entry.filledIn) / Double(entry.total) : nil)
            .explained(by: explanation(of: .parks(ParkFigure(.share, filled)), in: province)),
        ])
      })
  }

  var ageTable: Table {
    Table(
      caption: words("Hoe oud de gegevens zijn", "How old the data are"),
      columns: [Table.Column(words("Peildatum", "Reference date")), .number(words("Terreinen", "Parks"))],
      rows: response.quality.ages.map { age in
        Table.Row([
          .text(age.referenceDate.spelled(in: language)),
          counted(age.parks, ParkFigure(.count, .measured(age.referenceDate.description))),
        ])
      })
  }

  /// A number of parks of the province, with the way to its tree.
  private func counted(_ number: Int, _ figure: ParkFigure) -> Table.Cell {
    .count(number).explained(by: explanation(of: .parks(figure), in: province))
  }

  /// Problems in the data by rule, the gravest first.
  var diagnosticTable: Table {
    let groups = Dictionary(grouping: response.quality.diagnostics, by: \.code).values
      .sorted { ($1[0].severity, $1.count, $0[0].code) < ($0[0].severity, $0.count, $1[0].code) }
    return Table(
      caption: words("Meldingen over de gegevens", "Messages about the data"),
      columns: [
        Table.Column(words("Ernst", "Severity")), Table.Column(words("Melding", "Message")),
        .number(words("Aantal", "Count")), Table.Column(words("Voorbeeld", "Example")),
        Table.Column(words("Wat te doen", "Remedy")),
      ],
      rows: groups.map { group in
        Table.Row([
          .text(group[0].severity.label[language]), .text(group[0].message[language]),
          Table.Cell.count(group.count).explained(by: explanation(of: .messages(.rule(group[0].code)), in: province)),
          .text(group[0].place.spelled(in: language)), .text(group[0].remedy[language]),
        ])
      })
  }

  /// Every parameter that was read, or those of one folder.
  func parameterTable(folder: String? = nil) -> Table {
    let readings = readings.filter { folder == nil || $0.key.hasPrefix(folder! + "/") }
    return .parameters(
      readings,
      caption: folder.map { words("Parameters: \(folderName($0))", "Parameters: \(folderName($0))") }
        ?? words("Parameters", "Parameters"), in: language, memberName: memberName)
  }

  /// `industrie-voeding/business-park@PV22` in words.
  private func memberName(_ member: String) -> String {
    let parts = member.split(separator: "@", maxSplits: 1)
    let names = (parts.first ?? "").split(separator: "/").map { memberPart(String($0)) }
    let region = parts.count > 1 ? [name(of: RegionCode(String(parts[1])))] : []
    return (names + region).joined(separator: ", ")
  }

  private func memberPart(_ part: String) -> String {
    response.sectors[part]?.label[language] ?? response.sectors.group(part)?.label[language]
      ?? LocationType(rawValue: part)?.label[language] ?? CategoryClass(rawValue: part)?.label[language]
      ?? PlotSizeClass(rawValue: part)?.label[language] ?? scenarioName(part)
  }

  /// The folders of the parameters that were read, in the order of the method.
  var parameterFolders: [String] {
    let found = Set(readings.compactMap { $0.key.split(separator: "/").first.map(String.init) })
    let known = Self.folderNames.map(\.key).filter(found.contains)
    return known + found.subtracting(known).sorted()
  }

  func folderName(_ folder: String) -> String {
    Self.folderNames.first { $0.key == folder }?.value[language] ?? folder
  }

  private static let folderNames: KeyValuePairs<String, LocalizedText> = [
    "demand": LocalizedText(nl: "ruimtevraag", en: "demand"),
    "addons": LocalizedText(nl: "aanvullende vraag", en: "additional demand"),
    "segments": LocalizedText(nl: "verdeling over ruimteklassen", en: "spread over classes of land"),
    "supply": LocalizedText(nl: "aanbod", en: "supply"),
    "balance": LocalizedText(nl: "balans", en: "balance"),
    "uncertainty": LocalizedText(nl: "onzekerheid", en: "uncertainty"),
    "estimators": LocalizedText(nl: "andere ramers", en: "other estimators"),
    "backtest": LocalizedText(nl: "terugtoets", en: "back-test"),
    "energy-scan": LocalizedText(nl: "energiescan", en: "energy scan"),
    "energy-group": LocalizedText(nl: "groepscontracten", en: "group contracts"),
    "energy-hub": LocalizedText(nl: "stand van energiehubs", en: "stage of energy hubs"),
    "quality": LocalizedText(nl: "datakwaliteit", en: "data quality"),
    "example": LocalizedText(nl: "landelijke totalen", en: "national totals"),
  ]

  var snapshotTable: Table {
    Table(
      caption: words("Bronbestanden van het register", "Source files of the register"),
      columns: [
        Table.Column(words("Bestand", "File")), Table.Column(words("Inhoud", "Subject")),
        Table.Column(words("Peildatum", "Reference date")), Table.Column(words("Ingelezen", "Imported")),
        Table.Column(words("Licentie", "Licence")), Table.Column(words("Herkomst", "Origin")),
        Table.Column(words("Controlegetal (SHA-256)", "Checksum (SHA-256)")),
      ],
      rows: balance.register.snapshots.map { snapshot in
        Table.Row([
          .text(snapshot.fileName), .text(snapshot.subject), .text(snapshot.referenceDate.description),
          .text(snapshot.importedOn.description), .text(snapshot.licence ?? words("niet opgegeven", "not stated")),
          .text(snapshot.isSynthetic ? words("synthetisch", "synthetic") : words("echt", "real")),
          Table.Cell(.code(snapshot.checksum)),
        ])
      })
  }
}
