import Quantities
import Uncertainty

/// The draws of one area, read year by year into one column; belongs to one thread.
final class AreaReading {
  let centre: AreaCentre
  /// Deviations from the centre, per draw.
  private(set) var demand: [Float]
  private(set) var withSoft: [Float]
  private let realisation: [Float]
  private let summary: BandSummary
  private let members: [Int]
  /// Whether a draw was short in a year so far.
  private var wasShort: [Bool]
  private var wasShortWithSoft: [Bool]

  init(_ summary: BandSummary, _ members: [Int]) {
    self.summary = summary
    self.members = members
    centre = AreaCentre(summary.model, members)
    realisation = summary.batches.flatMap(\.realisation)
    demand = [Float](repeating: 0, count: summary.draws)
    withSoft = demand
    wasShort = [Bool](repeating: false, count: summary.draws)
    wasShortWithSoft = wasShort
  }

  /// Fills the columns with a year.
  func read(_ year: Int) {
    let (years, soft) = (summary.model.sizes.years, Float(centre.soft[year]))
    demand.withUnsafeMutableBufferPointer { column in
      var first = 0
      for batch in summary.batches {
        Self.add(batch, members.map { ($0 * years + year) * batch.draws.count }, column, first)
        first += batch.draws.count
      }
    }
    withSoft = zip(realisation, demand).map { $0 * soft - $1 }
  }

  /// Sums the rows of the members.
  private static func add(
    _ batch: DrawBatch, _ rows: [Int], _ column: UnsafeMutableBufferPointer<Float>, _ first: Int
  ) {
    batch.demand.withUnsafeBufferPointer { demand in
      for (index, row) in rows.enumerated() {
        for draw in 0..<batch.draws.count {
          column[first + draw] = (index == 0 ? 0 : column[first + draw]) + demand[row + draw]
        }
      }
    }
  }

  func bands(_ year: Int) -> YearBands {
    read(year)
    let demand = demand.withUnsafeBufferPointer { Column($0, summary.question.levels) }
    let soft = withSoft.withUnsafeBufferPointer { Column($0, summary.question.levels) }
    let (hardCentre, softCentre) = (centre.balance(year, withSoft: false), centre.balance(year, withSoft: true))
    return YearBands(
      demand: demand.figure(around: centre.demand[year]), balance: demand.mirrored(around: hardCentre),
      balanceWithSoft: soft.figure(around: softCentre),
      shortage: chances(self.demand, hardCentre, sign: -1, &wasShort),
      shortageWithSoft: chances(withSoft, softCentre, sign: 1, &wasShortWithSoft))
  }

  /// - Parameter sign: of the column in the balance.
  private func chances(_ column: [Float], _ middle: Double, sign: Double, _ before: inout [Bool]) -> ShortageChances {
    let short = -NetHectares.negligible.value
    let large = short - summary.question.largeShortage
    var (times, largeTimes, everTimes) = (0, 0, 0)
    column.withUnsafeBufferPointer { column in
      before.withUnsafeMutableBufferPointer { before in
        for draw in column.indices {
          let balance = middle + sign * Double(column[draw])
          before[draw] = before[draw] || balance < short
          times += balance < short ? 1 : 0
          largeTimes += balance < large ? 1 : 0
          everTimes += before[draw] ? 1 : 0
        }
      }
    }
    return ShortageChances(
      any: ShortageChance(times, draws: column.count), large: ShortageChance(largeTimes, draws: column.count),
      upToNow: ShortageChance(everTimes, draws: column.count))
  }
}
