import ArgumentParser
import Planning
import Provenance
import Quantities
import Reporting

/// `werklocaties check`.
struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: localized(
        nl: "Toets alle regels van het register, met plaats en remedie.",
        en: "Check every rule of the register, with place and remedy."),
      discussion: localized(
        nl: """
          Voorbeelden:
            werklocaties check register.gpkg
            werklocaties check register.gpkg --json
          De uitgang is 1 als er fouten zijn; waarschuwingen en opmerkingen laten de uitgang 0.
          """,
        en: """
          Examples:
            werklocaties check register.gpkg
            werklocaties check register.gpkg --json
          The exit code is 1 when there are errors; warnings and notes leave it 0.
          """))
  }

  @OptionGroup var register: RegisterOptions
  @OptionGroup var library: LibraryOptions
  @OptionGroup var language: LanguageOptions

  @Flag(help: ArgumentHelp(localized(nl: "Alle meldingen als JSON.", en: "All problems as JSON.")))
  var json = false

  func run() throws {
    let context = try CommandContext.require()
    let request = CheckRegister.Request(referenceDate: register.referenceDate)
    let response = try CheckRegister()(request, register: register.register(), library: library.library())
    if json {
      context.console.print(try CanonicalJSON.text(response))
    } else {
      context.console.report(response.diagnostics)
      context.console.print(Self.summary(of: response)[context.language])
    }
    if response.diagnostics.hasErrors { throw ExitCode(1) }
  }

  private static func summary(of response: CheckRegister.Response) -> LocalizedText {
    let counts = Diagnostic.Severity.allCases.reversed().map { response.diagnostics.count(of: $0) }
    let parks = response.register.parkCount
    return LocalizedText(
      nl: "\(parks) werklocaties op \(response.register.referenceDate): "
        + "\(counts[0]) fouten, \(counts[1]) waarschuwingen, \(counts[2]) opmerkingen",
      en: "\(parks) work locations on \(response.register.referenceDate): "
        + "\(counts[0]) errors, \(counts[1]) warnings, \(counts[2]) notes")
  }
}
