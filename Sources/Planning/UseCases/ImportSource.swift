import PlaneGeometry
import Provenance
import Quantities
import SourceMapping
import WorkLocations

/// Reads a source file into a register, all or nothing — *import*.
public struct ImportSource: Sendable {
  public init() {}

  /// The folder of the library that holds every parameter an import reads.
  public static let parameterFolder = "quality"

  public struct Request: Codable, Sendable, Equatable {
    public var path: String
    /// What the file is read as; nil leaves it to the columns.
    public var subject: SourceSubject?
    /// A user's own column mapping; nil tries the built-in ones.
    public var mapping: String?
    public var layer: String?
    /// For rows that state none; nil takes 1 January of the year of import.
    public var referenceDate: CalendarDate?
    public var licence: String?
    public var isDryRun: Bool

    public init(
      path: String, subject: SourceSubject? = nil, mapping: String? = nil, layer: String? = nil,
      referenceDate: CalendarDate? = nil, licence: String? = nil, isDryRun: Bool = false
    ) {
      self.path = path
      self.subject = subject
      self.mapping = mapping
      self.layer = layer
      self.referenceDate = referenceDate
      self.licence = licence
      self.isDryRun = isDryRun
    }
  }

  public struct Response: Sendable, Equatable {
    /// Records per table of the file, with the mapping that read it.
    public struct Part: Sendable, Equatable {
      public let layer: String
      public let mapping: String
      public let subject: SourceSubject
      public let recordCount: Int
    }

    public let snapshot: SourceSnapshot
    public let parts: [Part]
    public let diagnostics: [Diagnostic]
    public let isStored: Bool
  }

  /// - Parameter path: the register; made when it does not exist.
  /// - Throws: `PlanningError` with every error in the file at once; nothing is stored then.
  public func callAsFunction(
    _ request: Request, into path: String, library: PlanningLibrary, in environment: Environment
  ) throws -> Response {
    let fingerprint = try environment.sources.fingerprint(of: request.path)
    let choice = try choice(for: request, in: environment)
    let store = try existingStore(path, in: environment)
    let reading = try reading(
      request, choice, fingerprint, register: try store?.load(asOf: nil), library: library, today: environment.today)
    let snapshot = reading.snapshot(of: request, fingerprint, licence: choice.matches.first?.mapping.licence)
    var diagnostics = choice.diagnostics + reading.diagnostics
    if !request.isDryRun {
      let target = try store ?? environment.registers.create(path, overwrite: false)
      try target.replaceSynthetic(with: reading.records(with: snapshot))
      diagnostics += try ScoreForecasts().noteAfterImport(of: reading.parts.map(\.subject), into: target)
    }
    return Response(
      snapshot: snapshot, parts: reading.parts, diagnostics: diagnostics, isStored: !request.isDryRun)
  }

  /// The records of a file read onto a register that is not stored, with those of the register.
  /// - Throws: `PlanningError` with every error in the file at once.
  func records(
    of request: Request, onto register: Register, library: PlanningLibrary, in environment: Environment
  ) throws -> (RegisterRecords, [Diagnostic]) {
    let fingerprint = try environment.sources.fingerprint(of: request.path)
    let choice = try choice(for: request, in: environment)
    let reading = try reading(
      request, choice, fingerprint, register: register, library: library, today: environment.today)
    var records = register.records
    let snapshot = reading.snapshot(of: request, fingerprint, licence: choice.matches.first?.mapping.licence)
    records.append(try reading.records(with: snapshot))
    return (records, choice.diagnostics + reading.diagnostics)
  }

  private func reading(
    _ request: Request, _ choice: MappingChoice, _ fingerprint: SourceFingerprint, register: Register?,
    library: PlanningLibrary, today: CalendarDate
  ) throws -> SourceReading {
    var reading = SourceReading(
      request, snapshot: SourceSnapshot.identifier(of: fingerprint.checksum), register: register, today: today)
    for match in choice.matches { try reading.read(match.table, by: match.mapping, library: library) }
    let diagnostics = choice.diagnostics + reading.diagnostics
    guard !diagnostics.hasErrors else { throw PlanningError.invalidInput(diagnostics) }
    return reading
  }

  private func choice(for request: Request, in environment: Environment) throws -> MappingChoice {
    let tables = try environment.sources.read(request.path, layer: request.layer)
    let mappings =
      try request.mapping.map { [try environment.libraries.mapping(at: $0)] } ?? environment.libraries.builtInMappings()
    let choice = MappingChoice(of: tables, among: mappings, as: request.subject, file: request.fileName)
    guard !choice.diagnostics.hasErrors, !choice.matches.isEmpty else {
      throw PlanningError.invalidInput(
        choice.diagnostics + (choice.diagnostics.hasErrors ? [] : [request.nothingToRead]))
    }
    return choice
  }

  /// The register to import into; nil when there is no file yet.
  private func existingStore(_ path: String, in environment: Environment) throws -> (any RegisterStore)? {
    do {
      return try environment.registers.open(path)
    } catch PlanningError.fileMissing {
      return nil
    }
  }
}

extension ImportSource.Request {
  /// Last part of the path, as records and messages name the file.
  var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }

  var nothingToRead: Diagnostic {
    Diagnostic(
      .error, "file.no-tables", at: .init(file: fileName),
      message: LocalizedText(nl: "het bestand bevat geen tabel of laag", en: "the file holds no table or layer"),
      remedy: LocalizedText(nl: "Controleer het bestand.", en: "Check the file."))
  }
}

/// The records of a file while its tables are read one after the other.
struct SourceReading {
  private let request: ImportSource.Request
  private let snapshotIdentifier: String
  private let register: Register?
  private let today: CalendarDate
  private var records = RegisterRecords()
  private var latestDate: CalendarDate?
  private(set) var parts: [ImportSource.Response.Part] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ request: ImportSource.Request, snapshot: String, register: Register?, today: CalendarDate) {
    self.request = request
    snapshotIdentifier = snapshot
    self.register = register
    self.today = today
  }

  mutating func read(_ table: SourceTable, by mapping: ColumnMapping, library: PlanningLibrary) throws {
    let mapped = mapping.records(from: table, in: try context(library))
    records.append(mapped.records)
    diagnostics += mapped.diagnostics
    latestDate = [latestDate, mapped.referenceDate].compactMap { $0 }.max()
    parts.append(
      .init(
        layer: table.layer, mapping: mapping.name, subject: mapping.subject, recordCount: mapped.records.count))
  }

  /// Everything to store, larger regions drawn from the municipalities that now have a real boundary.
  func records(with snapshot: SourceSnapshot) throws -> RegisterRecords {
    var all = records
    all.snapshots = [snapshot]
    all.regions += try regions.redrawn(after: records.regions)
    return all
  }

  func snapshot(of request: ImportSource.Request, _ fingerprint: SourceFingerprint, licence: String?) -> SourceSnapshot
  {
    let subjects = Set(parts.map(\.subject.rawValue)).sorted().joined(separator: ", ")
    return SourceSnapshot(
      fileName: request.fileName, checksum: fingerprint.checksum, byteCount: fingerprint.byteCount, subject: subjects,
      licence: request.licence ?? licence, importedOn: today, referenceDate: latestDate ?? referenceDate,
      isSynthetic: false)
  }

  private var referenceDate: CalendarDate { request.referenceDate ?? CalendarDate(startOf: today.year) }

  /// Regions of the register with those of the tables read so far laid over them.
  private var regions: RegionTable { RegionTable((register?.records.regions ?? []) + records.regions) }

  private func context(_ library: PlanningLibrary) throws -> MappingContext {
    var reader = ParameterReader(library.parameters, on: referenceDate)
    let limits = MappingContext.Limits(
      zeroMeansMissingFrom: Int(try reader.required("quality/zero-means-missing-from")),
      secondMunicipalityShare: try reader.required("quality/second-municipality-share"))
    return MappingContext(
      fileName: request.fileName, snapshot: snapshotIdentifier, referenceDate: referenceDate, regions: regions,
      mergers: MergerTable(register?.records.mergers ?? []), parks: (register?.parks ?? []) + records.parks,
      rules: try RegisterRules(library, reader: &reader), limits: limits)
  }
}

extension ParameterReader {
  /// The value of a parameter without dimensions; a missing one is a planning error.
  fileprivate mutating func required(_ key: String) throws(PlanningError) -> Double {
    do {
      return try read(key).value
    } catch {
      throw .missing([error])
    }
  }
}

extension RegionTable {
  /// Larger regions whose municipalities all have a real boundary, drawn as their union; regions that `imported` brought
  /// a boundary for stay as they are.
  func redrawn(after imported: [Region]) throws -> [Region] {
    let changed = Set(imported.filter { $0.level == .municipality && $0.boundary != nil }.map(\.code))
    guard !changed.isEmpty else { return [] }
    let given = Set(imported.filter { $0.boundary != nil }.map(\.code))
    return try regions.filter { $0.level != .municipality && !given.contains($0.code) }.compactMap { region in
      let members = municipalities(in: region.code).compactMap { self[$0] }
      guard members.contains(where: { changed.contains($0.code) }) else { return nil }
      let boundaries = members.compactMap { $0.boundaryIsSynthetic ? nil : $0.boundary }
      guard boundaries.count == members.count, let union = try MultiPolygon.union(of: boundaries) else { return nil }
      return try region.bounded(by: union, origin: members[0].origin)
    }
  }
}
