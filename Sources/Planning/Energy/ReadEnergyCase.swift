import EnergyHubs
import Provenance
import Quantities

/// Makes a park's energy study from its files — *studie inlezen*. Every problem in all files is told at once.
public struct ReadEnergyCase: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    /// Folder of the study; nil takes the embedded example.
    public var path: String?
    /// File with the passphrase of a stored study.
    public var keyFile: String?
    /// Whether days that were not measured are completed, also where the settings do not ask for it.
    public var completesYear: Bool

    public init(path: String? = nil, keyFile: String? = nil, completesYear: Bool = false) {
      self.path = path
      self.keyFile = keyFile
      self.completesYear = completesYear
    }

    /// The files, with what the request asks on top of their settings.
    func files(in environment: Environment) throws -> EnergyCaseFiles {
      var files = try path.map { try environment.energyCases.read($0, keyFile: keyFile) } ?? EnergyExample().files()
      if completesYear { files.settings.completesYear = true }
      return files
    }

    /// What the study is called where its settings give no name.
    var name: String { path.map(ReadEnergyCase.name) ?? "" }
  }

  /// - Throws: `PlanningError`.
  public func callAsFunction(_ request: Request, library: PlanningLibrary, in environment: Environment) throws
    -> EnergyCase
  {
    try self(request.files(in: environment), name: request.name, library: library)
  }

  /// What a study is called whose settings give no name: its folder, or its file without the ending.
  static func name(of path: String) -> String {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    return last.hasSuffix(EnergyStore.ending) ? String(last.dropLast(EnergyStore.ending.count)) : last
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
  var origins = EnergyOrigins()
  var problems: [Diagnostic]
  /// Whether the rows of `load.csv` could be placed; what is missing then was told.
  var loadIsPlaced = true
  /// Whether what is wrong with `profiles.csv` was told.
  var standardsAreTold = false
  /// Standard profiles of a part of a year of which it was told that they were completed.
  var standardsCompleted: Set<String> = []

  init(_ given: EnergyCaseFiles, library: PlanningLibrary) {
    calendar = EnergyCalendar(given)
    let joined = JoinedLoad(given, calendar)
    files = joined.files
    reader = ParameterReader(library.parameters, on: CalendarDate(startOf: calendar.year.year))
    problems = given.diagnostics + joined.diagnostics
  }

  mutating func assembled(name: String) throws(PlanningError) -> EnergyCase {
    let rules = seriesRules()
    let coefficients = coefficients()
    let connections = connections(rules)
    checkSame(connections)
    checkConsents()
    let series = series(rules)
    let rights = (
      importing: stated(series.importRight, else: blockRights(connections, .offtake)),
      exporting: stated(series.exportRight, else: blockRights(connections, .feedIn))
    )
    let limits = limits(connections, importing: rights.importing, exporting: rights.exporting)
    checkSettings(limits, coefficients)
    let flexibility = flexibility()
    let carbon = carbon()
    checkChoices(limits, series.roofs, flexibility)
    rememberOwn()
    checkFeedIn(connections, limits, exporting: rights.exporting)
    guard missing.isEmpty else { throw .missing(missing) }
    guard !problems.hasErrors else { throw .invalidInput(problems) }
    return EnergyCase(
      name: files.settings.name ?? name, isSynthetic: files.settings.isSynthetic,
      isConfidential: files.settings.isConfidential, year: calendar.year, connections: connections,
      importPrice: series.importPrice, exportPrice: series.exportPrice, roofs: series.roofs,
      existing: series.existing, heat: series.heat, importRight: rights.importing, exportRight: rights.exporting,
      limits: limits,
      coefficients: coefficients, flexibility: flexibility, thresholds: thresholds, carbon: carbon,
      consents: files.consents, releases: files.releases, parameters: reader.readings, origins: origins,
      diagnostics: problems)
  }

  private func stated(_ series: [Double], else own: [Double]) -> [Double] { series.isEmpty ? own : series }

  /// What the connections together may take or give in each step when some of their rights hold in blocks of hours; else empty.
  ///
  /// Only what can be counted on: rights that the operator may call back are reported, and not used.
  private func blockRights(_ connections: [EnergyConnection], _ direction: TransportRight.Direction) -> [Double] {
    let rights = connections.map { $0.connection.allRights(direction) }
    guard connections.hasBlocks(direction), !rights.contains(where: \.isEmpty) || direction == .feedIn else {
      return []
    }
    return UpperBound(Array(rights.joined()), direction, in: calendar.year).withoutUncertain
  }

  /// A consent is about a connection of the study.
  private mutating func checkConsents() {
    let known = Set(files.connections.map(\.id))
    for name in Set(files.consents.map(\.connection)).subtracting(known).sorted() {
      add(
        "unknown-consent", .init(file: EnergyCaseFiles.consentsFile, field: "connection"), value: name,
        nl: "deze toestemming hoort bij geen aansluiting", "Verbeter het id, of verwijder de regel.",
        en: "this consent belongs to no connection", "Correct the id, or remove the line.")
    }
  }

  /// A parameter of the library; what is absent is remembered and comes back as not a number.
  mutating func parameter(_ key: String, _ member: String = "") -> Double { reading(key, member)?.value ?? .nan }

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
