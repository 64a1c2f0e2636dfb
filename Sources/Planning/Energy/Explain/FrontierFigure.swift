/// A figure of `energy frontier` — *cijfer van de afruil*.
enum FrontierFigure: EnergyFigure {
  case peak, power, lowestLimit
  case point(FrontierPlace, FrontierPointFigure)
  /// The lowest limit with the capacity asked about.
  case limitForCapacity

  var steps: [String] {
    switch self {
    case .peak: ["piek"]
    case .power: ["vermogen"]
    case .lowestLimit: ["laagste-grens"]
    case .limitForCapacity: ["grens-bij-inhoud"]
    case .point(let place, let figure): place.steps + [figure.rawValue]
    }
  }
}

enum FrontierPlace: Equatable {
  /// A row of the table, from 1.
  case row(Int)
  case knee
  /// The limit asked about.
  case asked

  var steps: [String] {
    switch self {
    case .row(let number): ["punt", String(number)]
    case .knee: ["knik"]
    case .asked: ["bij-grens"]
    }
  }
}

enum FrontierPointFigure: String, CaseIterable {
  case limit = "grens"
  case capacity = "opslag"
  case marginal = "marginaal"
}
