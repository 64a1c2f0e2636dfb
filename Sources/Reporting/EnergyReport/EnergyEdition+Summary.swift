import Planning
import Quantities

extension EnergyEdition {
  /// The outcome in three sentences.
  var verdict: RichText {
    let right = figure(kilowatts(group.contract), if: assumesRight, by: EnergyReportPaths.right)
    let freed = figure(kilowatts(group.freedFirm), if: assumesRight, by: EnergyReportPaths.freed)
    let contracts = figure(kilowatts(group.contracts), by: EnergyReportPaths.contracts)
    let peak = figure(kilowatts(group.peak), by: EnergyReportPaths.peak)
    let start = rich(
      "De \(connections) hebben samen \(contracts) aan contracten en een gezamenlijke piek van \(peak): zij pieken niet tegelijk. ",
      "The \(connections) together hold contracts of \(contracts) and a joint peak of \(peak): they do not peak together. "
    )
    return start + rightVerdict(right, freed) + buildingVerdict + completionVerdict
  }

  /// What a right of the group frees, and whether the group keeps within it as it is.
  private func rightVerdict(_ right: RichText, _ freed: RichText) -> RichText {
    guard group.freedFirm > 0 else {
      return rich(
        "Een groepsrecht van \(right) vraagt meer dan de som van de contracten. ",
        "A group right of \(right) asks more than the sum of the contracts. ")
    }
    guard exceedsRight else {
      return rich(

        "Met één groepsrecht van \(right) komt \(freed) vrij voor bedrijven in de rij. ",
        "One group right of \(right) sets \(freed) free for firms in the queue. ")
    }
    let hours = figure(number(group.excessHours), by: EnergyReportPaths.excessHours)
    return rich(
      "Een groepsrecht van \(right) zou \(freed) vrijmaken, maar zonder te bouwen gaat de groep daar \(hours) uur per jaar boven. ",
      "A group right of \(right) would set \(freed) free, but with nothing built the group exceeds it in \(hours) hours a year. "
    )
  }

  /// Whether the group as it is does not keep within the right.
  var exceedsRight: Bool { group.excessHours > 0 }

  private var buildingVerdict: RichText {
    guard let answer else {
      return rich(
        "\(strong: "Binnen de gestelde grenzen is geen oplossing mogelijk"): zie ‘Wat bouwen’ voor de grens die knelt en het goedkoopste herstel.",
        "\(strong: "Within the given bounds no solution is possible"): see ‘What to build’ for the bound that is too tight and the cheapest repair."
      )
    }
    let paths = EnergyReportPaths.cost(\.total)
    let contract = figure(
      kilowatts(answer.sizes.contract), if: assumesCosts, by: EnergyReportPaths.size(.contract))
    let before = figure(
      euros((response.sizing.separate ?? response.sizing.joint).total), if: assumesCosts,
      by: response.sizing.separate == nil ? paths.joint : paths.separate)
    let after = figure(euros(answer.cost.total), if: assumesCosts, by: paths.hub)
    return rich(
      "Bouwen zij samen wat hieronder staat, dan volstaat \(contract) en dalen de kosten van \(before) naar \(after) per jaar.",
      "If they build together what follows, \(contract) is enough and costs fall from \(before) to \(after) a year.")
  }

  var keyFigures: [KeyFigure] {
    [freedFigure, unusedFigure, peakFigure, savingFigure, investmentFigure]
  }

  private var freedFigure: KeyFigure {
    let hub = situation(.hub).map { hub in
      let freed = linked(number(hub.freedFirm), by: EnergyReportPaths.freed(in: .hub))
      return rich("; met de aanbevolen maten \(freed)", "; with the advised sizes \(freed)")
    }
    return KeyFigure(
      number(group.freedFirm), unit: "kW",
      label: (exceedsRight
        ? rich(
          "vrij bij het gevraagde recht, dat zonder bouwen niet houdt",
          "freed by the right asked, not kept with nothing built")
        : rich("vrij te spelen met één groepsrecht", "freed by one group right")) + (hub ?? ""),
      isAssumed: assumesRight, explanation: anchor(EnergyReportPaths.freed))
  }

  private var unusedFigure: KeyFigure {
    KeyFigure(
      look.unused.map { number($0 * 100) } ?? "–", unit: look.unused == nil ? "" : "%",
      label: look.unused == nil
        ? rich("onbenutte contracten: er ontbreekt een contract", "unused contracts: a contract is missing")
        : rich(
          "van de contracten wordt op de groepspiek niet gebruikt", "of the contracts is not used at the group’s peak"),
      explanation: anchor(EnergyReportPaths.unused))
  }

  private var peakFigure: KeyFigure {
    let share = linked(percent(look.simultaneity), by: EnergyReportPaths.simultaneity)
    return KeyFigure(
      number(group.peak), unit: "kW",
      label: rich(
        "groepspiek (\(look.peakTime)); gelijktijdigheid \(share)",
        "group peak (\(look.peakTime)); simultaneity \(share)"),
      explanation: anchor(EnergyReportPaths.peak))
  }

  private var savingFigure: KeyFigure {
    let after = answer?.cost ?? response.sizing.joint
    guard let separate = response.sizing.separate else {
      return KeyFigure(
        euros(response.sizing.joint.total - after.total), unit: "",
        label: rich(
          "per jaar lagere kosten dan één contract waar niets is gebouwd",
          "a year lower cost than one contract with nothing built"), isAssumed: assumesCosts,
        explanation: anchor(EnergyReportPaths.saving))
    }
    let built = response.investment.map { investment in
      let saved = linked(euros(investment.saving), by: EnergyReportPaths.savingOfBuilding)
      return rich("; waarvan door samen bouwen \(saved)", "; of which by building together \(saved)")
    }
    return KeyFigure(
      euros(separate.total - after.total), unit: "",
      label: rich("per jaar lagere kosten dan ieder apart", "a year lower cost than each alone") + (built ?? ""),
      isAssumed: assumesCosts, explanation: anchor(EnergyReportPaths.saving))
  }

  private var investmentFigure: KeyFigure {
    let payback = response.investment?.payback.map { years in
      let years = linked(number(years), by: EnergyReportPaths.payback)
      return rich("; terugverdiend in \(years) jaar", "; earned back in \(years) years")
    }
    guard let total = response.investment?.total else {
      return KeyFigure(
        "–", unit: "",
        label: answer == nil
          ? rich("investering: geen oplossing", "investment: no solution")
          : rich("investering: de studie geeft jaarprijzen", "investment: the study gives yearly prices"))
    }
    let devices =
      (response.investment?.boiler ?? 0) > 0
      ? rich("panelen, batterij en e-boiler", "panels, battery and e-boiler")
      : rich("panelen en batterij", "panels and battery")
    return KeyFigure(
      euros(total / Self.thousand), unit: words("duizend", "thousand"),
      label: rich("investering in ", "investment in ") + devices + (payback ?? ""),
      isAssumed: assumesCosts, explanation: anchor(EnergyReportPaths.investment))
  }

  static let thousand = 1000.0
}
