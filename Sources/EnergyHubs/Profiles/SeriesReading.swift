import Provenance
import Quantities

/// One series placed in its year, with holes still open — *ingelezen reeks*.
public struct RawSeries: Sendable, Hashable {
  public let name: String
  public let year: ProfileYear
  /// kW; not a number where the file has nothing.
  public internal(set) var kilowatts: [Float]

  public init(name: String, year: ProfileYear, kilowatts: [Float]) {
    self.name = name
    self.year = year
    self.kilowatts = kilowatts
  }
}

/// Places the rows of a table in the steps of a year — *inlezen van meetreeksen*.
///
/// Times of the Dutch clock are resolved by rule: the hour that autumn repeats belongs to summer time where a series names it first
/// and to winter time where it names it again. Every problem becomes a diagnostic with its row; equal problems of one series are told
/// once, with their number.
public struct SeriesReading {
  public private(set) var series: [RawSeries] = []
  public private(set) var diagnostics: [Diagnostic] = []
  private let table: SeriesTable
  private let format: SeriesFormat
  private let year: ProfileYear
  private let start: Moment
  private let count: Int
  private var places: [String: Int] = [:]
  private var problems: [SeriesProblem: (row: Int, value: String, count: Int)] = [:]
  /// The time read last with the moments it may be: the columns of a wide table share it.
  private var last: (text: String, reading: TimeReading?, moments: [Moment]) = ("", nil, [])
  /// Readings of the counters per series.
  private var counters: [Int: CounterReadings] = [:]

  public init(_ table: SeriesTable, as format: SeriesFormat, in year: ProfileYear) {
    self.table = table
    self.format = format
    self.year = year
    start = year.start
    count = year.count
    guard let time = column(format.timeColumn) else { return }
    switch format.layout {
    case .wide(let names):
      let wanted = names.isEmpty ? table.columns.filter { $0 != format.timeColumn } : names
      readWide(time, wanted.compactMap { name in column(name).map { (name, $0) } })
    case .long(let connection, let value):
      guard let connection = column(connection), let value = column(value) else { return }
      readLong(time, connection, value)
    }
    placeCounters()
    report()
  }

  private mutating func column(_ name: String) -> Int? {
    let index = table.columns.firstIndex(of: name)
    if index == nil { diagnostics.append(SeriesProblem.missing(column: name, in: table)) }
    return index
  }

  private mutating func readWide(_ time: Int, _ columns: [(String, Int)]) {
    for (row, cells) in table.rows.enumerated() {
      for (name, index) in columns where index < cells.count && time < cells.count {
        place(cells[index], at: cells[time], in: name, row: row + 1)
      }
    }
  }

  private mutating func readLong(_ time: Int, _ connection: Int, _ value: Int) {
    for (row, cells) in table.rows.enumerated() where max(time, connection, value) < cells.count {
      place(cells[value], at: cells[time], in: cells[connection], row: row / table.perRow + 1)
    }
  }

  private mutating func place(_ text: String, at time: String, in name: String, row: Int) {
    let index = index(of: name)
    guard !text.allSatisfy(\.isWhitespace) else { return }
    let number = Self.number(text).flatMap { $0.isFinite ? $0 : nil }
    // A wrong value hides no wrong time.
    if number == nil { note(.notANumber, name, row, text) }
    read(time)
    guard last.reading != nil else { return note(.unreadableTime, name, row, time) }
    guard format.measure != .counter else {
      if let number { count(number, index, row, time) }
      return
    }
    guard let step = step(index) else {
      return note(last.moments.isEmpty ? .skippedHour : .betweenSteps, name, row, time)
    }
    if let number { put(number, at: step, index, row: row, time: time) }
  }

  private mutating func put(_ number: Double, at step: Int, _ index: Int, row: Int, time: String) {
    guard (0..<count).contains(step) else { return note(.outsideYear, series[index].name, row, time) }
    guard series[index].kilowatts[step].isNaN else { return note(.duplicate, series[index].name, row, time) }
    series[index].kilowatts[step] = Float(power(number))
  }

  private func power(_ number: Double) -> Double {
    let signed = format.isReversed ? -number : number
    return switch format.measure {
    case .kilowatts: signed
    case .megawatts: Kilowatts(megawatts: signed).value
    case .kilowattHoursPerStep, .counter: signed / year.step.hours
    }
  }

  /// Keeps a reading of a counter; where autumn repeats an hour, the first is the one in summer time.
  private mutating func count(_ number: Double, _ index: Int, _ row: Int, _ time: String) {
    let seconds = last.moments.map { $0.seconds - start.seconds }
    guard let first = seconds.first else { return note(.skippedHour, series[index].name, row, time) }
    var readings = counters[index] ?? CounterReadings()
    let free = seconds.first { !readings.has($0) } ?? first
    if !readings.add(number, at: free, row: row) { note(.duplicate, series[index].name, row, time) }
    counters[index] = readings
  }

  /// The rise of every counter between the bounds of each step.
  private mutating func placeCounters() {
    for (index, readings) in counters.sorted(by: { $0.key < $1.key }) {
      let rises = readings.rises(count: count, length: year.step.seconds)
      for fall in rises.falls { note(.counterFalls, series[index].name, fall.row, String(fall.value)) }
      for step in 0..<count where !rises.energy[step].isNaN {
        series[index].kilowatts[step] = Float(power(rises.energy[step]))
      }
    }
  }

  private mutating func index(of name: String) -> Int {
    if let index = places[name] { return index }
    places[name] = series.count
    series.append(RawSeries(name: name, year: year, kilowatts: [Float](repeating: .nan, count: count)))
    return series.count - 1
  }

  /// The step, which may lie outside the year; nil where the time is not the start of a step.
  private func step(_ index: Int) -> Int? {
    let shift = format.label == .end ? -year.step.seconds : 0
    let moments = last.moments.map { $0.adding(seconds: shift).seconds - start.seconds }
    let steps = moments.filter { $0.isMultiple(of: year.step.seconds) }.map { $0 / year.step.seconds }
    let free = steps.first { step in
      !(0..<count).contains(step) || series[index].kilowatts[step].isNaN
    }
    return free ?? steps.last
  }

  private mutating func read(_ time: String) {
    guard last.text != time else { return }
    let reading = TimeReading(time)
    last = (time, reading, reading.map(moments) ?? [])
  }

  private func moments(_ reading: TimeReading) -> [Moment] {
    if let offset = reading.offset { return [reading.reading.adding(seconds: -offset)] }
    return format.clock == .utc ? [reading.reading] : DutchClock.moments(reading: reading.reading)
  }

  private mutating func note(_ kind: SeriesProblem.Kind, _ name: String, _ row: Int, _ value: String) {
    let key = SeriesProblem(kind: kind, series: name)
    problems[key, default: (row: row, value: value, count: 0)].count += 1
  }

  private mutating func report() {
    diagnostics += problems.sorted { ($0.value.row, $0.key.series) < ($1.value.row, $1.key.series) }.map {
      let place = table.place($0.value.row)
      return $0.key.diagnostic(file: place.file, row: place.row, value: $0.value.value, count: $0.value.count)
    }
  }

  /// A number with a decimal point or comma; groups of thousands are not guessed at.
  static func number(_ text: String) -> Double? {
    Double(text) ?? Double(String(text.filter { !$0.isWhitespace }.map { $0 == "," ? "." : $0 }))
  }
}
