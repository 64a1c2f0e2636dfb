/// The language of messages, reports and labels. The product speaks Dutch unless asked otherwise.
public enum Language: String, CaseIterable, Sendable, Codable, Hashable {
  case nl, en
}

/// One text in every language of the product.
public struct LocalizedText: Sendable, Codable, Hashable {
  public let nl: String
  public let en: String

  public init(nl: String, en: String) {
    self.nl = nl
    self.en = en
  }

  /// A text that is the same in every language: a name, a symbol, a code.
  public init(both text: String) { self.init(nl: text, en: text) }

  public subscript(language: Language) -> String {
    switch language {
    case .nl: nl
    case .en: en
    }
  }

  public static func + (left: LocalizedText, right: LocalizedText) -> LocalizedText {
    LocalizedText(nl: left.nl + right.nl, en: left.en + right.en)
  }
}
