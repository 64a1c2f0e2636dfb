import Quantities

/// Everything that is wrong with a network or its loads.
public struct FeederFaults: Error, Sendable, Equatable {
  public let faults: [FeederFault]
  public init(_ faults: [FeederFault]) { self.faults = faults }
}

public enum FeederFault: Sendable, Hashable {
  case voltage(Double)
  case unknownSource(String)
  /// The cable closes a loop, or joins a node to itself.
  case loop(String, String)
  case unreachable(String)
  case noImpedance(String, String)
  case noRating(String, String)
  /// A negative number or one that is none.
  case numbers(String, String)
  case unknownNode(String)
  case length(node: String, found: Int, needed: Int)
  case notFinite(node: String)
  /// At this step the load is more than the feeder can carry: no voltage satisfies it.
  case collapse(step: Int)

  public var message: LocalizedText {
    switch self {
    case .voltage(let value):
      LocalizedText(
        nl: "De nominale spanning is \(value) kV: geef een getal groter dan nul.",
        en: "The nominal voltage is \(value) kV: give a number above zero.")
    case .unknownSource(let node):
      LocalizedText(
        nl: "Aan voedingspunt '\(node)' ligt geen kabel: controleer de naam.",
        en: "No cable ends at source '\(node)': check its name.")
    case .loop(let from, let to):
      LocalizedText(
        nl: "Kabel '\(from)'–'\(to)' maakt een lus: open haar, de berekening geldt voor stralen.",
        en: "Cable '\(from)'–'\(to)' closes a loop: open it, the computation is for radial feeders.")
    case .unreachable(let node):
      LocalizedText(
        nl: "Knoop '\(node)' hangt niet aan het voedingspunt: voeg de ontbrekende kabel toe.",
        en: "Node '\(node)' is not joined to the source: add the missing cable.")
    case .noImpedance(let from, let to):
      LocalizedText(
        nl: "Kabel '\(from)'–'\(to)' heeft geen impedantie: geef weerstand of reactantie, of voeg de knopen samen.",
        en: "Cable '\(from)'–'\(to)' has no impedance: give resistance or reactance, or merge its nodes.")
    case .noRating(let from, let to):
      LocalizedText(
        nl: "Kabel '\(from)'–'\(to)' heeft geen toegestane stroom: vul die in.",
        en: "Cable '\(from)'–'\(to)' has no rated current: fill it in.")
    case .numbers(let from, let to):
      LocalizedText(
        nl: "Kabel '\(from)'–'\(to)' heeft een negatief of ontbrekend getal: verbeter het.",
        en: "Cable '\(from)'–'\(to)' has a negative or missing number: correct it.")
    default: loadMessage
    }
  }

  private var loadMessage: LocalizedText {
    switch self {
    case .length(let node, let found, let needed):
      LocalizedText(
        nl: "De belasting van knoop '\(node)' heeft \(found) waarden in plaats van \(needed): geef er evenveel.",
        en: "The load of node '\(node)' has \(found) values instead of \(needed): give as many.")
    case .notFinite(let node):
      LocalizedText(
        nl: "De belasting van knoop '\(node)' bevat een waarde die geen getal is: vul of verwijder die.",
        en: "The load of node '\(node)' holds a value that is no number: fill or remove it.")
    case .collapse(let step):
      LocalizedText(
        nl: "In stap \(step + 1) is de belasting meer dan de streng kan voeren: verlaag haar of verzwaar de kabels.",
        en: "In step \(step + 1) the load is more than the feeder can carry: lower it or strengthen the cables.")
    case .unknownNode(let node):
      LocalizedText(
        nl: "Er is belasting voor knoop '\(node)', die niet in het net voorkomt: controleer de naam.",
        en: "There is a load for node '\(node)', which is not in the network: check its name.")
    default: LocalizedText(both: "")
    }
  }
}
