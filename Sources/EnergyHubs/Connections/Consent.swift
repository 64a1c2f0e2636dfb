import Quantities

/// Permission to use the meter data of one connection — *toestemming*: who may use what, for which purpose and how long.
public struct Consent: Sendable, Codable, Hashable {
  public enum Purpose: String, Sendable, Codable, Hashable, CaseIterable {
    /// A study of whether a hub can work — *haalbaarheid*.
    case feasibility
    /// Steering and settling a hub — *bedrijfsvoering*.
    case operation
    /// Sums over many firms — *statistiek*.
    case statistics
  }

  public let ean: EANCode
  public let purpose: Purpose
  public let receiver: String
  public let from: CalendarDate
  /// Last day; nil while it runs on.
  public let until: CalendarDate?
  public let revokedOn: CalendarDate?

  public init(
    ean: EANCode, purpose: Purpose, receiver: String, from: CalendarDate, until: CalendarDate? = nil,
    revokedOn: CalendarDate? = nil
  ) {
    self.ean = ean
    self.purpose = purpose
    self.receiver = receiver
    self.from = from
    self.until = until
    self.revokedOn = revokedOn
  }

  /// Whether the permission holds on a day. A revocation counts from its own day.
  public func holds(on date: CalendarDate) -> Bool {
    from <= date && until.map { date <= $0 } ?? true && revokedOn.map { date < $0 } ?? true
  }

  public func revoked(on date: CalendarDate) -> Consent {
    Consent(ean: ean, purpose: purpose, receiver: receiver, from: from, until: until, revokedOn: date)
  }
}

extension Sequence<Consent> {
  /// Whether any of the permissions covers this use.
  public func allow(_ purpose: Consent.Purpose, of ean: EANCode, by receiver: String, on date: CalendarDate) -> Bool {
    contains { $0.ean == ean && $0.purpose == purpose && $0.receiver == receiver && $0.holds(on: date) }
  }

  /// The codes without permission, in the order given.
  public func missing(
    _ purpose: Consent.Purpose, of eans: [EANCode], by receiver: String, on date: CalendarDate
  ) -> [EANCode] {
    eans.filter { !allow(purpose, of: $0, by: receiver, on: date) }
  }
}
