import Provenance

/// Why demand could not be computed: every parameter that is missing, at once.
public struct DemandError: Error, Equatable, Sendable {
  public let missing: [ParameterError]

  public init(_ missing: [ParameterError]) { self.missing = missing }
}
