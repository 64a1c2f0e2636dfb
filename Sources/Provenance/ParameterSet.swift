import Quantities

/// Why a parameter could not be read.
public enum ParameterError: Error, Equatable, Sendable {
  case unknownParameter(key: String)
  case noMember(key: String, member: String)
  case notInForce(key: String, member: String, on: CalendarDate)

  public var message: LocalizedText {
    switch self {
    case .unknownParameter(let key):
      LocalizedText(nl: "parameter \(key) ontbreekt", en: "parameter \(key) is missing")
    case .noMember(let key, let member):
      LocalizedText(
        nl: "parameter \(key) heeft geen waarde voor \(member)", en: "parameter \(key) has no value for \(member)")
    case .notInForce(let key, let member, let date):
      LocalizedText(
        nl: "parameter \(key):\(member) heeft nog geen waarde op \(date)",
        en: "parameter \(key):\(member) has no value yet on \(date)")
    }
  }
}

/// All parameters of a run — *parameterbestand*. A scenario or a user's own folder is a set of overrides on it.
public struct ParameterSet: Sendable, Codable, Hashable {
  public private(set) var parameters: [String: Parameter]

  public init(_ parameters: [Parameter] = []) {
    self.parameters = Dictionary(parameters.map { ($0.key, $0) }, uniquingKeysWith: { _, last in last })
  }

  public subscript(key: String) -> Parameter? { parameters[key] }

  /// Keys in alphabetical order.
  public var keys: [String] { parameters.keys.sorted() }

  /// This set with the members of `other` laid over it: an override names only what it changes.
  public func overridden(by other: ParameterSet) -> ParameterSet {
    var result = self
    for key in other.keys {
      guard let override = other[key] else { continue }
      result.parameters[key] = result.parameters[key].map { $0.overridden(by: override) } ?? override
    }
    return result
  }

  /// All dated values of a member; the first of `regions` that has values of its own wins.
  public func timeline(_ key: String, _ member: String = "", regions: [String] = []) throws(ParameterError)
    -> [ParameterReading]
  {
    let candidates = try candidates(key, member, regions)
    guard let first = candidates.first else { throw .noMember(key: key, member: member) }
    return first
  }

  /// The value in force on a date. A region's own value that is not in force yet leaves room for the more general one.
  public func reading(_ key: String, _ member: String = "", regions: [String] = [], on date: CalendarDate)
    throws(ParameterError) -> ParameterReading
  {
    let candidates = try candidates(key, member, regions)
    for timeline in candidates {
      if let reading = timeline.last(where: { $0.dated.from <= date }) { return reading }
    }
    throw candidates.isEmpty ? .noMember(key: key, member: member) : .notInForce(key: key, member: member, on: date)
  }

  /// The timelines of a member that exist, from the most specific region to the general one.
  private func candidates(_ key: String, _ member: String, _ regions: [String]) throws(ParameterError)
    -> [[ParameterReading]]
  {
    guard let parameter = parameters[key] else { throw .unknownParameter(key: key) }
    return (regions.map { member + "@" + $0 } + [member]).compactMap { name in
      parameter.members[name]?.map {
        ParameterReading(key: key, member: name, label: parameter.label, unit: parameter.unit, dated: $0)
      }
    }
  }
}

extension Parameter {
  fileprivate func overridden(by other: Parameter) -> Parameter {
    Parameter(
      key: key, label: other.label, unit: other.unit, dimensions: other.dimensions, note: other.note ?? note,
      members: members.merging(other.members) { _, last in last })
  }
}

extension ParameterSet {
  /// Codes of the regions that any member has a value of its own for.
  public var namedRegions: Set<String> {
    var named = Set<String>()
    for parameter in parameters.values {
      for member in parameter.members.keys {
        if let mark = member.utf8.lastIndex(of: UInt8(ascii: "@")) {
          named.insert(String(member[member.utf8.index(after: mark)...]))
        }
      }
    }
    return named
  }
}
