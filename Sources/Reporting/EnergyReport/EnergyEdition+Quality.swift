import EnergyHubs
import Planning
import Provenance
import Quantities

extension EnergyEdition {
  /// How good the data are — *gegevenskwaliteit*.
  var qualityBlocks: [Block] {
    [.heading(words("Hoe goed de gegevens zijn", "How good the data are")), .list(quality)]
  }

  private var quality: [RichText] {
    [measured, completedDays, completedSeries, standards, gaps, unknownContracts, warnings, unsaid].compactMap { $0 }
  }

  private var measured: RichText {
    guard !isSynthetic else {
      return rich(
        "Geen enkele reeks is gemeten: alle zijn gemaakt (synthetisch).",
        "No series was measured: all were generated (synthetic).")
    }
    let count = study.connections - study.unmeasured
    return rich(
      "Gemeten: \(count) van de \(connections).", "Measured: \(count) of the \(connections).")
  }

  private var standards: RichText? {
    let names: [RichText] = response.check.connections.compactMap { line in
      if case .standard(let name) = line.origin { strong("\(shortened(line.name)) (\(name))") } else { nil }
    }
    guard !names.isEmpty else { return nil }
    let listed = listed(names)
    return rich(
      "Standaardprofiel in plaats van metingen, dus een onzekere piek: \(listed).",
      "Standard profile instead of measurements, so an uncertain peak: \(listed).")
  }

  private var gaps: RichText? {
    let filled = response.check.connections.compactMap { line -> Int? in
      switch line.origin {
      case .measured(let filled), .completed(_, let filled): filled > 0 ? filled : nil
      case .standard, .derived: nil
      }
    }
    guard !filled.isEmpty else { return nil }
    return rich(
      "Gevulde gaten: \(filled.reduce(0, +)) \(stepName) bij \(filled.count) aansluitingen.",
      "Gaps filled: \(filled.reduce(0, +)) \(stepName) at \(filled.count) connections.")
  }

  var namesWithoutContract: [String] { response.check.connections.filter { $0.contracted == nil }.map(\.name) }

  private var unknownContracts: RichText? {
    guard !namesWithoutContract.isEmpty else { return nil }
    let listed = listed(namesWithoutContract.map { strong(shortened($0)) })
    return rich(
      "Contract onbekend, de eigen piek telt als contract: \(listed).",
      "Contract unknown, the own peak counts as contract: \(listed).")
  }

  /// The first names, and how many there are more.
  func listed(_ names: [RichText]) -> RichText {
    let first = names.prefix(Self.namesShown).enumerated().reduce(RichText("")) { text, item in
      text + (item.offset == 0 ? "" : ", ") + item.element
    }
    let rest = names.count - Self.namesShown
    return rest > 0 ? first + rich(" en \(rest) andere", " and \(rest) more") : first
  }

  private static let namesShown = 3

  func strong(_ name: String) -> RichText { RichText([.strong(name)]) }

  /// A name that fits a line of a table; the workbook has it whole.
  func shortened(_ name: String) -> String {
    name.count > Self.longestName ? name.prefix(Self.longestName - 1) + "…" : name
  }

  private static let longestName = 32

  private var warnings: RichText? {
    let count = study.diagnostics.count(of: .warning)
    guard count > 0 else { return nil }
    return rich(
      "De controle gaf \(count) waarschuwingen; \(code: "werklocaties energy check") noemt ze met plaats en remedie.",
      "The check gave \(count) warnings; \(code: "werklocaties energy check") names them with place and remedy.")
  }

  private var unsaid: RichText {
    rich(
      "Eén vooraf bekend jaar: in de praktijk haalt sturing minder. CO₂ rekent met een gemiddelde over het jaar en het land.",
      "One year, known in advance: control in practice achieves less. CO₂ is at a mean over the year and the country.")
  }

  // MARK: What to do next

  /// Steps that follow from the outcome — *wat nu*.
  var stepBlocks: [Block] { [.heading(words("Wat nu te doen", "What to do next")), .numberedList(steps)] }

  private var steps: [RichText] {
    [repairStep, dataStep, stationStep, tariffStep, operatorStep, keyStep].compactMap { $0 }
  }

  private var repairStep: RichText? {
    guard response.sizing.shortage != nil else { return nil }
    guard let repair = response.sizing.shortage?.repairs.first else {
      return rich(
        "Verruim de grens die knelt en maak het rapport opnieuw.",
        "Widen the bound that is too tight and make the report again.")
    }
    let more =
      repair.kind == .battery
      ? "+\(number(repair.energy)) kWh, +\(kilowatts(repair.power))" : "+\(kilowatts(repair.power))"
    return rich(
      "Verruim wat knelt: \(strong: repair.kind.name(language)) (\(more)), en maak het rapport opnieuw.",
      "Widen what is too tight: \(strong: repair.kind.name(language)) (\(more)), and make the report again.")
  }

  private var dataStep: RichText? {
    let isWhole = study.unmeasured == 0 && study.completed == nil
    guard isSynthetic || !isWhole || !namesWithoutContract.isEmpty else { return nil }
    return isSynthetic
      ? rich(
        "Vervang de verzonnen reeksen door de kwartierwaarden van de leden, met hun toestemming.",
        "Replace the made-up series by the members’ quarter-hour values, with their consent.")
      : rich(
        "Vraag de ontbrekende kwartierwaarden en contracten op bij de leden genoemd onder ‘Hoe goed de gegevens zijn’.",
        "Ask the members named under ‘How good the data are’ for the missing quarter-hour values and contracts.")
  }

  private var stationStep: RichText? {
    guard look.stations.count != 1 else { return nil }
    return rich(
      "Ga na of alle aansluitingen aan hetzelfde station hangen; een groepscontract vraagt dat.",
      "Find out whether all connections hang under one station; a group contract needs that.")
  }

  private var tariffStep: RichText? {
    guard assumesCosts else { return nil }
    return rich(
      "Vul tarieven van de netbeheerder en prijzen van offertes in \(code: "parameters.yaml") in: de bedragen met \(AssumptionMark.sign) rusten op aannames.",
      "Fill in the operator’s tariffs and the prices of offers in \(code: "parameters.yaml"): amounts with \(AssumptionMark.sign) rest on assumptions."
    )
  }

  private var operatorStep: RichText {
    let needed = max(group.contract, response.sizing.shortage?.contractNeeded ?? 0)
    let right = figure(
      kilowatts(answer?.sizes.contract ?? needed), if: answer == nil ? assumesRight : assumesCosts,
      by: answer != nil
        ? EnergyReportPaths.size(.contract)
        : needed > group.contract ? EnergyReportPaths.shortage.needed : EnergyReportPaths.right)
    return rich(
      "Leg de bijlage voor aan de netbeheerder en vraag naar een groepsrecht van \(right).",
      "Put the annex before the grid operator and ask for a group right of \(right).")
  }

  private var keyStep: RichText {
    group.worseOff.isEmpty
      ? rich(
        "Leg de verdeelsleutel vast in de overeenkomst van de groep, met wat geldt als een lid vertrekt.",
        "Lay down the key in the group’s agreement, with what holds when a member leaves.")
      : rich(
        "Kies een andere sleutel of vergoed wie erop achteruitgaat voordat u tekent.",
        "Choose another key or compensate who is worse off before signing.")
  }
}
