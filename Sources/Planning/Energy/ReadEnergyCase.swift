import EnergyHubs
import Provenance
import Quantities

/// Makes a park's energy study from its files — *studie inlezen*. Every problem in all files is told at once.
public struct ReadEnergyCase: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    /// Folder of the study; nil takes the embedded example.
    public var path: String?

    public init(path: String? = nil) { self.path = path }
  }

  /// - Throws: `PlanningError`.
  public func callAsFunction(_ request: Request, library: PlanningLibrary, in environment: Environment) throws
    -> EnergyCase
  {
    guard let path = request.path else { return try self(EnergyExample().files(), name: "", library: library) }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return try self(environment.energyCases.read(path), name: name, library: library)
  }

  /// A study of files that were read.
  /// - Parameter name: what the study is called where its settings give no name.
  public func callAsFunction(_ files: EnergyCaseFiles, name: String, library: PlanningLibrary) throws(PlanningError)
    -> EnergyCase
  {
    var assembly = EnergyCaseAssembly(files, library: library)
    return try assembly.assembled(name: name)
  }
}

/// The state of one reading.
struct EnergyCaseAssembly {
  let files: EnergyCaseFiles
  let calendar: EnergyCalendar
  var reader: ParameterReader
  var missing: [ParameterError] = []
  var problems: [Diagnostic]

  init(_ files: EnergyCaseFiles, library: PlanningLibrary) {
    self.files = files
    calendar = EnergyCalendar(files)
    reader = ParameterReader(library.parameters, on: CalendarDate(startOf: calendar.year.year))
    problems = files.diagnostics
  }

  mutating func assembled(name: String) throws(PlanningError) -> EnergyCase {
    let rules = seriesRules()
    let coefficients = coefficients()
    let connections = connections(rules)
    let series = series(rules)
    let limits = limits(connections)
    checkSettings(limits, coefficients)
    guard missing.isEmpty else { throw .missing(missing) }
    guard !problems.hasErrors else { throw .invalidInput(problems) }
    return EnergyCase(
      name: files.settings.name ?? name, isSynthetic: files.settings.isSynthetic, year: calendar.year,
      connections: connections, importPrice: series.importPrice, exportPrice: series.exportPrice, roofs: series.roofs,
      existing: series.existing, importRight: series.importRight, exportRight: series.exportRight, limits: limits,
      coefficients: coefficients, parameters: reader.readings, diagnostics: problems)
  }

  /// A parameter of the library; what is absent is remembered and comes back as not a number.
  mutating func parameter(_ key: String, _ member: String = "") -> Double {
    do {
      return try reader.read(key, member).value
    } catch {
      missing.append(error)
      return .nan
    }
  }

  /// The study's own number, else the library's.
  mutating func number(_ setting: String, _ key: String) -> Double {
    files.settings.numbers[setting] ?? parameter(key)
  }

  mutating func add(
    _ code: String, _ place: Diagnostic.Place, value: String? = nil, severity: Diagnostic.Severity = .error,
    nl: String, _ remedyNL: String, en: String, _ remedyEN: String
  ) {
    problems.append(
      Diagnostic(
        severity, "energy." + code, at: place, value: value, message: LocalizedText(nl: nl, en: en),
        remedy: LocalizedText(nl: remedyNL, en: remedyEN)))
  }
}
