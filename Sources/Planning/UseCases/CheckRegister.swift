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
    let check = try RegisterCheck(library, on: register.referenceDate)
    return Response(
      request: request, register: RegisterSummary(register), diagnostics: check.messages(about: register),
      parameters: check.parameters)
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
