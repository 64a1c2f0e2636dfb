import Planning
import Quantities
import WorkLocations

/// The energy hubs of the province, as far as the register knows them.
extension EnergyChapter {
  var hubs: [Block] {
    guard let found = edition.response.hubs else { return [] }
    return [
      .heading(words("Energiehubs en hun fase", "Energy hubs and their stage")), .table(hubTable(found.hubs)),
    ]
  }

  private func hubTable(_ lines: [ListHubStages.Line]) -> Table {
    Table(
      caption: words("Energiehubs in de provincie", "Energy hubs in the province"),
      columns: [
        Table.Column("Hub"), Table.Column(words("Werklocaties", "Work locations")),
        Table.Column(words("Fase", "Stage")),
        Table.Column(words("Sinds", "Since")),
        Table.Column(words("Nodig voor de volgende fase", "Needed for the next stage"), isAssumed: true),
      ],
      rows: lines.map { line in
        Table.Row(
          [
            line.hub.name, line.parks.joined(separator: ", "), line.stage.label[language],
            line.since.spelled(in: language), needed(line),
          ].map { .text($0) })
      })
  }

  private func needed(_ line: ListHubStages.Line) -> String {
    guard let next = line.next else { return "" }
    let papers = line.missing.map { $0.label[language] }.joined(separator: ", ")
    return papers.isEmpty ? next.label[language] : "\(next.label[language]): \(papers)"
  }
}
