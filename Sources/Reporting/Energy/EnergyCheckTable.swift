import EnergyHubs
import Planning
import Quantities

/// What was read of a park, for the terminal — *controletabel*.
public enum EnergyCheckTable {
  public static func text(_ response: CheckEnergyCase.Response, language: Language) -> String {
    let lines = EnergyLines(study: response.study, language: language)
    return lines.text(
      connections(response, lines) + [""] + ConnectionDetails.lines(response, lines) + roofs(response, lines)
        + settings(response, lines))
  }

  private static func connections(_ response: CheckEnergyCase.Response, _ lines: EnergyLines) -> [String] {
    lines.table(
      [
        lines.words("Aansluiting", "Connection"), lines.words("Contract kW", "Contract kW"),
        lines.words("Piek kW", "Peak kW"), lines.words("MWh per jaar", "MWh a year"),
        lines.words("Teruglevering kW", "Feed-in kW"), lines.words("Dak kWp", "Roof kWp"),
        lines.words("Herkomst", "Origin"),
      ],
      response.connections.map { line in
        [
          "\(line.id) \(line.name == line.id ? "" : line.name)", lines.number(line.contracted), lines.number(line.peak),
          lines.number(line.annual / KilowattHours.perMegawattHour), lines.number(line.feedIn),
          lines.number(line.roofMost), origin(line.origin, lines),
        ]
      })
  }

  private static func origin(_ origin: Profile.Origin, _ lines: EnergyLines) -> String {
    switch origin {
    case .measured(let filled) where filled > 0:
      lines.words("gemeten, \(filled) stappen gevuld", "measured, \(filled) steps filled")
    case .measured: lines.words("gemeten", "measured")
    case .completed(let days, _):
      lines.words("gemeten, \(days) dagen aangevuld", "measured, \(days) days completed")
    case .standard(let name): lines.words("standaardprofiel \(name)", "standard profile \(name)")
    case .derived:
      lines.study.isSynthetic ? lines.words("synthetisch", "synthetic") : lines.words("berekend", "derived")
    }
  }

  private static func roofs(_ response: CheckEnergyCase.Response, _ lines: EnergyLines) -> [String] {
    guard !response.roofs.isEmpty else { return [] }
    return lines.table(
      [
        lines.words("Dakklasse", "Class of roof"), "kWp", lines.words("Vollasturen", "Full-load hours"),
        lines.words("EUR per kWp per jaar", "EUR per kWp a year") + lines.mark,
      ],
      response.roofs.map {
        [$0.name, lines.number($0.most), lines.number($0.fullLoadHours), lines.number($0.price, 2)]
      })
      + [""]
  }

  private static func settings(_ response: CheckEnergyCase.Response, _ lines: EnergyLines) -> [String] {
    let (limits, prices) = (response.limits, response.coefficients)
    return lines.pairs(
      [
        (lines.words("Groepscontract hoogstens, kW", "Group contract at most, kW"), lines.number(limits.contractMost)),
        (lines.words("Teruglevering hoogstens, kW", "Export at most, kW"), lines.number(limits.export)),
        (lines.words("Batterij hoogstens, kWh", "Battery at most, kWh"), lines.number(limits.batteryEnergyMost)),
        (lines.words("Batterij hoogstens, kW", "Battery at most, kW"), lines.number(limits.batteryPowerMost)),
        (
          lines.words("Inkoopprijs gemiddeld, EUR/MWh", "Mean price bought, EUR/MWh"),
          lines.number(response.meanPrice, 2)
        ),
        (
          lines.words("Contract, EUR/kW per jaar", "Contract, EUR/kW a year") + lines.mark,
          lines.number(prices.contractPrice, 2)
        ),
        (lines.words("Maandpiek, EUR/kW", "Monthly peak, EUR/kW") + lines.mark, lines.number(prices.peakPrice, 2)),
        (
          lines.words("Batterij, EUR/kWh per jaar", "Battery, EUR/kWh a year") + lines.mark,
          lines.number(prices.batteryEnergyPrice, 2)
        ),
        (
          lines.words("Batterij, EUR/kW per jaar", "Battery, EUR/kW a year") + lines.mark,
          lines.number(prices.batteryPowerPrice, 2)
        ),
      ] + flexible(response, lines) + thresholds(response, lines))
  }

  private static func flexible(_ response: CheckEnergyCase.Response, _ lines: EnergyLines) -> [(String, String)] {
    guard let flexible = response.flexibility else { return [] }
    return [
      (
        lines.words("E-boiler, kW", "E-boiler, kW"),
        (flexible.boilerSizes.isEmpty ? [flexible.boiler] : flexible.boilerSizes).map { lines.number($0) }
          .joined(separator: lines.words(" of ", " or "))
      ),
      (
        lines.words("E-boiler, EUR/kW per jaar", "E-boiler, EUR/kW a year") + lines.mark,
        lines.number(flexible.boilerPrice, 2)
      ),
      (lines.words("Bespaard gas, EUR/kWh", "Gas saved, EUR/kWh") + lines.mark, lines.number(flexible.boilerValue, 3)),
      (
        lines.words("Warmtevraag, MWh per jaar", "Heat demand, MWh a year"),
        lines.number(response.heat.map { $0 / KilowattHours.perMegawattHour })
      ),
      (lines.words("Afschakelbaar, kW", "May be switched off, kW"), lines.number(flexible.curtailable)),
      (lines.words("Afschakelen, EUR/kWh", "Switching off, EUR/kWh"), lines.number(flexible.curtailmentPrice, 3)),
    ]
  }

  private static func thresholds(_ response: CheckEnergyCase.Response, _ lines: EnergyLines) -> [(String, String)] {
    guard let thresholds = response.thresholds else { return [] }
    func row(_ name: String, _ threshold: HubThreshold) -> (String, String) {
      let (least, cost) = (lines.number(threshold.least), lines.number(threshold.fixedCost))
      return (
        lines.words("Drempel \(name): minstens; EUR/jaar", "Threshold \(name): at least; EUR/year"), "\(least); \(cost)"
      )
    }
    return [row(lines.words("batterij, kWh", "battery, kWh"), thresholds.battery)]
      + thresholds.roofs.sorted { $0.key < $1.key }.map { row("\($0.key), kWp", $0.value) }
  }
}
