import Planning
import Quantities

extension EnergyEdition {
  /// The outcome in three sentences.
  var verdict: RichText {
    let right = marked(kilowatts(group.contract), if: assumesRight)
    let freed = marked(kilowatts(group.freedFirm), if: assumesRight)
    let start = rich(
      "De \(connections) hebben samen \(strong: kilowatts(group.contracts)) aan contracten en een gezamenlijke piek van \(strong: kilowatts(group.peak)): zij pieken niet tegelijk. ",
      "The \(connections) together hold contracts of \(strong: kilowatts(group.contracts)) and a joint peak of \(strong: kilowatts(group.peak)): they do not peak together. "
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
    let hours = number(group.excessHours)
    return rich(
      "Een groepsrecht van \(right) zou \(freed) vrijmaken, maar zonder te bouwen gaat de groep daar \(strong: hours) uur per jaar boven. ",
      "A group right of \(right) would set \(freed) free, but with nothing built the group exceeds it in \(strong: hours) hours a year. "
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
    let contract = marked(kilowatts(answer.sizes.contract), if: assumesCosts)
    let before = marked(euros((response.sizing.separate ?? response.sizing.joint).total), if: assumesCosts)
    let after = marked(euros(answer.cost.total), if: assumesCosts)
    return rich(
      "Bouwen zij samen wat hieronder staat, dan volstaat \(contract) en dalen de kosten van \(before) naar \(after) per jaar.",
      "If they build together what follows, \(contract) is enough and costs fall from \(before) to \(after) a year.")
  }

  var keyFigures: [KeyFigure] {
    [freedFigure, unusedFigure, peakFigure, savingFigure, investmentFigure]
  }

  private var freedFigure: KeyFigure {
    let hub = situation(.hub).map {
      words("; met de aanbevolen maten \(number($0.freedFirm))", "; with the advised sizes \(number($0.freedFirm))")
    }
    return KeyFigure(
      number(group.freedFirm), unit: "kW",
      label: (exceedsRight
        ? words(
          "vrij bij het gevraagde recht, dat zonder bouwen niet houdt",
          "freed by the right asked, not kept with nothing built")
        : words("vrij te spelen met één groepsrecht", "freed by one group right")) + (hub ?? ""),
      isAssumed: assumesRight, explanation: anchor(EnergyReportPaths.freed))
  }

  private var unusedFigure: KeyFigure {
    KeyFigure(
      look.unused.map { number($0 * 100) } ?? "–", unit: look.unused == nil ? "" : "%",
      label: look.unused == nil
        ? words("onbenutte contracten: er ontbreekt een contract", "unused contracts: a contract is missing")
        : words(
          "van de contracten wordt op de groepspiek niet gebruikt", "of the contracts is not used at the group’s peak"),
      explanation: anchor(EnergyReportPaths.unused))
  }

  private var peakFigure: KeyFigure {
    KeyFigure(
      number(group.peak), unit: "kW",
      label: words(
        "groepspiek (\(look.peakTime)); gelijktijdigheid \(percent(look.simultaneity))",
        "group peak (\(look.peakTime)); simultaneity \(percent(look.simultaneity))"),
      explanation: anchor(EnergyReportPaths.peak))
  }

  private var savingFigure: KeyFigure {
    let after = answer?.cost ?? response.sizing.joint
    guard let separate = response.sizing.separate else {
      return KeyFigure(
        euros(response.sizing.joint.total - after.total), unit: "",
        label: words(
          "per jaar lagere kosten dan één contract waar niets is gebouwd",
          "a year lower cost than one contract with nothing built"), isAssumed: assumesCosts,
        explanation: anchor(EnergyReportPaths.saving))
    }
    let built = response.investment.map {
      words("; waarvan door samen bouwen \(euros($0.saving))", "; of which by building together \(euros($0.saving))")
    }
    return KeyFigure(
      euros(separate.total - after.total), unit: "",
      label: words("per jaar lagere kosten dan ieder apart", "a year lower cost than each alone") + (built ?? ""),
      isAssumed: assumesCosts, explanation: anchor(EnergyReportPaths.saving))
  }

  private var investmentFigure: KeyFigure {
    let payback = response.investment?.payback.map {
      words("; terugverdiend in \(number($0)) jaar", "; earned back in \(number($0)) years")
    }
    guard let total = response.investment?.total else {
      return KeyFigure(
        "–", unit: "",
        label: answer == nil
          ? words("investering: geen oplossing", "investment: no solution")
          : words("investering: de studie geeft jaarprijzen", "investment: the study gives yearly prices"))
    }
    let devices =
      (response.investment?.boiler ?? 0) > 0
      ? words("panelen, batterij en e-boiler", "panels, battery and e-boiler")
      : words("panelen en batterij", "panels and battery")
    return KeyFigure(
      euros(total / Self.thousand), unit: words("duizend", "thousand"),
      label: words("investering in ", "investment in ") + devices + (payback ?? ""),
      isAssumed: assumesCosts, explanation: anchor(EnergyReportPaths.investment))
  }

  static let thousand = 1000.0
}
