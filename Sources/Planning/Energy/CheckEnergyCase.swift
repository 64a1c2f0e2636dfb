import EnergyHubs
import Provenance
import Quantities

/// What every answer about a park says of the study it rests on.
public struct EnergyCaseSummary: Codable, Sendable, Equatable {
  public let name: String
  public let isSynthetic: Bool
  /// Whether figures of single members are for the park's manager only.
  public let isConfidential: Bool
  public let year: Int
  public let stepMinutes: Int
  public let steps: Int
  public let connections: Int
  /// Connections whose profile was not metered.
  public let unmeasured: Int
  /// Connections of which days were completed; nil where every day was measured.
  public let completed: [CompletedConnection]?
  /// Columns of `series.csv` of which days were completed; nil where every day was given.
  public let completedSeries: [CompletedSeries]?
  /// The library's values that were used.
  public let parameters: [ParameterReading]
  public let diagnostics: [Diagnostic]

  public init(_ park: EnergyCase) {
    name = park.name
    isSynthetic = park.isSynthetic
    isConfidential = park.isConfidential
    year = park.year.year
    stepMinutes = park.year.step.minutes
    steps = park.year.count
    connections = park.connections.count
    unmeasured = park.connections.count { !$0.profile.isMeasured }
    completed = CompletedConnection.all(park)
    let columns = CompletedSeries.all(park.origins)
    completedSeries = columns.isEmpty ? nil : columns
    parameters = park.parameters
    diagnostics = park.diagnostics
  }

  public var assumptions: Int { parameters.count { $0.isAssumption } }
}

/// Says what was read of a park, and what is doubtful about it — *studie controleren*.
public struct CheckEnergyCase: Sendable {
  public init() {}

  public struct Response: Codable, Sendable, Equatable {
    public let study: EnergyCaseSummary
    public let connections: [Line]
    public let roofs: [Roof]
    public let limits: EnergyLimits
    public let coefficients: EnergyCoefficients
    /// Nil where the study has none.
    public let flexibility: HubFlexibility?
    public let thresholds: HubThresholds?
    /// Heat that is asked for, kWh a year; nil where nobody said.
    public let heat: Double?
    /// Mean price of import, EUR/MWh.
    public let meanPrice: Double
  }

  /// A connection as it was read, kW and kWh.
  public struct Line: Codable, Sendable, Equatable {
    public let id: String
    public let name: String
    public let ean: String?
    public let networkOperator: String?
    public let station: String?
    public let contracted: Double?
    public let feedIn: Double?
    /// What the cable can carry, both ways.
    public let physical: Double?
    public let feedInPhysical: Double?
    /// Rights on top of the firm ones, and what stands or is planned behind the connection.
    public let rights: [TransportRight]
    public let assets: [EnergyAsset]
    public let peak: Double
    public let annual: Double
    public let origin: Profile.Origin
    public let roof: String?
    public let roofMost: Double
  }

  /// A class of roof: room in kWp, full-load hours a year, price in EUR per kWp a year.
  public struct Roof: Codable, Sendable, Equatable {
    public let name: String
    public let most: Double
    public let fullLoadHours: Double
    public let price: Double
  }

  public func callAsFunction(_ park: EnergyCase) -> Response {
    let price = park.importPrice.reduce(0, +) / Double(max(1, park.importPrice.count))
    return Response(
      study: EnergyCaseSummary(park), connections: park.connections.map(Self.line),
      roofs: park.roofs.map { roof in
        Roof(
          name: roof.name, most: roof.most.value, fullLoadHours: roof.factor.reduce(0, +) * park.hours,
          price: roof.price)
      }, limits: park.limits, coefficients: park.coefficients,
      flexibility: park.flexibility.isNone ? nil : park.flexibility,
      thresholds: park.thresholds == .none ? nil : park.thresholds,
      heat: park.heat.isEmpty ? nil : park.heat.reduce(0, +) * park.hours,
      meanPrice: price * KilowattHours.perMegawattHour)
  }

  private static func line(_ connection: EnergyConnection) -> Line {
    Line(
      id: connection.id, name: connection.name, ean: connection.connection.ean?.digits,
      networkOperator: connection.connection.networkOperator, station: connection.station,
      contracted: connection.offtake.contracted?.value, feedIn: connection.feedIn.contracted?.value,
      physical: connection.offtake.physical?.value, feedInPhysical: connection.feedIn.physical?.value,
      rights: connection.connection.rights, assets: connection.connection.assets,
      peak: connection.profile.peak.value, annual: connection.profile.annual.value, origin: connection.profile.origin,
      roof: connection.roof, roofMost: connection.roofMost.value)
  }
}
