import EnergyHubs
import Provenance
import Quantities

/// `energy frontier`, explained.
struct ExplainedFrontier: ExplainedEnergy {
  let root = EnergyTopic.frontier.rawValue
  let park: EnergyCase
  let leaves: EnergyLeaves
  let request: TraceFrontier.Request
  let frontier: PeakFrontier
  private let curve: [PeakFrontier.Requirement]
  private let asked: PeakFrontier.Requirement?

  /// - Throws: as `TraceFrontier` does.
  init(_ request: TraceFrontier.Request, _ park: EnergyCase) throws(PlanningError) {
    let frontier = try TraceFrontier.frontier(request, park)
    self.init(request, park, frontier, frontier.curve(points: request.points))
  }

  /// - Parameter curve: of the frontier, at the points of the request.
  init(
    _ request: TraceFrontier.Request, _ park: EnergyCase, _ frontier: PeakFrontier,
    _ curve: [PeakFrontier.Requirement]
  ) {
    self.park = park
    self.request = request
    self.frontier = frontier
    leaves = EnergyLeaves(park: park)
    self.curve = curve
    asked = request.limit.flatMap { frontier.requirement(at: Kilowatts($0)) }
  }

  var response: TraceFrontier.Response { TraceFrontier().response(request, park, frontier, curve) }

  var figures: [FrontierFigure] {
    let places =
      curve.indices.map { FrontierPlace.row($0 + 1) } + (curve.knee == nil ? [] : [.knee])
      + (asked == nil ? [] : [.asked])
    return [.peak, .power, .lowestLimit] + (request.capacity == nil ? [] : [.limitForCapacity])
      + places.flatMap { place in FrontierPointFigure.allCases.map { .point(place, $0) } }
  }

  func explanation(of figure: FrontierFigure) -> Explanation {
    switch figure {
    case .peak:
      leaves.highest(
        LocalizedText(nl: "piek zonder opslag", en: "peak without storage"), frontier.net, in: frontier.net.indices,
        leaf: leaves.net)
    case .power: power
    case .lowestLimit: lowestLimit
    case .limitForCapacity: limitForCapacity
    case .point(let place, let figure): point(place, figure)
    }
  }

  private var power: Explanation {
    let value = frontier.battery.dischargePower.value
    guard request.power == nil else {
      return Explanation(
        LocalizedText(nl: "vermogen van de opslag, gevraagd", en: "power of the storage, as asked"), value: value,
        unit: .kilowatt, basis: .definition)
    }
    return leaves.batteryPower(value)
  }

  private var lowestLimit: Explanation {
    let label = LocalizedText(nl: "laagst haalbare grens", en: "lowest possible limit")
    let value = curve.first?.limit ?? frontier.lowestLimit
    guard value.value != frontier.peak.value - frontier.battery.dischargePower.value else {
      return Explanation(
        label, .difference, notation: "piek − vermogen", unit: .kilowatt,
        parts: [reference(.peak), reference(.power)])
    }
    return Explanation(
      label, value: value.value, unit: .kilowatt,
      basis: .optimum(
        Optimum(
          LocalizedText(
            nl: "halvering: een lagere grens laat het jaar niet genoeg ruimte om weer te laden",
            en: "bisection: a lower limit leaves the year too little room to charge again"),
          evidence: [
            .init(
              LocalizedText(nl: "piek − vermogen", en: "peak − power"),
              frontier.peak.value - frontier.battery.dischargePower.value, .kilowatt),
            .init(LocalizedText(nl: "stap", en: "step"), Kilowatts.negligible.value, .kilowatt),
          ])))
  }

  private var limitForCapacity: Explanation {
    let capacity = request.capacity ?? 0
    let limit = frontier.leastLimit(capacity: KilowattHours(capacity))
    return Explanation(
      LocalizedText(nl: "laagste grens met deze inhoud", en: "lowest limit with this capacity"), value: limit.value,
      unit: .kilowatt,
      basis: .optimum(
        Optimum(
          LocalizedText(nl: "Newton op de afruil, van onderen", en: "Newton on the trade-off, from below"),
          evidence: [
            .init(LocalizedText(nl: "gevraagde inhoud", en: "capacity asked about"), capacity, .kilowattHour),
            .init(
              LocalizedText(nl: "opslag die deze grens vraagt", en: "storage that this limit takes"),
              frontier.requirement(at: limit)?.capacity.value ?? .nan, .kilowattHour),
          ])))
  }

  private func requirement(_ place: FrontierPlace) -> PeakFrontier.Requirement {
    switch place {
    case .row(let number): curve[number - 1]
    case .knee: curve.knee!
    case .asked: asked!
    }
  }

  private func point(_ place: FrontierPlace, _ figure: FrontierPointFigure) -> Explanation {
    let requirement = requirement(place)
    let limit = limit(place, requirement)
    return switch figure {
    case .limit: limit
    case .capacity:
      window.capacity(requirement, limit.reference(to: FrontierFigure.point(place, .limit).path(in: root)))
    case .marginal: window.marginal(requirement)
    }
  }

  private var window: FrontierWindow {
    FrontierWindow(frontier: frontier, leaves: leaves, net: leaves.net, power: reference(.power))
  }

  private func limit(_ place: FrontierPlace, _ requirement: PeakFrontier.Requirement) -> Explanation {
    let label = LocalizedText(nl: "grens", en: "limit")
    switch place {
    case .row(let number): return row(number - 1, label)
    case .knee:
      let number = curve.firstIndex(of: requirement)! + 1
      return Explanation(
        label, .sum, notation: "grens van punt \(number), het verst onder de lijn tussen de einden", unit: .kilowatt,
        parts: [reference(.point(.row(number), .limit))])
    case .asked: return Explanation(label, value: requirement.limit.value, unit: .kilowatt, basis: .definition)
    }
  }

  /// Limits lie at equal distances between the lowest and the peak.
  private func row(_ index: Int, _ label: LocalizedText) -> Explanation {
    let limit = curve[index].limit.value
    let (low, peak) = (reference(.lowestLimit), reference(.peak))
    guard limit != low.value else {
      return Explanation(label, .sum, notation: "laagst haalbare grens", unit: .kilowatt, parts: [low])
    }
    guard limit != peak.value else {
      return Explanation(label, .sum, notation: "piek zonder opslag", unit: .kilowatt, parts: [peak])
    }
    let place = Explanation(
      LocalizedText(nl: "plaats op de kromme", en: "place on the curve"), .quotient,
      notation: "stappen vanaf de laagste / stappen in al", unit: .share,
      parts: [index, request.points - 1].map {
        Explanation(LocalizedText(nl: "stappen", en: "steps"), value: Double($0), unit: .count, basis: .definition)
      })
    let width = Explanation(
      LocalizedText(nl: "breedte", en: "width"), .difference, notation: "piek − laagste", unit: .kilowatt,
      parts: [peak, low])
    return Explanation(
      label, .sum, notation: "laagste + plaats × breedte", unit: .kilowatt,
      parts: [
        low,
        Explanation(
          LocalizedText(nl: "boven de laagste", en: "above the lowest"), .product, notation: "plaats × breedte",
          unit: .kilowatt, parts: [place, width]),
      ])
  }
}
