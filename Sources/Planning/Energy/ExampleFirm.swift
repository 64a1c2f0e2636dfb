/// A firm of the example park: invented, with a use that fits its trade.
struct ExampleFirm {
  let id: String
  let name: String
  /// kW at night, and on top of it while at work.
  let base: Double
  let work: Double
  /// Hours of the clock.
  let start: Double
  let end: Double
  /// Share of the work that goes on in a weekend.
  let weekend: Double
  /// How much busier or quieter an hour may be than the mean.
  let unrest: Double
  /// Relative difference between winter and summer; negative for cooling.
  let winter: Double
  /// kWp that stands already behind the meter.
  let sun: Double
  /// kW contracted, offtake and feed-in.
  let contract: Double
  let feedIn: Double
  let roof: String
  let roofMost: Double

  func row(_ number: Int) -> EnergyConnectionRow {
    var row = EnergyConnectionRow(row: number, id: id)
    row.name = name
    row.station = "MS-01 (synthetisch)"
    row.contract = contract
    row.physical = contract * Self.cableRoom
    row.feedIn = feedIn
    row.roof = roof
    row.roofMost = roofMost
    return row
  }

  private static let cableRoom = 1.5

  static let all = [
    ExampleFirm(
      id: "f01", name: "Bakkerij De Korst", base: 20, work: 150, start: 1, end: 12, weekend: 0.6, unrest: 0.3,
      winter: 0.05, sun: 0, contract: 260, feedIn: 0, roof: "zuid", roofMost: 180),
    ExampleFirm(
      id: "f02", name: "Koelhuis Noord", base: 170, work: 70, start: 6, end: 22, weekend: 0.8, unrest: 0.2,
      winter: -0.3, sun: 0, contract: 380, feedIn: 50, roof: "oostwest", roofMost: 420),
    ExampleFirm(
      id: "f03", name: "Metaalbewerking Staal en Zoon", base: 15, work: 260, start: 6, end: 17, weekend: 0, unrest: 0.7,
      winter: 0.1, sun: 0, contract: 520, feedIn: 0, roof: "zuid", roofMost: 250),
    ExampleFirm(
      id: "f04", name: "Transportbedrijf Wiel", base: 25, work: 220, start: 17, end: 2, weekend: 0.3, unrest: 0.8,
      winter: 0.15, sun: 0, contract: 450, feedIn: 0, roof: "oostwest", roofMost: 300),
    ExampleFirm(
      id: "f05", name: "Kunststofspuiterij Polder", base: 60, work: 190, start: 5, end: 23, weekend: 0.2, unrest: 0.3,
      winter: 0.05, sun: 0, contract: 400, feedIn: 0, roof: "oostwest", roofMost: 260),
    ExampleFirm(
      id: "f06", name: "Kantoorverzamelgebouw De Brug", base: 18, work: 75, start: 7, end: 18, weekend: 0.1,
      unrest: 0.2,
      winter: 0.3, sun: 60, contract: 160, feedIn: 60, roof: "zuid", roofMost: 90),
    ExampleFirm(
      id: "f07", name: "Groothandel Het Pakhuis", base: 35, work: 110, start: 6, end: 20, weekend: 0.4, unrest: 0.3,
      winter: 0.2, sun: 0, contract: 240, feedIn: 40, roof: "oostwest", roofMost: 380),
    ExampleFirm(
      id: "f08", name: "Drukkerij Zetlijn", base: 22, work: 140, start: 7, end: 19, weekend: 0, unrest: 0.5,
      winter: 0.05, sun: 0, contract: 300, feedIn: 0, roof: "zuid", roofMost: 140),
    ExampleFirm(
      id: "f09", name: "Laadplein De Afslag", base: 10, work: 180, start: 15, end: 23, weekend: 0.7, unrest: 1,
      winter: 0.2, sun: 0, contract: 400, feedIn: 0, roof: "zuid", roofMost: 40),
    ExampleFirm(
      id: "f10", name: "Timmerfabriek Balk", base: 12, work: 120, start: 7, end: 16, weekend: 0, unrest: 0.6,
      winter: 0.1, sun: 0, contract: 250, feedIn: 0, roof: "zuid", roofMost: 220),
  ]
}
