import Planning
import Quantities

/// What to build and why to believe it, for the terminal — *dimensioneringstabel*.
public enum HubSizeTable {
  public static func text(_ response: SizeHub.Response, language: Language) -> String {
    let lines = EnergyLines(study: response.study, language: language)
    guard let answer = response.answer else { return lines.text(shortage(response, lines)) }
    return lines.text(
      sizes(answer, lines) + [""] + combinations(response, lines) + costs(response, answer, lines) + [""]
        + energy(answer.energy, lines) + [""]
        + proof(answer.proof, lines))
  }

  private static func sizes(_ answer: SizeHub.Answer, _ lines: EnergyLines) -> [String] {
    let (sizes, worth) = (answer.sizes, answer.worth)
    let header = [
      lines.words("Maat", "Size"), lines.words("Gekozen", "Chosen"),
      lines.words("Waarde van 1 meer, EUR/jaar", "Worth of 1 more, EUR/year") + lines.mark,
      lines.words("Na aftrek van de prijs", "After its price") + lines.mark,
    ]
    let roofs = sizes.roofs.keys.sorted().map { name in
      row(
        lines.words("Zonnepanelen \(name), kWp", "Panels \(name), kWp"), sizes.roofs[name] ?? 0, worth.roofs[name],
        lines)
    }
    return lines.table(
      header,
      [
        row(lines.words("Groepscontract, kW", "Group contract, kW"), sizes.contract, worth.contract, lines),
        row(lines.words("Batterij, kWh", "Battery, kWh"), sizes.batteryEnergy, worth.batteryEnergy, lines),
        row(lines.words("Batterij, kW", "Battery, kW"), sizes.batteryPower, worth.batteryPower, lines),
      ] + (sizes.boiler > 0 ? [row(lines.words("E-boiler, kW", "E-boiler, kW"), sizes.boiler, nil, lines)] : []) + roofs
    )
      + [
        lines.words("Maandpieken, kW: ", "Monthly peaks, kW: ")
          + sizes.monthlyPeaks.map { lines.number($0) }.joined(separator: " ")
      ]
  }

  /// What every choice of devices with a threshold costs.
  private static func combinations(_ response: SizeHub.Response, _ lines: EnergyLines) -> [String] {
    guard let combinations = response.combinations else { return [] }
    let rows = combinations.map { combination in
      let boiler = combination.boiler.flatMap { $0 > 0 ? "e-boiler \(lines.number($0)) kW" : nil }
      let built =
        (combination.battery ? [lines.words("batterij", "battery")] : []) + combination.roofs
        + [boiler].compactMap { $0 }
      let name = built.isEmpty ? lines.words("geen van alle", "none of them") : built.joined(separator: " + ")
      return [name, lines.number(combination.fixedCost), lines.number(combination.cost, 2)]
    }
    let header = [
      lines.words("Gebouwd, van wat te kiezen is", "Built, of what may be chosen"),
      lines.words("Vaste kosten, EUR/jaar", "Fixed cost, EUR/year"),
      lines.words("In totaal", "In all") + lines.mark,
    ]
    return lines.figures(header, rows) + [""]
  }

  private static func row(_ name: String, _ size: Double, _ worth: SizeHub.Worth.Unit?, _ lines: EnergyLines)
    -> [String]
  {
    [name, lines.number(size, 1), lines.number(worth?.gross, 2), lines.number(worth?.net, 2)]
  }

  private static func costs(_ response: SizeHub.Response, _ answer: SizeHub.Answer, _ lines: EnergyLines) -> [String] {
    lines.costs([
      (lines.words("Ieder apart", "Each alone"), response.separate), (lines.words("Samen", "Together"), response.joint),
      (lines.words("Met deze maten", "With these sizes"), answer.cost),
    ])
  }

  static func energy(_ energy: HubEnergy, _ lines: EnergyLines) -> [String] {
    func megawattHours(_ value: Double) -> String { lines.number(value / KilowattHours.perMegawattHour) }
    return lines.pairs([
      (lines.words("Ingekocht, MWh", "Bought, MWh"), megawattHours(energy.imported)),
      (lines.words("Teruggeleverd, MWh", "Exported, MWh"), megawattHours(energy.exported)),
      (lines.words("Opgewekt, MWh", "Generated, MWh"), megawattHours(energy.generated)),
      (lines.words("Afgeregeld, MWh", "Curtailed, MWh"), megawattHours(energy.curtailed)),
      (lines.words("Eigen gebruik van de opwek", "Own use of generation"), lines.percent(energy.ownUse)),
      (lines.words("Volle cycli van de batterij", "Full cycles of the battery"), lines.number(energy.cycles)),
    ]) + (energy.flexible.map { flexible($0, lines) } ?? []) + (energy.carbon.map { carbon($0, lines) } ?? [])
  }

  private static func flexible(_ flexible: FlexibleEnergy, _ lines: EnergyLines) -> [String] {
    lines.pairs([
      (lines.words("E-boiler, MWh", "E-boiler, MWh"), lines.number(flexible.boiler / KilowattHours.perMegawattHour, 1)),
      (lines.words("Bespaard gas, EUR per jaar", "Gas saved, EUR a year"), lines.number(flexible.boilerSaving)),
      (lines.words("Afgeschakeld, kWh", "Switched off, kWh"), lines.number(flexible.switchedOff, 1)),
      (lines.words("Kosten daarvan, EUR per jaar", "Cost of that, EUR a year"), lines.number(flexible.switchingCost)),
    ])
  }

  private static func carbon(_ carbon: AvoidedCarbon, _ lines: EnergyLines) -> [String] {
    lines.pairs([
      (
        lines.words("Vermeden CO₂, ton per jaar", "CO2 avoided, tonnes a year") + lines.mark,
        lines.number(carbon.total / AvoidedCarbon.kilogramsPerTonne, 1)
      )
    ])
  }

  private static func proof(_ proof: SizeHub.Proof, _ lines: EnergyLines) -> [String] {
    let burned =
      proof.burned > 1
      ? [
        lines.words(
          "Het gat komt van \(lines.number(proof.burned)) kWh die alleen de ondergrens verstookt (laden en ontladen tegelijk); deze maten en deze inzet doen dat niet. De inzet is die van de tweede methode.",
          "The gap comes from \(lines.number(proof.burned)) kWh that only the lower bound burns (charging and discharging at once); these sizes and this operation do not. The operation is that of the second method."
        )
      ] : []
    return [lines.words("Bewijs", "Proof")]
      + lines.pairs([
        (lines.words("Kosten, EUR per jaar", "Cost, EUR a year"), lines.number(proof.cost, 2)),
        (lines.words("Ondergrens, EUR per jaar", "Lower bound, EUR a year"), lines.number(proof.lowerBound, 2)),
        (lines.words("Gat als deel van de kosten", "Gap as a share of the cost"), lines.tiny(proof.gap)),
        (
          lines.words("Tweede methode (inzet), EUR per jaar", "Second method (dispatch), EUR a year"),
          lines.number(proof.dispatchCost, 2)
        ),
        (
          lines.words("Verschil met de tweede methode", "Difference with the second method"),
          proof.dispatchDifference.map(lines.tiny) ?? "–"
        ),
        (
          lines.words("Grootste overschrijding, kW of kWh", "Largest excess, kW or kWh"),
          lines.tiny(proof.largestViolation)
        ),
      ]) + burned
  }

  private static func shortage(_ response: SizeHub.Response, _ lines: EnergyLines) -> [String] {
    guard let shortage = response.shortage else { return [] }
    let needed =
      shortage.contractNeeded.map { needed in
        lines.words(
          "Het groepscontract mag hoogstens \(lines.number(shortage.contractAllowed, 1)) kW zijn en moet minstens \(lines.number(needed, 1)) kW zijn.",
          "The group contract may be at most \(lines.number(shortage.contractAllowed, 1)) kW and must be at least \(lines.number(needed, 1)) kW."
        )
      }
      ?? shortage.feedInMore.map { more in
        lines.words(
          "De teruglevering mag hoogstens \(lines.number(shortage.feedInAllowed, 1)) kW zijn en moet minstens \(lines.number(more, 1)) kW ruimer. Gemeten teruglevering kan niet worden afgeregeld.",
          "Feed-in may be at most \(lines.number(shortage.feedInAllowed, 1)) kW and must be at least \(lines.number(more, 1)) kW wider. Metered feed-in cannot be curtailed."
        )
      }
      ?? lines.words(
        "Een groter contract helpt niet: de teruglevering of een transportrecht knelt.",
        "A larger contract is no help: the export or a transport right is too tight.")
    let repairs = shortage.repairs.map { repair in
      [
        repair.kind.name(lines.language),
        "+\(lines.number(repair.power, 1))", "+\(lines.number(repair.energy, 1))", lines.number(repair.cost),
      ]
    }
    let header = [
      lines.words("Herstel (goedkoopste voorop)", "Repair (cheapest first)"), "kW", "kWh",
      lines.words("EUR per jaar in totaal", "EUR a year in all") + lines.mark,
    ]
    return [
      lines.words("Binnen de grenzen is niets mogelijk.", "Nothing is possible within the limits."),
      lines.words(
        "Niet te leveren: \(lines.number(shortage.unserved, 1)) kWh; niet af te voeren: \(lines.number(shortage.surplus, 1)) kWh; voor het eerst \(shortage.firstTime ?? "–").",
        "Not to be supplied: \(lines.number(shortage.unserved, 1)) kWh; not to be exported: \(lines.number(shortage.surplus, 1)) kWh; first at \(shortage.firstTime ?? "–")."
      ),
      needed, "",
    ] + (repairs.isEmpty ? [] : lines.table(header, repairs))
  }
}
