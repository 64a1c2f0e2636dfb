/// Text as a Typst string literal: nothing in it can act as markup or code.
package enum TypstLiteral {
  package static func string(_ text: String) -> String {
    "\"" + text.unicodeScalars.reduce(into: "") { $0 += escaped($1) } + "\""
  }

  /// An array of already written expressions; the comma after the last keeps one element an array.
  package static func array(_ expressions: [String]) -> String {
    "(" + expressions.map { $0 + ", " }.joined() + ")"
  }

  private static let space: UInt32 = 0x20

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case let control where control.value < space: " "
    default: String(scalar)
    }
  }
}
