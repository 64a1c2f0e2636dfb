import Quantities

/// What is divided, as an error names it.
enum Subject {
  static let seaportLand = LocalizedText(nl: "zeehaventerrein", en: "seaport land")
  static let businessLand = LocalizedText(nl: "bedrijventerrein", en: "business-park land")
  static let parks = LocalizedText(nl: "aantal terreinen", en: "number of parks")
  static let net = LocalizedText(nl: "netto oppervlakte", en: "net area")
  static let immediatelyIssuable = LocalizedText(nl: "terstond uitgeefbaar", en: "immediately issuable land")
  static let laterIssuable = LocalizedText(nl: "niet terstond uitgeefbaar", en: "land issuable later")
  static let plots = LocalizedText(nl: "kavels", en: "plots")
  static let issue = LocalizedText(nl: "uitgifte", en: "issue of land")
  static let plans = LocalizedText(nl: "plancapaciteit", en: "plan capacity")
  static let withdrawals = LocalizedText(nl: "onttrekking", en: "withdrawal of land")
  static let jobs = LocalizedText(nl: "banen", en: "jobs")
}
