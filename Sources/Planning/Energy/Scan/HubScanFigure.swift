import Quantities

/// A figure of `energy scan --size` — *cijfer van de dimensionering van een terrein*; the raw value is its step in a path.
enum HubScanFigure: String, CaseIterable {
  case electricity = "elektriciteit"
  case contracted = "gecontracteerd"
  case separate = "apart"
  case joint = "samen"
  case contract = "contract"
  case panels = "zonnepanelen"
  case batteryEnergy = "batterij-kwh"
  case batteryPower = "batterij-kw"
  case cost = "kosten"
  case saving = "voordeel"
  case lowerBound = "ondergrens"
  case gap = "gat"
  case violation = "overschrijding"
  case contractNeeded = "contract-nodig"

  var unit: Unit {
    switch self {
    case .electricity: .kilowattHour
    case .contracted, .contract, .batteryPower, .contractNeeded: .kilowatt
    case .panels: .kilowattPeak
    case .batteryEnergy: .kilowattHour
    case .separate, .joint, .cost, .saving, .lowerBound: .euro
    case .gap: .share
    case .violation: .one
    }
  }

  /// Whether parks add up in it; of the gap a total has the largest.
  var isSummed: Bool { self != .gap && self != .violation && self != .contractNeeded }

  var label: LocalizedText {
    switch self {
    case .electricity: LocalizedText(nl: "elektriciteit", en: "electricity")
    case .contracted: LocalizedText(nl: "gecontracteerd door de bedrijven", en: "contracted by the firms")
    case .separate: LocalizedText(nl: "kosten van ieder apart", en: "cost of each alone")
    case .joint: LocalizedText(nl: "kosten samen, zonder hub", en: "cost together, without a hub")
    case .contract: LocalizedText(nl: "groepscontract", en: "group contract")
    case .panels: LocalizedText(nl: "zonnepanelen", en: "panels")
    case .batteryEnergy: LocalizedText(nl: "inhoud van de batterij", en: "capacity of the battery")
    case .batteryPower: LocalizedText(nl: "vermogen van de batterij", en: "power of the battery")
    case .cost: LocalizedText(nl: "kosten met hub", en: "cost with a hub")
    case .saving: LocalizedText(nl: "besparing van de hub", en: "saving of the hub")
    case .lowerBound: LocalizedText(nl: "ondergrens van de kosten", en: "lower bound of the cost")
    case .gap: LocalizedText(nl: "gat", en: "gap")
    case .violation: LocalizedText(nl: "grootste overschrijding", en: "largest excess")
    case .contractNeeded: LocalizedText(nl: "contract dat nodig is", en: "contract that is needed")
    }
  }
}

/// What the parks of a region come to in `energy scan --size`: sums over those with a hub, and how many there are.
enum HubTotalFigure: Hashable {
  case sum(HubScanFigure)
  case count(HubCount)

  static let all =
    HubScanFigure.allCases.filter { $0.isSummed || $0 == .gap }.map(HubTotalFigure.sum)
    + HubCount.allCases.map(HubTotalFigure.count)

  var step: String {
    switch self {
    case .sum(let figure): figure.rawValue
    case .count(let count): count.rawValue
    }
  }

  var label: LocalizedText {
    switch self {
    case .sum(.gap): LocalizedText(nl: "grootste gat", en: "largest gap")
    case .sum(let figure): figure.label
    case .count(.parks): LocalizedText(nl: "terreinen", en: "parks")
    case .count(.hubs): LocalizedText(nl: "terreinen met een hub", en: "parks with a hub")
    case .count(.impossible): LocalizedText(nl: "terreinen waar niets past", en: "parks where nothing fits")
    case .count(.unproven): LocalizedText(nl: "terreinen zonder bewijs", en: "parks without a proof")
    }
  }
}

enum HubCount: String, CaseIterable {
  case parks = "terreinen"
  case hubs
  case impossible = "onmogelijk"
  case unproven = "onbewezen"

  func counts(_ park: SizeAllParks.Park) -> Bool {
    switch self {
    case .parks: true
    case .hubs: park.hub != nil
    case .impossible: park.failure != nil && park.failure != .unproven
    case .unproven: park.failure == .unproven
    }
  }
}

extension SizeAllParks.Park {
  /// Nil where there is none.
  subscript(figure: HubScanFigure) -> Double? {
    switch figure {
    case .electricity: electricity
    case .contracted: contracted
    case .separate: separate
    case .joint: joint
    case .contract: hub?.contract
    case .panels: hub?.panels
    case .batteryEnergy: hub?.batteryEnergy
    case .batteryPower: hub?.batteryPower
    case .cost: hub?.cost
    case .saving: saving
    case .lowerBound: hub?.lowerBound
    case .gap: hub?.gap
    case .violation: hub?.largestViolation
    case .contractNeeded: if case .impossible(let contract) = failure { contract } else { nil }
    }
  }
}
