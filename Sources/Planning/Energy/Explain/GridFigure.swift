/// A figure of `energy grid` — *cijfer van het net*: of the feeder as it is now, or with the hub.
enum GridFigure: EnergyFigure {
  case now(FeederFigure)
  case withHub(FeederFigure)
  /// Of the hub that is put on the feeder.
  case hubSize(HubSizeName)

  static let hubStep = "met-hub"

  var steps: [String] {
    switch self {
    case .now(let figure): figure.steps
    case .withHub(let figure): [Self.hubStep] + figure.steps
    case .hubSize(let name): [Self.hubStep, EnergyTopic.size.rawValue] + name.steps
    }
  }
}

enum FeederFigure: Equatable {
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
