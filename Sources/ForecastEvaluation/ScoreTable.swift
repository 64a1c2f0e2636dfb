/// Scores per level, size class, forecaster and length — *scoretabel*.
public struct ScoreRow: Sendable, Hashable, Codable {
  public let level: String
  /// Nil: all regions of the level.
  public let sizeClass: String?
  public let forecaster: String
  public let length: Int
  public let score: ErrorScore
}

public enum ScoreTable {
  /// Rows in the order of levels, lengths, size classes (all first) and forecasters as they first occur.
  public static func rows(of outcomes: [ForecastOutcome], nominal: Double) -> [ScoreRow] {
    let forecasters = inOrder(outcomes.map(\.forecaster))
    return inOrder(outcomes.map(\.level)).flatMap { level in
      let here = outcomes.filter { $0.level == level }
      return Set(here.map(\.length)).sorted().flatMap { length in
        rows(level, length, here.filter { $0.length == length }, forecasters, nominal)
      }
    }
  }

  private static func rows(
    _ level: String, _ length: Int, _ outcomes: [ForecastOutcome], _ forecasters: [String], _ nominal: Double
  ) -> [ScoreRow] {
    let classes = inOrder(outcomes.map(\.sizeClass)).filter { !$0.isEmpty }
    let groups: [String?] = [nil] + (classes.count > 1 ? classes.sorted() : [])
    return groups.flatMap { sizeClass in
      forecasters.compactMap { forecaster in
        let own = outcomes.filter {
          $0.forecaster == forecaster && (sizeClass == nil || $0.sizeClass == sizeClass)
        }
        return ErrorScore(own, nominal: nominal).map {
          ScoreRow(level: level, sizeClass: sizeClass, forecaster: forecaster, length: length, score: $0)
        }
      }
    }
  }

  private static func inOrder(_ names: [String]) -> [String] {
    var seen = Set<String>()
    return names.filter { seen.insert($0).inserted }
  }
}
