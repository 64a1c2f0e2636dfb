/// A figure of `energy group --stress` — *cijfer van een tegenvaller*: what was chosen for the year as planned, or a figure of the
/// world after an event.
enum StressFigure: EnergyFigure {
  case planned(HubSizeName)
  case event(StressPlace, StressEventFigure)

  /// Behind the topic of the group, for all that holds after an event.
  static let step = "na"

  var steps: [String] {
    switch self {
    case .planned(let name): [Self.step, "gekozen"] + name.steps
    case .event(let place, let figure): [Self.step] + place.steps + figure.steps
    }
  }
}

/// The event by its steps; a member that leaves by its id.
enum StressPlace: Equatable {
  case asPlanned, batteryFails, coldYear, priceYear
  case memberLeaves(String)

  var steps: [String] {
    switch self {
    case .asPlanned: ["plan"]
    case .batteryFails: ["batterij-uit"]
    case .coldYear: ["koud-jaar"]
    case .priceYear: ["prijsjaar"]
    case .memberLeaves(let id): ["vertrek", id]
    }
  }
}

enum StressEventFigure: Equatable {
  case sum(StressSumFigure)
  /// Of the year with the sizes that stand, as of `energy dispatch`.
  case year(HubFigure)
  case member(String, StressMemberFigure)
  /// Of the group as it is then, as of `energy group`.
  case group(GroupFigure)
  /// What the load of a member is multiplied by in a month of a cold year.
  case monthFactor(String, Int)

  var steps: [String] {
    switch self {
    case .sum(let figure): [figure.rawValue]
    case .year(let figure): figure.steps
    case .member(let id, let figure): ["lid", id, figure.rawValue]
    case .group(let figure): [EnergyTopic.group.rawValue] + figure.steps
    case .monthFactor(let id, let month): ["lid", id, ColdOrigin.step, String(month)]
    }
  }
}

enum StressSumFigure: String, CaseIterable {
  case increase = "meer"
  case costAlone = "kosten-alleen"
  case contractRise = "contract-stijging"
  /// What is left to divide after each pays the energy that it would buy alone.
  case toDivide = "te-verdelen"
  case degreeDays = "graaddagen"
  case heatingShare = "warmtedeel"
  case unserved = "niet-te-leveren"
}

enum StressMemberFigure: String, CaseIterable {
  case energyAlone = "energie-alleen"
  case costAlone = "kosten-alleen"
  case cost = "kosten"
  case increase = "meer"
  case saving = "voordeel"
}
