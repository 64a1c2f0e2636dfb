import Foundation
import FoundationXML
import Planning
import Quantities
import Reporting
import Testing

@Suite struct EnergyReportDocumentTests {
  private static let infeasible = ComposeEnergyReport.Request(
    group: .init(contract: 60),
    sizing: .init(contractMost: 60, batteryEnergyMost: 10, batteryPowerMost: 10, buildsPanels: false))

  private func document(
    _ park: SunnyPark = SunnyPark(), _ request: ComposeEnergyReport.Request = .init(), _ language: Language = .nl
  ) throws -> Document {
    try EnergyReportDocument.compose(park.response(request), language: language)
  }

  @Test func firstTheParkManagerThenTheAnnexes() throws {
    #expect(
      try document().chapters.map(\.id) == [
        "parkmanager", "netbeheerder", "bewijs", "parameters", "bronnen", "reproductie", "verklaringen",
      ])
  }

  @Test(arguments: Language.allCases) func isTheSameValueTwice(_ language: Language) throws {
    #expect(try document(SunnyPark(), .init(), language) == document(SunnyPark(), .init(), language))
  }

  @Test(arguments: [ComposeEnergyReport.Request(), infeasible])
  func everyPictureHasWordsAndATableAtItsSide(_ request: ComposeEnergyReport.Request) throws {
    let figures = try document(SunnyPark(), request).chapters.flatMap(\.blocks).compactMap { block in
      if case .figure(let figure) = block { figure } else { nil }
    }
    #expect(figures.count >= 5 && Set(figures.map(\.picture.name)).count == figures.count)
    for figure in figures {
      #expect(!figure.picture.alternative.isEmpty && figure.layout == .tableBeside)
      #expect(!figure.twin.rows.isEmpty && figure.twin.rows.count <= 13)
      #expect(XMLParser(data: Data(figure.picture.svg.utf8)).parse(), "\(figure.picture.name)")
      #expect(figure.picture.svg.firstMatch(of: /nan|inf\b/) == nil, "\(figure.picture.name)")
    }
  }

  @Test(arguments: [ComposeEnergyReport.Request(), infeasible])
  func everyRowHasACellPerColumn(_ request: ComposeEnergyReport.Request) throws {
    for table in tables(of: try document(SunnyPark(), request).chapters) {
      #expect(table.rows.allSatisfy { $0.cells.count == table.columns.count }, "\(table.caption)")
    }
  }

  /// A table is a region of the page, and a reader who jumps between regions tells them apart by caption.
  @Test(arguments: Language.allCases) func everyTableHasACaptionOfItsOwn(_ language: Language) throws {
    let captions = tables(of: try document(SunnyPark(), .init(), language).chapters).map(\.caption)
    #expect(Set(captions).count == captions.count, "\(captions)")
  }

  @Test func thereAreFiveKeyFiguresAndTheSavingIsTheDifference() throws {
    let response = try SunnyPark().response()
    let figures = try document().chapters[0].blocks.compactMap { block in
      if case .keyFigures(let figures) = block { figures } else { nil }
    }.joined()
    #expect(figures.count == 5)
    let before = try #require(response.sizing.separate?.total)
    let saving = before - (try #require(response.sizing.answer?.cost.total))
    #expect(figures.map(\.value.plain)[3] == "€\u{A0}" + NumberStyle(decimals: 0, language: .nl)(saving))
    #expect(figures.map(\.isAssumed) == [false, false, false, true, false])
  }

  /// Every number in a table, in the key figures and in the verdict leads to its tree, whether or not anything is possible; only what
  /// a tree ends in, values with their sources and files, does not.
  @Test(arguments: [ComposeEnergyReport.Request(), infeasible])
  func numbersLeadToTheirTrees(_ request: ComposeEnergyReport.Request) throws {
    let document = try document(SunnyPark(), request)
    let page = HTMLRenderer().render(document)
    let names = Set(page.matches(of: /\sid="([^"]+)"/).map { String($0.1) })
    let links = page.matches(of: /href="#([^"]+)"/).map { String($0.1) }
    #expect(Set(links).subtracting(names).isEmpty)
    let leaves = ["Gelezen waarden", "Bestanden van de studie"]
    for table in tables(of: document.chapters) where !leaves.contains(table.caption) {
      // Prices of a park that no files made have no trees. The first column holds names and places, such as an hour of the day.
      guard table.caption != "Waarmee is gerekend" else { continue }
      for cell in table.rows.flatMap({ $0.cells.dropFirst() }) {
        guard case .number = cell.content else { continue }
        #expect(cell.explanation.map(names.contains) == true, "\(table.caption): \(cell.content)")
      }
    }
    let figures = document.chapters[0].blocks.compactMap { block in
      if case .keyFigures(let figures) = block { figures } else { nil }
    }.joined()
    #expect(figures.count { figure in figure.value.spans.contains { $0.isExplained } } >= 4)
  }

  /// What the operator gets holds no member: neither a name nor a number of one.
  @Test func theAnnexNamesNoMember() throws {
    let chapter = try document().chapters[1]
    let words = tables(of: [chapter]).flatMap(\.rows).flatMap(\.cells).map { "\($0.content)" }
    #expect(!words.isEmpty && !words.contains { $0.contains("Firma") })
    #expect(tables(of: [chapter]).count == 4)
  }

  @Test func whatCannotBeDoneSaysWhichLimitByHowMuchAndTheRepair() throws {
    let page = HTMLRenderer().render(try document(SunnyPark(), Self.infeasible))
    #expect(
      page.contains("Binnen de grenzen is niets mogelijk") && page.contains(/hoogstens <a [^>]+><strong>60\u{A0}kW</))
    #expect(page.contains("Herstel, het goedkoopste voorop") && page.contains("Groter contract"))
    #expect(
      page.contains("Er is geen antwoord binnen de grenzen") && !page.contains("Aanbevolen maten: laagste kosten"))
  }

  @Test func aLargeGroupStaysOnThePageAndIsWholeInTheWorkbook() throws {
    let park = SunnyPark(members: 20)
    let request = ComposeEnergyReport.Request(group: .init(key: "contract"))
    let table = try #require(
      tables(of: try document(park, request).chapters).first { $0.caption.hasPrefix("Transportkosten") })
    #expect(table.rows.count == 11)
    #expect(table.rows[9].cells[0].content == .text("11 andere leden"))
    let sheet = EnergyReportWorkbook.compose(try park.response(request), language: .nl).sheets[1]
    #expect(sheet.rows.count == 21)
  }

  @Test func doubtsAboutTheDataAreTold() throws {
    let page = HTMLRenderer().render(try document(SunnyPark(isSynthetic: false, knowsContracts: false)))
    #expect(page.contains("Gemeten: 2 van de 3 aansluitingen") && page.contains("Firma 1 (productie)"))
    #expect(page.contains("Gevulde gaten: 8 uren bij 2 aansluitingen"))
    #expect(page.contains("Contract onbekend, de eigen piek telt als contract: <strong>Firma 0</strong>"))
    #expect(!page.lowercased().contains("synthetisch"))
  }

  @Test func generatedDataAreCalledSyntheticEverywhere() throws {
    let document = try document()
    #expect(document.syntheticNotice != nil && document.footer.contains("synthetische voorbeelddata"))
    for sheet in EnergyReportWorkbook.compose(try SunnyPark().response(), language: .nl).sheets {
      #expect(sheet.heading.contains { $0.contains("ynthetische voorbeelddata") }, "\(sheet.name)")
    }
  }

  @Test func nothingFromTheDataBecomesMarkup() throws {
    let page = HTMLRenderer().render(try document(SunnyPark(nasty: "<script>x</script>&")))
    #expect(!page.contains("<script") && page.contains("Firma 0&lt;script&gt;"))
    let body = try #require(page.range(of: "<body>")).lowerBound..<(try #require(page.range(of: "</body>"))).upperBound
    let parser = XMLParser(data: Data(page[body].utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError)) in line \(parser.lineNumber)")
  }

  @Test func theCommandSaysEveryOption() throws {
    let request = ComposeEnergyReport.Request(
      folder: "mijn-park", group: .init(key: "equal", contract: 350.5),
      sizing: .init(contractMost: 350.5, buildsPanels: false, curtailable: 20, curtailmentPrice: 0.5))
    let page = HTMLRenderer().render(try document(SunnyPark(), request))
    let command = "werklocaties energy report mijn-park --out rapport --key equal --contract 350.5 --no-panels"
    #expect(page.contains(command + " --curtailable 20 --curtailment-price 0.5"))
    #expect(page.contains(String(repeating: "ab12", count: 16)))
  }

  @Test func theWorkbookHoldsNoSeriesOfAMember() throws {
    let workbook = EnergyReportWorkbook.compose(try SunnyPark().response(), language: .nl)
    #expect(
      workbook.sheets.map(\.name) == [
        "Samenvatting", "Leden", "Afruil", "Maten", "Kosten", "Maanden", "Week", "Parameters", "Bronnen",
      ])
    for sheet in workbook.sheets {
      #expect(!sheet.rows.isEmpty && sheet.rows.allSatisfy { $0.count == sheet.columns.count }, "\(sheet.name)")
    }
    let long = workbook.sheets.filter { $0.rows.count > 100 }
    #expect(long.map(\.name) == ["Week"] && long[0].rows.count <= 7 * 25)
    #expect(!long[0].columns.contains { $0.contains("Firma") })
  }

  @Test func theBriefStyleHasABannerAndNoCover() throws {
    let markup = TypstRenderer().render(try document()).markup
    #expect(markup.contains("#show: brief.with(") && markup.contains("#beside[#picture("))
    #expect(!markup.contains("Dit cijfer rust op een of meer aannames"))
  }

  private func tables(of chapters: [Chapter]) -> [Table] {
    chapters.flatMap(\.blocks).compactMap { block in
      switch block {
      case .table(let table): table
      case .figure(let figure): figure.twin
      default: nil
      }
    }
  }
}

extension RichText.Span {
  fileprivate var isExplained: Bool { if case .explained = self { true } else { false } }
}
