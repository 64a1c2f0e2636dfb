import Quantities

/// A time as a file writes it — *tijdsaanduiding*.
///
/// Read are `2024-10-27 02:30`, `2024-10-27T02:30:00`, `27-10-2024 02:30`, `27/10/2024 02:30:00`, each with `Z` or an offset such as
/// `+01:00` or without. A date that does not begin with four digits is day first.
struct TimeReading: Hashable {
  /// What the text says, as if it were UTC.
  let reading: Moment
  /// Seconds ahead of UTC, where the text says so.
  let offset: Int?

  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let gap = bytes.firstIndex(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "T") }) else { return nil }
    let rest = bytes[(gap + 1)...].filter { $0 != UInt8(ascii: " ") }
    let zone = rest.firstIndex { [UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-")].contains($0) }
    // A fraction of a second says nothing about a quarter.
    let clock = rest[..<(zone ?? rest.count)].prefix { $0 != UInt8(ascii: ".") }
    guard let date = Self.date(bytes[..<gap]), let second = Self.second(clock) else {
      return nil
    }
    reading = Moment(date, secondOfDay: second)
    guard let zone else {
      offset = nil
      return
    }
    guard let found = Self.offset(rest[zone...]) else { return nil }
    offset = found
  }

  private static func numbers(_ text: some Sequence<UInt8>) -> [(value: Int, width: Int)]? {
    var numbers = [(value: 0, width: 0)]
    for byte in text {
      if let digit = digit(byte) {
        let last = numbers.count - 1
        numbers[last] = (numbers[last].value * decimalBase + digit, numbers[last].width + 1)
      } else if [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: ".")].contains(byte) {
        numbers.append((0, 0))
      } else {
        return nil
      }
    }
    return numbers.allSatisfy { (1...yearWidth).contains($0.width) } ? numbers : nil
  }

  private static let yearWidth = 2 + 2
  private static let decimalBase = Int(UInt8(ascii: "9") - UInt8(ascii: "0")) + 1

  private static func digit(_ byte: UInt8) -> Int? {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? Int(byte - UInt8(ascii: "0")) : nil
  }

  private static func date(_ text: ArraySlice<UInt8>) -> CalendarDate? {
    guard let parts = numbers(text), parts.count == 2 + 1 else { return nil }
    let (year, day) = parts[0].width == yearWidth ? (parts[0], parts[2]) : (parts[2], parts[0])
    guard year.width == yearWidth else { return nil }
    return CalendarDate(year: year.value, month: parts[1].value, day: day.value)
  }

  /// Seconds since midnight; 24:00 is the midnight that ends the day.
  private static func second(_ text: ArraySlice<UInt8>) -> Int? {
    guard let parts = numbers(text), (2...2 + 1).contains(parts.count) else { return nil }
    let values = parts.map(\.value)
    guard values.dropFirst().allSatisfy({ $0 < Moment.secondsPerMinute }) else { return nil }
    let total =
      values[0] * Moment.secondsPerHour + values[1] * Moment.secondsPerMinute + (values.count > 2 ? values[2] : 0)
    return total <= Moment.secondsPerDay ? total : nil
  }

  private static func offset(_ text: ArraySlice<UInt8>) -> Int? {
    guard let sign = text.first, sign != UInt8(ascii: "Z") else { return text.count == 1 ? 0 : nil }
    guard let parts = numbers(text.dropFirst()), let hours = parts.first?.value else { return nil }
    let whole = parts[0].width > 2
    let seconds =
      whole
      ? hours / 100 * Moment.secondsPerHour + hours % 100 * Moment.secondsPerMinute
      : hours * Moment.secondsPerHour + (parts.count > 1 ? parts[1].value : 0) * Moment.secondsPerMinute
    return sign == UInt8(ascii: "-") ? -seconds : seconds
  }
}
