/// A figure of `energy group` — *cijfer van het groepscontract*.
enum GroupFigure: EnergyFigure {
  case group(GroupSumFigure)
  case member(String, GroupMemberFigure)
  /// What a combination of members would pay together, by their places.
  case coalition([Int], ids: [String])

  var steps: [String] {
    switch self {
    case .group(let figure): [figure.rawValue]
    case .member(let id, let figure): ["lid", id, figure.rawValue]
    case .coalition(_, let ids): ["combinatie", ids.joined(separator: "+")]
    }
  }
}

enum GroupSumFigure: String, CaseIterable {
  case contracts = "contracten"
  case sumOfPeaks = "som-van-pieken"
  case peak = "piek"
  case simultaneity = "gelijktijdigheid"
  case right = "recht"
  case freedFirm = "vrij"
  case freedNonFirm = "vrij-deel-van-de-uren"
  case excess = "overschrijding"
  case excessHours = "overschrijding-uren"
  case costAlone = "kosten-alleen"
  case costTogether = "kosten-samen"
  case saving = "voordeel"
}

enum GroupMemberFigure: String, CaseIterable {
  case contracted = "contract"
  case peak = "piek"
  case annual = "verbruik"
  case costAlone = "kosten-alleen"
  case cost = "kosten"
  case saving = "voordeel"
  case spared = "kosten-niemand-slechter"
  case error = "hoogstens-ernaast"
}
