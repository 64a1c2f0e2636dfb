import EnergyHubs
import Quantities

/// A number of `connections.csv` that was read as it stands: cable, further rights, assets — *cel van een aansluiting*.
struct ConnectionCell: Equatable {
  let column: String
  let value: Double
  let unit: Unit

  init(_ column: String, _ value: Double, _ unit: Unit) {
    self.column = column
    self.value = value
    self.unit = unit
  }
}

extension EnergyConnection {
  /// The cells that are filled, in the order of the answer of `energy check`.
  var cells: [ConnectionCell] {
    let cables = [("physical_kw", offtake.physical), ("feed_in_physical_kw", feedIn.physical)]
    return cables.compactMap { column, power in power.map { ConnectionCell(column, $0.value, .kilowatt) } }
      + connection.rights.flatMap(\.cells) + connection.assets.flatMap(\.cells)
  }
}

extension TransportRight {
  /// A right within hours of the day has its hours as text beside it.
  fileprivate var cells: [ConnectionCell] {
    let prefix = direction == .feedIn ? EnergyConnectionRow.feedInPrefix : ""
    func power(_ column: String) -> ConnectionCell { ConnectionCell(prefix + column, self.power.value, .kilowatt) }
    return switch form {
    case .firm: []
    case .variable: [power("variable_kw")]
    case .durationBound(let share): [power("duration_kw"), ConnectionCell(prefix + "duration_share", share, .share)]
    case .blockBound: [power("block_kw")]
    }
  }
}

extension EnergyAsset {
  fileprivate var cells: [ConnectionCell] {
    guard isPlanned else { return ownCells }
    let year = plannedFor.map { ConnectionCell(EnergyConnectionRow.plannedYear, Double($0), .calendarYear) }
    return ownCells.map { ConnectionCell(EnergyConnectionRow.plannedPrefix + $0.column, $0.value, $0.unit) }
      + [year].compactMap { $0 }
  }

  private var ownCells: [ConnectionCell] {
    switch kind {
    case .solar(let power): [ConnectionCell("pv_kwp", power.value, .kilowattPeak)]
    case .wind(let power): [ConnectionCell("wind_kw", power.value, .kilowatt)]
    case .battery(let energy, let power):
      [
        ConnectionCell("battery_kwh", energy.value, .kilowattHour),
        ConnectionCell("battery_kw", power.value, .kilowatt),
      ]
    case .heatPump(let power): [ConnectionCell("heat_pump_kw", power.value, .kilowatt)]
    case .electricBoiler(let power): [ConnectionCell("boiler_kw", power.value, .kilowatt)]
    case .combinedHeatAndPower(let power): [ConnectionCell("chp_kw", power.value, .kilowatt)]
    case .charging(let power, let points):
      [ConnectionCell("charge_points", Double(points), .count), ConnectionCell("charge_kw", power.value, .kilowatt)]
    }
  }
}
