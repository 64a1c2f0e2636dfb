import EnergyHubs
import Provenance
import Quantities

/// `energy group`, explained.
struct ExplainedGroup: ExplainedEnergy {
  let root: String
  let park: EnergyCase
  let leaves: EnergyLeaves
  let division: GroupDivision
  let response: DivideGroup.Response
  private let reserve: Explanation
  let duration: Explanation
  /// Costs of all combinations where the key needs them and the group is small enough to try all; else empty.
  let table: [Double]

  /// - Parameter root: what the paths begin with; another than the topic for the group of a changed world.
  /// - Throws: as `DivideGroup` does.
  init(
    _ request: DivideGroup.Request, _ park: EnergyCase, _ library: PlanningLibrary,
    root: String = EnergyTopic.group.rawValue
  ) throws(PlanningError) {
    self.root = root
    response = try DivideGroup()(request, park, library: library)
    guard let key = DivisionKey(rawValue: request.key) else { throw .invalidInput(DivideGroup.problems(request, park)) }
    var reader = ParameterReader(library.parameters, on: CalendarDate(startOf: park.year.year))
    do {
      reserve = Explanation(try reader.read(DivideGroup.reserveKey))
      duration = Explanation(try reader.read(DivideGroup.durationKey))
    } catch { throw .missing([error]) }
    self.park = park
    leaves = EnergyLeaves(park: park)
    division = GroupDivision(request, key, park, reserve: reserve.value)
    let isExact = key == .shapley && park.connections.count <= Shapley.mostExact
    table = isExact ? (try? division.costs) ?? [] : []
  }

  var figures: [GroupFigure] {
    let sums = GroupSumFigure.allCases.filter { $0 != .simultaneity || response.simultaneity != nil }
    let kinds = GroupMemberFigure.allCases.filter { figure in
      switch figure {
      case .spared: response.canSpareAll
      case .error: response.orders != nil
      default: true
      }
    }
    let combinations =
      response.orders == nil
      ? table.indices.dropFirst().map { coalition($0) } : park.connections.indices.map { coalition([$0]) }
    return sums.map(GroupFigure.group)
      + park.connections.flatMap { connection in kinds.map { GroupFigure.member(connection.id, $0) } }
      + combinations
  }

  /// Figures of `energy group --stress`, which cost a search for every event.
  var others: [[String]] { root == EnergyTopic.group.rawValue ? [[StressFigure.step]] : [] }

  /// The combination whose members' bits are set.
  func coalition(_ mask: Int) -> GroupFigure {
    coalition(park.connections.indices.filter { mask & (1 << $0) != 0 })
  }

  func coalition(_ places: [Int]) -> GroupFigure {
    .coalition(places, ids: places.map { park.connections[$0].id })
  }

  func explanation(of figure: GroupFigure) -> Explanation {
    switch figure {
    case .group(let figure): group(figure)
    case .member(let id, let figure): member(park.connections.firstIndex { $0.id == id }!, figure)
    case .coalition(let places, _): cost(of: places)
    }
  }

  private func sum(_ label: LocalizedText, _ unit: Unit, _ figure: GroupMemberFigure) -> Explanation {
    leaves.members(label, unit, park.connections.map { reference(.member($0.id, figure)) })
  }

  private func group(_ figure: GroupSumFigure) -> Explanation {
    let load = division.right.load
    switch figure {
    case .contracts:
      return sum(LocalizedText(nl: "som van de contracten", en: "sum of the contracts"), .kilowatt, .contracted)
    case .sumOfPeaks:
      return sum(LocalizedText(nl: "som van de eigen pieken", en: "sum of the own peaks"), .kilowatt, .peak)
    case .peak:
      return leaves.highest(
        LocalizedText(nl: "piek van de groep", en: "peak of the group"), load, in: load.indices, atLeastZero: true,
        leaf: leaves.load)
    case .simultaneity:
      return Explanation(
        LocalizedText(nl: "gelijktijdigheid", en: "simultaneity"), .quotient, notation: "piek / som van de pieken",
        unit: .share, parts: [reference(.group(.peak)), reference(.group(.sumOfPeaks))])
    case .right: return right
    case .freedFirm:
      return Explanation(
        LocalizedText(nl: "vrij, altijd", en: "freed, firm"), .difference, notation: "contracten − recht van de groep",
        unit: .kilowatt, parts: [reference(.group(.contracts)), reference(.group(.right))])
    case .freedNonFirm: return freedNonFirm
    case .excess:
      return leaves.yearly(
        LocalizedText(nl: "boven het recht", en: "above the right"), .kilowattHour, of: .kilowatt,
        load.map { max(0, $0 - division.right.contract) }, leaf: aboveRight)
    case .excessHours:
      return leaves.hours(LocalizedText(nl: "uren boven het recht", en: "hours above the right")) {
        load[$0] > division.right.contract
      }
    case .costAlone: return sum(LocalizedText(nl: "kosten alleen", en: "cost alone"), .euro, .costAlone)
    case .costTogether:
      return cost(
        LocalizedText(nl: "kosten samen", en: "cost together"), contract: reference(.group(.right)),
        peaks: monthlyPeaks(Array(park.connections.indices)))
    case .saving:
      return Explanation(
        LocalizedText(nl: "voordeel samen", en: "saving together"), .difference, notation: "alleen − samen",
        unit: .euro,
        parts: [reference(.group(.costAlone)), reference(.group(.costTogether))])
    }
  }

  private var right: Explanation {
    let label = LocalizedText(nl: "recht van de groep", en: "right of the group")
    guard response.request.contract == nil else {
      return Explanation(label, value: division.right.contract, unit: .kilowatt, basis: .definition)
    }
    let factor = Explanation(
      LocalizedText(nl: "met reserve", en: "with the reserve"), .sum, notation: "1 + reserve", unit: .factor,
      parts: [HubOperation.whole, reserve])
    return Explanation(
      label, .product, notation: "piek × (1 + reserve)", unit: .kilowatt, parts: [reference(.group(.peak)), factor])
  }

  private func aboveRight(_ step: Int) -> Explanation {
    Explanation(
      LocalizedText(nl: "boven het recht, \(leaves.time(step))", en: "above the right, \(leaves.time(step))"),
      .difference, notation: "afname − recht", unit: .kilowatt,
      parts: [leaves.load(step), reference(.group(.right))])
  }

  /// The room at the step that has more room than all but the share of the hours.
  private var freedNonFirm: Explanation {
    leaves.freed(
      reference(.group(.right)), division.right, response.freedNonFirm, duration: duration, leaf: leaves.load)
  }
}

extension EnergyLeaves {
  /// What of a right is free during a share of the hours.
  /// - Parameters:
  ///   - freed: kW, found among the steps.
  ///   - leaf: what is taken in a step.
  func freed(
    _ contract: Explanation, _ right: GroupRight, _ freed: Double, duration: Explanation, leaf: (Int) -> Explanation
  ) -> Explanation {
    let step = right.load.firstIndex { max(0, right.contract - $0) == freed } ?? 0
    let share = Int((duration.value * 100).rounded())
    let left = Explanation(
      LocalizedText(nl: "recht − afname", en: "right − load"), .difference, notation: "recht − afname", unit: .kilowatt,
      parts: [contract, leaf(step)])
    return Explanation(
      LocalizedText(
        nl: "vrij in \(share) % van de uren: zo veel of meer (\(duration.label.nl))",
        en: "freed in \(share)% of the hours: as much or more (\(duration.label.en))"),
      .maximum, notation: "max(0; recht − afname) van de stap op die plaats", unit: .kilowatt,
      parts: [left, HubOperation.nothing])
  }
}
