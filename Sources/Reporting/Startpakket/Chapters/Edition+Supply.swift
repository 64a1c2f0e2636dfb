import Planning
import Quantities
import SupplyDemandBalance
import WorkLocations

extension Edition {
  /// What room there is and is planned — *aanbod*.
  var supply: Chapter {
    Chapter(
      id: "aanbod", title: words("Het aanbod van ruimte", "Supply of land"),
      blocks: [
        .paragraph(
          rich(
            "Het aanbod bestaat uit grond die nu te krijgen is, grond die later komt, en plannen.",
            "Supply is land that can be had now, land that comes later, and plans.")),
        .figure(
          Figure(
            picture: supplyPicture,
            caption: words("Aanbod per marktregio en soort", "Supply by market region and kind"),
            source: sourceLine, twin: supplyByMarketRegion)),
        .table(supplyByMunicipality),
      ])
  }

  private var supplyPicture: Picture {
    let patterns: [SupplyKind: Pattern] = [.softPlan: .diagonal, .frozen: .dots]
    let chart = StackedBars(
      name: "grafiek-aanbod", title: words("Aanbod per marktregio en soort", "Supply by market region and kind"),
      unit: netUnit,
      series: zip(SupplyKind.allCases, Palette.supply).map { kind, fill in
        StackedBars.Series(label: kind.label[language], fill: fill, pattern: patterns[kind])
      },
      rows: marketRegions.map { region in
        StackedBars.Row(
          label: name(of: region), parts: SupplyKind.allCases.map { total(of: $0, in: supply(of: region)) })
      }, numbers: numbers)
    let totals = SupplyKind.allCases.map {
      "\($0.label[language]) \(numbers(total(of: $0, in: balance.supply), decimals: 0)) ha"
    }.joined(separator: ", ")
    return chart.picture(
      alternative: words(
        "Gestapelde staven per marktregio. In de hele provincie: \(totals).",
        "Stacked bars by market region. In the whole province: \(totals)."))
  }

  private func total(of kind: SupplyKind, in lines: [SupplyLine]) -> Double {
    lines.filter { $0.kind == kind }.map(\.net).total().value
  }
}
