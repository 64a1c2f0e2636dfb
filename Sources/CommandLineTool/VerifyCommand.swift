import ArgumentParser
import Planning
import Reporting

/// `werklocaties verify`.
struct VerifyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify",
      abstract: localized(
        nl: "Reken gevallen na waarvan het antwoord met de hand is uitgerekend.",
        en: "Recompute cases whose answer was worked out by hand."),
      discussion: localized(
        nl: """
          Voorbeeld:
            werklocaties verify Documentation/Examples/cases
          De map bevat YAML-bestanden: een wereld, wijzigingen en verwachte cijfers. De uitgang is 1 als er een niet klopt.
          """,
        en: """
          Example:
            werklocaties verify Documentation/Examples/cases
          The folder holds YAML files: a world, changes and expected figures. The exit code is 1 when one fails.
          """))
  }

  @Argument(
    help: ArgumentHelp(
      localized(nl: "Map met gevallen.", en: "Folder with cases."), valueName: localized(nl: "map", en: "folder")))
  var folder: String

  @OptionGroup var language: LanguageOptions

  @Flag(help: ArgumentHelp(localized(nl: "Alle uitkomsten als JSON.", en: "All outcomes as JSON.")))
  var json = false

  func run() throws {
    let context = try CommandContext.require()
    let response = try VerifyCases()(folder: folder, in: context.environment)
    context.console.print(
      json ? try CanonicalJSON.text(response) : CaseReport.text(response, language: context.language))
    if !response.passes { throw ExitCode(1) }
  }
}
