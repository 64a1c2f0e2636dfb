import EnergyHubs
import Provenance
import Quantities

/// Keeps a whole study in one file, sealed when it is confidential — *studie opslaan*.
public struct StoreEnergyCase: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    public var study: ReadEnergyCase.Request
    /// The file to write.
    public var file: String
    public var overwrite: Bool

    public init(study: ReadEnergyCase.Request, file: String, overwrite: Bool = false) {
      self.study = study
      self.file = file
      self.overwrite = overwrite
    }
  }

  public struct Response: Codable, Sendable, Equatable {
    public let study: EnergyCaseSummary
    public let file: String
    public let byteCount: Int
    public let isSealed: Bool
  }

  /// - Throws: `PlanningError.invalidInput` for a study with errors, and for a confidential one without a passphrase; nothing is
  ///   written then.
  public func callAsFunction(_ request: Request, library: PlanningLibrary, in environment: Environment) throws
    -> Response
  {
    let files = try request.study.files(in: environment)
    let park = try ReadEnergyCase()(files, name: request.study.name, library: library)
    let isSealed = try environment.energyCases.hasKey(request.study.keyFile)
    guard isSealed || !park.isConfidential else { throw PlanningError.invalidInput([Self.noKey]) }
    var compact = Self.compact(files, park)
    compact.releases = try Self.releases(files, request.study.path, in: environment)
    let count = try environment.energyCases.store(
      compact, to: request.file, keyFile: request.study.keyFile, overwrite: request.overwrite)
    return Response(study: EnergyCaseSummary(park), file: request.file, byteCount: count, isSealed: isSealed)
  }

  /// Everything that was given out of the study, so that the next release is compared with it.
  private static func releases(_ files: EnergyCaseFiles, _ path: String?, in environment: Environment) throws
    -> [LoggedRelease]
  {
    guard let log = try path.map(environment.energyCases.releases) else { return files.releases }
    guard !log.diagnostics.hasErrors else { throw PlanningError.invalidInput(log.diagnostics) }
    return files.releases + log.releases
  }

  /// The same study with its profiles complete and all series in the order of the year.
  package static func compact(_ files: EnergyCaseFiles, _ park: EnergyCase) -> EnergyCaseFiles {
    var settings = files.settings
    settings.name = park.name
    settings.year = park.year.year
    settings.clock = park.year.clock
    settings.numbers["hours_per_step"] = park.hours
    settings.measure = nil
    settings.label = nil
    let rows = EnergyRows(files.series, EnergyCalendar(files), longestHole: 0)
    return EnergyCaseFiles(
      connections: files.connections, load: .empty(EnergyCaseFiles.loadFile),
      series: EnergyTable(
        file: files.series.file, columns: files.series.columns, values: files.series.values.map(rows.values),
        rowCount: park.year.count),
      stored: Dictionary(park.connections.map { ($0.id, $0.profile) }, uniquingKeysWith: { first, _ in first }),
      consents: files.consents, settings: settings)
  }

  private static let noKey = Diagnostic(
    .error, "energy.no-key",
    message: LocalizedText(
      nl: "de studie is vertrouwelijk en er is geen sleutel: er is niets opgeslagen",
      en: "the study is confidential and there is no key: nothing was stored"),
    remedy: LocalizedText(
      nl:
        "Zet een wachtzin in WERKLOCATIES_SLEUTEL of in een bestand met --key-file; of zet confidential: false in parameters.yaml als "
        + "de gegevens openbaar mogen zijn.",
      en:
        "Put a passphrase in WERKLOCATIES_SLEUTEL or in a file with --key-file; or put confidential: false in parameters.yaml if "
        + "the data may be public."))
}
