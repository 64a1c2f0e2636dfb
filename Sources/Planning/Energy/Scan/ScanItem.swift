import Quantities

/// A column of the scan — *kolom van de energiescan*; the raw value is its step in a path.
public enum ScanItem: String, CaseIterable, Sendable {
  case electricity = "elektriciteit"
  case gas = "aardgas"
  case peak = "piek"
  case contracted = "gecontracteerd"
  case unused = "onbenut"
  case freed = "vrij-te-spelen"
  case solar = "zon"
  case solarYield = "zonopbrengst"
  case exported = "teruglevering"
  case exportPeak = "terugleverpiek"

  var hasBand: Bool { self != .exported && self != .exportPeak }

  /// Whether a single park may differ from what area and sectors say; in a sum that cancels out.
  var isSpread: Bool { hasBand && self != .solar && self != .solarYield }

  var unit: Unit {
    switch self {
    case .electricity, .solarYield, .exported: .kilowattHour
    case .gas: .cubicMetre
    case .peak, .contracted, .unused, .freed, .exportPeak: .kilowatt
    case .solar: .kilowattPeak
    }
  }

  var label: LocalizedText {
    switch self {
    case .electricity: LocalizedText(nl: "elektriciteit", en: "electricity")
    case .gas: LocalizedText(nl: "aardgas", en: "natural gas")
    case .peak: LocalizedText(nl: "piek", en: "peak")
    case .contracted: LocalizedText(nl: "gecontracteerd", en: "contracted")
    case .unused: LocalizedText(nl: "onbenutte rechten", en: "unused rights")
    case .freed: LocalizedText(nl: "vrij te spelen", en: "to be freed")
    case .solar: LocalizedText(nl: "zonnepanelen", en: "panels")
    case .solarYield: LocalizedText(nl: "opbrengst van zonnepanelen", en: "yield of panels")
    case .exported: LocalizedText(nl: "teruglevering", en: "fed in")
    case .exportPeak: LocalizedText(nl: "hoogste teruglevering", en: "highest feed-in")
    }
  }
}

/// The middle of a band or a border of it — *midden of rand*.
public enum ScanEnd: String, CaseIterable, Sendable {
  case middle = ""
  case low = "laag"
  case high = "hoog"

  var steps: [String] { self == .middle ? [] : [rawValue] }

  var suffix: LocalizedText {
    switch self {
    case .middle: LocalizedText(both: "")
    case .low: LocalizedText(nl: ", laag", en: ", low")
    case .high: LocalizedText(nl: ", hoog", en: ", high")
    }
  }

  /// In the order of the cases.
  var place: Int {
    switch self {
    case .middle: 0
    case .low: 1
    case .high: 2
    }
  }

  var opposite: ScanEnd {
    switch self {
    case .middle: .middle
    case .low: .high
    case .high: .low
    }
  }
}

extension EnergyBand {
  public subscript(end: ScanEnd) -> Double {
    switch end {
    case .middle: value
    case .low: low
    case .high: high
    }
  }
}

extension ScanEnergy.Figures {
  /// A figure by its column; the same at every end where there is no band.
  public subscript(item: ScanItem, end: ScanEnd) -> Double {
    switch item {
    case .electricity: electricity[end]
    case .gas: gas[end]
    case .peak: peak[end]
    case .contracted: contracted[end]
    case .unused: unused[end]
    case .freed: freed[end]
    case .solar: solar[end]
    case .solarYield: solarYield[end]
    case .exported: exported
    case .exportPeak: exportPeak
    }
  }
}
