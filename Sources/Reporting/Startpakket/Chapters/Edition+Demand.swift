import Planning
import Quantities
import SpaceDemand

extension Edition {
  /// How much room firms will need — *vraag*.
  var demand: Chapter {
    Chapter(
      id: "vraag", title: words("De vraag naar ruimte", "Demand for land"), startsPage: true,
      blocks: [
        .paragraph(
          rich(
            "De vraag volgt uit het aantal banen, het deel daarvan op bedrijventerreinen en de grond per baan. Krimp telt mee als negatieve vraag.",
            "Demand follows from the number of jobs, the part of them on parks and the land per job. Decline counts as negative demand."
          )),
        .figure(
          Figure(
            picture: demandPicture,
            caption: words("Ruimtevraag per onderdeel, van laag tot hoog", "Demand by component, from low to high"),
            source: sourceLine, isAssumed: marks.demand, twin: demandByComponent)),
        .heading(words("Welke bedrijven vragen ruimte", "Which firms need room")), .table(demandBySectorGroup),
        .heading(words("Aanvullende vraag", "Additional demand")), .table(addOnTable),
        .heading(words("Banen", "Jobs")), .table(jobsTable),
      ])
  }

  private var demandPicture: Picture {
    let chart = RangeChart(
      name: "grafiek-vraag", title: words("Ruimtevraag per onderdeel", "Demand by component"), unit: netUnit,
      groups: horizons.map { horizon in
        RangeChart.Group(
          title: words("Tot en met \(horizon)", "Through \(horizon)"),
          rows: DemandPart.net.map { part in
            RangeChart.Row(
              part.label[language], demands(of: province, horizon: horizon).map(part.amount),
              fill: part == .total ? Palette.ink : Palette.primary, isEmphasised: part == .total)
          })
      }, numbers: numbers)
    let totals = horizons.map { horizon in
      "\(horizon): \(range(demands(of: province, horizon: horizon).map(\.total))) ha"
    }.joined(separator: "; ")
    return chart.picture(
      alternative: words(
        "Staven van laag tot hoog per onderdeel van de vraag. Totaal netto \(totals).",
        "Bars from low to high per component of demand. Total net \(totals)."))
  }
}
