import ArgumentParser
import Planning
import Reporting

/// `werklocaties energy grid`.
struct EnergyGridCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "grid",
      abstract: localized(
        nl: "Spanning, kabelbelasting en verlies van de streng, elk moment van het jaar.",
        en: "Voltage, cable load and losses of the feeder, at every moment of the year."),
      discussion: localized(
        nl: """
          Voorbeelden:
            werklocaties energy grid
            werklocaties energy grid park --kilovolts 10.5
            werklocaties energy grid park --with-hub
            werklocaties energy grid park --hub-at station-noord
          De map bevat feeder.csv met from, to, resistance_ohm, reactance_ohm, susceptance_s en rated_a.
          """,
        en: """
          Examples:
            werklocaties energy grid
            werklocaties energy grid park --kilovolts 10.5
            werklocaties energy grid park --with-hub
            werklocaties energy grid park --hub-at station-noord
          The folder holds feeder.csv with from, to, resistance_ohm, reactance_ohm, susceptance_s and rated_a.
          """))
  }

  @OptionGroup var options: EnergyCaseOptions

  @Option(help: ArgumentHelp(localized(nl: "Nominale spanning.", en: "Nominal voltage."), valueName: "kV"))
  var kilovolts = CheckGrid.Request().nominalVoltage

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Spanning op het station ten opzichte van nominaal.", en: "Voltage at the station over the nominal one."),
      valueName: "1.0"))
  var sourceVoltage = CheckGrid.Request().sourceVoltage

  @Flag(
    help: ArgumentHelp(
      localized(
        nl: "Reken ook met de hub van energy size, en zet beide naast elkaar.",
        en: "Compute the hub of energy size too, and put both side by side.")))
  var withHub = false

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Knoop van batterij en e-boiler, met --with-hub; anders de eerste na het station.",
        en: "Node of battery and e-boiler, with --with-hub; else the first behind the station."),
      valueName: localized(nl: "knoop", en: "node")))
  var hubAt: String?

  @Flag(help: ArgumentHelp(localized(nl: "De kabels als CSV.", en: "The cables as CSV.")))
  var csv = false

  func run() throws {
    let context = try CommandContext.require()
    let park = try options.park(context)
    let feeder = try FeederFile.read(of: park, in: options.path, context)
    let request = CheckGrid.Request(
      nominalVoltage: kilovolts, sourceVoltage: sourceVoltage,
      hub: withHub || hubAt != nil ? .init(node: hubAt) : nil)
    let library = try options.library.library()
    let response = try options.clock(context).measure("compute") {
      try CheckGrid()(request, feeder, park, library: library)
    }
    let text =
      options.json
      ? try CanonicalJSON.text(response)
      : csv ? GridTable.csv(response) : GridTable.text(response, language: context.language)
    context.console.print(text)
  }
}

extension FeederFile {
  /// The file in the folder of a study; the example park has a feeder of its own.
  static func read(of park: EnergyCase, in folder: String?, _ context: CommandContext) throws -> FeederFile {
    guard let folder else { return .example(of: park) }
    let path = "\(folder)/\(FeederFile.fileName)"
    guard let table = try context.environment.sources.read(path, layer: nil).first else {
      throw PlanningError.fileMissing(path: path)
    }
    return try FeederFile(table, name: path)
  }
}
