/// One park before its year is computed — *terrein in de scan*.
public struct ScannedPark: Sendable, Hashable {
  /// Mean kW of every kind of firm on it.
  public var meanPowers: [Double]
  /// kWp that fit on its roofs.
  public var solar: Double

  public init(meanPowers: [Double], solar: Double) {
    self.meanPowers = meanPowers
    self.solar = solar
  }
}

/// What a year of hours does to one park — *jaaruitkomst*; kWh and kW of hourly means.
public struct ParkYear: Sendable, Hashable {
  public let annual: Double
  public let peak: Double
  /// Sum of the highest power of every kind of firm by itself.
  public let ownPeaks: Double
  /// Yield of the panels.
  public let solarYield: Double
  /// Bought and fed in with the panels in use.
  public let imported: Double
  public let exported: Double
  public let importPeak: Double
  public let exportPeak: Double
}

/// A year of hours for many parks at once — *scan*. Pure; parks do not know of each other, so parts may run side by side.
///
/// Eight parks go through the year together: each hour is the sum of mean powers times shapes, less panels times sun.
public struct ParkScan: Sendable {
  public let hours: Int
  /// Hour after hour: the shape of each kind of firm, then the sun.
  private let rows: [Double]
  private let kinds: Int
  /// Per kind of firm: its highest shape and the sum over the year.
  package let highest: [Double]
  package let sums: [Double]
  /// kWh per kWp.
  package let sunSum: Double

  /// - Parameters:
  ///   - shapes: power over its mean, per kind of firm and hour; all as long as the sun.
  ///   - sun: kW per kWp.
  public init?(shapes: [[Double]], sun: [Double]) {
    guard !sun.isEmpty, !shapes.isEmpty, shapes.allSatisfy({ $0.count == sun.count }) else { return nil }
    hours = sun.count
    kinds = shapes.count
    rows = Self.interleaved(shapes + [sun])
    highest = shapes.map { $0.max() ?? 0 }
    sums = shapes.map { $0.reduce(0, +) }
    sunSum = sun.reduce(0, +)
  }

  /// Hour after hour what each series has: one allocation, where an array an hour would be thousands.
  private static func interleaved(_ series: [[Double]]) -> [Double] {
    let width = series.count
    var rows = [Double](repeating: 0, count: width * series[0].count)
    for (column, values) in series.enumerated() {
      for hour in values.indices { rows[width * hour + column] = values[hour] }
    }
    return rows
  }

  /// The years of parks, in their order.
  public func years(_ parks: [ScannedPark]) -> [ParkYear] {
    stride(from: 0, to: parks.count, by: Lanes.scalarCount).flatMap { first in
      eight(Array(parks[first..<min(first + Lanes.scalarCount, parks.count)]))
    }
  }

  private func eight(_ parks: [ScannedPark]) -> [ParkYear] {
    var powers = [Lanes](repeating: .zero, count: kinds)
    var solar = Lanes.zero
    for (lane, park) in parks.enumerated() {
      for kind in 0..<kinds { powers[kind][lane] = park.meanPowers[kind] }
      solar[lane] = park.solar
    }
    let pass = pass(powers, solar)
    return parks.enumerated().map { lane, park in
      let annual: Double = .annual(park.meanPowers, sums)
      let yield = park.solar * sunSum
      return ParkYear(
        annual: annual, peak: pass.peak[lane], ownPeaks: .ownPeaks(park.meanPowers, highest),
        solarYield: yield, imported: pass.imported[lane],
        exported: .exported(pass.imported[lane], annual: annual, yield: yield),
        importPeak: max(0, pass.most[lane]), exportPeak: max(0, -pass.least[lane]))
    }
  }

  private struct Pass {
    var peak = Lanes.zero
    var imported = Lanes.zero
    var most = Lanes(repeating: -.infinity)
    var least = Lanes(repeating: .infinity)
  }

  private func pass(_ powers: [Lanes], _ solar: Lanes) -> Pass {
    var pass = Pass()
    powers.withUnsafeBufferPointer { powers in
      rows.withUnsafeBufferPointer { rows in
        var place = 0
        for _ in 0..<hours {
          var load = powers[0] * rows[place]
          for kind in 1..<kinds { load = load.plus(powers[kind], times: rows[place + kind]) }
          let net = load.minus(solar, times: rows[place + kinds])
          pass.peak = .larger(pass.peak, load)
          pass.imported += .larger(net, .zero)
          pass.most = .larger(pass.most, net)
          pass.least = .smaller(pass.least, net)
          place += kinds + 1
        }
      }
    }
    return pass
  }
}

extension ParkScan {
  /// Power of parks together per hour, kW: without panels, and with them where what one feeds in another takes.
  public func together(_ parks: [ScannedPark]) -> (load: [Double], net: [Double]) {
    let powers = (0..<kinds).map { kind in parks.reduce(0) { $0 + $1.meanPowers[kind] } }
    let solar = parks.reduce(0) { $0 + $1.solar }
    let load = (0..<hours).map { hour in
      (0..<kinds).reduce(0) { $0 + powers[$1] * rows[hour * (kinds + 1) + $1] }
    }
    return (load, load.indices.map { load[$0] - solar * rows[$0 * (kinds + 1) + kinds] })
  }
}

extension ParkScan {
  /// Shape of a kind of firm in an hour.
  package func shape(_ kind: Int, _ hour: Int) -> Double { rows[hour * (kinds + 1) + kind] }

  /// kW per kWp in an hour.
  package func sun(_ hour: Int) -> Double { rows[hour * (kinds + 1) + kinds] }
}
