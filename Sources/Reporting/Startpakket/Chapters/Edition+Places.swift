import Planning
import Quantities

extension Edition {
  /// Parks with something to offer — *uitgeefbare grond*.
  var issuableLand: Chapter {
    Chapter(
      id: "terreinen", title: words("Terreinen met uitgeefbare grond", "Parks with issuable land"), startsPage: true,
      blocks: tableOrSentence(
        parksWithIssuableLand, rich("Geen enkel terrein heeft uitgeefbare grond.", "No park has issuable land.")))
  }

  /// What is planned, and what disappears — *plannen en onttrekkingen*.
  var plansAndWithdrawals: Chapter {
    Chapter(
      id: "plannen", title: words("Plannen en onttrekkingen", "Plans and withdrawals"),
      blocks: tableOrSentence(planTable, rich("Er zijn geen plannen bekend.", "No plans are known.")) + [
        .heading(words("Onttrekkingen", "Withdrawals")),
        .paragraph(
          rich(
            "Sommige bedrijfsgrond krijgt een andere bestemming. Een deel van die ruimte moet elders terugkomen.",
            "Some business land gets another use. Part of that room must come back elsewhere.")),
      ] + tableOrSentence(withdrawalTable, rich("Er zijn geen onttrekkingen bekend.", "No withdrawals are known.")))
  }

  /// Industry clusters, campuses and the large housing areas that touch them — *clusters en campussen*.
  var clusters: Chapter {
    Chapter(
      id: "clusters", title: words("Clusters, campussen en woningbouw", "Clusters, campuses and housing"),
      blocks: tableOrSentence(
        clusterTable,
        rich(
          "In deze provincie liggen geen bekende clusters of campussen.",
          "No known clusters or campuses lie in this province."))
        + [.heading(words("Grootschalige woningbouw", "Large housing areas"))]
        + tableOrSentence(
          housingAreaTable,
          rich(
            "In deze provincie liggen geen grootschalige woningbouwgebieden.",
            "No large housing areas lie in this province.")))
  }

  /// The table, or a sentence that says why there is none.
  func tableOrSentence(_ table: Table, _ sentence: RichText) -> [Block] {
    table.rows.isEmpty ? [.paragraph(sentence)] : [.table(table)]
  }
}
