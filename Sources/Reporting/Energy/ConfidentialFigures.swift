import Quantities

/// What a reader must know of figures of members — *vertrouwelijke cijfers*.
enum ConfidentialFigures {
  static func warning(_ language: Language) -> String {
    LocalizedText(
      nl: "Vertrouwelijk: cijfers per lid zijn alleen voor de parkbeheerder; anderen krijgen sommen van energy share.",
      en: "Confidential: figures per member are for the park's manager only; others get sums of energy share.")[
        language]
  }
}
