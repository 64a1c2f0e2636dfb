import EnergyHubs
import Provenance
import Quantities

/// Everything that a study of one park's energy starts from — *energiestudie*: read from files, or made by another use-case.
///
/// All series have one value for each step of `year`. Powers in kW, prices in EUR/kWh.
public struct EnergyCase: Sendable, Hashable {
  public let name: String
  /// Whether loads or prices were generated; every output says so.
  public let isSynthetic: Bool
  /// Whether figures of single members are for the park's manager only.
  public let isConfidential: Bool
  public let year: ProfileYear
  public internal(set) var connections: [EnergyConnection]
  /// EUR/kWh for each step.
  public internal(set) var importPrice: [Double]
  public internal(set) var exportPrice: [Double]
  /// Classes of roof on which panels may be built, at most four.
  public internal(set) var roofs: [EnergyRoof]
  /// Production that stands already and may be curtailed, kW; empty when there is none.
  public let existing: [Double]
  /// Heat that is asked for, kW for each step; empty where nobody said, and an e-boiler may always run.
  public let heat: [Double]
  /// Most that may be imported and exported in each step, kW; empty when only the limits count.
  public let importRight: [Double]
  public let exportRight: [Double]
  public let limits: EnergyLimits
  public let coefficients: EnergyCoefficients
  public internal(set) var flexibility: HubFlexibility
  public let thresholds: HubThresholds
  /// What a kWh emits; nil where nobody said.
  public let carbon: CarbonFactors?
  /// Who may see what of whom.
  public let consents: [Consent]
  /// What a stored study had given out before it was stored.
  public let releases: [LoggedRelease]
  /// What the coefficients were read from.
  public internal(set) var parameters: [ParameterReading]
  /// Where prices, properties and profiles were read.
  var origins: EnergyOrigins
  /// Warnings and notes of reading; a case with errors does not exist.
  public let diagnostics: [Diagnostic]

  public init(
    name: String, isSynthetic: Bool, isConfidential: Bool? = nil, year: ProfileYear, connections: [EnergyConnection],
    importPrice: [Double], exportPrice: [Double], roofs: [EnergyRoof] = [], existing: [Double] = [],
    heat: [Double] = [], importRight: [Double] = [], exportRight: [Double] = [], limits: EnergyLimits,
    coefficients: EnergyCoefficients,
    flexibility: HubFlexibility = .none, thresholds: HubThresholds = .none, carbon: CarbonFactors? = nil,
    consents: [Consent] = [],
    releases: [LoggedRelease] = [],
    parameters: [ParameterReading] = [], origins: EnergyOrigins = .init(), diagnostics: [Diagnostic] = []
  ) {
    self.name = name
    self.isSynthetic = isSynthetic
    self.isConfidential = isConfidential ?? !isSynthetic
    self.year = year
    self.connections = connections
    self.importPrice = importPrice
    self.exportPrice = exportPrice
    self.roofs = roofs
    self.existing = existing
    self.heat = heat
    self.importRight = importRight
    self.exportRight = exportRight
    self.limits = limits
    self.coefficients = coefficients
    self.flexibility = flexibility
    self.thresholds = thresholds
    self.carbon = carbon
    self.consents = consents
    self.releases = releases
    self.parameters = parameters
    self.origins = origins
    self.diagnostics = diagnostics
  }

  /// Hours in a step: 0.25 or 1.
  public var hours: Double { year.step.hours }

  /// Sum of the connections, kW.
  public var load: [Double] {
    var sum = [Double](repeating: 0, count: year.count)
    for connection in connections {
      connection.profile.kilowatts.withUnsafeBufferPointer { values in
        for step in sum.indices { sum[step] += Double(values[step]) }
      }
    }
    return sum
  }

  /// Sum of the contracted offtake; nil when one is unknown.
  public var contracted: Kilowatts? {
    let known = connections.compactMap(\.offtake.contracted)
    return known.count == connections.count ? known.total() : nil
  }

  /// The connections as the methods of a group take them.
  public var members: [GroupMember] {
    connections.map { GroupMember($0.name, $0.profile, contracted: $0.offtake.contracted) }
  }

  /// Whether every profile was metered.
  public var isMeasured: Bool { connections.allSatisfy(\.profile.isMeasured) }
}

/// One connection of the park with its year — *aansluiting met jaarprofiel*.
public struct EnergyConnection: Sendable, Hashable {
  public let connection: Connection
  /// Name of the class of its roof; nil without a usable roof.
  public let roof: String?
  /// The most panels that fit on it, kWp.
  public let roofMost: Kilowatts
  /// Its net load; `origin` says whether it was measured or is a scaled standard profile.
  public let profile: Profile

  public init(_ connection: Connection, roof: String? = nil, roofMost: Kilowatts = .zero, profile: Profile) {
    self.connection = connection
    self.roof = roof
    self.roofMost = roofMost
    self.profile = profile
  }

  public init(
    id: String, name: String, station: String? = nil, offtake: ConnectionCapacity = .init(),
    feedIn: ConnectionCapacity = .init(), roof: String? = nil, roofMost: Kilowatts = .zero, profile: Profile
  ) {
    self.init(
      Connection(id: id, name: name, station: station, offtake: offtake, feedIn: feedIn), roof: roof,
      roofMost: roofMost, profile: profile)
  }

  public var id: String { connection.id }
  public var name: String { connection.name }
  public var station: String? { connection.station }
  public var offtake: ConnectionCapacity { connection.offtake }
  public var feedIn: ConnectionCapacity { connection.feedIn }
}

extension [EnergyConnection] {
  /// Whether some right holds in blocks of hours only.
  func hasBlocks(_ direction: TransportRight.Direction) -> Bool {
    contains { connection in
      connection.connection.rights.contains { right in
        if case .blockBound = right.form { right.direction == direction } else { false }
      }
    }
  }
}

/// A class of roof — *dakklasse*: how much a kWp gives in each step.
public struct EnergyRoof: Sendable, Hashable {
  public let name: String
  /// kW per kWp for each step.
  public let factor: [Double]
  /// Sum over the connections with such a roof.
  public let most: Kilowatts
  /// EUR per kWp a year.
  public let price: Double

  public init(name: String, factor: [Double], most: Kilowatts, price: Double) {
    self.name = name
    self.factor = factor
    self.most = most
    self.price = price
  }
}
