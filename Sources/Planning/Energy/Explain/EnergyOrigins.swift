import EnergyHubs
import Provenance
import Quantities

/// Where the numbers of a study were read — *herkomst*: prices and properties as trees down to `parameters.yaml` and the library,
/// and the file of every profile.
public struct EnergyOrigins: Sendable, Hashable {
  /// By the key of `parameters.yaml`, or of the library where a study has no say in it; prices of a roof by `roof_price:` and name.
  var values: [String: Explanation] = [:]
  /// File of a connection's measurements; absent for a standard profile and for a study that no files made.
  var loads: [String: String] = [:]
  /// Days of a column of `series.csv` that took the values of others, by its name.
  var completedSeries: [String: Int] = [:]
  /// How the loads follow from others where no file holds them.
  var derived: DerivedLoads?
  /// Where prices other than those of the study come from.
  var prices: PriceOrigin?

  /// How far trees go down.
  var depth = EnergyTreeDepth.steps

  public init() {}

  /// The trees of a report hold no step, and those for somebody outside the group no member.
  func told(to depth: EnergyTreeDepth) -> EnergyOrigins {
    var told = self
    told.depth = depth
    return told
  }

  /// The table of a column of `series.csv`, with what was completed of it.
  func seriesTable(_ column: String) -> String {
    EnergyCaseFiles.seriesFile + (completedSeries[column].map { " (\($0) dagen aangevuld)" } ?? "")
  }

  static let stored = "profiel in het opgeslagen bestand"

  /// Key of the size of the e-boiler, where it is given.
  static let boiler = "eboiler_kw"
  /// Key of the gas that a kWh of the e-boiler saves.
  static let boilerGas = "eboiler_gas"

  /// Key of the room on a class of roof, where no connections hold it.
  static func roofMost(_ roof: String) -> String { "roof_most:" + roof }

  static func roofPrice(_ roof: String) -> String { "roof_price:" + roof }
}

/// How far the trees of a study go down — *diepte*.
enum EnergyTreeDepth: Sendable, Hashable {
  /// To every step of every member.
  case steps
  /// To years of members.
  case members
  /// To sums of the group; no member is named.
  case group
}

extension EnergyCaseAssembly {
  /// A parameter of the library, remembered; nil when it is absent, which is remembered too.
  mutating func reading(_ key: String, _ member: String = "") -> Explanation? {
    do {
      let found = Explanation(try reader.read(key, member))
      if member.isEmpty { origins.values[key] = found }
      return found
    } catch {
      missing.append(error)
      return nil
    }
  }

  /// The study's own number, else the library's.
  mutating func number(_ setting: String, _ key: String) -> Double {
    remember(setting, own(setting, files.settings.numbers[setting], like: key) ?? reading(key))
  }

  /// The study's own yearly price, else what an investment costs a year by the library.
  mutating func yearly(_ setting: String, _ cost: String, life: String) -> Double {
    remember(setting, own(setting, files.settings.numbers[setting], like: cost) ?? yearly(cost, life: life))
  }

  /// Numbers of the study that the library does not have: bounds, thresholds, and what may be steered.
  mutating func rememberOwn() {
    let settings: [(String, Unit)] = [
      (EnergyOrigins.boiler, .kilowatt), ("curtailable_kw", .kilowatt), ("curtailment_price", .euroPerKilowattHour),
      ("contract_min_kw", .kilowatt), ("contract_max_kw", .kilowatt), ("export_limit_kw", .kilowatt),
      ("battery_min_kw", .kilowatt), ("battery_min_kwh", .kilowattHour), ("battery_max_kwh", .kilowattHour),
      ("battery_least_kwh_if_built", .kilowattHour), ("battery_fixed_cost", .euro),
    ]
    for (setting, unit) in settings {
      _ = remember(setting, own(setting, files.settings.numbers[setting], like: nil, unit))
    }
    for (key, unit) in [("roof_least_kw", Unit.kilowattPeak), ("roof_fixed_cost", .euro)] {
      for (roof, value) in files.settings.roofNumbers?[key] ?? [:] {
        _ = remember("\(key):\(roof)", own("\(key).\(roof)", value, like: nil, unit))
      }
    }
  }

  /// EUR per kWp a year of panels on a class of roof.
  mutating func roofPrice(_ roof: String) -> Double {
    let stated = own("roof_price.\(roof)", files.settings.roofPrices[roof], like: "energy/solar-cost")
    return remember(EnergyOrigins.roofPrice(roof), stated ?? yearly("energy/solar-cost", life: "energy/solar-life"))
  }

  /// kW that a battery may have at most.
  /// - Parameter firm: kW that the group may take.
  mutating func largestPower(firm: Double) -> Double {
    let setting = "battery_max_kw"
    if let own = own(setting, files.settings.numbers[setting], like: nil, .kilowatt) { return remember(setting, own) }
    return firm * parameter("energy/battery-power-share")
  }

  mutating func remember(_ setting: String, _ found: Explanation?) -> Double {
    origins.values[setting] = found
    return found?.value ?? .nan
  }

  /// A number of `parameters.yaml`, with the words of the parameter that it takes the place of.
  func own(_ setting: String, _ value: Double?, like key: String?, _ unit: Unit = .one) -> Explanation? {
    let parameter = key.flatMap { reader.parameters[$0] }
    return value.map {
      Explanation(
        parameter?.label ?? LocalizedText(both: setting), value: $0, unit: parameter?.unit ?? unit,
        basis: .record(table: EnergyCaseFiles.settingsFile, key: files.settings.name ?? "", field: setting, origin: nil)
      )
    }
  }
}

extension EnergyCaseAssembly {
  /// Yearly cost of an investment: an annuity over its life plus maintenance.
  ///
  /// Example: 100 EUR over 10 years at 5 % with 1 % maintenance: 100 × (0.05 / (1 − 1.05⁻¹⁰) + 0.01) = 13.95 EUR.
  mutating func yearly(_ cost: String, life: String) -> Explanation? {
    let found = [cost, "energy/discount-rate", life, "energy/maintenance-share"].map { reading($0) }.compactMap { $0 }
    guard found.count == Self.yearlyParts else { return nil }
    let share = Explanation(
      LocalizedText(nl: "deel van de aanschaf per jaar", en: "share of the purchase a year"), .sum,
      notation: "annuïteit + onderhoud", unit: .sharePerYear,
      parts: [Self.annuity(rate: found[1], years: found[2]), found[Self.yearlyParts - 1]])
    return Explanation(
      LocalizedText(nl: "jaarkosten van een eenheid", en: "yearly cost of one unit"), .product,
      notation: "aanschaf × deel per jaar", unit: found[0].unit, parts: [found[0], share])
  }

  private static let yearlyParts = 4

  /// Share of an investment that is paid every year, rate / (1 − (1 + rate)⁻ⁿ); a life is in whole years.
  static func annuity(rate: Explanation, years: Explanation) -> Explanation {
    let label = LocalizedText(nl: "annuïteit", en: "annuity")
    let one = Explanation(LocalizedText(nl: "geheel", en: "whole"), value: 1, unit: .one, basis: .definition)
    guard rate.value > 0, years.value.isFinite else {
      return Explanation(label, .quotient, notation: "1 / jaren", unit: .sharePerYear, parts: [one, years])
    }
    let whole = Explanation(
      LocalizedText(nl: "looptijd in hele jaren", en: "life in whole years"), .rounding, notation: "afgerond",
      unit: .year, parts: [years, one])
    let factor = Explanation(
      LocalizedText(nl: "groei in een jaar", en: "growth in a year"), .sum, notation: "1 + rente", unit: .factor,
      parts: [one, rate])
    let growth = Explanation(
      LocalizedText(nl: "groei over de looptijd", en: "growth over the life"), .power, notation: "(1 + rente)ⁿ",
      unit: .factor, parts: [factor, whole])
    let inverse = Explanation(
      LocalizedText(nl: "contante waarde van 1", en: "present value of 1"), .quotient, notation: "1 / groei",
      unit: .factor, parts: [one, growth])
    let rest = Explanation(
      LocalizedText(nl: "afgelost deel", en: "share paid off"), .difference, notation: "1 − contante waarde",
      unit: .factor, parts: [one, inverse])
    return Explanation(
      label, .quotient, notation: "rente / (1 − (1 + rente)⁻ⁿ)", unit: .sharePerYear, parts: [rate, rest])
  }

  /// The same share as a number.
  static func annuity(rate: Double, years: Double) -> Double {
    func given(_ value: Double) -> Explanation {
      Explanation(LocalizedText(both: ""), value: value, unit: .one, basis: .definition)
    }
    return annuity(rate: given(rate), years: given(years)).value
  }
}
