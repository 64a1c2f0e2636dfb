/// A figure of `energy size` and `energy dispatch` — *cijfer van de maten en de inzet*.
enum HubFigure: EnergyFigure {
  case size(HubSizeName)
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

  var steps: [String] {
    switch self {
    case .size(let name): name.steps
    case .cost(let kind): kind.steps
    case .energyCost(let part): HubCostKind.energy.steps + [part.rawValue]
    case .energy(let kind): ["energie", kind.rawValue]
    case .proof(let proof): ["bewijs", proof.rawValue]
    case .without(let how, let kind): [how.rawValue] + kind.steps
    case .worth(let name, let worth): ["waarde"] + name.steps + [worth.rawValue]
    case .dispatchWorth(let worth): [worth.rawValue]
    }
  }
}

enum HubSizeName: Equatable {
  case contract, batteryEnergy, batteryPower
  case roof(String)
  /// Highest import of a month, from 1.
  case monthlyPeak(Int)

  var steps: [String] {
    switch self {
    case .contract: ["contract"]
    case .batteryEnergy: ["batterij-kwh"]
    case .batteryPower: ["batterij-kw"]
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
}

enum HubWithout: String, CaseIterable {
  case separate = "apart"
  case joint = "samen"
}

enum HubWorth: String, CaseIterable {
  case gross = "bruto"
  case net = "netto"
}
