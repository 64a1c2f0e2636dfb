import EnergyHubs
import Provenance
import Quantities
import WorkLocations

/// Use, unused rights and room for panels of every park, from its land and the firms around it — *energiescan van
/// bedrijventerreinen*.
///
/// The scan knows no meter: it spreads published national totals over land in use, by the sectors of the region, and lets
/// rules make hours of it. It says where to look first, not what a park uses.
public struct ScanEnergy: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    /// The parks that are told; all parks of the register are needed to spread the national totals.
    public var region: RegionCode

    /// The file of stations, where one was given; the answer then tells what comes free per station.
    public var stations: String?
    /// Names of the studies of parks that were given, by RIN number; nil without any.
    public var studies: [String: String]?

    public init(region: RegionCode = .netherlands, stations: String? = nil, studies: [String: String]? = nil) {
      self.region = region
      self.stations = stations
      self.studies = studies
    }
  }

  public struct Response: Codable, Sendable, Equatable {
    public let request: Request
    /// Whether figures of a study are in it of which those of single members are for its park's manager only.
    public let isConfidential: Bool
    public let register: RegisterSummary
    public let region: RegionSummary
    /// The region, then its provinces where it holds more than one.
    public let totals: [Total]
    /// By what a group contract frees, most first.
    public let parks: [Park]
    /// By what a group contract frees, most first; nil without a file of stations.
    public let stations: [Station]?
    /// The hours of the year of all these parks together, from high to low.
    public let duration: [DurationPoint]
    public let parameters: [ParameterReading]
    public let bibliography: [BibliographicSource]
    public let diagnostics: [Diagnostic]
  }

  public struct Park: Codable, Sendable, Equatable {
    public let rin: RINNumber
    public let name: String
    public let municipality: RegionCode
    public let province: RegionCode?
    /// Net land less what is still issuable.
    public let area: NetHectares
    public let figures: Figures
    /// The nearest station; nil without a file of stations or an outline of the park.
    public let station: NearStation?
    /// Name of the study that its use, peak and contracts come from; nil where they are estimates.
    public let study: String?
    /// Whether figures of single members of that study are for the park's manager only; nil without one.
    public let isConfidential: Bool?
  }

  public struct Total: Codable, Sendable, Equatable {
    public let region: RegionCode
    public let name: String
    public let parks: Int
    public let area: NetHectares
    public let figures: Figures
  }

  /// One park or the sum of several. A park's band holds what a single park may differ; in a sum that cancels out.
  public struct Figures: Codable, Sendable, Equatable {
    /// kWh and m³ a year.
    public let electricity: EnergyBand
    public let gas: EnergyBand
    /// kW: the highest quarter, what the firms have contracted, what of it no peak reaches, and what a group frees.
    public let peak: EnergyBand
    public let contracted: EnergyBand
    public let unused: EnergyBand
    public let freed: EnergyBand
    /// kWp that fit, and kWh a year from it.
    public let solar: EnergyBand
    public let solarYield: EnergyBand
    /// kWh that goes out with all panels in use, and the highest hour of it in kW.
    public let exported: Double
    public let exportPeak: Double
  }

  /// In MW: a power that is reached during a share of the year.
  public struct DurationPoint: Codable, Sendable, Equatable {
    public let hours: Double
    public let load: Double
    /// With all panels in use.
    public let net: Double
  }

  /// - Parameter studied: parks with a study of their own; the others keep their part of the national totals.
  /// - Throws: `PlanningError.invalidInput` for a region that is not in the register, every missing parameter and every study of
  ///   a park that is not there.
  public func callAsFunction(
    _ request: Request, register: Register, library: PlanningLibrary, stations: StationFile? = nil,
    studied: [StudiedPark] = []
  ) throws(PlanningError) -> Response {
    guard register.regions[request.region] != nil else { throw .invalidInput([Self.noRegion(request.region)]) }
    let settings = try EnergyScanSettings(library, on: register.referenceDate)
    let run = EnergyScanRun(register, settings: settings, sectors: library.sectors)
    let problems = Self.problems(of: studied, parks: run.parks)
    guard problems.isEmpty else { throw .invalidInput(problems) }
    let studies = Dictionary(uniqueKeysWithValues: studied.map { ($0.rin, $0.study) })
    return run.response(request, library, stations: stations, studies: studies)
  }

  static func noRegion(_ code: RegionCode) -> Diagnostic {
    Diagnostic(
      .error, "energy-scan.no-region", value: code.text,
      message: LocalizedText(nl: "deze regio staat niet in het register", en: "this region is not in the register"),
      remedy: LocalizedText(
        nl: "Kies NL01 of een provincie zoals PV31; werklocaties check toont de regio's.",
        en: "Choose NL01 or a province such as PV31; werklocaties check shows the regions."))
  }
}

/// A figure with the border of its band on both sides — *bandbreedte*.
public struct EnergyBand: Codable, Sendable, Hashable {
  public let value: Double
  public let low: Double
  public let high: Double

  public init(_ value: Double, low: Double, high: Double) {
    self.value = value
    self.low = low
    self.high = high
  }

  static let zero = EnergyBand(0, low: 0, high: 0)

  static func + (left: EnergyBand, right: EnergyBand) -> EnergyBand {
    EnergyBand(left.value + right.value, low: left.low + right.low, high: left.high + right.high)
  }
}
