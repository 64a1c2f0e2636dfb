import Provenance
import Quantities
import SpaceDemand
import WorkLocations

extension ScenarioResolution {
  mutating func withdraw(_ wanted: ParkWithdrawal) {
    guard let park = records.parks.first(where: { $0.rin.text == wanted.park }) else {
      return report(.unknown(.park, wanted.park, known: records.parks.map(\.rin.text)), wanted.park)
    }
    checkYear(wanted.year)
    if let share = wanted.returningShare, !(0...1).contains(share) { return report(.notAShare, String(share)) }
    guard let area = wanted.area ?? park.attributes.net else { return report(.areaMissing, wanted.park) }
    guard checkArea(area), fits(area, park) else { return }
    let made = try? Withdrawal(
      id: name(of: wanted), name: park.name, municipality: park.municipality, park: park.rin, year: wanted.year,
      area: area, maximumCategory: wanted.category ?? park.attributes.maximumCategory,
      isWaterBound: wanted.isWaterBound ?? park.isWaterBound, returningShare: wanted.returningShare, origin: origin())
    if let made { records.withdrawals.append(made) }
  }

  /// Whether the park has so much land that is not withdrawn yet; land that stays issuable is reported.
  private mutating func fits(_ area: NetHectares, _ park: WorkLocation) -> Bool {
    guard let net = park.attributes.net else { return true }
    let taken = records.withdrawals.filter { $0.park == park.rin }.map(\.area).total()
    let left = net - taken - area
    guard left.value >= -NetHectares.negligible.value else {
      report(.moreThanPark(text(net - taken)), text(area))
      return false
    }
    let issuable = (park.attributes.immediatelyIssuable ?? .zero) + (park.attributes.laterIssuable ?? .zero)
    if issuable > left { report(.issuableStays(text(issuable)), park.rin.text, .warning) }
    return true
  }

  /// The same withdrawal has the same name wherever it stands in the list.
  private func name(of wanted: ParkWithdrawal) -> String {
    let name = "\(scenario.id):\(wanted.park)-\(wanted.year)"
    let taken = records.withdrawals.count { $0.id == name || $0.id.hasPrefix(name + "-") }
    return taken == 0 ? name : "\(name)-\(taken + 1)"
  }

  mutating func add(_ firm: NewEstablishment) {
    checkYear(firm.year)
    add(
      NewAddOn(
        id: firm.id, label: LocalizedText(both: firm.name), amountPerYear: firm.area, firstYear: firm.year,
        lastYear: firm.year, sectorGroup: firm.sectorGroup, space: firm.space, locationType: firm.locationType,
        allocation: .region(firm.region)))
  }

  mutating func add(_ addOn: NewAddOn) {
    checkArea(addOn.amountPerYear)
    if (addOns + ownAddOns).contains(where: { $0.id == addOn.id }) { report(.takenName, addOn.id) }
    if addOn.lastYear < addOn.firstYear || (addOn.returnsFrom ?? .max) <= addOn.firstYear {
      report(.yearsTurned, "\(addOn.firstYear)–\(addOn.lastYear)")
    }
    if library.sectors.group(addOn.sectorGroup) == nil {
      report(.unknown(.group, addOn.sectorGroup, known: library.sectors.groups.map(\.id)), addOn.sectorGroup)
    }
    if case .region(let region) = addOn.allocation, register.regions.municipalities(in: region).isEmpty {
      report(.unknown(.region, region.text, known: regionCodes), region.text)
    }
    ownAddOns.append(made(addOn))
  }

  private func made(_ addOn: NewAddOn) -> AddOn {
    AddOn(
      id: addOn.id, label: addOn.label,
      amountPerYear: [
        scenario.base: value(addOn.amountPerYear.value, from: CalendarDate(startOf: max(1, addOn.firstYear)))
      ], firstYear: addOn.firstYear, lastYear: addOn.lastYear, locationType: addOn.locationType,
      sectorGroup: addOn.sectorGroup,
      profile: SegmentProfile(
        sizes: [addOn.space.size: 1], category: addOn.space.category, water: addOn.space.water),
      returnsFrom: addOn.returnsFrom, allocation: addOn.allocation)
  }

  mutating func apply(_ change: AmountChange, toAddOn id: String) {
    if let index = addOns.firstIndex(where: { $0.id == id }) {
      addOns[index] = changed(addOns[index], by: change)
    } else if let index = ownAddOns.firstIndex(where: { $0.id == id }) {
      ownAddOns[index] = changed(ownAddOns[index], by: change)
    } else {
      report(.unknown(.addOn, id, known: (addOns + ownAddOns).map(\.id)), id)
    }
  }

  private mutating func changed(_ addOn: AddOn, by change: AmountChange) -> AddOn {
    let old = addOn.amountPerYear[scenario.base]?.value ?? 0
    let amount = change.applied(to: old)
    if amount < 0 || !amount.isFinite { report(.impossibleValue, NumberStyle.plain(decimals: 2)(amount)) }
    let dated = value(amount, from: CalendarDate(startOf: max(1, addOn.firstYear)))
    return addOn.replacing(amountPerYear: addOn.amountPerYear.merging([scenario.base: dated]) { $1 })
  }

  private mutating func checkYear(_ year: Int) {
    let reference = register.referenceDate.year
    if year <= reference { report(.yearPassed(reference), String(year)) }
  }
}
