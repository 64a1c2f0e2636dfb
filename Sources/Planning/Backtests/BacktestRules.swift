import ForecastEvaluation
import Provenance
import Quantities
import SpaceDemand
import WorkLocations

/// The parameters of a back-test — *toetsregels*.
struct BacktestRules {
  let absorption: AbsorptionRules
  let naiveWindow: ParameterReading
  let leastCount: Int
  private let sizes: [String: (small: Double, large: Double)]

  /// Levels whose regions are told apart by size; the others have too few regions.
  private static let sizedLevels: [RegionLevel] = [.municipality, .corop]

  /// - Throws: `DemandError` with every parameter that is missing.
  init(reader: inout ParameterReader) throws(DemandError) {
    var missing: [ParameterError] = []
    func read(_ key: String, _ member: String = "") -> ParameterReading? {
      do { return try reader.read(key, member) } catch {
        missing.append(error)
        return nil
      }
    }
    func value(_ key: String, _ member: String = "") -> Double { read(key, member)?.value ?? 0 }
    let window = read("backtest/naive-window")
    leastCount = Int(value("backtest/least-count"))
    sizes = Dictionary(
      uniqueKeysWithValues: Self.sizedLevels.map { level in
        let small = value("backtest/size-boundary", level.rawValue + "/klein")
        return (level.rawValue, (small, value("backtest/size-boundary", level.rawValue + "/groot")))
      })
    do {
      absorption = try AbsorptionRules(regions: [], reader: &reader)
    } catch {
      throw DemandError(missing + error.missing)
    }
    guard let window, missing.isEmpty else { throw DemandError(missing) }
    naiveWindow = window
  }

  /// klein, middel or groot; empty for levels without classes.
  func sizeClass(of area: Double, at level: RegionLevel) -> String {
    guard let borders = sizes[level.rawValue] else { return "" }
    return area < borders.small ? "klein" : area < borders.large ? "middel" : "groot"
  }
}
