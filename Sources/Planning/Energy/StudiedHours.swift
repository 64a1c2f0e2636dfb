import EnergyHubs
import Quantities
import WorkLocations

/// What the firms of a study take in the hours of a scan — *uren van een eigen studie*.
///
/// An hour is the mean of its steps; what is fed in takes nothing from it, for the scan counts all panels by itself. A study of another
/// year gives the hour of the same weekday and time.
struct StudiedHours {
  /// kW in every hour of the scan.
  let load: [Double]
  /// For every hour of the scan the steps of the study that it is the mean of.
  let steps: [Range<Int>]

  init(_ study: EnergyCase, on year: ProfileYear) {
    let own = study.year
    let hours = ProfileYear(own.year, step: .hour, clock: own.clock)
    let taken = study.load.map { max(0, $0) }
    let size = own.step.perHour
    steps = year.weekdaySteps(of: hours).map { $0 * size..<($0 + 1) * size }
    load = steps.map { taken[$0].reduce(0, +) / Double(size) }
  }
}

extension EnergyScanRun {
  /// Power of parks together per hour, kW, without panels and with them; a park with a study has the power of its firms and the panels of
  /// the estimate. Nil without parks.
  func together(_ places: [Int], studies: [StudiedPlace]) -> (load: [Double], net: [Double])? {
    guard let scan, !places.isEmpty else { return nil }
    let isStudied = Set(studies.map(\.place))
    var curves = scan.together(
      places.map { place in
        var park = scanned[place]
        if isStudied.contains(place) { park.meanPowers = park.meanPowers.map { _ in 0 } }
        return park
      })
    for study in studies where places.contains(study.place) {
      for hour in curves.load.indices {
        curves.load[hour] += study.hours.load[hour]
        curves.net[hour] += study.hours.load[hour]
      }
    }
    return curves
  }

  /// The studies of the parks of the scan, in its order, with their hours.
  func studied(_ studies: [RINNumber: EnergyCase]) -> [StudiedPlace] {
    guard !studies.isEmpty else { return [] }
    return parks.indices.compactMap { place in
      studies[parks[place].rin].map {
        StudiedPlace(place: place, study: $0, hours: StudiedHours($0, on: calendar.year))
      }
    }
  }
}

/// A park of the scan with its study and the hours of that.
struct StudiedPlace {
  let place: Int
  let study: EnergyCase
  let hours: StudiedHours
}
