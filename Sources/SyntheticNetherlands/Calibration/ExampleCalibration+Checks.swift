import Quantities
import WorkLocations

extension ExampleCalibration {
  /// Every contradiction in the totals.
  func problems(parkCount: Int) -> [LocalizedText] {
    countProblems(parkCount) + stockProblems + amountProblems + issueProblems
  }

  private func countProblems(_ expected: Int) -> [LocalizedText] {
    Self.when(
      self.parkCount != expected,
      nl: "de terreinen per provincie tellen op tot \(self.parkCount), niet tot \(expected)",
      en: "the parks per province add up to \(self.parkCount), not to \(expected)")
      + Self.when(
        parksByProvince.values.contains { $0 < 0 }, nl: "een aantal terreinen is negatief",
        en: "a number of parks is negative")
  }

  private var stockProblems: [LocalizedText] {
    let net = seaport.net + businessPark.net
    return [seaport, businessPark].flatMap { stock in
      Self.when(
        stock.net.value > stock.gross.value,
        nl: "netto (\(stock.net.value) ha) is meer dan bruto (\(stock.gross.value) ha)",
        en: "net (\(stock.net.value) ha) is more than gross (\(stock.gross.value) ha)")
    }
      + Self.when(
        immediatelyIssuable + laterIssuable > net, nl: "er is meer uitgeefbaar dan netto",
        en: "more land is issuable than there is net land")
  }

  private var amountProblems: [LocalizedText] {
    let amounts =
      [seaport.gross.value, seaport.net.value, businessPark.gross.value, businessPark.net.value]
      + [immediatelyIssuable, laterIssuable, plans.hard, plans.soft, plans.frozen, withdrawalPerYear].map(\.value)
      + portAreas.values.map(\.value) + jobs.values.map(\.value) + issue.values.flatMap { $0.values.map(\.value) }
    return Self.when(
      amounts.contains { !($0 >= 0 && $0.isFinite) }, nl: "een oppervlakte of aantal banen is negatief of geen getal",
      en: "an area or number of jobs is negative or not a number")
      + Self.when(
        !(0...1).contains(obsoleteShare), nl: "het verouderde aandeel ligt niet tussen 0 en 1",
        en: "the obsolete share is not between 0 and 1")
  }

  private var issueProblems: [LocalizedText] {
    Self.when(
      (issue[.netherlands] ?? [:]).isEmpty, nl: "de uitgifte van Nederland ontbreekt",
      en: "the issue of the Netherlands is missing")
  }

  private static func when(_ isWrong: Bool, nl: String, en: String) -> [LocalizedText] {
    isWrong ? [LocalizedText(nl: nl, en: en)] : []
  }
}
