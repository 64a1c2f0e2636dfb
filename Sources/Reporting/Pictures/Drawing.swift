import Quantities

/// A drawing in the making, in pixels from the top left — *tekening*.
struct Drawing: Sendable {
  let name: String
  let width: Double
  let height: Double
  private var definitions: [SVGElement] = []
  private var body: [SVGElement] = []

  init(name: String, width: Double = Self.pageWidth, height: Double) {
    self.name = name
    self.width = width
    self.height = height
  }

  /// Width of every picture; the text column of the page and of the PDF.
  static let pageWidth = 720.0
  /// First the typeface that the PDF embeds, then what other machines have.
  static let typeface = "'Open Sans', 'Source Sans 3', 'DejaVu Sans', sans-serif"

  mutating func add(_ element: SVGElement) { body.append(element) }
  mutating func add(_ elements: [SVGElement]) { body += elements }

  /// Adds a fill to refer to, under a name that is unique in a page with several drawings.
  mutating func define(_ pattern: Pattern) {
    definitions.append(pattern.definition(prefix: name))
  }

  /// Adds a frame that drawings can be cut off at; what it is called.
  mutating func defineClip(x: ClosedRange<Double>, y: ClosedRange<Double>) -> String {
    let frame = Shapes.rectangle(
      x: x.lowerBound, y: y.lowerBound, width: x.upperBound - x.lowerBound, height: y.upperBound - y.lowerBound,
      fill: Palette.ink)
    definitions.append(SVGElement("clipPath", ["id": "\(name)-kader"], [frame]))
    return "url(#\(name)-kader)"
  }

  func fill(_ pattern: Pattern) -> String { "url(#\(pattern.identifier(prefix: name)))" }

  /// The finished picture. The alternative text is both in the drawing and beside it.
  func picture(title: String, alternative: String) -> Picture {
    let root = SVGElement(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(Pixels.text(width)) \(Pixels.text(height))",
        "role": "img", "aria-labelledby": "\(name)-titel \(name)-tekst", "font-family": Self.typeface,
      ],
      [
        SVGElement("title", ["id": "\(name)-titel"], text: title),
        SVGElement("desc", ["id": "\(name)-tekst"], text: alternative),
      ] + (definitions.isEmpty ? [] : [SVGElement("defs", [:], definitions)]) + body)
    var svg = ""
    root.write(to: &svg)
    return Picture(name: name, alternative: alternative, svg: svg)
  }
}

/// Coordinates as text: one decimal is a tenth of a pixel, finer than any screen or press shows.
enum Pixels {
  private static let style = NumberStyle.plain(decimals: 1)

  static func text(_ value: Double) -> String {
    let text = style(value)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
