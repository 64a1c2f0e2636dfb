extension FileProblem {
  static func unknownColumn(allowed: [String]) -> FileProblem {
    let list = allowed.joined(separator: ", ")
    return FileProblem(
      "table.unknown-column", nl: "onbekende kolom", "Kies uit: \(list).", en: "unknown column",
      "Choose from: \(list).")
  }

  static let repeatedColumn = FileProblem(
    "table.repeated-column", nl: "de kolom staat er twee keer", "Verwijder er een.", en: "the column is there twice",
    "Remove one of them.")

  static func missingColumn(_ name: String) -> FileProblem {
    FileProblem(
      "table.missing-column", nl: "kolom ‘\(name)’ ontbreekt", "Voeg de kolom toe.", en: "column ‘\(name)’ is missing",
      "Add the column.")
  }

  static let notANumber = FileProblem(
    "table.not-a-number", nl: "geen getal", "Schrijf alleen cijfers, met een komma of punt voor de decimalen.",
    en: "not a number", "Write digits only, with a comma or point before the decimals.")

  static let ambiguousNumber = FileProblem(
    "table.ambiguous-number",
    nl: "het teken kan duizendtallen of decimalen scheiden", "Schrijf 1236, of 1,2360 voor een breuk.",
    en: "the mark may divide thousands or decimals", "Write 1236, or 1.2360 for a fraction.")

  static let tooManyCells = FileProblem(
    "table.too-many-cells", nl: "de rij heeft meer cellen dan de kop",
    "Zet een tekst met een scheidingsteken tussen aanhalingstekens.", en: "the row has more cells than the header",
    "Put a text that holds a separator between quotes.")
}
