import ForecastBands
import Provenance
import Quantities
import Uncertainty
import WorkLocations

/// Where the spread of a balance comes from, and what would make a shortage vanish — *verklaring van de spreiding*.
///
/// Three readings of the balance against hard supply in the region asked about:
/// - sensitivity: the share of the variance that each group of inputs causes, by itself and with others (Sobol indices);
/// - tornado: the deterministic balance with all parameters of one group at their low, or at their high value;
/// - break-even: by how much the parameters of one group must change, alone, for the balance to be zero.
public struct ExplainSpread: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    public var forecast: RunForecast.Request
    /// How often the draws are drawn again for the intervals of the sensitivities.
    public var resamples: Int

    public static let defaultResamples = 200

    public init(forecast: RunForecast.Request, resamples: Int = Self.defaultResamples) {
      self.forecast = forecast
      self.resamples = resamples
    }
  }

  /// One per scenario and horizon, in their order.
  public struct Response: Codable, Sendable, Equatable {
    public let request: Request
    public let register: RegisterSummary
    public let region: RegionSummary
    public let cases: [SpreadCase]
    public let parameters: [ParameterReading]
    public let bibliography: [BibliographicSource]
    public let diagnostics: [Diagnostic]
  }
}

/// The spread of one balance.
public struct SpreadCase: Codable, Sendable, Equatable {
  public let scenario: String
  public let horizon: Int
  /// The deterministic balance against hard supply.
  public let balance: NetHectares
  public let sensitivities: [Sensitivity]
  /// The widest first.
  public let tornado: [TornadoBar]
  public let breakEvens: [BreakEvenPoint]
  /// Land to add to hard supply for a balance of zero; zero without a shortage.
  public let missingLand: NetHectares
}

/// The share of the variance that a group of inputs causes — *gevoeligheid*.
public struct Sensitivity: Codable, Sendable, Equatable {
  public let group: InputGroup
  /// With the bounds of the 95 % interval.
  public let index: SobolIndex
}

/// The balance with a group of parameters at its low and at its high values.
public struct TornadoBar: Codable, Sendable, Equatable {
  public let group: InputGroup
  public let atLow: NetHectares
  public let atHigh: NetHectares

  public var width: NetHectares { NetHectares((atHigh - atLow).value.magnitude) }
}

/// The change of a group of parameters at which a balance is zero — *omslagpunt*.
public struct BreakEvenPoint: Codable, Sendable, Equatable {
  /// How the parameters are changed.
  public enum Change: String, Codable, Sendable, Equatable {
    /// Every value times a factor.
    case factor
    /// Every yearly rate plus an amount, as a share a year.
    case addition
  }

  public let group: InputGroup
  public let change: Change
  /// The range in which it was looked for.
  public let lowest: Double
  public let highest: Double
  /// Nil when no change within the range does it.
  public let value: Double?
}
