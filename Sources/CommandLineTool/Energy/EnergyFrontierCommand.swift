import ArgumentParser
import Planning
import Reporting

/// `werklocaties energy frontier`.
struct EnergyFrontierCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "frontier",
      abstract: localized(
        nl: "Hoeveel opslag houdt het park onder hoeveel kW? De hele afruil, exact.",
        en: "How much storage keeps the park under how many kW? The whole trade-off, exact."),
      discussion: localized(
        nl: """
          Voorbeelden:
            werklocaties energy frontier
            werklocaties energy frontier park --kw 500 --limit 1000
            werklocaties energy frontier park --kwh 800 --csv
          De knik is het punt waarna elke kW minder meer opslag vraagt dan gemiddeld.
          """,
        en: """
          Examples:
            werklocaties energy frontier
            werklocaties energy frontier park --kw 500 --limit 1000
            werklocaties energy frontier park --kwh 800 --csv
          The knee is the point beyond which every kW less takes more storage than the average.
          """))
  }

  @OptionGroup var options: EnergyCaseOptions

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Vermogen van de opslag; zonder deze optie het grootste dat de studie toestaat.",
        en: "Power of the storage; the largest that the study allows without this option."), valueName: "kW"))
  var kw: Double?

  @Option(
    help: ArgumentHelp(
      localized(nl: "Noem ook de laagste grens bij deze inhoud.", en: "Also the lowest limit with this capacity."),
      valueName: "kWh"))
  var kwh: Double?

  @Option(
    help: ArgumentHelp(
      localized(nl: "Noem ook de opslag die deze grens vraagt.", en: "Also the storage that this limit takes."),
      valueName: "kW"))
  var limit: Double?

  @Option(help: ArgumentHelp(localized(nl: "Aantal punten van de kromme.", en: "Number of points of the curve.")))
  var points: Int = TraceFrontier.Request.defaultPoints

  @Flag(help: ArgumentHelp(localized(nl: "De kromme als CSV.", en: "The curve as CSV.")))
  var csv = false

  func run() throws {
    let context = try CommandContext.require()
    let park = try options.park(context)
    let response = try options.clock(context).measure("compute") {
      try TraceFrontier()(.init(power: kw, capacity: kwh, limit: limit, points: points), park)
    }
    context.console.print(
      options.json
        ? try CanonicalJSON.text(response)
        : csv ? FrontierTable.csv(response) : FrontierTable.text(response, language: context.language))
  }
}
