import Planning
import Quantities
import WorkLocations

extension Edition {
  /// Where the parks lie and what they can issue — *werklocaties*.
  var workLocations: Chapter {
    Chapter(
      id: "werklocaties", title: words("De werklocaties", "The work locations"), startsPage: true,
      blocks: [.paragraph(parkWords)] + parkMap + [.table(parksByKind)])
  }

  private var parkWords: RichText {
    func count(_ selection: ParkFigure.Selection, where isCounted: (SiteSupply) -> Bool) -> RichText {
      RichText(String(sites.count(where: isCounted)))
        .explained(by: explanation(of: .parks(ParkFigure(.count, selection)), in: province))
    }
    let open = count(.availability(.immediate)) { $0.availability == .immediate }
    let later = count(.availability(.later)) { $0.availability == .later }
    let unknown = count(.availability(.unknown)) { $0.availability == .unknown }
    let all = count(.all) { _ in true }
    return rich(
      "Op \(open) van de \(all) terreinen is nu grond te koop of in erfpacht te krijgen. Op \(later) terreinen kan dat pas later. Van \(unknown) terreinen is niet ingevuld of er grond uitgeefbaar is.",
      "On \(open) of the \(all) parks land can be had now. On \(later) parks only later. For \(unknown) parks it is not filled in whether land can be issued."
    )
  }

  private var parkMap: [Block] {
    let sites = sites.compactMap { site in
      site.park.outline.map {
        ParkMap.Site(outline: $0, kind: site.availability.kind(in: language), amount: site.issuable.value)
      }
    }
    let title = words("Werklocaties naar beschikbaarheid", "Work locations by availability")
    let map = ParkMap(
      name: "kaart-terreinen", title: title, backdrop: backdrop, sites: sites, credits: mapCredits,
      legendTitle: words("Uitgeefbaar", "Issuable"), kinds: Availability.allCases.map { $0.kind(in: language) },
      size: .init(words("Grootte van het teken", "Size of the sign"), unit: "ha", samples: [1, 10, 50]),
      numbers: numbers)
    return block(
      map.picture(
        alternative: words(
          "Kaart van \(response.province.name) met \(sites.count) werklocaties. Een cirkel toont hoeveel grond uitgeefbaar is; de vulling toont of dat nu of later is. De tabel eronder geeft de aantallen per gemeente.",
          "Map of \(response.province.name) with \(sites.count) work locations. A circle shows how much land can be issued; its fill shows whether now or later. The table below gives the numbers by municipality."
        )), caption: title, twin: parksByAvailability)
  }

  /// A map, which names its own source, or its table alone where there is nothing to draw.
  func block(_ picture: Picture?, caption: String, isAssumed: Bool = false, twin: Table) -> [Block] {
    guard let picture else {
      return [
        .paragraph(
          rich("Er zijn geen grenzen ingelezen om een kaart te tekenen.", "No borders were imported to draw a map.")),
        .table(twin),
      ]
    }
    return [.figure(Figure(picture: picture, caption: caption, source: "", isAssumed: isAssumed, twin: twin))]
  }
}
