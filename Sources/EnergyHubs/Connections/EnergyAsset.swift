import Quantities

/// What stands, or is planned, behind a connection — *installatie*.
public struct EnergyAsset: Sendable, Codable, Hashable {
  public enum Kind: Sendable, Codable, Hashable {
    /// Peak power — *zonnepanelen*.
    case solar(Kilowatts)
    case wind(Kilowatts)
    case battery(KilowattHours, Kilowatts)
    case heatPump(Kilowatts)
    case electricBoiler(Kilowatts)
    case combinedHeatAndPower(Kilowatts)
    /// Joint power of the points and their number — *laadpunten*.
    case charging(Kilowatts, points: Int)
  }

  public let kind: Kind
  public let isPlanned: Bool
  /// Year in which what is planned should stand; nil when unknown.
  public let plannedFor: Int?

  public init(_ kind: Kind, isPlanned: Bool = false, plannedFor: Int? = nil) {
    self.kind = kind
    self.isPlanned = isPlanned
    self.plannedFor = plannedFor
  }

  /// The sizes that go with the kind.
  var sizes: [Double] {
    switch kind {
    case .solar(let power), .wind(let power), .heatPump(let power), .electricBoiler(let power),
      .combinedHeatAndPower(let power):
      [power.value]
    case .battery(let energy, let power): [energy.value, power.value]
    case .charging(let power, let points): [power.value, Double(points)]
    }
  }

  /// The most that it can give to the network, kW.
  public var generation: Kilowatts {
    switch kind {
    case .solar(let power), .wind(let power), .combinedHeatAndPower(let power), .battery(_, let power): power
    case .heatPump, .electricBoiler, .charging: .zero
    }
  }
}
