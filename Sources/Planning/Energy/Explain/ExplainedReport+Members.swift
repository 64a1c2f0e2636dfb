import Provenance
import Quantities

/// The row of the members that the page does not tell of one by one.
extension ExplainedReport {
  func others(_ figure: OthersFigure) -> Explanation {
    let label = LocalizedText(nl: "de \(members.others.count) andere leden", en: "the \(members.others.count) others")
    let parts = members.others.map { id in
      switch figure {
      case .shareOfTop: look.reference(.member(id, .shareOfTop))
      case .contracted: group.reference(.member(id, .contracted))
      case .annual: group.reference(.member(id, .annual))
      case .costAlone: group.reference(.member(id, .costAlone))
      case .cost: group.reference(.member(id, .cost))
      case .saving: group.reference(.member(id, .saving))
      }
    }
    return leaves.members(label, parts.first?.unit ?? .one, parts)
  }
}
