import Quantities

/// One member's profile with the room it has — *lid van de groep*.
public struct GroupMember: Sendable, Hashable {
  public let name: String
  public let profile: Profile
  /// Contracted offtake; nil when unknown.
  public let contracted: Kilowatts?

  public init(_ name: String, _ profile: Profile, contracted: Kilowatts? = nil) {
    self.name = name
    self.profile = profile
    self.contracted = contracted
  }
}
