import Provenance
import Quantities
import WorkLocations

extension ScenarioResolution {
  mutating func add(_ plan: NewPlan) {
    if records.planCapacities.contains(where: { $0.id == plan.id }) || removedPlans[plan.id] != nil {
      report(.takenName, plan.id)
    }
    if register.regions[plan.municipality]?.level != .municipality {
      report(.unknown(.municipality, plan.municipality.text, known: municipalityCodes), plan.municipality.text)
    }
    checkArea(plan.area)
    if let largest = plan.largestPart, largest > plan.area { report(.moreThanPark(text(plan.area)), text(largest)) }
    let made = try? PlanCapacity(
      id: plan.id, name: plan.name, municipality: plan.municipality, hardness: plan.hardness, area: plan.area,
      expectedYear: plan.year, locationType: plan.locationType, maximumCategory: plan.category,
      isWaterBound: plan.isWaterBound, largestPart: plan.largestPart, origin: origin())
    if let made { records.planCapacities.append(made) }
  }

  mutating func apply(_ change: PlanChange, to id: String) {
    if let step = removedPlans[id] { return report(.alreadyRemoved(in: step), id) }
    guard let index = records.planCapacities.firstIndex(where: { $0.id == id }) else {
      return report(.unknown(.plan, id, known: records.planCapacities.map(\.id)), id)
    }
    let plan = records.planCapacities[index]
    switch change {
    case .remove:
      records.planCapacities.remove(at: index)
      removedPlans[id] = number
    case .freeze: replace(index, hardness: .frozen, year: plan.expectedYear)
    case .harden(let year): replace(index, hardness: .hard, year: year ?? plan.expectedYear)
    case .delay(let year): delay(index, to: year)
    case .delayed(let years):
      guard let expected = plan.expectedYear else { return report(.yearMissing, id) }
      delay(index, to: expected + years)
    }
  }

  private mutating func delay(_ index: Int, to year: Int) {
    let plan = records.planCapacities[index]
    if let expected = plan.expectedYear, year <= expected { return report(.noDelay, String(year)) }
    replace(index, hardness: plan.hardness, year: year)
  }

  private mutating func replace(_ index: Int, hardness: PlanHardness, year: Int?) {
    let plan = records.planCapacities[index]
    if plan.hardness == hardness, plan.expectedYear == year { return report(.nothingChanges, plan.id, .warning) }
    let made = try? PlanCapacity(
      id: plan.id, name: plan.name, municipality: plan.municipality, park: plan.park, hardness: hardness,
      area: plan.area, expectedYear: year, locationType: plan.locationType, maximumCategory: plan.maximumCategory,
      isWaterBound: plan.isWaterBound, largestPart: plan.largestPart, origin: origin())
    if let made { records.planCapacities[index] = made }
  }

  var municipalityCodes: [String] { register.regions.regions(at: .municipality).map(\.code.text) }

  @discardableResult
  mutating func checkArea(_ area: NetHectares) -> Bool {
    guard area > .zero, area.value.isFinite else {
      report(.notPositive, text(area))
      return false
    }
    return true
  }

  func text(_ area: NetHectares) -> String { NumberStyle.plain(decimals: 2)(area.value) }
}
