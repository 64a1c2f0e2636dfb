import Provenance
import Quantities

extension DispatchProblem {
  /// Everything that is wrong with the problem itself.
  public func problems() -> [Diagnostic] { seriesProblems + sizeProblems }

  private var seriesProblems: [Diagnostic] {
    let series: [(String, [Double], mayBeNegative: Bool)] = [
      ("load", load, true), ("sun", sun, false), ("importPrice", importPrice, true),
      ("exportPrice", exportPrice, true), ("importLimit", importLimit, false), ("exportLimit", exportLimit, false),
    ]
    let powers = flexible.enumerated().flatMap { place, power in
      [("flexible \(place + 1)", power.limit, false), ("flexible price \(place + 1)", power.price, true)]
    }
    return (series + powers).flatMap { name, values, mayBeNegative in
      [lengthProblem(name, values.count), valueProblem(name, values, mayBeNegative)].compactMap { $0 }
    }
  }

  private func lengthProblem(_ name: String, _ found: Int) -> Diagnostic? {
    guard found != count || count == 0 else { return nil }
    return Diagnostic(
      .error, "dispatch.length", at: .init(field: name), value: String(found),
      message: LocalizedText(nl: "de reeks heeft niet één waarde per stap", en: "the series has not one value a step"),
      remedy: LocalizedText(nl: "Geef \(max(1, count)) waarden.", en: "Give \(max(1, count)) values."))
  }

  private func valueProblem(_ name: String, _ values: [Double], _ mayBeNegative: Bool) -> Diagnostic? {
    guard let at = values.firstIndex(where: { !$0.isFinite || (!mayBeNegative && $0 < 0) }) else { return nil }
    return Diagnostic(
      .error, "dispatch.value", at: .init(row: at + 1, field: name), value: String(values[at]),
      message: LocalizedText(
        nl: "deze waarde kan hier niet: een eindig getal\(mayBeNegative ? "" : ", niet negatief,") wordt verwacht",
        en: "this value cannot stand here: a finite number\(mayBeNegative ? "" : ", not negative,") is expected"),
      remedy: LocalizedText(nl: "Verbeter de reeks.", en: "Correct the series."))
  }

  private var sizeProblems: [Diagnostic] {
    let amounts = [
      ("hours", hours), ("capacity", battery.capacity.value), ("chargePower", battery.chargePower.value),
      ("dischargePower", battery.dischargePower.value), ("wear", battery.wear.value),
    ]
    let shares = [
      ("chargeEfficiency", battery.chargeEfficiency), ("dischargeEfficiency", battery.dischargeEfficiency),
      ("standingLoss", 1 - battery.standingLoss),
    ]
    let wrong =
      amounts.filter { !($0.1 >= 0 && $0.1.isFinite) || ($0.0 == "hours" && $0.1 == 0) }
      + shares.filter { !($0.1 > 0 && $0.1 <= 1) }
    return wrong.map { name, value in
      Diagnostic(
        .error, "dispatch.size", at: .init(field: name), value: String(value),
        message: LocalizedText(nl: "deze maat van de batterij kan niet", en: "this size of the battery cannot be"),
        remedy: LocalizedText(
          nl: "Maten zijn niet negatief; rendementen liggen tussen 0 en 1.",
          en: "Sizes are not negative; efficiencies lie between 0 and 1."))
    }
  }
}
