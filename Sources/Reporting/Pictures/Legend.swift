/// Colours and signs with their meaning, in one row — *legenda*.
struct Legend: Sendable {
  struct Entry: Sendable {
    let label: String
    let fill: String
    let pattern: String?
    /// Drawn as a piece of line instead of a patch.
    var line: LineStyle?
    /// Drawn as this shape instead of a patch.
    var marker: Marker?
  }

  let entries: [Entry]

  /// Draws from left to right and wraps to a next row.
  func elements(x: Double, y: Double, width: Double) -> [SVGElement] {
    var elements: [SVGElement] = []
    var place = (x: x, y: y)
    for entry in entries {
      let needed = Self.swatch + Self.gap + TextSize.width(of: entry.label) + 2 * Self.gap
      if place.x + needed > x + width, place.x > x { place = (x, place.y + Self.rowHeight) }
      elements += Self.swatches(entry, x: place.x, y: place.y)
      elements.append(Shapes.text(entry.label, x: place.x + Self.swatch + Self.gap, y: place.y + Self.swatch - 2))
      place.x += needed
    }
    return elements
  }

  /// Height that `elements` takes.
  func height(width: Double) -> Double {
    var rows = 1.0
    var used = 0.0
    for entry in entries {
      let needed = Self.swatch + Self.gap + TextSize.width(of: entry.label) + 2 * Self.gap
      if used + needed > width, used > 0 {
        rows += 1
        used = 0
      }
      used += needed
    }
    return rows * Self.rowHeight
  }

  private static func swatches(_ entry: Entry, x: Double, y: Double) -> [SVGElement] {
    if let line = entry.line { return line.sample(x: x, y: y + swatch / 2, width: swatch + gap / 2) }
    if let marker = entry.marker {
      return [marker.element(x: x + swatch / 2, y: y + swatch / 2, radius: swatch / 2 - 1, fill: entry.fill)]
    }
    return ([entry.fill] + [entry.pattern].compactMap { $0 }).map {
      Shapes.rectangle(x: x, y: y, width: swatch, height: swatch, fill: $0).with("stroke", Palette.muted)
        .with("stroke-width", "0.5")
    }
  }

  private static let swatch = 13.0
  private static let gap = 7.0
  private static let rowHeight = 20.0
}
