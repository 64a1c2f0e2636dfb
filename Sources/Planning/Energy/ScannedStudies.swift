import EnergyHubs
import Provenance
import Quantities
import WorkLocations

/// Makes an energy study of a park of the scan: a connection per kind of firm with the rhythm of its kind — *studie per terrein*.
///
/// The hours of the scan hide the peaks within them, so that contracts and prices per kW count per kW of hourly mean: a kW on
/// the bill is `quarter` times one here. One study at a time exists; that of a whole country would fill the memory.
struct ScannedStudies: Sendable {
  let run: EnergyScanRun
  private let year: ProfileYear
  let kinds: [String]
  let shapes: [[Double]]
  let highest: [Double]
  private let sun: [Double]
  private let importPrice: [Double]
  private let exportPrice: [Double]
  let terms: HubTerms
  private let coefficients: EnergyCoefficients
  /// Contracted over own peaks, and the largest group contract as a share of the contracts.
  let factor: Double
  let contractShare: Double
  let prices: PriceOrigin

  init(
    _ run: EnergyScanRun, kinds: [String], year: ProfileYear, prices: HourlyPrices, terms: HubTerms,
    contractShare: Double
  ) {
    let calendar = HourCalendar(year.year)
    self.run = run
    self.year = year
    self.kinds = kinds
    self.terms = terms
    self.contractShare = contractShare
    shapes = Parallel.map(run.settings.rhythms) { $0.rhythm.shape(calendar) }
    highest = shapes.map { $0.max() ?? 0 }
    sun = run.settings.sun.rule.profile(calendar)
    self.prices = prices.origin
    importPrice = prices.values
    exportPrice = prices.values.map { $0 - terms.feedInDiscount }
    factor = run.factors.middle
    var perHour = terms.coefficients
    perHour.contractPrice *= run.settings.quarterFactor.value
    perHour.peakPrice *= run.settings.quarterFactor.value
    coefficients = perHour
  }

  /// kW on the bill per kW of hourly mean.
  var quarter: Double { run.settings.quarterFactor.value }

  /// The study of the park at a place in the scan.
  func study(_ place: Int) -> EnergyCase {
    let park = run.scanned[place]
    let connections = kinds.indices.filter { park.meanPowers[$0] > 0 }.map { connection($0, park.meanPowers[$0]) }
    let contracted = connections.compactMap(\.offtake.contracted).total().value
    let power = contracted * quarter * terms.batteryShare
    let roofs =
      park.solar > 0
      ? [EnergyRoof(name: Self.roof, factor: sun, most: Kilowatts(park.solar), price: terms.roofPrice)] : []
    return EnergyCase(
      name: run.parks[place].name, isSynthetic: true, year: year, connections: connections, importPrice: importPrice,
      exportPrice: exportPrice, roofs: roofs,
      limits: EnergyLimits(
        contractMost: contracted * contractShare, export: contracted * terms.feedInShare,
        batteryEnergyMost: power * terms.batteryHours, batteryPowerMost: power),
      coefficients: coefficients)
  }

  static let roof = "dak"

  private func connection(_ kind: Int, _ mean: Double) -> EnergyConnection {
    EnergyConnection(
      id: kinds[kind], name: kinds[kind], offtake: .init(contracted: Kilowatts(factor * mean * highest[kind])),
      profile: .scaled(kinds[kind], shape: shapes[kind], mean: Kilowatts(mean), in: year))
  }
}
