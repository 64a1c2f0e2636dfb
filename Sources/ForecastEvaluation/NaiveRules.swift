/// The first naive rule — *geen verandering*: nothing grows. Any forecaster must do better than this.
public struct NoChange: Forecaster {
  public static let id = "geen-verandering"
  public var id: String { Self.id }

  public init() {}

  public func forecast(for _: EvaluatedRegion, history: LevelSeries, length _: Int) -> BandedForecast? {
    history.last == nil ? nil : BandedForecast(centre: 0)
  }
}

/// The second naive rule — *het laatste decennium houdt aan*: growth goes on as it was.
///
/// Formula: (L(c) − L(c − w)) / w × H; with less than w years of history, over all years there are.
/// - L: level (ha); c: the cut; w: the window (years), parameter `backtest/naive-window`; H: length (years).
///
/// Example: 100 ha in 1996 and 140 ha in 2006 give 40 / 10 × 5 = 20 ha for five years.
public struct GrowthContinues: Forecaster {
  public static let id = "laatste-decennium"
  public var id: String { Self.id }
  private let window: Int

  public init(window: Int) { self.window = window }

  public func forecast(for _: EvaluatedRegion, history: LevelSeries, length: Int) -> BandedForecast? {
    guard let first = history.first?.year, let cut = history.last?.year, cut > first else { return nil }
    let start = max(first, cut - window)
    return history.growth(from: start, to: cut).map {
      BandedForecast(centre: $0 / Double(cut - start) * Double(length))
    }
  }
}
