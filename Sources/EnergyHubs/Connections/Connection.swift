import Quantities

/// What a connection carries — *energiedrager*.
public enum EnergyCarrier: String, Sendable, Codable, Hashable, CaseIterable {
  case electricity, gas, heat, hydrogen
}

/// Room of a connection in one direction — *capaciteit*. Unknown is nil, which is not zero.
public struct ConnectionCapacity: Sendable, Codable, Hashable {
  /// What the cable and transformer can carry.
  public var physical: Kilowatts?
  /// What the transport contract allows — *gecontracteerd transportvermogen*.
  public var contracted: Kilowatts?

  public init(physical: Kilowatts? = nil, contracted: Kilowatts? = nil) {
    self.physical = physical
    self.contracted = contracted
  }
}

/// A point where a firm meets the network — *aansluiting*.
public struct Connection: Sendable, Codable, Hashable, Identifiable {
  public var id: EANCode { ean }
  public let ean: EANCode
  public let carrier: EnergyCarrier
  /// Name of the member that holds the contract.
  public let member: String
  /// Regional network operator — *netbeheerder*.
  public let networkOperator: String?
  /// Station under which it hangs; members of one group contract share it — *station*.
  public let station: String?
  /// Offtake and feed-in — *afname, invoeding*.
  public let offtake: ConnectionCapacity
  public let feedIn: ConnectionCapacity
  public let rights: [TransportRight]
  public let assets: [EnergyAsset]

  init(_ draft: ConnectionDraft, ean: EANCode, carrier: EnergyCarrier) {
    self.ean = ean
    self.carrier = carrier
    member = draft.member
    networkOperator = draft.networkOperator
    station = draft.station
    offtake = draft.offtake
    feedIn = draft.feedIn
    rights = draft.rights
    assets = draft.assets
  }
}

/// What stands, or is planned, behind a connection — *installatie*.
public struct EnergyAsset: Sendable, Codable, Hashable {
  public enum Kind: Sendable, Codable, Hashable {
    /// Peak power per class of roof — *zonnepanelen*.
    case solar(Kilowatts, roof: RoofClass)
    case wind(Kilowatts)
    case battery(KilowattHours, Kilowatts)
    case heatPump(Kilowatts)
    case electricBoiler(Kilowatts)
    case combinedHeatAndPower(Kilowatts)
    case charging(Kilowatts, points: Int)
  }

  /// Orientation by which sun differs — *dakklasse*.
  public enum RoofClass: String, Sendable, Codable, Hashable, CaseIterable {
    case south, eastWest = "east-west", ground
  }

  public let kind: Kind
  /// Planned for this year; nil when it stands already.
  public let plannedFor: Int?

  public init(_ kind: Kind, plannedFor: Int? = nil) {
    self.kind = kind
    self.plannedFor = plannedFor
  }

  /// The sizes that go with the kind.
  var sizes: [Double] {
    switch kind {
    case .solar(let power, _), .wind(let power), .heatPump(let power), .electricBoiler(let power),
      .combinedHeatAndPower(let power):
      [power.value]
    case .battery(let energy, let power): [energy.value, power.value]
    case .charging(let power, let points): [power.value, Double(points)]
    }
  }
}
