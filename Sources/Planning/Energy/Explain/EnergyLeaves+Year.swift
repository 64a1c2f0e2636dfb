import EnergyHubs
import Provenance
import Quantities

extension EnergyLeaves {
  /// Steps of a month that a tree writes out; the others stand together in one line.
  private static let shown = 3

  var showsSteps: Bool { park.origins.depth == .steps }

  /// The sum of what every member has; for somebody outside the group in one line.
  func members(
    _ label: LocalizedText, notation: String = "Σ leden", _ unit: Unit, _ parts: @autoclosure () -> [Explanation]
  ) -> Explanation {
    let parts = parts()
    let sum = Explanation(label, .sum, notation: notation, unit: unit, parts: parts)
    guard park.origins.depth == .group else { return sum }
    return Explanation(label, value: sum.value, unit: unit, basis: .folded(count: parts.count))
  }

  /// The months, from 1.
  var months: [(number: Int, steps: Range<Int>)] { park.months.enumerated().map { ($0.offset + 1, $0.element) } }

  static func monthName(_ number: Int) -> LocalizedText { LocalizedText(nl: "maand \(number)", en: "month \(number)") }

  /// Hours per step times the sum of a series over the year: by month, the largest steps written out.
  /// - Parameter leaf: the value of one step, with where it comes from.
  func yearly(
    _ label: LocalizedText, _ unit: Unit, of power: Unit, _ values: [Double], leaf: (Int) -> Explanation
  ) -> Explanation {
    Explanation(
      label, .product, notation: "uren per stap × Σ stappen", unit: unit,
      parts: [hours, total(LocalizedText(nl: "som van de stappen", en: "sum of the steps"), power, values, leaf: leaf)])
  }

  /// The sum of a series over the year.
  func total(_ label: LocalizedText, _ unit: Unit, _ values: [Double], leaf: (Int) -> Explanation) -> Explanation {
    guard showsSteps else {
      let sum = months.reduce(0.0) { $0 + values[$1.steps].reduce(0, +) }
      return Explanation(label, value: sum, unit: unit, basis: .folded(count: values.count))
    }
    return Explanation(
      label, .sum, notation: "Σ maanden", unit: unit,
      parts: months.map { month in
        sum(Self.monthName(month.number), unit, Array(month.steps), values, leaf: leaf)
      })
  }

  /// The sum of some steps, the largest written out.
  func sum(
    _ label: LocalizedText, _ unit: Unit, _ steps: [Int], _ values: [Double], leaf: (Int) -> Explanation
  ) -> Explanation {
    guard showsSteps else {
      let sum = steps.reduce(0.0) { $0 + values[$1] }
      return Explanation(label, value: sum, unit: unit, basis: .folded(count: steps.count))
    }
    return .sum(label, notation: "Σ stappen", unit, values, at: steps, largest: Self.shown, leaf: leaf)
  }

  /// The highest of a series over some steps: the highest steps written out, and how high the others reach.
  func highest(
    _ label: LocalizedText, _ values: [Double], in steps: some Collection<Int>, unit: Unit = .kilowatt,
    atLeastZero: Bool = false,
    leaf: (Int) -> Explanation
  ) -> Explanation {
    guard showsSteps else {
      let highest = steps.reduce(atLeastZero ? 0 : -.infinity) { max($0, values[$1]) }
      return Explanation(label, value: highest, unit: unit, basis: .folded(count: steps.count))
    }
    return .highest(
      label, notation: "hoogste stap", unit, values, at: steps, shown: Self.shown, atLeastZero: atLeastZero, leaf: leaf)
  }

  /// Sum of the highest of each month.
  func monthlyPeaks(_ values: [Double], leaf: (Int) -> Explanation) -> Explanation {
    let label = LocalizedText(nl: "som van de maandpieken", en: "sum of the monthly peaks")
    let peaks = months.map { month in
      highest(Self.monthName(month.number), values, in: month.steps, atLeastZero: true, leaf: leaf)
    }
    guard showsSteps else {
      return Explanation(
        label, value: peaks.reduce(0) { $0 + $1.value }, unit: .kilowatt, basis: .folded(count: peaks.count))
    }
    return Explanation(label, .sum, notation: "Σ maanden", unit: .kilowatt, parts: peaks)
  }

  /// Hours of the steps for which something holds.
  func hours(_ label: LocalizedText, where holds: (Int) -> Bool) -> Explanation {
    Explanation(
      label, .product, notation: "uren per stap × stappen", unit: .hour,
      parts: [hours, count(LocalizedText(nl: "stappen", en: "steps"), where: holds)])
  }

  /// The steps for which something holds, counted by month.
  func count(_ label: LocalizedText, where holds: (Int) -> Bool) -> Explanation {
    guard showsSteps else {
      let count = park.year.count
      return Explanation(
        label, value: Double((0..<count).count(where: holds)), unit: .count, basis: .folded(count: count))
    }
    let counts = months.map { month in
      let count = month.steps.count(where: holds)
      return Explanation(
        Self.monthName(month.number) + LocalizedText(nl: ", stappen", en: ", steps"), value: Double(count),
        unit: .count, basis: .folded(count: count))
    }
    return Explanation(label, .sum, notation: "Σ maanden", unit: .count, parts: counts)
  }
}
