import EnergyHubs
import Quantities

/// A line of `connections.csv`; an empty cell is nil.
public struct EnergyConnectionRow: Sendable, Codable, Hashable {
  /// Position from 1.
  public var row: Int
  public var id: String
  public var name: String?
  public var ean: String?
  public var networkOperator: String?
  public var station: String?
  /// Offtake and feed-in, kW: what the contract allows, and what the cable can carry.
  public var contract: Double?
  public var physical: Double?
  public var feedIn: Double?
  public var feedInPhysical: Double?
  /// Yearly use, kWh; needed where there is no series.
  public var annual: Double?
  /// Name of the standard profile that stands in for a missing series.
  public var standard: String?
  public var roof: String?
  public var roofMost: Double?
  /// Whether the firm agrees with this study; nil when the line does not say.
  public var consent: Bool?
  /// Hours of block-bound rights, by column.
  public var hours: [String: String]
  /// Rights and assets, by column.
  public var extras: [String: Double]

  public init(row: Int, id: String) {
    self.row = row
    self.id = id
    hours = [:]
    extras = [:]
  }
}

extension EnergyConnectionRow {
  public static let textColumns = ["id", "name", "ean", "operator", "station", "profile", "roof", "consent"]
  public static let numberColumns = [
    "contract_kw", "physical_kw", "feed_in_kw", "feed_in_physical_kw", "annual_kwh", "roof_max_kw",
  ]
  /// Hours of block-bound rights: `22:00-06:00 ma-vr`.
  public static let hourColumns = ["block_hours", "feed_in_block_hours"]
  /// Rights on top of the firm ones, both ways.
  public static let rightColumns = ["", feedInPrefix].flatMap { direction in
    ["variable_kw", "block_kw", "duration_kw", "duration_share"].map { direction + $0 }
  }
  /// What stands behind the connection, and the same with `planned_` before it for what is planned.
  public static let assetColumns = [
    "pv_kwp", "wind_kw", "battery_kwh", "battery_kw", "heat_pump_kw", "boiler_kw", "chp_kw", "charge_points",
    "charge_kw",
  ]
  public static let plannedColumns = assetColumns.map { plannedPrefix + $0 } + [plannedYear]
  public static let extraColumns = rightColumns + assetColumns + plannedColumns

  static let feedInPrefix = "feed_in_"
  static let plannedPrefix = "planned_"
  static let plannedYear = "planned_year"

  /// Assets that stand, or that are planned.
  func assets(isPlanned: Bool) -> [EnergyAsset] {
    let prefix = isPlanned ? Self.plannedPrefix : ""
    func number(_ column: String) -> Double? { extras[prefix + column] }
    let power = [
      number("pv_kwp").map { EnergyAsset.Kind.solar(.init($0)) }, number("wind_kw").map { .wind(.init($0)) },
      number("heat_pump_kw").map { .heatPump(.init($0)) }, number("boiler_kw").map { .electricBoiler(.init($0)) },
      number("chp_kw").map { .combinedHeatAndPower(.init($0)) },
    ]
    let battery: EnergyAsset.Kind? =
      number("battery_kwh") == nil && number("battery_kw") == nil
      ? nil : .battery(.init(number("battery_kwh") ?? 0), .init(number("battery_kw") ?? 0))
    let charging: EnergyAsset.Kind? =
      number("charge_kw") == nil && number("charge_points") == nil
      ? nil : .charging(.init(number("charge_kw") ?? 0), points: whole("charge_points", prefix) ?? 0)
    let year = isPlanned ? whole(Self.plannedYear) : nil
    return (power + [battery, charging]).compactMap { kind in
      kind.map { EnergyAsset($0, isPlanned: isPlanned, plannedFor: year) }
    }
  }

  private func whole(_ column: String, _ prefix: String = "") -> Int? {
    extras[prefix + column].flatMap { Int(exactly: $0.rounded()) }
  }
}
