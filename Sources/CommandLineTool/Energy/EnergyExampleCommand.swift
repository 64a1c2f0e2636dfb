import ArgumentParser
import Planning
import Quantities

/// `werklocaties energy example`.
struct EnergyExampleCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "example",
      abstract: localized(
        nl: "Schrijf een synthetisch voorbeeldpark: tien verzonnen bedrijven, een jaar in kwartieren.",
        en: "Write a synthetic example park: ten invented firms, a year of quarters."),
      discussion: localized(
        nl: """
          Voorbeeld:
            werklocaties energy example park
          Vervang daarna de vier bestanden door eigen gegevens. Niets erin is gemeten.
          """,
        en: """
          Example:
            werklocaties energy example park
          Then replace the four files with data of your own. Nothing in them was measured.
          """))
  }

  @Argument(
    help: ArgumentHelp(
      localized(nl: "De te maken map.", en: "The folder to make."), valueName: localized(nl: "map", en: "folder")))
  var path: String

  @Option(
    help: ArgumentHelp(
      localized(nl: "Beginwaarde; dezelfde geeft hetzelfde park.", en: "Seed; the same gives the same park.")))
  var seed: UInt64 = EnergyExample.defaultSeed

  @Flag(help: ArgumentHelp(localized(nl: "Vervang bestaande bestanden.", en: "Replace existing files.")))
  var overwrite = false

  @OptionGroup var language: LanguageOptions

  func run() throws {
    let context = try CommandContext.require()
    let files = EnergyExample(seed: seed).files()
    try context.environment.energyCases.write(files, to: path, overwrite: overwrite)
    context.console.print(
      LocalizedText(
        nl:
          "\(path): synthetisch park met \(files.connections.count) aansluitingen en \(files.load.rowCount) kwartieren",
        en: "\(path): synthetic park with \(files.connections.count) connections and \(files.load.rowCount) quarters")[
          context.language])
  }
}
