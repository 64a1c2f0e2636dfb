import EnergyHubs
import Quantities

/// A sum that was given out, as the log beside a study keeps it — *logboekregel van een publicatie*.
public struct LoggedRelease: Codable, Sendable, Hashable {
  public var id: String
  /// The day on which it was given out.
  public var date: CalendarDate
  public var receiver: String
  public var purpose: DataPurpose
  public var quantity: SharedQuantity
  public var per: SharedPeriod
  /// First and last day of the data.
  public var from: CalendarDate
  public var to: CalendarDate
  /// Connections in the sum.
  public var members: [String]
  public var file: String

  public init(
    id: String, date: CalendarDate, receiver: String, purpose: DataPurpose, quantity: SharedQuantity,
    per: SharedPeriod, from: CalendarDate, to: CalendarDate, members: [String], file: String
  ) {
    self.id = id
    self.date = date
    self.receiver = receiver
    self.purpose = purpose
    self.quantity = quantity
    self.per = per
    self.from = from
    self.to = to
    self.members = members
    self.file = file
  }

  public static let columns = [
    "release", "date", "receiver", "purpose", "quantity", "per", "from", "to", "members", "file",
  ]

  /// The release as the guard compares it with others.
  func release(as quantity: SharedQuantity) -> DataRelease {
    DataRelease(id: id, members: Set(members), quantity: quantity.rawValue, data: from...max(from, to))
  }
}

/// What is summed over members — *grootheid*.
public enum SharedQuantity: String, Codable, Sendable, Hashable, CaseIterable {
  /// Each member's offtake, its feed-in, or the one less the other.
  case `import`, export, net

  func amount(_ kilowatts: Double) -> Double {
    switch self {
    case .import: max(0, kilowatts)
    case .export: max(0, -kilowatts)
    case .net: kilowatts
    }
  }

  /// Whether sums of the two tell something of each other: net is import less export.
  func touches(_ other: SharedQuantity) -> Bool { self == other || self == .net || other == .net }
}

/// For which stretch of time one figure stands — *tijdvak*.
public enum SharedPeriod: String, Codable, Sendable, Hashable, CaseIterable {
  case step, hour, month, year
}
