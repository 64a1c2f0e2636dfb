import ArgumentParser
import Planning
import Quantities

/// What the commands that print figures are asked with, by the topic of the figure.
struct EnergyFigureOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      localized(nl: "Vermogen van de opslag of de batterij.", en: "Power of the storage or the battery."),
      valueName: "kW"))
  var kw: Double?

  @Option(
    help: ArgumentHelp(
      localized(nl: "Inhoud van de opslag of de batterij.", en: "Capacity of the storage or the battery."),
      valueName: "kWh"))
  var kwh: Double?

  @Option(
    help: ArgumentHelp(
      localized(nl: "Grens waarvoor opslag is gevraagd.", en: "Limit that storage was asked for."), valueName: "kW"))
  var limit: Double?

  @Option(help: ArgumentHelp(localized(nl: "Aantal punten van de kromme.", en: "Number of points of the curve.")))
  var points = TraceFrontier.Request.defaultPoints

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      localized(nl: "Zonnepanelen op een dakklasse; mag vaker.", en: "Panels on a class of roof; may be repeated."),
      valueName: localized(nl: "dakklasse=kWp", en: "class=kWp")))
  var roof: [RoofSize] = []

  @Option(
    help: ArgumentHelp(
      localized(nl: "Contract van de inzet of van de groep.", en: "Contract of the operation or of the group."),
      valueName: "kW"))
  var contract: Double?

  @Option(help: ArgumentHelp(localized(nl: "Grootste groepscontract.", en: "Largest group contract."), valueName: "kW"))
  var maxContract: Double?

  @Option(help: ArgumentHelp(localized(nl: "Verdeelsleutel.", en: "Key of the division.")))
  var key = DivideGroup.Request().key

  @Option(help: ArgumentHelp(localized(nl: "Nominale spanning.", en: "Nominal voltage."), valueName: "kV"))
  var kilovolts = CheckGrid.Request().nominalVoltage

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Spanning op het station ten opzichte van nominaal.", en: "Voltage at the station over the nominal one."),
      valueName: "1.0"))
  var sourceVoltage = CheckGrid.Request().sourceVoltage

  @Flag(help: ArgumentHelp(localized(nl: "Reken ook met de hub.", en: "Compute the hub too.")))
  var withHub = false

  @Option(
    help: ArgumentHelp(
      localized(nl: "Knoop van batterij en e-boiler.", en: "Node of battery and e-boiler."),
      valueName: localized(nl: "knoop", en: "node")))
  var hubAt: String?

  /// The request of a figure: the options go to the command of its topic.
  func request(_ figure: String, size building: HubBuildingOptions, stress: GroupStressOptions)
    -> ExplainEnergyFigure.Request
  {
    var request = ExplainEnergyFigure.Request(figure: figure)
    switch figure.split(separator: "/").first.flatMap({ EnergyTopic(rawValue: String($0)) }) {
    case .study, .look, .share, nil: break
    case .frontier: request.frontier = .init(power: kw, capacity: kwh, limit: limit, points: points)
    case .size: request.size = building.request(contractMost: maxContract)
    case .dispatch:
      request.dispatch = .init(
        batteryEnergy: kwh, batteryPower: kw,
        roofs: Dictionary(roof.map { ($0.name, $0.size) }, uniquingKeysWith: +), contract: contract)
    case .group:
      request.group = .init(key: key, contract: contract)
      request.degreeDays = stress.coldYear
    case .report:
      request.group = .init(key: key, contract: contract)
      request.size = building.request(contractMost: contract)
    case .grid:
      request.grid = .init(
        nominalVoltage: kilovolts, sourceVoltage: sourceVoltage,
        hub: withHub || hubAt != nil ? .init(node: hubAt) : nil)
    }
    return request
  }
}
