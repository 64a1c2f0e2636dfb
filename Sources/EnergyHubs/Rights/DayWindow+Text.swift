import Quantities

extension DayWindow {
  /// A window as people write it: `22:00-06:00`, `22:00-06:00 ma-vr`, `00:00-24:00 za,zo`; days in Dutch or English.
  ///
  /// - Returns: nil for anything else.
  public init?(_ text: String) {
    let parts = text.lowercased().split(separator: " ")
    guard let hours = parts.first, parts.count <= 2 else { return nil }
    let bounds = hours.split(separator: "-").map(Self.minute)
    guard bounds.count == 2, let from = bounds[0], let to = bounds[1] else { return nil }
    guard let days = parts.count == 2 ? Self.days(parts[1]) : Set(0..<Moment.daysPerWeek) else { return nil }
    self.init(fromMinute: from, toMinute: to, weekdays: days)
    if !isSound { return nil }
  }

  private static func minute(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":").map { Int($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1] else { return nil }
    let perHour = Moment.secondsPerHour / Moment.secondsPerMinute
    guard hour >= 0, (0..<perHour).contains(minute) else { return nil }
    return hour * perHour + minute
  }

  /// Lists and ranges of days; a range may pass Sunday.
  private static func days(_ text: Substring) -> Set<Int>? {
    var days: Set<Int> = []
    for part in text.split(separator: ",") {
      let ends = part.split(separator: "-").map { name in
        names.firstIndex { $0.contains(String(name)) }
      }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1] else { return nil }
      let length = (last - first + Moment.daysPerWeek) % Moment.daysPerWeek
      for shift in 0...length { days.insert((first + shift) % Moment.daysPerWeek) }
    }
    return days.isEmpty ? nil : days
  }

  private static let names: [Set<String>] = [
    ["ma", "mo", "mon"], ["di", "tu", "tue"], ["wo", "we", "wed"], ["do", "th", "thu"], ["vr", "fr", "fri"],
    ["za", "sa", "sat"], ["zo", "su", "sun"],
  ]

  /// The window as `init` reads it.
  public var spelled: String {
    let perHour = Moment.secondsPerHour / Moment.secondsPerMinute
    func padded(_ number: Int) -> String { String(String(100 + number).dropFirst()) }
    func clock(_ minute: Int) -> String { "\(padded(minute / perHour)):\(padded(minute % perHour))" }
    let days = ["ma", "di", "wo", "do", "vr", "za", "zo"]
    let hours = clock(fromMinute) + "-" + clock(toMinute)
    guard weekdays.count < Moment.daysPerWeek else { return hours }
    return hours + " " + weekdays.sorted().map { days[$0] }.joined(separator: ",")
  }
}
