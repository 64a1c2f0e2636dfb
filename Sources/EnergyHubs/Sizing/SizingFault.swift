import Quantities

/// What is wrong with a question.
public enum SizingFault: Sendable, Hashable {
  /// A series has another number of values than the load.
  case length(series: String, found: Int, needed: Int)
  case notFinite(series: String)
  case negative(series: String)
  case noSteps
  case stepLength(Double)
  /// The periods do not follow each other from the first step to the last.
  case periods
  /// Lower bound negative or above the upper bound, or a bound that is not finite.
  case range(size: String, least: Double, most: Double)
  /// An efficiency outside (0, 1], a loss outside [0, 1) or a wear below zero.
  case battery(String, Double)
  case tooManyRoofs(Int)
  /// A threshold names a roof that is not there.
  case noSuchRoof(Int)

  public var message: LocalizedText {
    switch self {
    case .length(let series, let found, let needed):
      LocalizedText(
        nl: "Reeks '\(series)' heeft \(found) waarden en de belasting \(needed): geef er evenveel.",
        en: "Series '\(series)' has \(found) values and the load \(needed): give as many.")
    case .notFinite(let series):
      LocalizedText(
        nl: "Reeks '\(series)' bevat een waarde die geen getal is: vul of verwijder die.",
        en: "Series '\(series)' holds a value that is no number: fill or remove it.")
    case .negative(let series):
      LocalizedText(
        nl: "Reeks '\(series)' bevat een negatieve waarde: geef nul of meer.",
        en: "Series '\(series)' holds a negative value: give zero or more.")
    case .noSteps: LocalizedText(nl: "De belasting is leeg.", en: "The load is empty.")
    case .stepLength(let hours):
      LocalizedText(
        nl: "Een stap duurt \(hours) uur: geef een duur groter dan nul.",
        en: "A step takes \(hours) hours: give a length above zero.")
    case .periods:
      LocalizedText(
        nl: "De piekperioden sluiten niet aan: geef ze op volgorde, van de eerste tot en met de laatste stap.",
        en: "The peak periods do not join: give them in order, from the first through the last step.")
    case .range(let size, let least, let most):
      LocalizedText(
        nl: "Maat '\(size)' ligt tussen \(least) en \(most): geef eindige grenzen, de kleinste nul of meer en voorop.",
        en:
          "Size '\(size)' lies between \(least) and \(most): give finite bounds, the lower one zero or more and first.")
    case .battery(let name, let value):
      LocalizedText(
        nl:
          "'\(name)' van de accu is \(value): een rendement ligt boven 0 en hoogstens op 1, een verlies per uur van 0 tot 1, "
          + "slijtage op 0 of hoger.",
        en:
          "'\(name)' of the battery is \(value): an efficiency lies above 0 and at most at 1, a loss per hour from 0 to 1, "
          + "wear at 0 or above.")
    case .noSuchRoof(let roof):
      LocalizedText(
        nl: "Een drempel hoort bij dakklasse \(roof), die er niet is: verwijder de drempel of voeg de dakklasse toe.",
        en: "A threshold belongs to roof \(roof), which is not there: remove the threshold or add the roof.")
    case .tooManyRoofs(let count):
      LocalizedText(
        nl: "\(count) dakklassen is te veel: voeg ze samen tot hoogstens \(SolverSettings.mostRoofs).",
        en: "\(count) kinds of roof are too many: merge them into at most \(SolverSettings.mostRoofs).")
    }
  }
}

extension SizingProblem {
  /// Everything that is wrong, at once.
  public var faults: [SizingFault] {
    guard steps > 0 else { return [.noSteps] }
    return seriesFaults + rangeFaults + batteryFaults + periodFaults
  }

  private var seriesFaults: [SizingFault] {
    var faults: [SizingFault] = []
    func check(_ name: String, _ series: [Double], signed: Bool, may counts: [Int] = []) {
      if series.count != steps, !counts.contains(series.count) {
        faults.append(.length(series: name, found: series.count, needed: steps))
      }
      if !series.allSatisfy(\.isFinite) { faults.append(.notFinite(series: name)) }
      if !signed, series.contains(where: { $0 < 0 }) { faults.append(.negative(series: name)) }
    }
    check("load", load, signed: true)
    check("importPrice", importPrice, signed: true)
    check("exportPrice", exportPrice, signed: true)
    check("existing", existing, signed: false, may: [0])
    check("importRight", importRight, signed: false, may: [0])
    check("exportRight", exportRight, signed: false, may: [1])
    for (index, roof) in roofs.enumerated() { check("roof \(index + 1)", roof.factor, signed: false) }
    for (index, power) in flexible.enumerated() {
      check("flexible \(index + 1)", power.limit, signed: false)
      check("flexible price \(index + 1)", power.price, signed: true)
    }
    return faults
  }

  private var rangeFaults: [SizingFault] {
    let named =
      roofs.enumerated().map { ("roof \($0 + 1)", $1.power) }
      + [("battery energy", battery.energy), ("battery power", battery.power), ("contract", contract)]
    let wrong = named.filter { _, range in
      !(range.least >= 0 && range.least <= range.most && range.most.isFinite && range.price.isFinite)
    }
    let tooMany = roofs.count > SolverSettings.mostRoofs ? [SizingFault.tooManyRoofs(roofs.count)] : []
    return wrong.map { .range(size: $0, least: $1.least, most: $1.most) } + tooMany
  }

  private var batteryFaults: [SizingFault] {
    var faults: [SizingFault] = []
    let efficiencies = [
      ("charge efficiency", battery.chargeEfficiency), ("discharge efficiency", battery.dischargeEfficiency),
    ]
    for (name, value) in efficiencies where !(value > 0 && value <= 1) { faults.append(.battery(name, value)) }
    if !(battery.hourlyLoss >= 0 && battery.hourlyLoss < 1) {
      faults.append(.battery("hourly loss", battery.hourlyLoss))
    }
    if !(battery.wear >= 0 && battery.wear.isFinite) { faults.append(.battery("wear", battery.wear)) }
    return faults
  }

  private var periodFaults: [SizingFault] {
    var faults: [SizingFault] = hoursPerStep > 0 && hoursPerStep.isFinite ? [] : [.stepLength(hoursPerStep)]
    var next = 0
    for period in peakPeriods where next >= 0 {
      next = period.lowerBound == next && !period.isEmpty ? period.upperBound : -1
    }
    if next != steps { faults.append(.periods) }
    if !(peakPrice.isFinite && peakPrice >= 0) { faults.append(.range(size: "peak price", least: 0, most: peakPrice)) }
    return faults
  }
}
