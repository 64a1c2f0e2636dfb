import ArgumentParser
import Planning
import Quantities
import Reporting

/// A class of roof with a size: `zuid=250`.
struct RoofSize: ExpressibleByArgument, Sendable {
  let name: String
  let size: Double

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let size = Double(parts[1]) else { return nil }
    name = String(parts[0])
    self.size = size
  }
}

/// `werklocaties energy dispatch`.
struct EnergyDispatchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "dispatch",
      abstract: localized(
        nl: "De goedkoopste inzet van batterij en zon bij gegeven maten, per stap, met bewijs.",
        en: "The cheapest operation of battery and sun at given sizes, per step, with proof."),
      discussion: localized(
        nl: """
          Voorbeelden:
            werklocaties energy dispatch
            werklocaties energy dispatch park --kwh 800 --kw 400 --roof zuid=500
            werklocaties energy dispatch park --csv > inzet.csv
          Zonder maten worden die van energy size genomen.
          """,
        en: """
          Examples:
            werklocaties energy dispatch
            werklocaties energy dispatch park --kwh 800 --kw 400 --roof zuid=500
            werklocaties energy dispatch park --csv > dispatch.csv
          Without sizes those of energy size are taken.
          """))
  }

  @OptionGroup var options: EnergyCaseOptions

  @Option(
    help: ArgumentHelp(localized(nl: "Inhoud van de batterij.", en: "Capacity of the battery."), valueName: "kWh"))
  var kwh: Double?

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Vermogen van de batterij; zonder deze optie in twee uur leeg.",
        en: "Power of the battery; empty in two hours without this option."), valueName: "kW"))
  var kw: Double?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      localized(nl: "Zonnepanelen op een dakklasse; mag vaker.", en: "Panels on a class of roof; may be repeated."),
      valueName: localized(nl: "dakklasse=kWp", en: "class=kWp")))
  var roof: [RoofSize] = []

  @Option(
    help: ArgumentHelp(
      localized(nl: "Vermogen van de e-boiler.", en: "Power of the e-boiler."), valueName: "kW"))
  var eboiler: Double?

  @Option(help: ArgumentHelp(localized(nl: "Groepscontract.", en: "Group contract."), valueName: "kW"))
  var contract: Double?

  @Flag(help: ArgumentHelp(localized(nl: "Elke stap als CSV.", en: "Every step as CSV.")))
  var csv = false

  @Flag(
    help: ArgumentHelp(
      localized(
        nl: "Geef --csv ook als het groepsprofiel bijna dat van één lid is; het blijft bij de parkbeheerder.",
        en: "Give --csv even if the group's profile is nearly that of one member; it stays with the park's manager.")))
  var ownUse = false

  func run() throws {
    let context = try CommandContext.require()
    let park = try options.park(context)
    if csv, !ownUse { try KeepGroupProfile()(park, library: try options.library.library(folder: "energy-privacy")) }
    let roofs = Dictionary(roof.map { ($0.name, $0.size) }, uniquingKeysWith: +)
    let (response, flows) = try options.clock(context).measure("compute") {
      try PlanDispatch()(
        .init(batteryEnergy: kwh, batteryPower: kw, roofs: roofs, boiler: eboiler, contract: contract), park)
    }
    if csv, !options.json, let flows {
      context.console.print(DispatchTable.csv(flows))
    } else {
      context.console.print(
        options.json ? try CanonicalJSON.text(response) : DispatchTable.text(response, language: context.language))
    }
    if response.shortfall != nil { throw ExitCode.failure }
  }
}
