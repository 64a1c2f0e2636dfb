import EnergyHubs

extension EnergyRows {
  /// Which rows that are missing the days that were measured can stand for.
  enum Completable {
    case nothing
    /// Stretches with at least one whole day; a hole within measured days is a fault.
    case wholeDays
    case anything

    func holds(_ hole: Range<Int>, _ year: ProfileYear) -> Bool {
      switch self {
      case .nothing: false
      case .wholeDays: year.holdsDay(hole)
      case .anything: true
      }
    }
  }
}
