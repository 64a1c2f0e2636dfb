import Provenance
import Quantities

extension CheckGrid {
  /// Where battery and e-boiler stand — *plaats van de hub*.
  public struct HubPlace: Codable, Sendable, Equatable {
    /// A node; nil takes the first behind the station.
    public var node: String?

    public init(node: String? = nil) { self.node = node }
  }

  public struct Response: Codable, Sendable, Equatable {
    public let request: Request
    public let study: String
    public let isSynthetic: Bool
    /// Whether figures of single members are for the park's manager only.
    public let isConfidential: Bool
    /// Connections of which days were completed; nil where every day was measured.
    public let completed: [CompletedConnection]?
    public let steps: Int
    public let nodes: [Node]
    /// The most loaded first.
    public let cables: [Cable]
    /// kWh a year, and as a share of what the connections take.
    public let losses: Double
    public let lossShare: Double?
    public let allowedDeviation: Double
    public let parameters: [ParameterReading]
    /// The same feeder with the hub; nil where it was not asked.
    public let hub: WithHub?

    /// The feeder as it is now.
    public var now: Situation { Situation(nodes: nodes, cables: cables, losses: losses, lossShare: lossShare) }
    public var overloads: [Cable] { now.overloads }
    /// Nodes whose voltage leaves the allowed band.
    public var voltageProblems: [Node] { now.voltageProblems(allowed: allowedDeviation) }
  }

  /// What a year does to the feeder — *toestand van de streng*.
  public struct Situation: Codable, Sendable, Equatable {
    public let nodes: [Node]
    /// The most loaded first.
    public let cables: [Cable]
    /// kWh a year, and as a share of what the connections take.
    public let losses: Double
    public let lossShare: Double?

    public var overloads: [Cable] { cables.filter { $0.loading > 1 } }
    public func voltageProblems(allowed deviation: Double) -> [Node] {
      nodes.filter { $0.lowest < 1 - deviation || $0.highest > 1 + deviation }
    }
  }

  /// Voltages in units of the nominal one, and when on the clock of the study.
  public struct Node: Codable, Sendable, Equatable {
    public let name: String
    public let lowest: Double
    public let lowestAt: String
    public let highest: Double
    public let highestAt: String
  }

  public struct Cable: Codable, Sendable, Equatable {
    public let from: String
    public let to: String
    /// A: the highest, and what is allowed; the one over the other, when, and the hours in which it is too much.
    public let current: Double
    public let rated: Double
    public let loading: Double
    public let at: String
    public let hoursOver: Double
  }
}
