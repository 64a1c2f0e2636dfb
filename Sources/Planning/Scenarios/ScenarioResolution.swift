import Provenance
import Quantities
import SpaceDemand
import WorkLocations

extension PlanningScenario {
  /// The register and library with the changes made, in which the scenario's own name stands for its base. Pure.
  /// - Throws: `PlanningError.invalidInput` with everything that is wrong, each with its place; nothing is made then.
  public func resolved(_ register: Register, _ library: PlanningLibrary) throws(PlanningError) -> PlanningWorld {
    var resolution = ScenarioResolution(self, register, library)
    for (index, step) in steps.enumerated() { resolution.apply(step, number: index + 1) }
    resolution.checkShares()
    guard !resolution.problems.hasErrors else { throw .invalidInput(resolution.problems) }
    return resolution.world
  }
}

/// A world in the making: the changes are made one after another, and what is wrong is collected.
struct ScenarioResolution {
  let scenario: PlanningScenario
  let register: Register
  let library: PlanningLibrary
  var records: RegisterRecords
  var parameters: ParameterSet
  var addOns: [AddOn]
  /// Add-ons of the scenario itself; in the order of their names behind those of the library.
  var ownAddOns: [AddOn] = []
  /// The change that dropped a plan, by plan.
  var removedPlans: [String: Int] = [:]
  var changedParameters: [String: Diagnostic.Place] = [:]
  private(set) var problems: [Diagnostic] = []
  /// The change that is being made.
  var number = 0
  var place = Diagnostic.Place()

  init(_ scenario: PlanningScenario, _ register: Register, _ library: PlanningLibrary) {
    self.scenario = scenario
    self.register = register
    self.library = library
    records = register.records
    parameters = library.parameters
    addOns = library.addOns
    checkNames()
  }

  private mutating func checkNames() {
    place = Diagnostic.Place(file: scenario.file, field: "base")
    if !library.scenarios.contains(scenario.base) {
      report(.unknown(.base, scenario.base, known: library.scenarios), scenario.base)
    }
    place.field = "id"
    if library.scenarios.contains(scenario.id) { report(.takenName, scenario.id) }
  }

  mutating func apply(_ step: PlanningScenario.Step, number: Int) {
    self.number = number
    place = step.place
    if place.record == nil { place.record = scenario.name(of: number) }
    switch step.modification {
    case .parameter(let change): apply(change)
    case .addPlan(let plan): add(plan)
    case .plan(let id, let change): apply(change, to: id)
    case .withdraw(let withdrawal): withdraw(withdrawal)
    case .establishment(let firm): add(firm)
    case .addOn(let addOn): add(addOn)
    case .addOnAmount(let id, let change): apply(change, toAddOn: id)
    }
  }

  mutating func report(_ problem: ScenarioProblem, _ value: String?, _ severity: Diagnostic.Severity = .error) {
    problems.append(problem.diagnostic(severity, at: place, value: value))
  }

  /// The origin of the records that the present change brings; the change becomes a source of the register.
  mutating func origin() -> Origin {
    let name = scenario.name(of: number)
    let checksum = StableHash.hexadecimal("\(scenario.id)#\(number)")
    let snapshot = SourceSnapshot(
      fileName: name, checksum: checksum, byteCount: 0, subject: "scenario", licence: nil,
      importedOn: register.referenceDate, referenceDate: register.referenceDate, isSynthetic: false,
      remark: scenario.label)
    if !records.snapshots.contains(snapshot) { records.snapshots.append(snapshot) }
    return Origin(snapshot: snapshot.id, referenceDate: register.referenceDate)
  }

  /// A value that the present change gives: nobody published it, so it is an assumption with its place.
  func value(_ value: Double, from date: CalendarDate, low: Double? = nil, high: Double? = nil) -> DatedValue {
    DatedValue(
      from: date, value: value, low: low, high: high, kind: .assumption, locator: scenario.name(of: number))
  }
}

extension ScenarioResolution {
  /// The world, with the scenario's own name beside that of its base.
  var world: PlanningWorld {
    var records = records
    let forecasts = records.jobs.filter { $0.scenario == scenario.base }
    records.jobs += forecasts.compactMap { count in
      try? JobCount(
        region: count.region, sector: count.sector, year: count.year, scenario: scenario.id, jobs: count.jobs,
        origin: count.origin)
    }
    let lines = (addOns + ownAddOns.sorted { $0.id < $1.id }).map(named)
    return PlanningWorld(
      register: Register(referenceDate: register.referenceDate, records: records),
      library: PlanningLibrary(
        parameters: parameters.overridden(by: ParameterSet([growth].compactMap { $0 })),
        bibliography: library.bibliography, sectors: library.sectors, addOns: lines),
      diagnostics: problems)
  }

  /// Growth of jobs of the base under the scenario's name.
  private var growth: Parameter? {
    parameters["demand/job-growth"].map { growth in
      let start = scenario.base + "/"
      let own = growth.members.filter { $0.key.hasPrefix(start) }
        .map { (scenario.id + "/" + $0.key.dropFirst(start.count), $0.value) }
      return growth.replacing(Dictionary(uniqueKeysWithValues: own))
    }
  }

  private func named(_ addOn: AddOn) -> AddOn {
    guard let amount = addOn.amountPerYear[scenario.base] else { return addOn }
    return addOn.replacing(amountPerYear: addOn.amountPerYear.merging([scenario.id: amount]) { $1 })
  }
}

extension Parameter {
  /// The parameter with only these members.
  func replacing(_ members: [String: [DatedValue]]) -> Parameter {
    Parameter(key: key, label: label, unit: unit, dimensions: dimensions, note: note, members: members)
  }
}

extension AddOn {
  func replacing(amountPerYear: [String: DatedValue]) -> AddOn {
    AddOn(
      id: id, label: label, amountPerYear: amountPerYear, firstYear: firstYear, lastYear: lastYear,
      locationType: locationType, sectorGroup: sectorGroup, profile: profile, returnsFrom: returnsFrom,
      allocation: allocation, note: note)
  }
}

/// A short name for a text that is the same on every machine (FNV-1a, 64 bits).
package enum StableHash {
  package static func hexadecimal(_ text: String) -> String {
    let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: UInt64.bitWidth / 4 - digits.count) + digits
  }
}
