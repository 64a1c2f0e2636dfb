import Provenance
import Quantities
import WorkLocations

/// Checks every rule of the register — *registercontrole*.
public struct CheckRegister: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    public var referenceDate: CalendarDate?

    public init(referenceDate: CalendarDate? = nil) { self.referenceDate = referenceDate }
  }

  public struct Response: Codable, Sendable, Equatable {
    public let request: Request
    public let register: RegisterSummary
    public let diagnostics: [Diagnostic]
    public let parameters: [ParameterReading]
  }

  /// - Throws: `PlanningError.invalidInput` when a parameter of the rules is missing.
  public func callAsFunction(_ request: Request, register: Register, library: PlanningLibrary) throws(PlanningError)
    -> Response
  {
    var reader = ParameterReader(library.parameters, on: register.referenceDate)
    let rules = try RegisterRules(library, reader: &reader)
    let landPerJob = try LandPerJobPlausibility.problems(library, reader: &reader)
    return Response(
      request: request, register: RegisterSummary(register), diagnostics: rules.check(register) + landPerJob,
      parameters: reader.readings)
  }
}

extension RegisterRules {
  init(_ library: PlanningLibrary, reader: inout ParameterReader) throws(PlanningError) {
    do {
      self.init(
        areaTolerance: try reader.read("quality/area-tolerance").value,
        staleAfterYears: Int(try reader.read("quality/stale-after").value), sectors: library.sectors)
    } catch {
      throw .missing([error])
    }
  }
}
