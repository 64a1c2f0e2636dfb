import EnergyHubs
import Provenance
import Quantities

/// How loads that no file holds follow from others — *afgeleide belasting*.
enum DerivedLoads: Sendable, Hashable {
  case colder(ColdOrigin)
  case scanned(ScanOrigin)
}

/// The loads of a colder year: those of the study times a factor of the month.
struct ColdOrigin: Sendable, Hashable {
  /// What the paths of the factors begin with.
  let root: String
  /// As measured, and the factor of every month, by id.
  let measured: [String: EnergyConnection]
  let factors: [String: [Double]]

  /// Step of the path of a factor.
  static let step = "maandfactor"

  static func path(_ id: String, month: Int, in root: String) -> String { "\(root)/lid/\(id)/\(step)/\(month)" }

  /// - Parameter record: the value of a connection as it was measured.
  func load(
    _ connection: EnergyConnection, _ step: Int, month: Int, time: String, record: (EnergyConnection) -> Explanation
  ) -> Explanation {
    guard let before = measured[connection.id], let factor = factors[connection.id]?[month - 1] else {
      return record(connection)
    }
    let value = record(before)
    guard value.value > 0 else { return value }
    let reference = Explanation(
      LocalizedText(nl: "factor van maand \(month)", en: "factor of month \(month)"), value: factor, unit: .factor,
      basis: .figure(path: Self.path(connection.id, month: month, in: root)))
    return Explanation(
      LocalizedText(both: connection.name + ", " + time), .product, notation: "gemeten × factor van de maand",
      unit: .kilowatt, parts: [value, reference]
    ).inSinglePrecision
  }
}

/// Prices of another table than that of the study — *herkomst van prijzen*.
struct PriceOrigin: Sendable, Hashable {
  let table: String
  let key: String
  let year: ProfileYear
  /// EUR/MWh for each step of that year.
  let values: [Double]
  /// Steps of that year that a step of the study is the mean of.
  let steps: [Range<Int>]

  /// EUR/MWh in a step of the study.
  func price(_ step: Int, _ label: LocalizedText) -> Explanation {
    let records = steps[step].map { place in
      Explanation(
        label, value: values[place], unit: .euroPerMegawattHour,
        basis: .record(table: table, key: key, field: year.spelled(place), origin: nil))
    }
    guard records.count > 1 else { return records[0] }
    return Explanation(
      label, .quotient, notation: "Σ stappen / stappen", unit: .euroPerMegawattHour,
      parts: [
        Explanation(
          LocalizedText(nl: "som van de stappen", en: "sum of the steps"), .sum, notation: "Σ stappen",
          unit: .euroPerMegawattHour, parts: records),
        Explanation(
          LocalizedText(nl: "stappen", en: "steps"), value: Double(records.count), unit: .count, basis: .definition),
      ])
  }
}

extension Explanation {
  /// As a profile keeps it, in the binary digits of single precision.
  var inSinglePrecision: Explanation {
    guard value != 0 else { return self }
    let steps = Double(sign: .plus, exponent: Float.significandBitCount - Int(value.exponent), significand: 1)
    return Explanation(
      label, .rounding, notation: "afgerond op enkele precisie", unit: unit,
      parts: [
        self,
        Explanation(
          LocalizedText(nl: "stappen per eenheid", en: "steps in a unit"), value: steps, unit: .count,
          basis: .definition),
      ])
  }
}
