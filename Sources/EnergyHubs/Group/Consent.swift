import Quantities

/// What measured data may be used for — *doel*.
public enum DataPurpose: String, Sendable, CaseIterable, Codable {
  /// First look with yearly amounts; study with profiles; running the hub; dividing its costs.
  case quickScan, feasibility, operation, settlement
  /// Consultation with the network operator; policy of a government.
  case networkOperator, policy
}

/// Permission of a firm for one connection, purpose, receiver and period — *toestemming*.
public struct Consent: Sendable, Hashable, Codable {
  public var connection: String
  public var purpose: DataPurpose
  public var receiver: String
  /// The days of the data that it covers.
  public var data: ClosedRange<CalendarDate>
  /// The last day on which it may be used.
  public var until: CalendarDate
  public var given: CalendarDate
  public var revoked: CalendarDate?

  public init(
    connection: String, purpose: DataPurpose, receiver: String, data: ClosedRange<CalendarDate>, given: CalendarDate,
    until: CalendarDate, revoked: CalendarDate? = nil
  ) {
    self.connection = connection
    self.purpose = purpose
    self.receiver = receiver
    self.data = data
    self.given = given
    self.until = until
    self.revoked = revoked
  }

  /// From the day it is given through the last one, and not from the day on which it is revoked.
  public func isInForce(on day: CalendarDate) -> Bool {
    given <= day && day <= until && revoked.map { day < $0 } != false
  }
}

/// What one wants to do with data — *verwerking*.
public struct DataUse: Sendable, Hashable {
  public var purpose: DataPurpose
  public var receiver: String
  public var data: ClosedRange<CalendarDate>
  public var on: CalendarDate

  public init(purpose: DataPurpose, receiver: String, data: ClosedRange<CalendarDate>, on day: CalendarDate) {
    self.purpose = purpose
    self.receiver = receiver
    self.data = data
    on = day
  }
}

/// All permissions of a group — *toestemmingenregister*.
public struct ConsentRegister: Sendable {
  public var consents: [Consent]

  public init(_ consents: [Consent]) { self.consents = consents }

  /// One consent must cover the whole period: two halves may have been given for different reasons.
  public func allows(_ connection: String, _ use: DataUse) -> Bool {
    consents.contains { consent in
      consent.connection == connection && consent.purpose == use.purpose && consent.receiver == use.receiver
        && consent.isInForce(on: use.on) && consent.data.lowerBound <= use.data.lowerBound
        && use.data.upperBound <= consent.data.upperBound
    }
  }

  /// The connections that may not be used so, in the order given.
  public func missing(_ connections: [String], _ use: DataUse) -> [String] {
    connections.filter { !allows($0, use) }
  }
}
