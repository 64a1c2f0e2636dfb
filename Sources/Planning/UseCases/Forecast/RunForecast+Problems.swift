import Provenance
import Quantities
import WorkLocations

extension RunForecast.Request {
  /// Draws below this say nothing about the tails: P5 rests on five of them.
  static let leastDraws = 100
  static let mostDraws = 1_000_000

  /// Everything wrong or doubtful in the request, all at once.
  func problems(_ situation: StartingSituation, _ library: PlanningLibrary) -> [Diagnostic] {
    balance.part(balance.plainScenarios).problems(situation, library).filter {
      balance.plainScenarios == balance.scenarios || $0.code != "balance.no-scenario"
    } + ownProblems
  }

  private var ownProblems: [Diagnostic] {
    [
      (Self.leastDraws...Self.mostDraws).contains(draws) ? nil : Self.drawCount(draws),
      precision.map { $0 > .zero } ?? true ? nil : Self.notPositive("precision", precision!),
      largeShortage.map { $0 >= .zero } ?? true ? nil : Self.notPositive("large-shortage", largeShortage!),
      acceptedRisk.map { $0 > 0 && $0 < 1 } ?? true ? nil : Self.risk(acceptedRisk!),
      balance.rounding == .none ? nil : Self.rounding(balance.rounding),
    ].compactMap { $0 }
  }

  private static func drawCount(_ draws: Int) -> Diagnostic {
    Diagnostic(
      .error, "forecast.draws", value: String(draws),
      message: LocalizedText(
        nl: "een raming vraagt \(leastDraws) tot \(mostDraws) trekkingen",
        en: "a forecast takes \(leastDraws) to \(mostDraws) draws"),
      remedy: LocalizedText(nl: "Geef bijvoorbeeld --draws 2000.", en: "Give for example --draws 2000."))
  }

  private static func notPositive(_ option: String, _ value: NetHectares) -> Diagnostic {
    Diagnostic(
      .error, "forecast.\(option)", value: String(value.value),
      message: LocalizedText(nl: "moet een positief aantal hectaren zijn", en: "must be a positive number of hectares"),
      remedy: LocalizedText(nl: "Geef bijvoorbeeld --\(option) 5.", en: "Give for example --\(option) 5."))
  }

  private static func risk(_ value: Double) -> Diagnostic {
    Diagnostic(
      .error, "forecast.risk", value: String(value),
      message: LocalizedText(nl: "een kans ligt tussen 0 en 1", en: "a probability lies between 0 and 1"),
      remedy: LocalizedText(nl: "Geef bijvoorbeeld --risk 0.2.", en: "Give for example --risk 0.2."))
  }

  private static func rounding(_ rounding: Rounding) -> Diagnostic {
    Diagnostic(
      .error, "forecast.rounding", value: rounding.rawValue,
      message: LocalizedText(
        nl: "een raming met banden rondt niet per stap af", en: "a forecast with bands does not round at each step"),
      remedy: LocalizedText(nl: "Laat --rounding weg.", en: "Leave out --rounding."))
  }
}
