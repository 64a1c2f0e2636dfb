/// A piece of medium-voltage cable between two nodes — *kabelverbinding*.
public struct FeederCable: Sendable, Hashable {
  public var from: String
  public var to: String
  /// Ω of the whole piece, per phase.
  public var resistance: Double
  public var reactance: Double
  /// S of the whole piece: 2π f C.
  public var susceptance: Double
  /// A that it may carry for long.
  public var ratedCurrent: Double

  public init(
    from: String, to: String, resistance: Double, reactance: Double, susceptance: Double = 0, ratedCurrent: Double
  ) {
    self.from = from
    self.to = to
    self.resistance = resistance
    self.reactance = reactance
    self.susceptance = susceptance
    self.ratedCurrent = ratedCurrent
  }
}

/// A feeder without loops, seen from the busbar that feeds it — *radiale streng*.
public struct FeederNetwork: Sendable {
  /// The node of the busbar.
  public let source: String
  /// Nodes from the source outwards: each comes after the node that feeds it; the source is the first.
  public let nodes: [String]
  /// kV between phases.
  public let nominalVoltage: Double
  /// Per node the place of the node that feeds it; −1 for the source.
  public let feeding: [Int]
  /// Per node the cable that feeds it, by its place in `cables`; −1 for the source.
  public let feedingCable: [Int]
  public let cables: [FeederCable]

  /// - Parameter nominalVoltage: kV between phases.
  /// - Throws: `FeederFaults` with everything that is wrong at once.
  public init(source: String, cables: [FeederCable], nominalVoltage: Double) throws(FeederFaults) {
    var faults = Self.faults(of: cables, nominalVoltage)
    let walk = FeederWalk(source: source, cables: cables)
    faults += walk.faults
    guard faults.isEmpty else { throw FeederFaults(faults) }
    self.source = source
    self.cables = cables
    self.nominalVoltage = nominalVoltage
    nodes = walk.nodes
    feeding = walk.feeding
    feedingCable = walk.feedingCable
  }

  private static func faults(of cables: [FeederCable], _ voltage: Double) -> [FeederFault] {
    var faults: [FeederFault] = voltage > 0 && voltage.isFinite ? [] : [.voltage(voltage)]
    for cable in cables {
      let numbers = [cable.resistance, cable.reactance, cable.susceptance, cable.ratedCurrent]
      if !numbers.allSatisfy({ $0.isFinite && $0 >= 0 }) {
        faults.append(.numbers(cable.from, cable.to))
      } else if cable.resistance == 0 && cable.reactance == 0 {
        faults.append(.noImpedance(cable.from, cable.to))
      } else if cable.ratedCurrent == 0 {
        faults.append(.noRating(cable.from, cable.to))
      }
    }
    return faults
  }
}

/// Visits a network from its source and notes what makes it no feeder.
struct FeederWalk {
  private(set) var nodes: [String]
  private(set) var feeding = [-1]
  private(set) var feedingCable = [-1]
  private(set) var faults: [FeederFault] = []

  init(source: String, cables: [FeederCable]) {
    nodes = [source]
    var ties: [String: [Int]] = [:]
    for (index, cable) in cables.enumerated() {
      ties[cable.from, default: []].append(index)
      ties[cable.to, default: []].append(index)
    }
    guard ties[source] != nil else {
      faults.append(.unknownSource(source))
      return
    }
    var place = [source: 0]
    var used = [Bool](repeating: false, count: cables.count)
    var next = 0
    while next < nodes.count {
      let here = nodes[next]
      for index in ties[here] ?? [] where !used[index] {
        used[index] = true
        let cable = cables[index]
        let there = cable.from == here ? cable.to : cable.from
        guard place[there] == nil else {
          faults.append(.loop(cable.from, cable.to))
          continue
        }
        place[there] = nodes.count
        nodes.append(there)
        feeding.append(next)
        feedingCable.append(index)
      }
      next += 1
    }
    let lost = Set(ties.keys).subtracting(place.keys).sorted()
    faults += lost.map(FeederFault.unreachable)
  }
}
