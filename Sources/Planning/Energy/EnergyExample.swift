import EnergyHubs
import Quantities
import Uncertainty

/// Makes a small complete park to try the commands on — *voorbeeldpark*: ten invented firms, a year of quarters.
///
/// Everything in it is generated and called synthetic. Equal seeds give equal files on every machine: shapes are broken lines and
/// parabolas, and chance is counted.
public struct EnergyExample: Sendable {
  public static let defaultSeed: UInt64 = 2025
  let random: Philox
  static let name = "Voorbeeldpark (synthetisch)"
  let year: ProfileYear

  public init(seed: UInt64 = Self.defaultSeed) { self.init(seed: seed, year: EnergyCalendar.usualYear) }

  init(seed: UInt64 = Self.defaultSeed, year: Int) {
    random = Philox(seed: seed)
    self.year = ProfileYear(year)
  }

  /// The files of the park, as `EnergyCaseFolder` writes them.
  public func files() -> EnergyCaseFiles {
    let hours = (0..<year.count).map { ExampleHour(year, $0) }
    let firms = ExampleFirm.all
    return EnergyCaseFiles(
      connections: firms.enumerated().map { $1.row($0 + 1) },
      load: table(
        EnergyCaseFiles.loadFile, firms.map(\.id), firms.enumerated().map { load($1, UInt32($0), hours) }),
      series: table(EnergyCaseFiles.seriesFile, ["price", "zuid", "oostwest"], series(hours)),
      consents: firms.dropLast().map { consent($0.id) },
      settings: EnergySettings(
        name: Self.name, isSynthetic: true, year: year.year, clock: year.clock, measure: .kilowatts)
    )
  }

  /// All firms but one let the operator see their sum.
  private func consent(_ id: String) -> Consent {
    Consent(
      connection: id, purpose: .networkOperator, receiver: Self.receiver,
      data: CalendarDate(startOf: year.year)...CalendarDate(startOf: year.year + 1).adding(days: -1),
      given: CalendarDate(startOf: year.year), until: CalendarDate(startOf: Self.lastYear))
  }

  private static let receiver = "Netbeheerder"
  private static let lastYear = 2099

  private func table(_ file: String, _ columns: [String], _ values: [[Double]]) -> EnergyTable {
    EnergyTable(
      file: file, timeColumn: "time", times: (0..<year.count).map(time), columns: columns, values: values,
      rowCount: year.count)
  }

  /// Start of a step in UTC: 2024-12-31T23:00Z.
  private func time(_ step: Int) -> String {
    let moment = year.moment(of: step)
    let minutes = moment.secondOfDay / Moment.secondsPerMinute
    let perHour = Moment.secondsPerHour / Moment.secondsPerMinute
    func padded(_ number: Int) -> String { String(String(100 + number).dropFirst()) }
    return "\(moment.date)T\(padded(minutes / perHour)):\(padded(minutes % perHour))Z"
  }

  /// kW to a tenth.
  private func load(_ firm: ExampleFirm, _ number: UInt32, _ hours: [ExampleHour]) -> [Double] {
    hours.indices.map { step in
      let hour = hours[step]
      let busy = 1 - firm.unrest / 2 + firm.unrest * chance(Stream.hour, number, step / TimeStep.quarterHour.perHour)
      let noise = 1 - Self.noise / 2 + Self.noise * chance(Stream.quarter, number, step)
      let season = 1 + firm.winter * (hour.winter - Self.half)
      let power = (firm.base + firm.work * hour.working(from: firm.start, to: firm.end, weekend: firm.weekend) * busy)
      return rounded(power * season * noise - firm.sun * sun(hour, step, shift: 0), Self.perKilowatt)
    }
  }

  /// Price in EUR/MWh, then kW per kWp of both classes of roof.
  private func series(_ hours: [ExampleHour]) -> [[Double]] {
    let south = hours.indices.map { rounded(sun(hours[$0], $0, shift: 0), Self.perFactor) }
    let eastWest = hours.indices.map { step in
      let both = [-ExampleSun.shift, ExampleSun.shift].map { sun(hours[step], step, shift: $0) }
      return rounded(ExampleSun.flatShare * (both[0] + both[1]) / 2, Self.perFactor)
    }
    return [prices(hours), south, eastWest]
  }

  /// EUR/MWh for each quarter of the year.
  var prices: [Double] { prices((0..<year.count).map { ExampleHour(year, $0) }) }

  private func prices(_ hours: [ExampleHour]) -> [Double] {
    hours.indices.map { step in
      let hour = hours[step]
      let market = chance(Stream.price, 0, step / TimeStep.quarterHour.perHour)
      return rounded(ExamplePrice.level(hour, chance: market, sun: sun(hour, step, shift: 0)), Self.perEuro)
    }
  }

  private func sun(_ hour: ExampleHour, _ step: Int, shift: Double) -> Double {
    let day = chance(Stream.day, 0, step / TimeStep.quarterHour.perDay)
    let cloud = chance(Stream.cloud, 0, step / TimeStep.quarterHour.perHour)
    return ExampleSun.factor(hour, shift: shift, day: day, cloud: cloud)
  }

  private enum Stream: UInt32 { case hour = 1, quarter, price, day, cloud }

  /// Uniform in 0...1, the same for equal arguments.
  private func chance(_ stream: Stream, _ item: UInt32, _ index: Int) -> Double {
    Double(random.words(SIMD4(UInt32(index), stream.rawValue, item, 0))[0]) / Double(UInt32.max)
  }

  private func rounded(_ value: Double, _ scale: Double) -> Double { (value * scale).rounded() / scale + 0 }

  private static let noise = 0.1
  private static let half = 0.5
  /// Steps in which the files count: tenths of a kW, cents, ten-thousandths.
  private static let perKilowatt = 10.0
  private static let perEuro = 100.0
  private static let perFactor = 10_000.0
}
