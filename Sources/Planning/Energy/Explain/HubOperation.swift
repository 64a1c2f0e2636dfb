import EnergyHubs
import Provenance
import Quantities

/// A year of a hub with its sizes: what the trees of `energy size`, `energy dispatch` and the events of a group share — *jaar van
/// een hub*.
struct HubOperation {
  /// What the paths of its figures begin with.
  let root: String
  let park: EnergyCase
  let leaves: EnergyLeaves
  let sizes: HubSizes
  let load: [Double]
  /// kW for each step.
  let imported: [Double]
  let exported: [Double]
  let generated: [Double]
  let discharged: [Double]
  let flexible: [(power: FlexiblePower, values: [Double])]
  let sun: [Double]
  /// How the flows were found, with the proof.
  let found: Optimum
  /// EUR a year for a battery that is paid and does not work; nil for none.
  var idleBattery: Explanation?
  /// Where each size comes from.
  let size: (HubSizeName, Double, Unit, LocalizedText) -> Explanation

  func reference(_ figure: HubFigure, _ explanation: Explanation) -> Explanation {
    explanation.reference(to: figure.path(in: root))
  }

  /// Figures that every year of a hub has.
  var figures: [HubFigure] {
    sizeNames.map(HubFigure.size) + costKinds.map(HubFigure.cost) + energyCostParts.map(HubFigure.energyCost)
      + energyKinds.map(HubFigure.energy) + flexibleFigures.map(HubFigure.flexible)
      + carbonFigures.map(HubFigure.carbon)
  }

  /// Nil for a figure that not every year of a hub has.
  func explanation(of figure: HubFigure) -> Explanation? {
    switch figure {
    case .size(let name): explanation(name)
    case .cost(let kind): explanation(kind)
    case .energyCost(let part): explanation(part)
    case .energy(let kind): explanation(kind)
    case .flexible(let figure): explanation(figure)
    case .carbon(let figure): explanation(figure)
    default: nil
    }
  }

  // MARK: Sizes

  var hasBoiler: Bool { sizes.boiler > 0 }

  var sizeNames: [HubSizeName] {
    [.contract, .batteryEnergy, .batteryPower] + (hasBoiler ? [.boiler] : []) + park.roofs.map { .roof($0.name) }
      + leaves.months.map { .monthlyPeak($0.number) }
  }

  func explanation(_ name: HubSizeName) -> Explanation {
    let words = words(name)
    if name == .boiler, let given = park.origins.values[EnergyOrigins.boiler], given.value == sizes.boiler {
      return given.named(words.label)
    }
    return size(name, words.value, words.unit, words.label)
  }

  func reference(_ name: HubSizeName) -> Explanation { reference(.size(name), explanation(name)) }

  private func words(_ name: HubSizeName) -> (value: Double, unit: Unit, label: LocalizedText) { sizes.words(name) }

  // MARK: Flows

  /// What the search lets happen at one step, kW.
  func flow(_ label: LocalizedText, _ values: [Double], _ step: Int) -> Explanation {
    Explanation(
      label + LocalizedText(both: ", " + leaves.time(step)), value: values[step], unit: .kilowatt,
      basis: .optimum(found))
  }

  func yearly(_ label: LocalizedText, _ values: [Double], of flowLabel: LocalizedText) -> Explanation {
    leaves.yearly(label, .kilowattHour, of: .kilowatt, values) { flow(flowLabel, values, $0) }
  }

  /// The sun that is available, from sizes and factors.
  func sun(_ step: Int) -> Explanation {
    let existing = park.existing.isEmpty ? [] : [leaves.existing(step)]
    let built = park.roofs.filter { (sizes.roofs[$0.name] ?? 0) > 0 }.map { roof in
      Explanation(
        LocalizedText(nl: "zon op \(roof.name)", en: "sun on \(roof.name)"), .product, notation: "kWp × opwek per kWp",
        unit: .kilowatt, parts: [reference(.roof(roof.name)), leaves.factor(roof, step)])
    }
    return Explanation(
      LocalizedText(nl: "beschikbare zon, \(leaves.time(step))", en: "available sun, \(leaves.time(step))"), .sum,
      notation: "bestaand + Σ daken", unit: .kilowatt, parts: existing + built)
  }

  static let nothing = Explanation(
    LocalizedText(nl: "niets", en: "nothing"), value: 0, unit: .one, basis: .definition)
  static let whole = Explanation(
    LocalizedText(nl: "geheel", en: "whole"), value: 1, unit: .one, basis: .definition)
}
