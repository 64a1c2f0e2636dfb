import Planning
import Quantities

extension Edition {
  /// Shortages per class of land, which a total hides — *segmenten en mismatch*.
  var segments: Chapter {
    let spills = mismatch(limit: BalanceExplanations.flowsShown)
    return Chapter(
      id: "segmenten", title: words("Welke soort grond knelt", "Which classes of land are short"),
      blocks: [
        .paragraph(
          rich(
            "Een regio kan in totaal genoeg grond hebben en toch te weinig grote kavels, zware milieucategorieën of kades. De tabellen geven per marktregio het tekort met hard aanbod. Hoe donkerder het vak, hoe groter het deel van de vraag dat geen passende grond vindt.",
            "A region may have enough land in total and yet too few large plots, high categories or quays. The tables give the shortage with hard supply by market region. The darker the cell, the larger the part of demand that finds no fitting land."
          ))
      ] + marketRegions.map { .table(shortageByClass(in: $0)) } + [
        .heading(words("Mismatch", "Mismatch")),
        .paragraph(
          rich(
            "Als er voor lichte bedrijven niets passends is, nemen zij zwaardere of grotere kavels in, of kavels aan het water. Die grond is dan weg voor bedrijven die haar echt nodig hebben. De tabel geeft de grootste stromen; het rekenblad geeft ze allemaal.",
            "Where nothing fits light firms, they take heavier or larger plots, or plots at the water. That land is then lost to firms that really need it. The table gives the largest flows; the workbook gives all."
          )),
        spills.rows.isEmpty
          ? .paragraph(rich("Er is geen mismatch gevonden.", "No mismatch was found.")) : .table(spills),
      ])
  }
}
