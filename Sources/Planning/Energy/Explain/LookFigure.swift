/// A figure of `energy look` — *cijfer van de blik*.
enum LookFigure: EnergyFigure {
  case group(GroupLookFigure)
  /// Hours at or above a share of the peak, in percent.
  case duration(Int)
  /// Peak of a month, from 1.
  case month(Int)
  case member(String, MemberLookFigure)

  var steps: [String] {
    switch self {
    case .group(let figure): [figure.rawValue]
    case .duration(let percent): ["duur", String(percent)]
    case .month(let number): ["maand", String(number)]
    case .member(let id, let figure): ["lid", id, figure.rawValue]
    }
  }
}

enum GroupLookFigure: String, CaseIterable {
  case peak = "piek"
  case sumOfPeaks = "som-van-pieken"
  case simultaneity = "gelijktijdigheid"
  case contracted = "contracten"
  case unused = "onbenut"
  case atRisk = "kan-vervallen"
  case annual = "verbruik"
  case shareOfTop = "deel-in-top"
}

enum MemberLookFigure: String, CaseIterable {
  case contracted = "contract"
  case peak = "piek"
  case annual = "verbruik"
  case shareOfTop = "deel-in-top"
  case atRisk = "kan-vervallen"
}
