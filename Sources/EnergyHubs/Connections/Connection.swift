import Quantities

/// Room of a connection in one direction — *capaciteit*. Unknown is nil, which is not zero.
public struct ConnectionCapacity: Sendable, Codable, Hashable {
  /// What the cable and transformer can carry.
  public var physical: Kilowatts?
  /// What the transport contract allows at all times — *gecontracteerd transportvermogen*.
  public var contracted: Kilowatts?

  public init(physical: Kilowatts? = nil, contracted: Kilowatts? = nil) {
    self.physical = physical
    self.contracted = contracted
  }
}

/// A point where a firm meets the electricity network — *aansluiting*. What a user writes is checked by `ConnectionDraft`.
public struct Connection: Sendable, Codable, Hashable, Identifiable {
  public let id: String
  /// Name of the member that holds the contract.
  public let name: String
  public let ean: EANCode?
  /// Regional network operator — *netbeheerder*.
  public let networkOperator: String?
  /// Station under which it hangs; members of one group contract share it — *station*.
  public let station: String?
  /// Offtake and feed-in — *afname, invoeding*.
  public let offtake: ConnectionCapacity
  public let feedIn: ConnectionCapacity
  /// Rights on top of the firm ones in `offtake` and `feedIn`.
  public let rights: [TransportRight]
  public let assets: [EnergyAsset]

  /// A connection of which nothing more is known, such as one that another method made.
  public init(
    id: String, name: String, station: String? = nil, offtake: ConnectionCapacity = .init(),
    feedIn: ConnectionCapacity = .init()
  ) {
    var draft = ConnectionDraft(id: id)
    draft.name = name
    draft.station = station
    draft.offtake = offtake
    draft.feedIn = feedIn
    self.init(draft, ean: nil)
  }

  init(_ draft: ConnectionDraft, ean: EANCode?) {
    id = draft.id
    name = draft.name ?? draft.id
    self.ean = ean
    networkOperator = draft.networkOperator
    station = draft.station
    offtake = draft.offtake
    feedIn = draft.feedIn
    rights = draft.rights
    assets = draft.assets
  }

  /// The firm right and the others together; empty while the firm one is unknown.
  public func allRights(_ direction: TransportRight.Direction) -> [TransportRight] {
    let capacity = direction == .offtake ? offtake : feedIn
    guard let firm = capacity.contracted else { return [] }
    return [TransportRight(.firm, direction, power: firm)] + rights.filter { $0.direction == direction }
  }

  /// The most that all rights together allow in some hour; nil while the firm one is unknown.
  public func mostAllowed(_ direction: TransportRight.Direction) -> Kilowatts? {
    let all = allRights(direction)
    return all.isEmpty ? nil : all.map(\.power).total()
  }
}
