import Provenance
import Quantities
import WorkLocations

/// The rules of a register with the parameters that they ask for, ready to be put to a register or a part of it — *registertoets*.
struct RegisterCheck {
  private let rules: RegisterRules
  /// Land per job that no published range holds; it lies in the library and not in the register.
  private let landPerJob: [Diagnostic]
  let parameters: [ParameterReading]

  /// - Throws: `PlanningError.invalidInput` when a parameter of the rules is missing.
  init(_ library: PlanningLibrary, on date: CalendarDate) throws(PlanningError) {
    var reader = ParameterReader(library.parameters, on: date)
    rules = try RegisterRules(library, reader: &reader)
    landPerJob = try LandPerJobPlausibility.problems(library, reader: &reader)
    parameters = reader.readings
  }

  func messages(about register: Register) -> [Diagnostic] { rules.check(register) + landPerJob }
}
