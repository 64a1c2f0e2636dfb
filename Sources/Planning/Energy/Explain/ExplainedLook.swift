import EnergyHubs
import Provenance
import Quantities

/// `energy look`, explained.
struct ExplainedLook: ExplainedEnergy {
  let root = EnergyTopic.look.rawValue
  let park: EnergyCase
  let leaves: EnergyLeaves
  private let look: GroupLook
  private let topSteps: [Int]

  /// - Throws: as `LookAtGroup` does.
  init(_ park: EnergyCase) throws(PlanningError) {
    self.park = park
    leaves = EnergyLeaves(park: park)
    let look = try LookAtGroup.look(park)
    self.look = look
    let order = look.group.indices.sorted { (-look.group[$0], $0) < (-look.group[$1], $1) }
    topSteps = Array(order.prefix(LookAtGroup.topSteps(park)))
  }

  var figures: [LookFigure] {
    let group = GroupLookFigure.allCases.filter { figure in
      switch figure {
      case .simultaneity: look.simultaneity != nil
      case .contracted: look.contracted != nil
      case .unused: look.unusedRights != nil
      default: true
      }
    }
    let members = zip(park.connections, look.members).flatMap { connection, member in
      MemberLookFigure.allCases.filter { figure in
        ![.contracted, .atRisk].contains(figure) || member.atRisk != nil
      }.map { LookFigure.member(connection.id, $0) }
    }
    return group.map(LookFigure.group) + LookAtGroup.levels.map { .duration(Self.percent($0)) }
      + leaves.months.map { .month($0.number) } + members
  }

  private static func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }

  func explanation(of figure: LookFigure) -> Explanation {
    switch figure {
    case .group(let figure): group(figure)
    case .duration(let percent): duration(LookAtGroup.levels.first { Self.percent($0) == percent } ?? 1)
    case .month(let number):
      leaves.highest(
        LocalizedText(nl: "groepspiek in maand \(number)", en: "group peak in month \(number)"), look.group,
        in: leaves.months[number - 1].steps, leaf: leaves.load)
    case .member(let id, let figure): member(park.connections.first { $0.id == id }!, figure)
    }
  }

  private func group(_ figure: GroupLookFigure) -> Explanation {
    switch figure {
    case .peak:
      leaves.highest(
        LocalizedText(nl: "groepspiek", en: "group peak"), look.group, in: look.group.indices, leaf: leaves.load)
    case .sumOfPeaks:
      sum(LocalizedText(nl: "som van de eigen pieken", en: "sum of own peaks"), .kilowatt, .peak)
    case .simultaneity:
      Explanation(
        LocalizedText(nl: "gelijktijdigheid", en: "simultaneity"), .quotient,
        notation: "groepspiek / som van de eigen pieken", unit: .share,
        parts: [reference(.group(.peak)), reference(.group(.sumOfPeaks))])
    case .contracted:
      sum(LocalizedText(nl: "som van de contracten", en: "sum of contracts"), .kilowatt, .contracted)
    case .unused: unused
    case .atRisk:
      sum(
        LocalizedText(nl: "kan vervallen bij onderbenutting", en: "may be taken back for under-use"), .kilowatt, .atRisk
      )
    case .annual:
      sum(LocalizedText(nl: "verbruik van een jaar", en: "use in a year"), .kilowattHour, .annual)
    case .shareOfTop:
      sum(
        LocalizedText(nl: "deel in de hoogste stappen", en: "share of the highest steps"), .share, .shareOfTop)
    }
  }

  private func sum(_ label: LocalizedText, _ unit: Unit, _ figure: MemberLookFigure) -> Explanation {
    let members = figures.filter { if case .member(_, figure) = $0 { true } else { false } }
    return leaves.members(label, unit, members.map(reference))
  }

  private var unused: Explanation {
    let used = Explanation(
      LocalizedText(nl: "benut deel", en: "share used"), .quotient, notation: "groepspiek / contracten", unit: .share,
      parts: [reference(.group(.peak)), reference(.group(.contracted))])
    let whole = Explanation(LocalizedText(nl: "geheel", en: "whole"), value: 1, unit: .share, basis: .definition)
    return Explanation(
      LocalizedText(nl: "onbenut door de groep", en: "unused by the group"), .difference, notation: "1 − benut deel",
      unit: .share, parts: [whole, used])
  }

  private func duration(_ share: Double) -> Explanation {
    let percent = Self.percent(share)
    let limit = share * look.peak.value
    return leaves.hours(
      LocalizedText(
        nl: "uren op of boven \(percent) % van de groepspiek", en: "hours at or above \(percent)% of the group peak")
    ) { look.group[$0] >= limit }
  }
}

extension ExplainedLook {
  private func member(_ connection: EnergyConnection, _ figure: MemberLookFigure) -> Explanation {
    let name = connection.name
    let values = connection.profile.values
    let leaf = { leaves.load(connection, $0) }
    switch figure {
    case .contracted: return leaves.contract(connection)!
    case .peak:
      return leaves.highest(
        LocalizedText(nl: "piek van \(name)", en: "peak of \(name)"), values, in: values.indices, leaf: leaf)
    case .annual:
      return leaves.yearly(
        LocalizedText(nl: "verbruik van \(name)", en: "use of \(name)"), .kilowattHour, of: .kilowatt, values,
        leaf: leaf)
    case .shareOfTop: return shareOfTop(connection, values)
    case .atRisk: return atRisk(connection)
    }
  }

  private func shareOfTop(_ connection: EnergyConnection, _ values: [Double]) -> Explanation {
    let label = LocalizedText(nl: "deel van \(connection.name)", en: "share of \(connection.name)")
    let own = leaves.sum(
      LocalizedText(nl: "\(connection.name) in de hoogste stappen", en: "\(connection.name) in the highest steps"),
      .kilowatt, topSteps, values
    ) { leaves.load(connection, $0) }
    let whole = leaves.sum(
      LocalizedText(
        nl: "groep in de hoogste \(topSteps.count) stappen", en: "group in the top \(topSteps.count) steps"),
      .kilowatt, topSteps, look.group, leaf: leaves.load)
    guard whole.value != 0 else { return Explanation(label, value: 0, unit: .share, basis: .definition) }
    return Explanation(label, .quotient, notation: "lid / groep", unit: .share, parts: [own, whole])
  }

  private func atRisk(_ connection: EnergyConnection) -> Explanation {
    leaves.atRisk(
      LocalizedText(nl: "kan vervallen van \(connection.name)", en: "at risk of \(connection.name)"),
      reference(.member(connection.id, .contracted)), peak: reference(.member(connection.id, .peak)))
  }
}
