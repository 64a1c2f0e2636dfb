/// A figure of `energy grid`, of the feeder as it is now — *cijfer van het net*.
enum GridFigure: EnergyFigure {
  case losses, lossShare
  case node(String, GridNodeFigure)
  /// A cable by its ends.
  case cable(String, GridCableFigure)

  var steps: [String] {
    switch self {
    case .losses: ["verlies"]
    case .lossShare: ["verlies-deel"]
    case .node(let name, let figure): ["knoop", name, figure.rawValue]
    case .cable(let name, let figure): ["kabel", name, figure.rawValue]
    }
  }
}

enum GridNodeFigure: String, CaseIterable {
  case lowest = "laagste"
  case highest = "hoogste"
}

enum GridCableFigure: String, CaseIterable {
  case current = "stroom"
  case rated = "toegestaan"
  case loading = "belasting"
  case hoursOver = "uren-te-veel"
}
