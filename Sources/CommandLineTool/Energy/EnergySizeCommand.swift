import ArgumentParser
import Planning
import Reporting

/// `werklocaties energy size`.
struct EnergySizeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "size",
      abstract: localized(
        nl: "Kies contract, zonnepanelen en batterij tegen de laagste kosten, met een bewijs dat niets goedkoper is.",
        en: "Choose contract, panels and battery at the least cost, with a proof that nothing is cheaper."),
      discussion: localized(
        nl: """
          Voorbeelden:
            werklocaties energy size
            werklocaties energy size park --max-contract 1200
            werklocaties energy size park --max-kwh 0 --no-panels
            werklocaties energy size park --eboiler 200 --eboiler 400 --curtailable 50 --curtailment-price 0.8
          Kleinste maten en vaste kosten staan in parameters.yaml; dan wordt elke combinatie van wel en niet bouwen doorgerekend.
          Kan het niet, dan staat er welke grens knelt, hoeveel er tekortkomt en wat het goedkoopste herstel is.
          """,
        en: """
          Examples:
            werklocaties energy size
            werklocaties energy size park --max-contract 1200
            werklocaties energy size park --max-kwh 0 --no-panels
            werklocaties energy size park --eboiler 200 --eboiler 400 --curtailable 50 --curtailment-price 0.8
          Least sizes and fixed costs stand in parameters.yaml; every combination of building and not building is then computed.
          If it cannot be done, it says which limit is too tight, by how much, and the cheapest repair.
          """))
  }

  @OptionGroup var options: EnergyCaseOptions

  @Option(help: ArgumentHelp(localized(nl: "Grootste groepscontract.", en: "Largest group contract."), valueName: "kW"))
  var maxContract: Double?

  @OptionGroup var building: HubBuildingOptions

  func run() throws {
    let context = try CommandContext.require()
    let park = try options.park(context)
    let request = building.request(contractMost: maxContract)
    let response = try options.clock(context).measure("compute") { try SizeHub()(request, park) }
    context.console.print(
      options.json ? try CanonicalJSON.text(response) : HubSizeTable.text(response, language: context.language))
    if response.shortage != nil { throw ExitCode.failure }
  }
}
