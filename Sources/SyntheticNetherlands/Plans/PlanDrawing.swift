import Provenance
import Quantities
import WorkLocations

/// Hard, soft and frozen plans, adding up to the calibration.
struct PlanDrawing {
  let facts: Facts
  let calibration: ExampleCalibration
  let budget: LandBudget
  let drafts: [ParkDraft]
  let seed: UInt64
  let referenceDate: CalendarDate
  let origin: Origin

  func plans() throws -> [PlanCapacity] {
    try PlanHardness.allCases.flatMap { try plans(hardness: $0, total: total($0).wholeSquareMetres) }
  }

  private func total(_ hardness: PlanHardness) -> NetHectares {
    switch hardness {
    case .hard: calibration.plans.hard
    case .soft: calibration.plans.soft
    case .frozen: calibration.plans.frozen
    }
  }

  private func plans(hardness: PlanHardness, total: Int) throws -> [PlanCapacity] {
    guard total > 0 else { return [] }
    let mean = ExampleRecipe.Plans.meanArea[hardness] ?? Double(total)
    let count = max(1, Int(Double(total) / mean))
    var stream = RandomStream(seed: seed, label: "plans \(hardness.rawValue)")
    let weights = (0..<count).map { _ in stream.lognormal(ExampleRecipe.Plans.sigma) }
    let smallest = min(ExampleRecipe.Plans.smallest, total / (2 * count))
    let areas = try Apportionment.divide(
      total, by: weights, floors: weights.map { _ in smallest }, subject: Subject.plans)
    return try areas.enumerated().map { k, area in try plan(k + 1, hardness: hardness, area: area, &stream) }
  }

  private func plan(
    _ number: Int, hardness: PlanHardness, area: Int, _ stream: inout RandomStream
  ) throws -> PlanCapacity {
    let municipality = stream.pick(municipalities)
    let fact = facts.municipalities[municipality]
    let isSeaport = stream.happens(ExampleRecipe.Plans.seaport) && budget.seaport[municipality] > 0
    let isWet = stream.happens(ExampleRecipe.Plans.wet)
    let choices =
      isSeaport ? ExampleRecipe.Character.heavyCategories : ExampleRecipe.Character.regularCategories
    return try PlanCapacity(
      id: "SYN-\(hardness.rawValue)-\(number)", name: "Voorbeeldplan \(fact.name) \(hardness.label.nl) \(number)",
      municipality: fact.code, park: extendedPark(in: municipality, &stream), hardness: hardness,
      area: NetHectares(squareMetres: area), expectedYear: year(hardness, &stream),
      locationType: isSeaport ? .seaport : .businessPark,
      maximumCategory: stream.pick(choices).map(EnvironmentalCategory.init(rawValue:)),
      isWaterBound: isWet || isSeaport,
      largestPart: NetHectares(squareMetres: Int(Double(area) * stream.between(ExampleRecipe.Plans.largestPart))),
      origin: origin)
  }

  /// Municipalities with the weight of their park land.
  private var municipalities: [(Int, Double)] {
    budget.seaport.indices.map { ($0, Double(budget.seaport[$0] + budget.businessPark[$0])) }
  }

  private func extendedPark(in municipality: Int, _ stream: inout RandomStream) -> RINNumber? {
    let parks = drafts.filter { $0.municipality == municipality }
    let choice = stream.share()
    guard stream.happens(ExampleRecipe.Plans.extends), !parks.isEmpty else { return nil }
    return parks[Int(choice * Double(parks.count))].rin
  }

  private func year(_ hardness: PlanHardness, _ stream: inout RandomStream) -> Int? {
    let choice = stream.whole(ExampleRecipe.Plans.years[hardness] ?? 0...0)
    return stream.happens(ExampleRecipe.Plans.yearMissing[hardness] ?? 0) ? nil : referenceDate.year + choice
  }
}
