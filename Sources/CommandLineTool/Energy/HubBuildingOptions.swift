import ArgumentParser
import Planning
import Quantities

/// What may be built or switched in a hub.
struct HubBuildingOptions: ParsableArguments {
  @Option(help: ArgumentHelp(localized(nl: "Grootste batterij.", en: "Largest battery."), valueName: "kWh"))
  var maxKwh: Double?

  @Option(
    help: ArgumentHelp(
      localized(nl: "Grootste vermogen van de batterij.", en: "Largest power of the battery."), valueName: "kW"))
  var maxKw: Double?

  @Flag(help: ArgumentHelp(localized(nl: "Bouw geen zonnepanelen.", en: "Build no panels.")))
  var noPanels = false

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      localized(
        nl: "Vermogen van de e-boiler; mag vaker: van meer maten wordt de goedkoopste gekozen, of geen.",
        en: "Power of the e-boiler; may be repeated: of several sizes the cheapest is chosen, or none."),
      valueName: "kW"))
  var eboiler: [Double] = []

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Gas dat een kWh van de e-boiler bespaart; anders gasprijs en rendementen van de studie.",
        en: "Gas that a kWh of the e-boiler saves; else price of gas and efficiencies of the study."),
      valueName: "EUR/kWh"))
  var eboilerValue: Double?

  @Option(
    help: ArgumentHelp(
      localized(nl: "Last die mag worden afgeschakeld.", en: "Load that may be switched off."), valueName: "kW"))
  var curtailable: Double?

  @Option(
    help: ArgumentHelp(
      localized(nl: "Wat een kWh afschakelen kost.", en: "What switching off a kWh costs."), valueName: "EUR/kWh"))
  var curtailmentPrice: Double?

  func request(contractMost: Double?) -> SizeHub.Request {
    SizeHub.Request(
      contractMost: contractMost, batteryEnergyMost: maxKwh, batteryPowerMost: maxKw, buildsPanels: !noPanels,
      boilers: eboiler.isEmpty ? nil : eboiler, boilerValue: eboilerValue, curtailable: curtailable,
      curtailmentPrice: curtailmentPrice)
  }
}
