import Foundation
import Quantities

/// Where the Python with the typesetter is: named by the environment, else in the project's private folder.
enum TypesetterLocation {
  static var python: String {
    ProcessInfo.processInfo.environment["WERKLOCATIES_PYTHON"] ?? ".tools/python/bin/python3"
  }
}

/// The passphrase of stored studies, where the environment gives one.
enum StudyKey {
  static var passphrase: String? { ProcessInfo.processInfo.environment["WERKLOCATIES_SLEUTEL"] }
}

/// The day of the run, recorded with imports. SOURCE_DATE_EPOCH fixes it for reproducible builds of a register.
enum Today {
  static var date: CalendarDate {
    let fixed = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap(Double.init)
    let now = fixed.map(Date.init(timeIntervalSince1970:)) ?? Date()
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
    let parts = calendar.dateComponents([.year, .month, .day], from: now)
    return CalendarDate(year: parts.year ?? 1, month: parts.month ?? 1, day: parts.day ?? 1) ?? CalendarDate(startOf: 1)
  }
}
