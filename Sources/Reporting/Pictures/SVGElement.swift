import Quantities

/// One element of a drawing; attributes keep their order, so that equal drawings are equal bytes.
struct SVGElement: Sendable, Hashable {
  struct Attribute: Sendable, Hashable {
    let name: String
    let value: String
  }

  let name: String
  private(set) var attributes: [Attribute]
  let children: [SVGElement]
  let text: String?

  init(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String? = nil,
    _ children: [SVGElement] = []
  ) {
    self.name = name
    self.attributes = attributes.map { Attribute(name: $0.key, value: $0.value) }
    self.children = children
    self.text = text
  }

  /// The element with one attribute more.
  func with(_ name: String, _ value: String) -> SVGElement {
    var copy = self
    copy.attributes.append(Attribute(name: name, value: value))
    return copy
  }

  func write(to output: inout String) {
    output += "<" + name
    for attribute in attributes { output += " \(attribute.name)=\"\(Markup.escaped(attribute.value))\"" }
    guard text != nil || !children.isEmpty else {
      output += "/>"
      return
    }
    output += ">" + Markup.escaped(text ?? "")
    for child in children { child.write(to: &output) }
    output += "</\(name)>"
  }
}

/// Text as it may stand in XML and HTML.
enum Markup {
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { special.contains($0) || $0 < space }) else { return text }
    return text.unicodeScalars.reduce(into: "") { $0 += entity($1) ?? String($1) }
  }

  private static let special: [UInt8] = Array("&<>\"'".utf8)
  private static let space = UInt8(ascii: " ")

  private static func entity(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&#39;"
    case "\n", "\t": nil
    // Control characters may not occur in XML at all.
    case let control where control.value < UInt32(space): " "
    default: nil
    }
  }
}
