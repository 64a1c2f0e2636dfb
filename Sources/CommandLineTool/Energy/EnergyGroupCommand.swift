import ArgumentParser
import Planning
import Reporting

/// `werklocaties energy group`.
struct EnergyGroupCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "group",
      abstract: localized(
        nl: "Individuele rechten tegenover één groepsrecht: wat komt vrij, en wie betaalt wat?",
        en: "Individual rights against one right of the group: what comes free, and who pays what?"),
      discussion: localized(
        nl: """
          Voorbeelden:
            werklocaties energy group
            werklocaties energy group park --key contract --contract 2500
            werklocaties energy group park --csv
          Sleutels: equal, contract, energy, peakContribution, shapley.
          """,
        en: """
          Examples:
            werklocaties energy group
            werklocaties energy group park --key contract --contract 2500
            werklocaties energy group park --csv
          Keys: equal, contract, energy, peakContribution, shapley.
          """))
  }

  @OptionGroup var options: EnergyCaseOptions

  @Option(help: ArgumentHelp(localized(nl: "Verdeelsleutel.", en: "Key of the division.")))
  var key = DivideGroup.Request().key

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Recht van de groep; zonder deze optie de groepspiek met reserve.",
        en: "Right of the group; the group's peak with a reserve without this option."), valueName: "kW"))
  var contract: Double?

  @Flag(help: ArgumentHelp(localized(nl: "De tabel als CSV.", en: "The table as CSV.")))
  var csv = false

  func run() throws {
    let context = try CommandContext.require()
    let park = try options.park(context)
    let request = DivideGroup.Request(key: key, contract: contract)
    let library = try options.library.library()
    let response = try options.clock(context).measure("compute") {
      try DivideGroup()(request, park, library: library)
    }
    context.console.report(response.diagnostics)
    let text =
      options.json
      ? try CanonicalJSON.text(response)
      : csv ? GroupDivisionTable.csv(response) : GroupDivisionTable.text(response, language: context.language)
    context.console.print(text)
  }
}
