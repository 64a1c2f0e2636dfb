import EnergyHubs
import Quantities

/// Empty files to fill in, with what each column means — *invulsjabloon*.
public struct EnergyTemplate: Sendable {
  let language: Language

  public init(language: Language) { self.language = language }

  public static let workbookFile = "connections.xlsx"
  /// Folder with the same as CSV: a study of its own, so that a filled workbook and an empty table do not compete.
  public static let textFolder = "csv"

  /// The workbook: a sheet to fill in for connections, consents, measurements and prices each, and one that explains. A sheet that stays
  /// empty does not count.
  public var workbook: Workbook {
    Workbook(
      title: LocalizedText(nl: "Aansluitingen van een energiehub", en: "Connections of an energy hub")[language],
      sheets: Self.tables.map { file, columns in
        Workbook.Sheet(name: Self.sheet(of: file), heading: [], columns: columns.map(\.name), rows: [])
      } + [Workbook.Sheet(name: "uitleg", heading: [], columns: explanationColumns, rows: explanations)])
  }

  /// The files to fill in, each with its columns.
  private static let tables = [
    (EnergyCaseFiles.connectionsFile, TemplateColumn.connections),
    (EnergyCaseFiles.consentsFile, TemplateColumn.consents),
    (EnergyCaseFiles.loadFile, TemplateColumn.load), (EnergyCaseFiles.seriesFile, TemplateColumn.series),
  ]

  /// A sheet is named like the file that it takes the place of.
  private static func sheet(of file: String) -> String { String(file.prefix { $0 != "." }) }

  /// The same as text files.
  public var texts: [(name: String, text: String)] {
    let tables = Self.tables.map { (name: $0.0, text: $0.1.map(\.name).joined(separator: ",") + "\n") }
    let explained = Self.tables.flatMap { file, columns in
      [file + ":"] + columns.map { "  \($0.name) (\($0.unit)): \($0.meaning[language])" } + [""]
    }
    return tables + [
      (EnergyCaseFiles.settingsFile, settings), ("uitleg.txt", explained.joined(separator: "\n") + "\n"),
    ]
  }

  private var settings: String {
    LocalizedText(
      nl:
        "# Haal het hekje weg van wat u invult; zonder regel geldt de bibliotheek.\n# name: Ons park\n# load_unit: kWh\n"
        + "# contract_price: 40\n# peak_price: 2\nconfidential: true\n",
      en:
        "# Remove the sign from what you fill in; without a line the library holds.\n# name: Our park\n# load_unit: kWh\n"
        + "# contract_price: 40\n# peak_price: 2\nconfidential: true\n")[language]
  }

  private var explanationColumns: [String] {
    [
      LocalizedText(nl: "blad", en: "sheet")[language], LocalizedText(nl: "kolom", en: "column")[language],
      LocalizedText(nl: "eenheid", en: "unit")[language], LocalizedText(nl: "betekenis", en: "meaning")[language],
    ]
  }

  private var explanations: [[Workbook.Cell]] {
    Self.tables.flatMap { file, columns in
      columns.map { [.text(Self.sheet(of: file)), .text($0.name), .text($0.unit), .text($0.meaning[language])] }
    }
  }
}

/// A column of an input file with its meaning — *kolomuitleg*.
struct TemplateColumn {
  let name: String
  let unit: String
  let meaning: LocalizedText

  init(_ name: String, _ unit: String, nl: String, en: String) {
    self.name = name
    self.unit = unit
    meaning = LocalizedText(nl: nl, en: en)
  }
}
