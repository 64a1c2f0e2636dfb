import Quantities

extension Parameter {
  /// What the members over the last dimension add up to.
  package struct Sum {
    /// The other dimensions, with the region where it has values of its own.
    package let place: String
    package let date: CalendarDate
    package let value: Double
  }

  /// The sums of the members that differ in the last dimension only, by place, region and date.
  package func sums() -> [Sum] {
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
