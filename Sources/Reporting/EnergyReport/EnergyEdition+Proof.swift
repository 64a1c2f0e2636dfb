import Planning
import Quantities

extension EnergyEdition {
  /// Why the advice may be believed — *bewijs*.
  var proof: Chapter {
    Chapter(
      id: "bewijs", title: words("Bewijs bij het advies", "Proof of the advice"), startsPage: true,
      blocks: (answer.map { proofBlocks($0) } ?? [.paragraph(noProof)])
        + [.heading(words("Kosten per jaar", "Cost a year")), .table(costTable)])
  }

  private var noProof: RichText {
    rich(
      "Er is geen antwoord binnen de grenzen, en dus geen bewijs van kosten. Dat het niet kan is ook uitgerekend: met alle grenzen zoals gevraagd blijft er energie die niet te leveren of niet af te voeren is, hoe de rest ook wordt gekozen.",
      "There is no answer within the bounds, and so no proof of cost. That it cannot be done was worked out too: with all bounds as asked, energy remains that cannot be supplied or exported, however the rest is chosen."
    )
  }

  private func proofBlocks(_ answer: SizeHub.Answer) -> [Block] {
    let proof = answer.proof
    let cost = figure(euros(proof.cost), if: assumesCosts, by: EnergyReportPaths.proof[0])
    let gain = linked(euros(max(0, proof.cost - proof.lowerBound), 2), by: EnergyReportPaths.gain)
    return [
      .paragraph(
        rich(
          "De aanbevolen maten kosten \(cost) per jaar. Daarnaast is een ondergrens berekend: een bedrag waar geen enkele andere keuze van contract, panelen, batterij en inzet binnen dezelfde grenzen onder komt. Het verschil tussen beide is \(gain) per jaar. Er bestaat dus geen goedkopere keuze die de moeite waard is.",
          "The advised sizes cost \(cost) a year. A lower bound was worked out besides: an amount that no other choice of contract, panels, battery and operation within the same bounds can undercut. The difference is \(gain) a year. So there is no cheaper choice worth having."
        )),
      .paragraph(
        rich(
          "Elke grens is in alle \(number(Double(study.steps))) \(stepName) nagerekend, los van de methode die het antwoord vond. Een tweede rekenmethode, die alleen de maten kent, heeft de goedkoopste inzet opnieuw gezocht en komt op hetzelfde bedrag uit. Het bewijs gaat over dit model, deze prijzen en dit jaar; het zegt niets over een ander jaar.",
          "Every bound was checked in all \(number(Double(study.steps))) \(stepName), apart from the method that found the answer. A second method, which knows only the sizes, searched the cheapest operation again and comes to the same amount. The proof is about this model, these prices and this year; it says nothing of another year."
        )), .table(proofTable(proof)),
    ]
  }

  private func proofTable(_ proof: SizeHub.Proof) -> Table {
    let tiny = EnergyLines(study: study, language: language).tiny
    let perYear = words("€ per jaar", "€ a year")
    return Table(
      caption: words("Bewijs in getallen", "Proof in numbers"),
      columns: [
        Table.Column(words("Wat", "What")), Table.Column(words("Waarde", "Value"), kind: .number),
        Table.Column(words("Eenheid", "Unit")), Table.Column(words("Betekenis", "Meaning")),
      ],
      rows: [
        [
          words("Kosten", "Cost"), number(proof.cost, 2), perYear,
          words("van de aanbevolen maten", "of the advised sizes"),
        ],
        [
          words("Ondergrens", "Lower bound"), number(proof.lowerBound, 2), perYear,
          words("geen keuze kost minder", "no choice costs less"),
        ],
        [
          words("Gat", "Gap"), tiny(proof.gap), "",
          words("verschil als deel van de kosten", "difference as a share of the cost"),
        ],
        [
          words("Tweede methode", "Second method"), proof.dispatchCost.map { number($0, 2) } ?? "–", perYear,
          words("kosten bij dezelfde maten", "cost at the same sizes"),
        ],
        [
          words("Verschil met de tweede methode", "Difference with the second method"),
          proof.dispatchDifference.map(tiny) ?? "–", "", words("als deel van de kosten", "as a share of the cost"),
        ],
        [
          words("Grootste overschrijding", "Largest excess"), tiny(proof.largestViolation), "kW, kWh",
          words("van welke grens ook", "of any bound"),
        ],
        [
          words("Verstookt", "Burned"), number(proof.burned, 1), "kWh",
          words(
            "door de ondergrens alleen: laden en ontladen tegelijk, wat deze inzet niet doet",
            "by the lower bound alone: charging and discharging at once, which this operation does not do"),
        ],
      ].enumerated().map { place, row in
        let cells = row.map { Table.Cell.text($0) }
        return Table.Row([cells[0], explained(cells[1], by: EnergyReportPaths.proof[place])] + cells.dropFirst(2))
      })
  }

  var costTable: Table {
    let columns: [(String, HubCost?)] =
      [
        (words("Ieder apart", "Each alone"), response.sizing.separate),
        (words("Eén contract, niets gebouwd", "One contract, nothing built"), response.sizing.joint),
      ] + (answer.map { [(words("Met advies", "As advised"), $0.cost)] } ?? [])
    let hasBoiler = (answer?.cost.boiler ?? 0) != 0
    let kinds: [(name: String, amount: KeyPath<HubCost, Double>)] = [
      (words("Energie", "Energy"), \.energy), (words("Contract", "Contract"), \.contract),
      (words("Maandpieken", "Monthly peaks"), \.peaks), (words("Zonnepanelen", "Panels"), \.panels),
      (words("Batterij", "Battery"), \.battery), (words("E-boiler", "E-boiler"), \.boiler),
      (words("Totaal", "Total"), \.total),
    ]
    return Table(
      caption: words("Kosten van de groep per jaar", "Cost of the group a year"),
      columns: [Table.Column(words("Soort", "Kind"))]
        + columns.map { .number($0.0, unit: "€", isAssumed: assumesCosts) },
      rows: kinds.filter { $0.amount != \.boiler || hasBoiler }.map { kind in
        let paths = EnergyReportPaths.cost(kind.amount)
        return Table.Row(
          [.text(kind.name)]
            + zip(columns, [paths.separate, paths.joint, paths.hub]).map { column, path in
              explained(cell(column.1?[keyPath: kind.amount]), by: path)
            },
          isTotal: kind.amount == \.total)
      },
      notes: [
        rich(
          "‘Eén contract’ is hier precies de groepspiek, zonder reserve. Panelen, batterij en e-boiler zijn annuïteit en onderhoud per jaar.",
          "‘One contract’ is exactly the group’s peak here, without a reserve. Panels, battery and e-boiler are annuity and maintenance a year."
        )
      ]
        + (response.sizing.separate == nil
          ? [
            rich(
              "Ieder apart is onbekend zolang een contract ontbreekt.",
              "Each alone is unknown while a contract is missing.")
          ] : []))
  }
}
