import Planning
import Quantities

extension EnergyEdition {
  /// What to build, or why nothing is possible — *wat bouwen*.
  var buildingBlocks: [Block] {
    [.heading(words("Wat bouwen, en welk contract", "What to build, and which contract"))]
      + (response.sizing.shortage.map(shortageBlocks) ?? [.table(sizeTable)])
  }

  var sizeTable: Table {
    let investment = response.investment
    let sizes = answer?.sizes
    let worth = answer?.worth
    let most = response.sizing.most
    let panels = (sizes?.roofs.keys.sorted() ?? []).map { name in
      sizeRow(
        words("Zonnepanelen, dakklasse \(name)", "Panels, class of roof \(name)"), sizes?.roofs[name], "kWp",
        most.roofs[name],
        worth?.roofs[name], .roof(name))
    }
    return Table(
      caption: words(
        "Aanbevolen maten: laagste kosten binnen de grenzen", "Advised sizes: least cost within the bounds"),
      columns: [
        Table.Column(words("Maat", "Size")), .number(words("Advies", "Advice"), isAssumed: assumesCosts),
        .number(words("Hoogstens", "At most")), Table.Column(words("Eenheid", "Unit")),
        .number(
          words("Eén meer", "One more"), unit: words("€ per jaar", "€ a year"), isAssumed: assumesCosts),
      ],
      rows: [
        sizeRow(
          words("Groepscontract", "Group contract"), sizes?.contract, "kW", most.contract, worth?.contract, .contract)
      ] + panels + [
        sizeRow(
          words("Batterij, inhoud", "Battery, capacity"), sizes?.batteryEnergy, "kWh",
          most.batteryEnergy, worth?.batteryEnergy, .batteryEnergy),
        sizeRow(
          words("Batterij, vermogen", "Battery, power"), sizes?.batteryPower, "kW", most.batteryPower,
          worth?.batteryPower, .batteryPower),
      ] + yearRows, notes: [investmentWords(investment)])
  }

  /// What not every hub has: an e-boiler, and what is taken, switched off and not emitted in a year.
  var yearRows: [Table.Row] { boilerRows + flexibleRows + carbonRows }

  private var boilerRows: [Table.Row] {
    guard let sizes = answer?.sizes, sizes.boiler > 0 else { return [] }
    return [
      sizeRow(words("E-boiler", "E-boiler"), sizes.boiler, "kW", response.sizing.most.boiler, nil, .boiler)
    ]
  }

  /// What the hub emits less than one contract with nothing built.
  private var carbonRows: [Table.Row] {
    guard let carbon = answer?.energy.carbon else { return [] }
    let tonnes = carbon.total / AvoidedCarbon.kilogramsPerTonne
    return [
      yearRow(
        words("Vermeden CO₂ per jaar", "CO₂ avoided a year"), cell(tonnes, 1, if: assumesCosts),
        words("ton", "tonnes"), EnergyReportPaths.carbon)
    ]
  }

  /// What an e-boiler takes and what is switched off in a year; none where neither may be.
  private var flexibleRows: [Table.Row] {
    guard let flexible = answer?.energy.flexible else { return [] }
    return [
      yearRow(
        words("E-boiler, verbruik per jaar", "E-boiler, use a year"),
        cell(flexible.boiler / KilowattHours.perMegawattHour), "MWh", EnergyReportPaths.boiler),
      yearRow(
        words("Afgeschakeld per jaar", "Switched off a year"), cell(flexible.switchedOff), "kWh",
        EnergyReportPaths.switchedOff),
    ]
  }

  private func yearRow(_ name: String, _ cell: Table.Cell, _ unit: String, _ path: String) -> Table.Row {
    Table.Row([.text(name), explained(cell, by: path), .empty, .text(unit), .empty])
  }

  private func sizeRow(
    _ name: String, _ size: Double?, _ unit: String, _ most: Double?, _ worth: SizeHub.Worth.Unit?,
    _ kind: EnergyReportPaths.Size
  ) -> Table.Row {
    Table.Row([
      .text(name), explained(cell(size), by: EnergyReportPaths.size(kind)),
      explained(cell(most), by: EnergyReportPaths.most(kind)), .text(unit),
      explained(cell(worth?.net, 2), by: EnergyReportPaths.worth(kind)),
    ])
  }

  private func investmentWords(_ investment: HubInvestment?) -> RichText {
    let saved = rich(
      "‘Eén meer’: wat één eenheid extra spaart na aftrek van haar prijs. ",
      "‘One more’: what one unit more saves after its price. ")
    guard let investment, let panels = investment.panels, let battery = investment.battery,
      let boiler = investment.boiler
    else {
      return saved
        + rich(
          "De studie geeft jaarprijzen van zichzelf; daaruit volgt geen investering.",
          "The study gives yearly prices of its own; no investment follows from these.")
    }
    let paths = EnergyReportPaths.purchases
    let first = figure(euros(panels), if: assumesCosts, by: paths.panels)
    let second = figure(euros(battery), if: assumesCosts, by: paths.battery)
    let third = figure(euros(boiler), if: assumesCosts, by: paths.boiler)
    return saved
      + rich(
        "Investering: panelen \(first), batterij \(second)", "Investment: panels \(first), battery \(second)")
      + (boiler > 0
        ? rich(
          ", e-boiler \(third).",
          ", e-boiler \(third).") : RichText("."))
  }

  // MARK: Nothing possible

  private func shortageBlocks(_ shortage: SizeHub.Shortage) -> [Block] {
    [
      .callout(
        Callout(
          .finding, title: words("Binnen de grenzen is niets mogelijk", "Nothing is possible within the bounds"),
          text: shortageWords(shortage)))
    ] + (shortage.repairs.isEmpty ? [] : [.table(repairTable(shortage))])
  }

  private func shortageWords(_ shortage: SizeHub.Shortage) -> RichText {
    let paths = EnergyReportPaths.shortage
    let unserved = figure(number(shortage.unserved), by: paths.unserved)
    let surplus = figure(number(shortage.surplus), by: paths.surplus)
    let missing = rich(
      "Er is \(unserved) kWh per jaar niet te leveren en \(surplus) kWh niet af te voeren, voor het eerst \(shortage.firstTime ?? "–"). ",
      "\(unserved) kWh a year cannot be supplied and \(surplus) kWh cannot be exported, first at \(shortage.firstTime ?? "–"). "
    )
    guard let needed = shortage.contractNeeded else {
      if let more = shortage.feedInMore { return missing + feedInWords(more, shortage.feedInAllowed) }
      return missing
        + rich(
          "Een groter contract helpt niet: de teruglevering of een transportrecht knelt.",
          "A larger contract is no help: the export or a transport right is too tight.")
    }
    let more = kilowatts(max(0, needed - shortage.contractAllowed))
    let allowed = figure(kilowatts(shortage.contractAllowed), by: paths.allowed)
    let least = figure(kilowatts(needed), by: paths.needed)
    return missing
      + rich(
        "De grens die knelt is het groepscontract: het mag hoogstens \(allowed) zijn en moet minstens \(least) zijn, \(more) meer.",
        "The bound that is too tight is the group contract: it may be at most \(allowed) and must be at least \(least), \(more) more."
      )
  }

  private func feedInWords(_ more: Double, _ allowed: Double) -> RichText {
    let allowed = figure(kilowatts(allowed), by: EnergyReportPaths.feedIn.allowed)
    let more = figure(kilowatts(more), by: EnergyReportPaths.feedIn.more)
    return rich(
      "De grens die knelt is de teruglevering: zij mag hoogstens \(allowed) zijn en moet minstens \(more) ruimer. Gemeten teruglevering kan niet worden afgeregeld.",
      "The bound that is too tight is feed-in: it may be at most \(allowed) and must be at least \(more) wider. Metered feed-in cannot be curtailed."
    )
  }

  private func repairTable(_ shortage: SizeHub.Shortage) -> Table {
    Table(
      caption: words("Herstel, het goedkoopste voorop", "Repairs, the cheapest first"),
      columns: [
        Table.Column(words("Wat", "What")), .number(words("Meer vermogen", "More power"), unit: "kW"),
        .number(words("Meer opslag", "More storage"), unit: "kWh"),
        .number(
          words("Kosten in totaal", "Cost in all"), unit: words("€ per jaar", "€ a year"), isAssumed: assumesCosts),
      ],
      rows: shortage.repairs.enumerated().map { row, repair in
        let cells = [cell(repair.power, 1), cell(repair.energy, 1), cell(repair.cost)]
        return Table.Row(
          [.text(repair.kind.name(language))]
            + zip(cells, EnergyReportPaths.repair(row + 1)).map { explained($0, by: $1) })
      })
  }

}
