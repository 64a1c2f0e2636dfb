import ArgumentParser
import Planning
import Quantities
import Reporting

/// `werklocaties energy store`.
struct EnergyStoreCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "store",
      abstract: localized(
        nl: "Bewaar een park in één compact bestand, versleuteld als het vertrouwelijk is.",
        en: "Keep a park in one compact file, encrypted when it is confidential."),
      discussion: localized(
        nl: """
          Voorbeelden:
            werklocaties energy store --into voorbeeld.wlenergie
            WERKLOCATIES_SLEUTEL='een zin van enkele woorden' werklocaties energy store park --into park.wlenergie
            werklocaties energy look park.wlenergie --key-file sleutel.txt
          Elke studie die niet synthetisch is, is vertrouwelijk, tenzij parameters.yaml confidential: false zegt. Zonder sleutel wordt
          zij niet opgeslagen. Raakt de wachtzin kwijt, dan is het bestand niet meer te openen.
          """,
        en: """
          Examples:
            werklocaties energy store --into example.wlenergie
            WERKLOCATIES_SLEUTEL='a sentence of several words' werklocaties energy store park --into park.wlenergie
            werklocaties energy look park.wlenergie --key-file key.txt
          Every study that is not synthetic is confidential, unless parameters.yaml says confidential: false. Without a key it is
          not stored. If the passphrase is lost, the file can be opened no more.
          """))
  }

  @OptionGroup var options: EnergyCaseOptions

  @Option(
    help: ArgumentHelp(
      localized(nl: "Het te maken bestand.", en: "The file to make."),
      valueName: localized(nl: "bestand", en: "file")))
  var into: String

  @Flag(help: ArgumentHelp(localized(nl: "Vervang een bestaand bestand.", en: "Replace an existing file.")))
  var overwrite = false

  func run() throws {
    let context = try CommandContext.require()
    let response = try options.clock(context).measure("store") {
      try StoreEnergyCase()(
        .init(study: options.study, file: into, overwrite: overwrite),
        library: options.library.library(folder: "energy"), in: context.environment)
    }
    context.console.report(response.study.diagnostics)
    let text =
      response.isSealed
      ? LocalizedText(
        nl: "\(into): \(response.study.connections) aansluitingen, \(response.byteCount) bytes, versleuteld",
        en: "\(into): \(response.study.connections) connections, \(response.byteCount) bytes, encrypted")
      : LocalizedText(
        nl: "\(into): \(response.study.connections) aansluitingen, \(response.byteCount) bytes, leesbaar voor iedereen",
        en: "\(into): \(response.study.connections) connections, \(response.byteCount) bytes, readable by anyone")
    context.console.print(options.json ? try CanonicalJSON.text(response) : text[context.language])
  }
}
