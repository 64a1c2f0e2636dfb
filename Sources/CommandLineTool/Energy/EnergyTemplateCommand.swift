import ArgumentParser
import Planning
import Quantities

/// `werklocaties energy template`.
struct EnergyTemplateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "template",
      abstract: localized(
        nl: "Schrijf lege invulbestanden voor een park: een rekenblad met uitleg, en hetzelfde als CSV.",
        en: "Write empty files for a park to fill in: a workbook with explanations, and the same as CSV."),
      discussion: localized(
        nl: """
          Voorbeeld:
            werklocaties energy template nieuw-park
          Vul het blad connections van connections.xlsx in en zet de meetwaarden op het blad load, of in load.csv, load.xlsx of de map load
          (ook exports van meetbedrijven en de P1-poort). Delen worden samengevoegd: load-2024-01.csv, load-2024-02.xlsx, … of
          per aansluiting load/f01-2024-01.csv, … Van een rekenblad telt het blad load, anders het eerste. Wie liever CSV invult, neemt de map csv.
          """,
        en: """
          Example:
            werklocaties energy template new-park
          Fill in the sheet connections of connections.xlsx and put the measurements on the sheet load, or in load.csv, load.xlsx or the folder load
          (exports of metering companies and the P1 port too). Parts are joined: load-2024-01.csv, load-2024-02.xlsx, … or
          per connection load/f01-2024-01.csv, … Of a workbook the sheet load counts, else the first. To fill in CSV, take the folder csv.
          """))
  }

  @Argument(
    help: ArgumentHelp(
      localized(nl: "De te maken map.", en: "The folder to make."), valueName: localized(nl: "map", en: "folder")))
  var path: String

  @Flag(help: ArgumentHelp(localized(nl: "Vervang bestaande bestanden.", en: "Replace existing files.")))
  var overwrite = false

  @OptionGroup var language: LanguageOptions

  func run() throws {
    let context = try CommandContext.require()
    let template = EnergyTemplate(language: context.language)
    let folder = "\(path)/\(EnergyTemplate.textFolder)"
    try context.environment.energyCases.write(template.texts, to: folder, overwrite: overwrite)
    try context.environment.workbooks.write(template.workbook, to: "\(path)/\(EnergyTemplate.workbookFile)")
    context.console.print(
      LocalizedText(
        nl: "\(path): \(EnergyTemplate.workbookFile) met uitleg per kolom, en hetzelfde als CSV in \(folder)",
        en: "\(path): \(EnergyTemplate.workbookFile) with an explanation per column, and the same as CSV in \(folder)")[
          context.language])
  }
}
