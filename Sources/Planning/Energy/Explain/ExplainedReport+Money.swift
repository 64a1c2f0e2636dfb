import EnergyHubs
import Provenance
import Quantities

/// What building saves, takes and earns back, over the costs of `energy size` and the prices of purchase.
extension ExplainedReport {
  /// Those that there are: an investment is known only where yearly prices follow from prices of purchase.
  var money: [ReportFigure] {
    guard let investment else { return [.money(.saving)] }
    return MoneyFigure.allCases.filter { figure in
      switch figure {
      case .saving, .savingOfBuilding: true
      case .investment: investment.total != nil
      case .panels: investment.panels != nil
      case .battery: investment.battery != nil
      case .boiler: hasBoiler && investment.boiler != nil
      case .payback: investment.payback != nil
      }
    }.map { .money($0) }
  }

  private var investment: HubInvestment? {
    sizing.answer.map { HubInvestment($0, joint: sizing.joint, year.park) }
  }

  func money(_ figure: MoneyFigure) -> Explanation {
    switch figure {
    case .saving:
      saving(
        LocalizedText(nl: "lagere kosten per jaar", en: "lower cost a year"),
        beside: sizing.separate == nil ? cost(.joint) : cost(.separate))
    case .savingOfBuilding:
      saving(
        LocalizedText(nl: "lagere kosten door samen bouwen", en: "lower cost by building together"),
        beside: cost(.joint))
    case .investment:
      Explanation(
        LocalizedText(nl: "investering", en: "investment"), .sum, notation: "panelen + batterij + e-boiler",
        unit: .euro,
        parts: ([.panels, .battery] + (hasBoiler ? [.boiler] : [])).map { reference(.money($0)) })
    case .panels: panels
    case .battery: battery
    case .boiler:
      Explanation(
        LocalizedText(nl: "investering in de e-boiler", en: "investment in the e-boiler"), .sum,
        notation: "kW × prijs", unit: .euro, parts: [purchase(.boiler, "energy/eboiler-cost")])
    case .payback: payback
    }
  }

  /// The cost before, less that with what is advised; where nothing is possible less that of one contract.
  private func saving(_ label: LocalizedText, beside before: Explanation) -> Explanation {
    Explanation(
      label, .difference, notation: "kosten nu − kosten straks", unit: .euro,
      parts: [before, sizing.answer == nil ? cost(.joint) : cost(nil)])
  }

  /// A cost of `energy size`: without a hub, or with the advised sizes.
  private func cost(
    _ without: HubWithout?, _ kind: HubCostKind = .total, _ amount: KeyPath<HubCost, Double> = \.total
  ) -> Explanation {
    let costs =
      switch without {
      case .separate: sizing.separate
      case .joint: sizing.joint
      case nil: sizing.answer?.cost
      }
    let figure = without.map { HubFigure.without($0, kind) } ?? .cost(kind)
    return Explanation(
      LocalizedText(both: kind.rawValue) + name(of: without), value: costs?[keyPath: amount] ?? .nan, unit: .euro,
      basis: .figure(path: figure.path(in: .size)))
  }

  private func name(of without: HubWithout?) -> LocalizedText {
    switch without {
    case .separate: LocalizedText(nl: ", ieder apart", en: ", each alone")
    case .joint: LocalizedText(nl: ", één contract", en: ", one contract")
    case nil: LocalizedText(nl: ", met advies", en: ", as advised")
    }
  }

  // MARK: Investment

  private var hasBoiler: Bool { (sizing.answer?.sizes.boiler ?? 0) > 0 }

  private var panels: Explanation {
    let sizes = year.park.roofs.map(\.name).filter { (sizing.answer?.sizes.roofs[$0] ?? 0) > HubInvestment.nothing }
    return Explanation(
      LocalizedText(nl: "investering in panelen", en: "investment in panels"), .sum, notation: "Σ kWp × prijs",
      unit: .euro, parts: sizes.map { purchase(.roof($0), "energy/solar-cost") })
  }

  private var battery: Explanation {
    let sizes: [(HubSizeName, String)] = [
      (.batteryEnergy, "energy/battery-energy-cost"), (.batteryPower, "energy/battery-power-cost"),
    ]
    return Explanation(
      LocalizedText(nl: "investering in de batterij", en: "investment in the battery"), .sum,
      notation: "kWh × prijs + kW × prijs", unit: .euro,
      parts: sizes.filter { size($0.0).value > HubInvestment.nothing }.map(purchase))
  }

  private func size(_ name: HubSizeName) -> Explanation {
    guard let words = sizing.answer?.sizes.words(name) else { return .nothing(.kilowatt) }
    return Explanation(
      words.label, value: words.value, unit: words.unit, basis: .figure(path: HubFigure.size(name).path(in: .size)))
  }

  private func purchase(_ name: HubSizeName, _ key: String) -> Explanation {
    let size = size(name)
    return Explanation(
      size.label, .product, notation: "maat × aanschafprijs", unit: .euro, parts: [size, parameter(key)])
  }

  /// What the study read of the library.
  private func parameter(_ key: String) -> Explanation {
    year.park.parameters.first { $0.key == key && $0.member.isEmpty }.map { Explanation($0) } ?? .nothing(.one)
  }

  /// Years of lower bills, maintenance paid.
  private var payback: Explanation {
    let bills = Explanation(
      LocalizedText(nl: "rekeningen met advies", en: "bills as advised"), .sum,
      notation: "energie + contract + maandpieken", unit: .euro,
      parts: [cost(nil, .energy, \.energy), cost(nil, .contract, \.contract), cost(nil, .peaks, \.peaks)])
    let maintenance = Explanation(
      LocalizedText(nl: "onderhoud", en: "maintenance"), .product, notation: "investering × deel per jaar", unit: .euro,
      parts: [reference(.money(.investment)), parameter("energy/maintenance-share")])
    let earned = Explanation(
      LocalizedText(nl: "verdiend per jaar", en: "earned a year"), .difference,
      notation: "kosten nu − rekeningen − onderhoud", unit: .euro,
      parts: [cost(.joint), bills, maintenance])
    return Explanation(
      LocalizedText(nl: "terugverdientijd", en: "years to earn it back"), .quotient,
      notation: "investering / verdiend per jaar", unit: .year, parts: [reference(.money(.investment)), earned])
  }
}
