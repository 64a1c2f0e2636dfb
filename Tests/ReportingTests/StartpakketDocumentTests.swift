import Foundation
import Planning
import Quantities
import Reporting
import Testing

@Suite struct StartpakketDocumentTests {
  func document(_ polder: Polder = Polder(), _ language: Language = .nl) throws -> Document {
    try StartpakketDocument.compose(try polder.response(), language: language)
  }

  @Test func tellsTheWholeStoryInFixedOrder() throws {
    #expect(
      try document().chapters.map(\.id) == [
        "samenvatting", "leeswijzer", "werklocaties", "vraag", "aanbod", "balans", "segmenten", "terreinen", "plannen",
        "clusters", "bodemgebruik", "datakwaliteit", "parameters", "bronnen", "reproductie",
      ])
  }

  @Test(arguments: Language.allCases) func isTheSameValueTwice(_ language: Language) throws {
    #expect(try document(Polder(), language) == document(Polder(), language))
  }

  @Test func everyPictureHasWordsAndATableWithNumbers() throws {
    let figures = try document().chapters.flatMap(\.blocks).compactMap { block in
      if case .figure(let figure) = block { figure } else { nil }
    }
    #expect(figures.count == 7)
    #expect(Set(figures.map(\.picture.name)).count == figures.count)
    for figure in figures {
      #expect(!figure.picture.alternative.isEmpty)
      #expect(!figure.twin.rows.isEmpty)
    }
  }

  @Test func everyRowHasACellPerColumn() throws {
    for table in try tables(of: document()) {
      #expect(table.rows.allSatisfy { $0.cells.count == table.columns.count }, "\(table.caption)")
    }
  }

  /// 20 and 60 ha for the west in 2030, half of that for the east: 30 to 90 in all, against 33 usable.
  @Test func summaryTellsDemandSupplyAndVerdict() throws {
    let figures = try document().chapters[0].blocks.compactMap { block in
      if case .keyFigures(let figures) = block { figures } else { nil }
    }.joined()
    #expect(figures.map(\.value.plain) == ["30 tot 90", "33", "−57 tot 3"])
    let words = try HTMLRenderer().render(document())
    #expect(words.contains("laag: in balans, hoog: tekort"))
    #expect(words.contains("<strong>Polder-West, 2030</strong>: grond voor categorie 4"))
  }

  @Test func generatedDataAreCalledSyntheticEverywhere() throws {
    let synthetic = try document()
    #expect(synthetic.syntheticNotice != nil)
    #expect(synthetic.footer.contains("synthetische voorbeelddata"))
    for map in synthetic.pictures.filter({ $0.name.hasPrefix("kaart") }) {
      #expect(map.picture.svg.contains("Synthetische voorbeelddata"))
      #expect(map.picture.svg.contains("geen echte grenzen"))
    }
    let real = try document(Polder(isSynthetic: false))
    #expect(real.syntheticNotice == nil)
    #expect(!HTMLRenderer().render(real).lowercased().contains("synthetisch"))
  }

  @Test func figuresCarryTheMarkOnlyWhereAnAssumptionWasRead() throws {
    let marked = try tables(of: document()).first { $0.caption == "Ruimtevraag per onderdeel" }
    #expect(marked?.columns.map(\.isAssumed) == [false, false, true, true])
    let clean = try tables(of: document(Polder(hasAssumptions: false))).first {
      $0.caption == "Ruimtevraag per onderdeel"
    }
    #expect(clean?.hasAssumptions == false)
  }

  @Test func withoutBordersThereAreTablesAndNoMapOfRegions() throws {
    let document = try document(Polder(hasBoundaries: false))
    #expect(!document.pictures.map(\.name).contains("kaart-balans.svg"))
    #expect(tables(of: document).contains { $0.caption == "Balans per marktregio" })
  }

  @Test func requestCanBeReadBack() throws {
    let json = try CanonicalJSON.text(try Polder().response().request)
    #expect(json.contains("\"province\" : \"PV99\""))
    #expect(try HTMLRenderer().render(document()).contains("werklocaties startpakket register.gpkg --province PV99"))
  }

  private func tables(of document: Document) -> [Table] {
    document.chapters.flatMap(\.blocks).compactMap { block in
      switch block {
      case .table(let table): table
      case .figure(let figure): figure.twin
      default: nil
      }
    }
  }
}
