import Planning
import Quantities
import SupplyDemandBalance
import WorkLocations

/// The startpakket of a province as a workbook — *rekenblad*.
public enum StartpakketWorkbook {
  /// Eleven sheets, twelve with the energy scan: the tables of the report, with the full lists where the report shows a part.
  public static func compose(_ response: ComposeStartpakket.Response, language: Language) -> Workbook {
    let edition = Edition(response, in: language)
    let sheets: [(name: String, table: Table)] =
      [
        (edition.words("Samenvatting", "Summary"), edition.overviewSheet),
        (edition.words("Vraag", "Demand"), edition.demandSheet),
        (edition.words("Aanbod", "Supply"), edition.supplySheet),
        (edition.words("Balans", "Balance"), edition.balanceByMarketRegion),
        (edition.words("Segmenten", "Segments"), edition.segmentSheet),
        ("Mismatch", edition.mismatch()),
        (edition.words("Werklocaties", "Work locations"), edition.parkSheet),
        (edition.words("Plannen", "Plans"), edition.planTable),
        (edition.words("Onttrekkingen", "Withdrawals"), edition.withdrawalTable),
      ] + (edition.energySheet.map { [(edition.words("Energie", "Energy"), $0)] } ?? []) + [
        ("Parameters", edition.parameterTable()),
        (edition.words("Bronnen", "Sources"), edition.sourceSheet),
      ]
    return Workbook(
      title: edition.words(
        "Startpakket werklocaties \(response.province.name)", "Work locations in \(response.province.name)"),
      sheets: sheets.map { sheet in
        Workbook.Sheet(
          named: sheet.name, sheet.table, footer: edition.footer,
          warning: edition.isSynthetic ? edition.sentenceCase(edition.syntheticLabel) + "." : nil, in: language)
      })
  }
}
