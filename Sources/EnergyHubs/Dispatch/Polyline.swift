/// A piecewise-linear function that need not be convex — *gebroken lijn*, by rising place.
struct Polyline {
  /// One straight part: from (from, start) to (to, end).
  struct Segment {
    var from: Double
    var start: Double
    var to: Double
    var end: Double

    var slope: Double { (end - start) / (to - from) }
    func value(at place: Double) -> Double {
      to > from ? start + (end - start) * max(0, min(1, (place - from) / (to - from))) : min(start, end)
    }
  }

  private(set) var segments: [Segment] = []

  init(_ segments: [Segment]) { self.segments = segments }

  /// Through the points, by rising place.
  init(through points: [(place: Double, value: Double)]) {
    segments = zip(points, points.dropFirst()).map {
      Segment(from: $0.place, start: $0.value, to: $1.place, end: $1.value)
    }
    if points.count == 1 {
      segments = [
        Segment(from: points[0].place, start: points[0].value, to: points[0].place, end: points[0].value)
      ]
    }
  }

  /// A straight line through the origin, over a range.
  init(over range: ClosedRange<Double>, slope: Double) {
    let start = slope * range.lowerBound
    self.init(
      through: range.lowerBound == range.upperBound
        ? [(range.lowerBound, start)] : [(range.lowerBound, start), (range.upperBound, slope * range.upperBound)])
  }

  var isEmpty: Bool { segments.isEmpty }
  var from: Double { segments.first?.from ?? .infinity }
  var to: Double { segments.last?.to ?? -.infinity }

  /// The value; infinite outside the domain.
  func value(at place: Double) -> Double {
    guard place >= from, place <= to else { return .infinity }
    var low = 0
    var high = segments.count - 1
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].to < place { low = middle + 1 } else { high = middle }
    }
    let next =
      low + 1 < segments.count && segments[low + 1].from <= place ? segments[low + 1].value(at: place) : .infinity
    return min(segments[low].value(at: place), next)
  }

  /// Both ends of every segment.
  var places: [Double] { segments.map(\.from) + segments.suffix(1).map(\.to) }

  var least: Double { segments.reduce(.infinity) { min($0, $1.start, $1.end) } }
  /// Where the function is least.
  var lowest: Double { places.min { value(at: $0) < value(at: $1) } ?? 0 }

  func plus(slope: Double) -> Polyline {
    Polyline(
      segments.map {
        Segment(from: $0.from, start: $0.start + slope * $0.from, to: $0.to, end: $0.end + slope * $0.to)
      })
  }

  /// The longest stretches on which the function is convex.
  var convexRuns: [ArraySlice<Segment>] {
    var runs: [ArraySlice<Segment>] = []
    var first = 0
    for index in segments.indices.dropFirst() where !continues(at: index) {
      runs.append(segments[first..<index])
      first = index
    }
    return isEmpty ? [] : runs + [segments[first...]]
  }

  private func continues(at index: Int) -> Bool {
    let (before, after) = (segments[index - 1], segments[index])
    return before.end == after.start && before.slope <= after.slope
  }

  /// The function of minus the place.
  var mirrored: Polyline {
    Polyline(segments.reversed().map { Segment(from: -$0.to, start: $0.end, to: -$0.from, end: $0.start) })
  }

  /// min over y of this(u + y) + cost(y) — *infimale convolutie* with the mirrored cost, given by its convex stretches.
  func preceded(by mirrored: [ArraySlice<Segment>]) -> Polyline {
    Self.lowest(convexRuns.flatMap { own in mirrored.map { Self.merged(own, $0) } })
  }

  /// The lowest of functions whose domains follow each other: neighbours first, so that each is compared a few times only.
  private static func lowest(_ lines: [Polyline]) -> Polyline {
    var lines = lines
    while lines.count > 1 {
      lines = stride(from: 0, to: lines.count, by: 2).map { index in
        index + 1 < lines.count ? lines[index].lower(lines[index + 1]) : lines[index]
      }
    }
    return lines.first ?? Polyline([])
  }

  /// Infimal convolution of two convex stretches: their parts by rising slope, of equal slopes those of the left one first.
  private static func merged(_ left: ArraySlice<Segment>, _ right: ArraySlice<Segment>) -> Polyline {
    var place = left.first!.from + right.first!.from
    var value = left.first!.start + right.first!.start
    var parts: [Segment] = []
    parts.reserveCapacity(left.count + right.count)
    func add(_ part: Segment) {
      guard part.to > part.from else { return }
      let (to, end) = (place + (part.to - part.from), value + (part.end - part.start))
      parts.append(Segment(from: place, start: value, to: to, end: end))
      (place, value) = (to, end)
    }
    var others = right.startIndex
    for own in left {
      let slope = own.slope
      while others < right.endIndex, right[others].slope < slope {
        add(right[others])
        others += 1
      }
      add(own)
    }
    for other in right[others...] { add(other) }
    return parts.isEmpty ? Polyline(through: [(place, value)]) : Polyline(parts)
  }

  /// The part inside a range, then the places divided by a number.
  func cut(to range: ClosedRange<Double>, dividedBy divisor: Double, slack: Double) -> Polyline {
    Polyline(
      segments.compactMap { segment in
        let low = max(segment.from, range.lowerBound)
        let high = min(segment.to, range.upperBound)
        guard low <= high, high - low > slack || segments.count == 1 || range.upperBound <= slack else { return nil }
        return Segment(
          from: low / divisor, start: segment.value(at: low), to: high / divisor, end: segment.value(at: high))
      })
  }
}

extension Polyline {
  /// The lower of two functions, each infinite outside its domain.
  func lower(_ other: Polyline) -> Polyline {
    guard !isEmpty else { return other }
    guard !other.isEmpty else { return self }
    var own = Cursor(segments)
    var their = Cursor(other.segments)
    var result: [Segment] = []
    result.reserveCapacity(segments.count + other.segments.count)
    var place = min(from, other.from)
    let end = max(to, other.to)
    guard place < end else { return value(at: place) <= other.value(at: place) ? self : other }
    while place < end {
      own.advance(past: place)
      their.advance(past: place)
      let next = min(own.nextBend(after: place), their.nextBend(after: place))
      Self.appendLower(own.part(place, next), their.part(place, next), to: &result)
      place = next
    }
    return Polyline(result)
  }

  /// A place on a broken line that only moves on.
  private struct Cursor {
    let segments: [Segment]
    var index = 0
    init(_ segments: [Segment]) { self.segments = segments }

    mutating func advance(past place: Double) {
      while index < segments.count, segments[index].to <= place { index += 1 }
    }

    /// Where the segment at hand ends, or the next begins.
    func nextBend(after place: Double) -> Double {
      guard index < segments.count else { return .infinity }
      return segments[index].from <= place ? segments[index].to : segments[index].from
    }

    func part(_ from: Double, _ to: Double) -> Segment? {
      guard index < segments.count, segments[index].from <= from else { return nil }
      let whole = segments[index]
      return Segment(from: from, start: whole.value(at: from), to: to, end: whole.value(at: to))
    }
  }

  /// Appends the lower of two straight parts over the same places: one of them, or both up to where they cross.
  private static func appendLower(_ left: Segment?, _ right: Segment?, to result: inout [Segment]) {
    guard let left else {
      if let right { append(right, to: &result) }
      return
    }
    guard let right else { return append(left, to: &result) }
    let before = left.start - right.start
    let after = left.end - right.end
    if before <= 0, after <= 0 { return append(left, to: &result) }
    if before >= 0, after >= 0 { return append(right, to: &result) }
    let place = left.from + (left.to - left.from) * before / (before - after)
    guard place > left.from, place < left.to else { return append(before + after <= 0 ? left : right, to: &result) }
    let value = min(left.value(at: place), right.value(at: place))
    let (first, second) = before < 0 ? (left, right) : (right, left)
    append(Segment(from: first.from, start: first.start, to: place, end: value), to: &result)
    append(Segment(from: place, start: value, to: second.to, end: second.end), to: &result)
  }

  /// Appends a part; one that goes on in the same direction lengthens the last.
  private static func append(_ part: Segment, to result: inout [Segment]) {
    if let last = result.last, last.to == part.from, last.end == part.start, isStraight(last, part) {
      result[result.count - 1].to = part.to
      result[result.count - 1].end = part.end
    } else {
      result.append(part)
    }
  }

  private static func isStraight(_ left: Segment, _ right: Segment) -> Bool {
    let difference = abs(left.slope - right.slope)
    return difference <= Double.ulpOfOne.squareRoot() / 100 * max(abs(left.slope), abs(right.slope))
  }
}
