import EnergyHubs

/// A connection that was metered for a part of the year — *aangevulde aansluiting*.
public struct CompletedConnection: Codable, Sendable, Equatable {
  public let id: String
  public let name: String
  /// Days that took the values of measured days of their kind.
  public let days: Int

  /// Nil where there is none.
  static func all(_ park: EnergyCase) -> [CompletedConnection]? {
    let found = park.connections.filter { $0.profile.completedDays > 0 }.map {
      CompletedConnection(id: $0.id, name: $0.name, days: $0.profile.completedDays)
    }
    return found.isEmpty ? nil : found
  }
}

/// A column of `series.csv` that covered a part of the year — *aangevulde reeks*.
public struct CompletedSeries: Codable, Sendable, Equatable {
  public let column: String
  /// Days that took the values of measured days of their kind.
  public let days: Int

  static func all(_ origins: EnergyOrigins) -> [CompletedSeries] {
    origins.completedSeries.sorted { $0.key < $1.key }.map { CompletedSeries(column: $0.key, days: $0.value) }
  }
}
