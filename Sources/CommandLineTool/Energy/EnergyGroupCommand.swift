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
            werklocaties energy group park --stress --price-year 2024.csv
          Met --stress de hele kosten van de groep (energie, contract, pieken, zonnepanelen en batterij) bij elke tegenvaller.
          Sleutels: equal, contract, energy, peakContribution, shapley.
          """,
        en: """
          Examples:
            werklocaties energy group
            werklocaties energy group park --key contract --contract 2500
            werklocaties energy group park --csv
            werklocaties energy group park --stress --price-year 2024.csv
          With --stress all costs of the group (energy, contract, peaks, panels and battery) under each event.
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

  @OptionGroup(title: localized(nl: "Tegenvallers", en: "Events")) var stress: GroupStressOptions

  func run() throws {
    let context = try CommandContext.require()
    let park = try options.park(context)
    let request = DivideGroup.Request(key: key, contract: contract)
    let library = try options.library.library()
    guard !stress.isAsked else { return try report(park, request, library, context) }
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

  private func report(
    _ park: EnergyCase, _ request: DivideGroup.Request, _ library: PlanningLibrary, _ context: CommandContext
  ) throws {
    let prices = try stress.prices(context)
    let response = try options.clock(context).measure("compute") {
      try StressGroup()(
        .init(division: request, degreeDays: stress.coldYear), park, prices: prices, library: library)
    }
    context.console.report(response.diagnostics)
    let text =
      options.json
      ? try CanonicalJSON.text(response)
      : csv ? GroupStressTable.csv(response) : GroupStressTable.text(response, language: context.language)
    context.console.print(text)
  }
}
