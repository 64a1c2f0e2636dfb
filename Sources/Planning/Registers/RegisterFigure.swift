import SupplyDemandBalance
import WorkLocations

/// A figure of a register by itself, of no scenario or year — *registercijfer*:
///
///     register/CR33/aanbod/terstond             all land of a kind, whenever it comes
///     register/CR33/aanbod/terstond/262015001   of one park or plan
///     register/CR33/uitgifte                    mean yearly uptake
///     register/CR33/parken/…                    counts and areas of parks, see `ParkFigure`
///     register/CR33/plannen/…, …/onttrekkingen/…   see `PlannedFigure`
///     register/CR33/bodemgebruik/2017           business-park land by the land-use statistics
///     register/CR33/clusters/terreinen/C3       parks of a cluster in the region
///     register/CR33/woningbouw/woningen/W2      homes of a large housing area
///     register/CR33/meldingen/…                 numbers of messages about the data, see `MessageFigure`
public enum RegisterFigure: Hashable, Sendable {
  case supply(SupplyKind, record: String?)
  case uptake
  case parks(ParkFigure)
  case planned(PlannedFigure)
  case landUse(year: Int)
  case parksOfCluster(String)
  case homes(area: String)
  case messages(MessageFigure)

  /// The first step of every path.
  public static let topic = "register"
  static let uptakeStep = "uitgifte"
  static let landUseStep = "bodemgebruik"
  static let clusterSteps = ["clusters", "terreinen"]
  static let homesSteps = ["woningbouw", "woningen"]

  /// - Parameter steps: the path after the region; nil when it names no figure.
  init?(_ steps: [String]) {
    let figure =
      Self.supply(steps) ?? Self.grouped(steps)
      ?? PlannedFigure(steps).map(RegisterFigure.planned)
    switch steps.first {
    case ParkFigure.topic?:
      guard let parks = ParkFigure(Array(steps.dropFirst())) else { return nil }
      self = .parks(parks)
    case MessageFigure.topic?:
      guard let messages = MessageFigure(Array(steps.dropFirst())) else { return nil }
      self = .messages(messages)
    case Self.uptakeStep? where steps.count == 1: self = .uptake
    case Self.landUseStep? where steps.count == 2:
      guard let year = Int(steps[1]) else { return nil }
      self = .landUse(year: year)
    default:
      guard let figure else { return nil }
      self = figure
    }
  }

  private static func supply(_ steps: [String]) -> RegisterFigure? {
    guard steps.count > 1, steps[0] == FigureTopic.supply.rawValue, let kind = SupplyKind(rawValue: steps[1]) else {
      return nil
    }
    let record = steps.dropFirst(2).joined(separator: "/")
    return .supply(kind, record: record.isEmpty ? nil : record)
  }

  /// Of a cluster or a housing area, whose key may hold a slash.
  private static func grouped(_ steps: [String]) -> RegisterFigure? {
    let key = steps.dropFirst(2).joined(separator: "/")
    guard !key.isEmpty else { return nil }
    if steps.starts(with: clusterSteps) { return .parksOfCluster(key) }
    return steps.starts(with: homesSteps) ? .homes(area: key) : nil
  }

  public func path(in region: RegionCode) -> String { ([Self.topic, region.text] + steps).joined(separator: "/") }

  var steps: [String] {
    switch self {
    case .supply(let kind, let record): [FigureTopic.supply.rawValue, kind.rawValue] + [record].compactMap { $0 }
    case .uptake: [Self.uptakeStep]
    case .parks(let figure): figure.steps
    case .planned(let figure): figure.steps
    case .landUse(let year): [Self.landUseStep, String(year)]
    case .parksOfCluster(let key): Self.clusterSteps + [key]
    case .homes(let area): Self.homesSteps + [area]
    case .messages(let figure): figure.steps
    }
  }
}
