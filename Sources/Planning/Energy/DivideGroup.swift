import EnergyHubs
import Provenance
import Quantities

/// Individual rights against one right of the group, what comes free, and who pays what — *groepscontract verdelen*.
///
/// Costs are those of transport for one year: contracted kW and the highest kW of every month. Without the group each member
/// pays for its own; with it all pay together, and the key divides that.
public struct DivideGroup: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    public var key: String
    /// kW of the group; nil takes its highest step with the reserve of the library.
    public var contract: Double?
    /// Pairs of orders where a group is too large to try all, where the draws begin, and the chance that all errors hold.
    public var pairs: Int
    public var seed: UInt64
    public var confidence: Double

    public init(
      key: String = DivisionKey.shapley.rawValue, contract: Double? = nil, pairs: Int = 200, seed: UInt64 = 1,
      confidence: Double = 0.95
    ) {
      self.key = key
      self.contract = contract
      self.pairs = pairs
      self.seed = seed
      self.confidence = confidence
    }
  }

  /// - Throws: `PlanningError.invalidInput` for a park without connections, an unknown key and missing parameters.
  public func callAsFunction(_ request: Request, _ park: EnergyCase, library: PlanningLibrary) throws(PlanningError)
    -> Response
  {
    guard let key = DivisionKey(rawValue: request.key), !park.connections.isEmpty else {
      throw .invalidInput(Self.problems(request, park))
    }
    var reader = ParameterReader(library.parameters, on: CalendarDate(startOf: park.year.year))
    do {
      let reserve = try reader.read(Self.reserveKey).value
      let duration = try reader.read(Self.durationKey).value
      let group = GroupDivision(request, key, park, reserve: reserve)
      return group.response(durationShare: duration, readings: reader.readings)
    } catch { throw .missing([error]) }
  }

  static let reserveKey = "energy-scan/group-reserve"
  static let durationKey = "energy-group/duration-share"

  static func problems(_ request: Request, _ park: EnergyCase) -> [Diagnostic] {
    let keys = DivisionKey.allCases.map(\.rawValue).joined(separator: ", ")
    let key = Diagnostic(
      .error, "energy-group.key", value: request.key,
      message: LocalizedText(nl: "deze verdeelsleutel bestaat niet", en: "there is no such key"),
      remedy: LocalizedText(nl: "Kies uit: \(keys).", en: "Choose from: \(keys)."))
    let empty = Diagnostic(
      .error, "energy-group.no-members",
      message: LocalizedText(nl: "de studie heeft geen aansluitingen", en: "the study has no connections"),
      remedy: LocalizedText(nl: "Vul connections.csv.", en: "Fill connections.csv."))
    return (DivisionKey(rawValue: request.key) == nil ? [key] : []) + (park.connections.isEmpty ? [empty] : [])
  }
}
