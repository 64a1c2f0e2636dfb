/// A figure of a sum that `energy share` gave out — *cijfer van een publicatie*.
struct ShareFigure: EnergyFigure {
  enum Kind: String, CaseIterable {
    case energy = "energie"
    case peak = "hoogste"
  }

  /// Start of the stretch of time on the clock of the study, and its place among them.
  let start: String
  let place: Int
  let kind: Kind

  var steps: [String] { [start, kind.rawValue] }
}
