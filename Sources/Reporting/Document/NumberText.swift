import Quantities

/// Numbers for a reader: the product's style with a real minus sign.
package struct NumberText: Sendable, Hashable {
  package let language: Language

  package init(language: Language) { self.language = language }

  package func callAsFunction(_ value: Double, decimals: Int) -> String {
    Self.typographic(NumberStyle(decimals: decimals, language: language)(value))
  }

  /// A range as `low–high`, or one number when both read the same.
  package func range(_ low: Double, _ high: Double, decimals: Int) -> String {
    let ends = (self(min(low, high), decimals: decimals), self(max(low, high), decimals: decimals))
    guard ends.0 != ends.1 else { return ends.0 }
    return ends.0 + " \(LocalizedText(nl: "tot", en: "to")[language]) " + ends.1
  }

  private static func typographic(_ text: String) -> String {
    text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }
}

extension Table.Cell {
  /// The content as a reader sees it; nothing filled in is an empty text.
  func text(in language: Language) -> String {
    switch content {
    case .text(let text), .code(let text): text
    case .number(let value, let decimals): NumberText(language: language)(value, decimals: decimals)
    case .ordinal(let number): String(number)
    case .empty: ""
    }
  }
}
