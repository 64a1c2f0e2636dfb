/// What a line of a forecast is made of.
package enum OutlineLineItem: String, Sendable, CaseIterable {
  case jobsStart = "banen-begin"
  case jobsEnd = "banen-eind"
  /// Share of jobs on work locations.
  case preferenceStart = "voorkeur-begin"
  case preferenceEnd = "voorkeur-eind"
  /// m² net per job.
  case landPerJobStart = "ruimte-per-baan-begin"
  case landPerJobEnd = "ruimte-per-baan-eind"
  /// Expansion that is published as an amount, ha net.
  case published = "uitbreiding-als-bedrag"
  case reused = "hergebruik"
  case replacement = "vervanging"
  case additional = "aanvullend"
  /// 1 for net; 1 / (1 − public share) for gross.
  case measure = "bruto-netto"
}

/// What the supply of a forecast is made of: ha net, and shares of it that count.
package enum OutlineSupplyItem: String, Sendable, CaseIterable {
  case hard
  case hardCounted = "hard-geteld"
  case soft = "zacht"
  case softCounted = "zacht-geteld"
  case reserve
}

/// A figure of a forecast's outline that can be explained — *cijfer van een opbouw*.
package enum OutlineFigure: Hashable, Sendable {
  case whole
  case area(String)
  case line(area: String, name: String)
  case item(OutlineLineItem, area: String, name: String)
  case supply(area: String)
  case supplyItem(OutlineSupplyItem, area: String)
  case rounding
}

extension OutlineLineItem {
  /// What says how much land a job takes.
  static let coefficients: Set<OutlineLineItem> = [
    .preferenceStart, .preferenceEnd, .landPerJobStart, .landPerJobEnd, .measure,
  ]
}
