import EnergyHubs
import Planning
import Quantities

/// What is known of connections besides their firm capacity, for the terminal — *rechten en installaties*.
enum ConnectionDetails {
  /// A row per connection of which more is known; empty when there is none.
  static func lines(_ response: CheckEnergyCase.Response, _ lines: EnergyLines) -> [String] {
    let told = response.connections.filter {
      $0.ean != nil || $0.networkOperator != nil || $0.station != nil || !$0.rights.isEmpty || !$0.assets.isEmpty
    }
    guard
      told.contains(where: { $0.ean != nil || $0.networkOperator != nil || !$0.rights.isEmpty || !$0.assets.isEmpty })
    else { return [] }
    let header = [
      lines.words("Aansluiting", "Connection"), "EAN", lines.words("Netbeheerder", "Operator"), "Station",
      lines.words("Rechten erbij", "Further rights"), lines.words("Installaties", "Assets"),
    ]
    let rows = told.map { line in
      [
        line.id, line.ean ?? "–", line.networkOperator ?? "–", line.station ?? "–",
        list(line.rights.map { right($0, lines) }), list(line.assets.map { asset($0, lines) }),
      ]
    }
    return lines.table(header, rows) + [""]
  }

  private static func list(_ texts: [String]) -> String { texts.isEmpty ? "–" : texts.joined(separator: "; ") }

  private static func right(_ right: TransportRight, _ lines: EnergyLines) -> String {
    let way = right.direction == .offtake ? lines.words("afname", "offtake") : lines.words("teruglevering", "feed-in")
    let form =
      switch right.form {
      case .firm: lines.words("vast", "firm")
      case .variable: lines.words("variabel", "variable")
      case .durationBound(let share):
        lines.words("tijdsduur \(lines.percent(share))", "duration \(lines.percent(share))")
      case .blockBound(let windows): windows.map(\.spelled).joined(separator: ", ")
      }
    return "\(way) \(lines.number(right.power.value)) kW \(form)"
  }

  private static func asset(_ asset: EnergyAsset, _ lines: EnergyLines) -> String {
    let text =
      switch asset.kind {
      case .solar(let power): lines.words("zon", "sun") + " \(lines.number(power.value)) kWp"
      case .wind(let power): "wind \(lines.number(power.value)) kW"
      case .battery(let energy, let power):
        lines.words("batterij", "battery") + " \(lines.number(energy.value)) kWh / \(lines.number(power.value)) kW"
      case .heatPump(let power): lines.words("warmtepomp", "heat pump") + " \(lines.number(power.value)) kW"
      case .electricBoiler(let power): "e-boiler \(lines.number(power.value)) kW"
      case .combinedHeatAndPower(let power): lines.words("wkk", "CHP") + " \(lines.number(power.value)) kW"
      case .charging(let power, let points):
        lines.words("\(points) laadpunten", "\(points) charge points") + " \(lines.number(power.value)) kW"
      }
    guard asset.isPlanned else { return text }
    let year = asset.plannedFor.map { " \($0)" } ?? ""
    return text + " (" + lines.words("gepland", "planned") + year + ")"
  }
}
