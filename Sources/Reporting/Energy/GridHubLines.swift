import Planning
import Quantities

/// The feeder without and with the hub side by side — *nettabel met hub*.
struct GridHubLines: Bilingual {
  let response: CheckGrid.Response
  let hub: CheckGrid.WithHub
  let language: Language

  var text: String {
    ([words("Zonder en met de hub", "Without and with the hub"), place] + AlignedText.lines(comparison) + [""]
      + AlignedText.lines(cables) + [""]).map { $0 + "\n" }.joined()
  }

  private var place: String {
    let panels = number(hub.sizes.roofs.values.reduce(0, +), 0)
    let (energy, power) = (number(hub.sizes.batteryEnergy, 0), number(hub.sizes.batteryPower, 0))
    return words(
      "Batterij \(energy) kWh en \(power) kW aan knoop \(hub.node); \(panels) kWp panelen op de daken; contract \(number(hub.sizes.contract, 0)) kW.",
      "Battery \(energy) kWh and \(power) kW at node \(hub.node); \(panels) kWp of panels on the roofs; contract \(number(hub.sizes.contract, 0)) kW."
    )
  }

  private var comparison: [[String]] {
    let kinds: [(String, (CheckGrid.Situation) -> String)] = [
      (words("Overbelaste kabels", "Overloaded cables"), { "\($0.overloads.count)" }),
      (
        words("Uren te veel, alle kabels samen", "Hours over, all cables together"),
        { number($0.cables.reduce(0) { $0 + $1.hoursOver }, 1) }
      ),
      (
        words("Zwaarst belaste kabel, %", "Most loaded cable, %"),
        { number(($0.cables.first?.loading ?? 0) * 100, 1) }
      ),
      (
        words("Laagste spanning, %", "Lowest voltage, %"), { number(($0.nodes.map(\.lowest).min() ?? 1) * 100, 2) }
      ),
      (
        words("Hoogste spanning, %", "Highest voltage, %"), { number(($0.nodes.map(\.highest).max() ?? 1) * 100, 2) }
      ),
      (
        words("Knopen buiten de band", "Nodes outside the band"),
        { "\($0.voltageProblems(allowed: response.allowedDeviation).count)" }
      ),
      (words("Verlies, kWh per jaar", "Losses, kWh a year"), { number($0.losses, 0) }),
    ]
    return [["", words("zonder", "without"), words("met", "with")]]
      + kinds.map { [$0.0, $0.1(response.now), $0.1(hub.situation)] }
  }

  /// The cables that are most loaded without the hub or with it.
  private var cables: [[String]] {
    let rows = response.cables.compactMap { cable in hub.cable(like: cable).map { (cable, $0) } }
    let ordered = rows.sorted { max($0.0.loading, $0.1.loading) > max($1.0.loading, $1.1.loading) }
    return [
      [
        words("kabel", "cable"), words("zonder %", "without %"), words("met %", "with %"),
        words("uren te veel", "hours over"), words("met hub", "with hub"),
      ]
    ]
      + ordered.prefix(Self.shown).map { before, after in
        [
          "\(before.from)–\(before.to)", number(before.loading * 100, 1), number(after.loading * 100, 1),
          number(before.hoursOver, 1), number(after.hoursOver, 1),
        ]
      }
  }

  private static let shown = 10

  private func number(_ value: Double, _ decimals: Int) -> String {
    NumberStyle(decimals: decimals, language: language)(value)
  }
}

extension CheckGrid.WithHub {
  /// The same cable with the hub.
  func cable(like other: CheckGrid.Cable) -> CheckGrid.Cable? {
    situation.cables.first { $0.from == other.from && $0.to == other.to }
  }
}
