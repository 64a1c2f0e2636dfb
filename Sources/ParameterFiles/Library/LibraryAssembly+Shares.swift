import Provenance
import Quantities

/// A parameter whose members over the last dimension are parts of one whole.
struct ShareFamily {
  let key: String
  /// Whether the parts are the whole, or may leave a rest.
  let isWhole: Bool

  static let all = [
    ShareFamily(key: "segments/size-share", isWhole: true),
    ShareFamily(key: "segments/category-share", isWhole: true),
    ShareFamily(key: "demand/location-preference", isWhole: false),
  ]
}

extension LibraryAssembly {
  /// Largest distance from 1 that is put down to the binary form of decimal fractions.
  static let tolerance = 1e-9

  static func isOne(_ sum: Double) -> Bool { (sum - 1).magnitude <= tolerance }

  /// Parts of a whole add up to 1, in the country and in every region with values of its own, on every date.
  mutating func checkShares() {
    for family in ShareFamily.all {
      guard let parameter = parameters[family.key] else { continue }
      for sum in parameter.sums() where !(family.isWhole ? Self.isOne(sum.value) : sum.value <= 1 + Self.tolerance) {
        reader.report(
          family.isWhole ? .sharesNotOne(sum.value) : .sharesAboveOne(sum.value),
          at: Diagnostic.Place(file: files[family.key], field: "members.\(sum.place)"), value: sum.date.description)
      }
    }
  }
}

extension Parameter {
  /// What the members over the last dimension add up to.
  struct Sum {
    /// The other dimensions, with the region where it has values of its own.
    let place: String
    let date: CalendarDate
    let value: Double
  }

  /// The sums of the members that differ in the last dimension only, by place, region and date.
  func sums() -> [Sum] {
    let names = members.keys.sorted().map(MemberName.init)
    return Set(names.map(\.place)).sorted().flatMap { place in
      let parts = names.filter { $0.place == place }
      return Set(parts.map(\.region)).union([""]).sorted().flatMap { sums(of: parts, region: $0) }
    }
  }

  private func sums(of parts: [MemberName], region: String) -> [Sum] {
    let lasts = Set(parts.map(\.last)).sorted()
    let timelines = lasts.map { last in
      let own = parts.first { $0.last == last && $0.region == region }
      return (own ?? parts.first { $0.last == last && $0.region.isEmpty }).flatMap { members[$0.text] } ?? []
    }
    return Set(timelines.flatMap { $0.map(\.from) }).sorted().map { date in
      let values = timelines.map { timeline in timeline.last { $0.from <= date }?.value ?? 0 }
      return Sum(place: parts[0].place + region, date: date, value: values.reduce(0, +))
    }
  }
}

/// A member's name in its parts.
private struct MemberName {
  let text: String
  /// Everything before the last dimension.
  let place: String
  let last: String
  /// `@` and the region; empty for the country.
  let region: String

  init(_ text: String) {
    self.text = text
    let name = text.prefix { $0 != "@" }
    region = String(text.dropFirst(name.count))
    let dimensions = name.split(separator: "/")
    place = dimensions.dropLast().joined(separator: "/")
    last = dimensions.last.map(String.init) ?? ""
  }
}
