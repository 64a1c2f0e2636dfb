import ArgumentParser
import Planning
import Quantities
import WorkLocations

/// `werklocaties example`.
struct ExampleCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "example",
      abstract: localized(
        nl: "Maak een voorbeeldregister: een synthetisch Nederland met echte gemeenten.",
        en: "Make an example register: a synthetic Netherlands with real municipalities."),
      discussion: localized(
        nl: """
          Voorbeelden:
            werklocaties example register.gpkg
            werklocaties example register.gpkg --seed 7 --overwrite
          Terreinen, plannen en banen zijn verzonnen en zo genoemd; codes, namen en inwoners van gemeenten zijn feiten (CBS).
          """,
        en: """
          Examples:
            werklocaties example register.gpkg
            werklocaties example register.gpkg --seed 7 --overwrite
          Parks, plans and jobs are invented and called so; codes, names and inhabitants of municipalities are facts (CBS).
          """))
  }

  @Argument(
    help: ArgumentHelp(localized(nl: "Het te maken register.", en: "The register to make."), valueName: "register.gpkg")
  )
  var path: String

  @Option(
    help: ArgumentHelp(
      localized(nl: "Beginwaarde; dezelfde geeft hetzelfde register.", en: "Seed; the same gives the same register.")))
  var seed: UInt64 = CreateExample.Request.defaultSeed

  @Flag(help: ArgumentHelp(localized(nl: "Vervang een bestaand bestand.", en: "Replace an existing file.")))
  var overwrite = false

  @Flag(
    help: ArgumentHelp(
      localized(
        nl: "Verzin ook een geschiedenis van banen en uitgifte vanaf 1996, om de terugtoets te proberen.",
        en: "Invent a history of jobs and issue from 1996 too, to try the back-test on.")))
  var history = false

  @OptionGroup var library: LibraryOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let context = try CommandContext.require()
    context.console.say(
      LocalizedText(nl: "Synthetisch Nederland wordt gemaakt …", en: "Making the synthetic Netherlands …"))
    let records = try CreateExample()(
      .init(seed: seed, historyFrom: history ? CreateExample.Request.defaultHistoryFrom : nil),
      library: library.library(), today: context.environment.today)
    try context.environment.registers.create(path, overwrite: overwrite).store(records)
    context.console.print(Self.summary(of: records, path: path)[context.language])
  }

  private static func summary(of records: RegisterRecords, path: String) -> LocalizedText {
    LocalizedText(
      nl: "\(path): synthetisch register met \(records.parks.count) werklocaties, "
        + "\(records.planCapacities.count) plannen en \(records.withdrawals.count) onttrekkingen",
      en: "\(path): synthetic register with \(records.parks.count) work locations, "
        + "\(records.planCapacities.count) plans and \(records.withdrawals.count) withdrawals")
  }
}
