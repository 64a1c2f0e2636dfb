import Provenance
import Quantities

/// Makes series of a meter file — *meterbestand lezen*.
///
/// Registers of one connection and direction are added: two tariffs are one delivery. A register that has nothing in a step in which
/// another of the same connection has a value counts as zero, for a file may name only the tariff that holds. A file in hours is
/// placed in hours and repeated where the study has quarters, which is told.
public struct MeterReading {
  public private(set) var series: [MeterSeries] = []
  public private(set) var diagnostics: [Diagnostic] = []
  private let source: MeterTable
  private let layout: MeterLayout
  private let rules: MeterRules
  private let year: ProfileYear

  public init(_ source: MeterTable, by rules: MeterRules, in year: ProfileYear) {
    self.source = source
    self.rules = rules
    self.year = year
    layout = MeterLayout(source)
    diagnostics = layout.diagnostics
    guard !diagnostics.hasErrors else { return }
    let step = MeterStep(layout.times)
    guard step.seconds <= TimeStep.hour.seconds else {
      diagnostics.append(tooCoarse(step))
      return
    }
    read(in: ProfileYear(year.year, step: step.timeStep, clock: year.clock))
  }

  private mutating func read(in own: ProfileYear) {
    var registers: [(register: MeterLayout.Register, series: RawSeries)] = []
    for measure in SeriesFormat.Measure.allCases {
      let chosen = layout.registers(rules).filter { $0.unit.measure == measure }
      guard !chosen.isEmpty else { continue }
      let reading = SeriesReading(
        layout.table(of: Set(chosen.map(\.place)), endsSteps: label == .end),
        as: SeriesFormat(
          timeColumn: MeterLayout.time, layout: .long(connection: MeterLayout.key, value: MeterLayout.value),
          clock: rules.clock, measure: measure, label: label), in: own)
      diagnostics += reading.diagnostics
      for series in reading.series {
        if let register = chosen.first(where: { $0.key == series.name }) { registers.append((register, series)) }
      }
      if measure == .counter { diagnostics.append(countersRead(chosen.count)) }
    }
    if own.step != year.step, !registers.isEmpty { diagnostics.append(otherStep(own)) }
    join(registers, own)
  }

  private var label: SeriesFormat.Label { layout.endsSteps ? .end : rules.label }

  private mutating func join(_ registers: [(register: MeterLayout.Register, series: RawSeries)], _ own: ProfileYear) {
    var told: [String] = []
    for item in registers where !told.contains(item.register.connection) { told.append(item.register.connection) }
    for connection in told {
      let mine = registers.filter { $0.register.connection == connection }
      for direction in MeterDirection.allCases {
        let parts = mine.filter { $0.register.direction == direction }.map(Self.scaled)
        guard !parts.isEmpty else { continue }
        let sum = Self.sum(parts, others: mine.map(\.series.kilowatts), count: own.count)
        series.append(
          MeterSeries(
            connection: connection, direction: direction,
            series: RawSeries(name: connection, year: own, kilowatts: sum).resampled(to: year), file: source.table.file)
        )
      }
    }
  }

  private static func scaled(_ item: (register: MeterLayout.Register, series: RawSeries)) -> [Float] {
    let factor = Float(item.register.unit.factor)
    return factor == 1 ? item.series.kilowatts : item.series.kilowatts.map { $0 * factor }
  }

  private static func sum(_ parts: [[Float]], others: [[Float]], count: Int) -> [Float] {
    (0..<count).map { step in
      guard others.contains(where: { !$0[step].isNaN }) else { return .nan }
      return parts.reduce(0) { $1[step].isNaN ? $0 : $0 + $1[step] }
    }
  }

  private func countersRead(_ count: Int) -> Diagnostic {
    Diagnostic(
      .note, "meter.counters", at: .init(file: source.table.file),
      message: LocalizedText(
        nl: "\(count) telwerk(en) als meterstanden gelezen: het verbruik is hun stijging",
        en: "\(count) register(s) read as counters: the use is their rise"),
      remedy: LocalizedText(
        nl: "Zijn het geen standen, geef de kolom dan een naam als levering_kwh en lever hele kwartieren.",
        en: "If they are no counters, name the column such as levering_kwh and deliver whole quarters."))
  }

  private func otherStep(_ own: ProfileYear) -> Diagnostic {
    let isHour = own.step == .hour
    return Diagnostic(
      .warning, isHour ? "meter.hours" : "meter.quarters", at: .init(file: source.table.file),
      message: isHour
        ? LocalizedText(
          nl: "uurwaarden in een studie van kwartieren: elk kwartier krijgt het gemiddelde van zijn uur",
          en: "hours in a study of quarters: every quarter gets the mean of its hour")
        : LocalizedText(
          nl: "kwartierwaarden in een studie van uren: elk uur krijgt het gemiddelde van zijn kwartieren",
          en: "quarters in a study of hours: every hour gets the mean of its quarters"),
      remedy: LocalizedText(
        nl: "Pieken binnen het uur zijn zo niet te zien; vraag kwartierwaarden of reken in kwartieren.",
        en: "Peaks within the hour are hidden so; ask for quarters, or calculate in quarters."))
  }

  private func tooCoarse(_ step: MeterStep) -> Diagnostic {
    Diagnostic(
      .error, "meter.too-coarse", at: .init(file: source.table.file),
      value: "\(step.seconds / Moment.secondsPerMinute) min",
      message: LocalizedText(
        nl: "de waarden liggen meer dan een uur uiteen", en: "the values lie more than an hour apart"),
      remedy: LocalizedText(
        nl: "Lever kwartier- of uurwaarden, of vul annual_kwh in en neem een standaardprofiel.",
        en: "Deliver quarters or hours, or fill in annual_kwh and take a standard profile."))
  }
}

/// The distance between the values of a file — *tijdstap van een bestand*: the smallest between two times that follow each other.
struct MeterStep {
  let seconds: Int

  init(_ times: some Sequence<String>) {
    var last: Moment?
    var least = Int.max
    for time in times.prefix(Self.looked) {
      guard let reading = TimeReading(time) else { continue }
      let moment = reading.reading.adding(seconds: -(reading.offset ?? 0))
      if let last, moment != last { least = min(least, abs(moment.seconds - last.seconds)) }
      last = moment
    }
    seconds = least == Int.max ? TimeStep.quarterHour.seconds : least
  }

  /// What is finer than a quarter is read at the bounds of quarters.
  var timeStep: TimeStep { seconds <= TimeStep.quarterHour.seconds ? .quarterHour : .hour }

  /// Times that are looked at.
  private static let looked = 2 * 100
}
