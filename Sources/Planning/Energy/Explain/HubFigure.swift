/// A figure of `energy size` and `energy dispatch` — *cijfer van de maten en de inzet*.
indirect enum HubFigure: EnergyFigure {
  case size(HubSizeName)
  /// The most that a size may be.
  case most(HubSizeName)
  case cost(HubCostKind)
  /// A part of the energy cost.
  case energyCost(EnergyCostPart)
  case energy(HubEnergyKind)
  case proof(HubProof)
  /// What the firms pay each alone, and together with nothing built.
  case without(HubWithout, HubCostKind)
  /// What one unit more is worth: before its price, and after.
  case worth(HubSizeName, HubWorth)
  /// What `energy dispatch` says of the battery and of more room.
  case dispatchWorth(DispatchWorth)
  /// What an e-boiler and load that may be switched off did.
  case flexible(FlexibleFigure)
  /// kg CO₂ that the hub avoids.
  case carbon(CarbonFigure)
  /// A choice of having and not having devices with a threshold, by its name.
  case combination(String, CombinationFigure)
  /// Why nothing is possible.
  case shortage(ShortageFigure)

  var steps: [String] {
    switch self {
    case .size(let name): name.steps
    case .most(let name): [EnergyStudyFigure.mostStep] + name.steps
    case .cost(let kind): kind.steps
    case .energyCost(let part): HubCostKind.energy.steps + [part.rawValue]
    case .energy(let kind): ["energie", kind.rawValue]
    case .proof(let proof): ["bewijs", proof.rawValue]
    case .without(let how, let kind): [how.rawValue] + kind.steps
    case .worth(let name, let worth): ["waarde"] + name.steps + [worth.rawValue]
    case .dispatchWorth(let worth): [worth.rawValue]
    case .flexible(let figure): ["stuurbaar", figure.rawValue]
    case .carbon(let figure): ["co2", figure.rawValue]
    case .combination(let name, let figure): [Self.combinationStep, name] + figure.steps
    case .shortage(let figure): figure.steps
    }
  }

  private static let combinationStep = "combinatie"

  /// What the paths of the figures of a combination begin with.
  static func combinationRoot(_ name: String, in root: String) -> String {
    [root, combinationStep, name].joined(separator: "/")
  }
}

enum HubSizeName: Equatable {
  case contract, batteryEnergy, batteryPower, boiler
  case roof(String)
  /// Highest import of a month, from 1.
  case monthlyPeak(Int)

  var steps: [String] {
    switch self {
    case .contract: ["contract"]
    case .batteryEnergy: ["batterij-kwh"]
    case .batteryPower: ["batterij-kw"]
    case .boiler: ["e-boiler"]
    case .roof(let name): ["dak", name]
    case .monthlyPeak(let number): ["maandpiek", String(number)]
    }
  }
}

enum HubCostKind: String, CaseIterable {
  case total = "totaal"
  case energy = "energie"
  case contract
  case peaks = "maandpieken"
  case panels = "zonnepanelen"
  case battery = "batterij"
  case boiler = "e-boiler"

  var steps: [String] { ["kosten"] + (self == .total ? [] : [rawValue]) }
}

enum EnergyCostPart: String, CaseIterable {
  case bought = "ingekocht"
  case sold = "teruggeleverd"
  case wear = "slijtage"
  case flexible = "stuurbaar"
}

enum HubEnergyKind: String, CaseIterable {
  case load = "verbruik"
  case imported = "ingekocht"
  case exported = "teruggeleverd"
  case generated = "opgewekt"
  case curtailed = "afgeregeld"
  case discharged = "ontladen"
  case ownUse = "eigen-gebruik"
  case cycles = "cycli"
}

enum HubProof: String, CaseIterable {
  case lowerBound = "ondergrens"
  case gap = "gat"
  case dispatchCost = "tweede-methode"
  case dispatchDifference = "verschil"
  case violation = "overschrijding"
  case burned = "verstookt"
  case gain = "hoogstens-te-winnen"
}

enum HubWithout: String, CaseIterable {
  case separate = "apart"
  case joint = "samen"
}

enum HubWorth: String, CaseIterable {
  case gross = "bruto"
  case net = "netto"
}

enum FlexibleFigure: String, CaseIterable {
  case boiler = "e-boiler"
  case boilerSaving = "bespaard-gas"
  case switchedOff = "afgeschakeld"
  case switchingCost = "kosten-afschakelen"
}

enum CarbonFigure: String, CaseIterable {
  case total = "vermeden"
  case electricity = "stroom"
  case gas
}

enum CombinationFigure: Equatable {
  /// EUR a year for having the devices at all, and what no operation of them undercuts.
  case fixedCost, lowerBound
  /// A figure of the year with these devices.
  case year(HubFigure)

  var steps: [String] {
    switch self {
    case .fixedCost: ["vast"]
    case .lowerBound: ["ondergrens"]
    case .year(let figure): figure.steps
    }
  }
}

enum ShortageFigure: Equatable {
  case amount(ShortageAmount)
  /// Of an operation whose sizes cannot do it.
  case operation(ShortfallAmount)
  /// A row of the repairs, from 1.
  case repair(Int, RepairFigure)

  var steps: [String] {
    switch self {
    case .amount(let amount): [Self.step, amount.rawValue]
    case .operation(let amount): [Self.step, amount.rawValue]
    case .repair(let row, let figure): ["herstel", String(row), figure.rawValue]
    }
  }

  private static let step = "tekort"
}

/// What given sizes fall short of — *tekort van de inzet*.
enum ShortfallAmount: String, CaseIterable {
  case stepsWithoutPower = "stappen-zonder-vermogen"
  case missingPower = "vermogen"
  case neededCapacity = "inhoud-nodig"
  case neededLimitRise = "contract-hoger"
  case surplus = "niet-af-te-voeren"
}

enum ShortageAmount: String, CaseIterable {
  case unserved = "niet-te-leveren"
  case surplus = "niet-af-te-voeren"
  case contractAllowed = "contract-toegestaan"
  case contractNeeded = "contract-nodig"
  case feedInAllowed = "teruglevering-toegestaan"
  case feedInMore = "teruglevering-ruimer"
}

enum RepairFigure: String, CaseIterable {
  case power = "vermogen"
  case energy = "inhoud"
  case cost = "kosten"
}
