import Quantities

/// Something that is told in one language and has its words in both — *tweetalig*.
protocol Bilingual {
  var language: Language { get }
}

extension Bilingual {
  func words(_ dutch: String, _ english: String) -> String { LocalizedText(nl: dutch, en: english)[language] }
  func rich(_ dutch: RichText, _ english: RichText) -> RichText { language == .nl ? dutch : english }
  func sentenceCase(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
