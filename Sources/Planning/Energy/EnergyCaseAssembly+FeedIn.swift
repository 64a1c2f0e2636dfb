import EnergyHubs
import Provenance
import Quantities

extension EnergyCaseAssembly {
  /// Metered feed-in cannot be curtailed: what passes the group's limit must go into a battery, or the study has no solution.
  /// - Parameter exporting: right of the group per step, kW; empty where only the limit counts.
  mutating func checkFeedIn(_ connections: [EnergyConnection], _ limits: EnergyLimits, exporting: [Double]) {
    var net = [Double](repeating: 0, count: calendar.year.count)
    for connection in connections where connection.profile.year == calendar.year {
      for (step, value) in connection.profile.kilowatts.enumerated() { net[step] += Double(value) }
    }
    func limit(_ step: Int) -> Double { step < exporting.count ? min(limits.export, exporting[step]) : limits.export }
    let above = net.indices.filter { -net[$0] > limit($0) + Self.feedInRounding }
    guard let first = above.first, let most = above.max(by: { net[$0] > net[$1] }) else { return }
    let style = NumberStyle.plain(decimals: 0)
    add(
      "feed-in-exceeds-limit", .init(file: EnergyCaseFiles.settingsFile, field: "export_limit_kw"),
      value: "\(style(-net[most])) > \(style(limit(most))) kW", severity: .warning,
      nl:
        "in \(above.count) stappen levert de groep meer terug dan haar grens, te beginnen op \(calendar.year.spelled(first)); "
        + "gemeten teruglevering kan niet worden afgeregeld",
      "Geef feed_in_kw of export_limit_kw zoals het contract is, of geef de opwek apart als existing_kw in series.csv.",
      en:
        "in \(above.count) steps the group feeds in more than its limit, first at \(calendar.year.spelled(first)); "
        + "metered feed-in cannot be curtailed",
      "Give feed_in_kw or export_limit_kw as the contract is, or give the generation apart as existing_kw in series.csv."
    )
  }

  /// kW that meters round away.
  private static let feedInRounding = 0.1
}
