import Foundation
import Planning
import PlanningTestKit
import Provenance
import Quantities
import Reporting
import SpaceDemand
import Testing
import WorkLocations

@Suite struct EmbeddedExplanationTests {
  private typealias Fixture = ReportingTests.Polder

  private func page(_ polder: Fixture = Fixture(), _ language: Language = .nl) throws -> String {
    HTMLRenderer().render(try StartpakketDocument.compose(try polder.response(), language: language))
  }

  /// A link within the page that leads nowhere would make a reader doubt the figure.
  @Test func everyLinkWithinThePageLeadsSomewhere() throws {
    let page = try page()
    let names = Set(page.matches(of: /\sid="([^"]+)"/).map { String($0.1) })
    let links = page.matches(of: /href="#([^"]+)"/).map { String($0.1) }
    #expect(links.filter { $0.hasPrefix("u.") }.count > 50)
    #expect(links.allSatisfy(names.contains), "\(links.filter { !names.contains($0) })")
  }

  /// West in the high scenario of 2030: 33 usable less 60.
  @Test func aFigureLeadsToItsFormulaAndItsLeaves() throws {
    let page = try page()
    #expect(page.contains("<a href=\"#u.CR91.hoog.2030.balans\">−27,0</a>"))
    let start = try #require(page.range(of: "<ul id=\"u.CR91.hoog.2030.balans\">"))
    let line = try #require(
      page[..<start.lowerBound].range(
        of: "balans = <b>−27 ha netto</b> <i>bruikbaar − vraag: 33 − 60</i>", options: .backwards))
    #expect(page[line.upperBound..<start.lowerBound] == "</summary>")
    let tree = page[start.upperBound...].prefix(2_000)
    #expect(
      tree.contains(
        "Terrein 1a = <b>35 ha netto</b> <i>werklocaties 100, terstond_uitgeefbaar; polder.csv rij 12, synthetisch, peildatum 1 januari 2024</i>"
      ))
    #expect(tree.contains("Σ: 35 + (−2)") && tree.contains("<ul id=\"u.CR91.hoog.2030.aanbod.terstond\">"))
    #expect(tree.contains("4 andere = <b>−2 ha netto</b> <i>hier niet uitgeschreven</i>"))
    #expect(tree.contains("Terreinquotiënt = <b>212,5 m² per baan</b><span class=\"wl-mark\""))
    #expect(tree.contains("demand/land-per-job:fabriek/business-park@CR91 vanaf 1 januari 2024; aanname"))
  }

  @Test func theSameInEnglish() throws {
    let page = try page(Fixture(), .en)
    #expect(page.contains("balance = <b>−27 ha net</b> <i>bruikbaar − vraag: 33 − 60</i>"))
    #expect(page.contains("polder.csv row 12, synthetic, reference date 1 January 2024"))
    #expect(page.contains("212.5 m² per job"))
  }

  /// A figure that is met again leads to where it is written out; what has no tree in the page is named for the command.
  @Test func nothingIsWrittenTwice() throws {
    let page = try page()
    let written = page.components(separatedBy: "id=\"u.CR91.hoog.2030.vraag\"").count - 1
    #expect(written == 1)
    #expect(page.contains("werklocaties explain … CR91/hoog/2030/vraag/klasse/c4-large-wet"))
  }

  @Test func treesOpenWithoutAScriptAndStartClosed() throws {
    let page = try page()
    let count = page.components(separatedBy: "<details>").count - 1
    #expect(count > 20 && page.components(separatedBy: "<details><summary>").count - 1 == count)
    #expect(!page.contains("<details open") && !page.contains("<script"))
  }

  /// The key figures of the summary have their trees below them.
  @Test func keyFiguresAreExplained() throws {
    let summary = try #require(
      try page().components(separatedBy: "<section ").first { $0.contains("id=\"samenvatting\"") })
    #expect(summary.contains("Waar deze cijfers vandaan komen"))
    #expect(
      summary.contains("balans, laag = <b>3 ha netto</b>") && summary.contains("balans, hoog = <b>−57 ha netto</b>"))
  }

  @Test func paperNamesTheCommand() throws {
    let markup = TypstRenderer().render(try StartpakketDocument.compose(try Fixture().response(), language: .nl)).markup
    #expect(markup.contains("#raw(\"werklocaties explain register.gpkg CR91/hoog/2040/balans\")"))
    #expect(!markup.contains("terstond_uitgeefbaar; polder.csv") && !markup.contains("Open een gebied"))
  }

  @Test func aReportWithoutTreesHasNoLinksToThem() throws {
    let whole = try Fixture().response()
    let bare = ComposeStartpakket.Response(
      request: whole.request, province: whole.province, marketRegions: whole.marketRegions,
      municipalities: whole.municipalities, sectors: whole.sectors, addOns: whole.addOns, balance: whole.balance,
      explanations: BalanceExplanations(byPath: [:]), parks: whole.parks, planCapacities: whole.planCapacities,
      withdrawals: whole.withdrawals, housingAreas: whole.housingAreas, clusters: whole.clusters,
      landUse: whole.landUse, pinchPoints: whole.pinchPoints, quality: whole.quality)
    let page = HTMLRenderer().render(try StartpakketDocument.compose(bare, language: .nl))
    #expect(!page.contains("<details") && !page.contains("href=\"#u."))
  }

  /// The report of a province that was really worked out: every number that leads to a tree is what the tree evaluates to.
  @Test(arguments: ["PV91", "PV92"] as [RegionCode])
  func aLinkedNumberIsWhatItsTreeEvaluatesTo(_ province: RegionCode) throws {
    let response = try ComposeStartpakket()(
      .init(province: province), register: try PlanningTestKit.Polder.register(),
      library: PlanningTestKit.Polder.library())
    let paths = Self.pathsByAnchor(response)
    let cells = try StartpakketDocument.compose(response, language: .nl).chapters.flatMap(\.blocks).flatMap(Self.cells)
    let linked = cells.compactMap { cell in cell.explanation.map { (cell, $0) } }
    #expect(linked.count > 50)
    for (cell, anchor) in linked {
      let path = try #require(paths[anchor])
      let evaluated = try #require(response.explanations.evaluated(path))
      if case .ordinal(let year) = cell.content {
        #expect(evaluated == Double(year), "\(path)")
        continue
      }
      guard case .number(let value, _) = cell.content else {
        #expect(Self.spells(cell.content, evaluated), "\(path): \(evaluated), \(cell.content)")
        continue
      }
      // A chance, a part of the variance and coverage stand in the tables in per cent.
      let isShare =
        ["/kans/", "/gevoeligheid/", "/parken/aandeel/"].contains(where: path.contains) || path.hasSuffix("/dekking")
      let printed = isShare ? value / 100 : value
      #expect(abs(evaluated - printed) < 1e-8, "\(path): \(evaluated), \(printed)")
    }
  }

  private static func pathsByAnchor(_ response: ComposeStartpakket.Response) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: response.explanations.byPath.keys.map { path in
        ("u." + path.replacing("/", with: ".").replacing("_", with: "."), path)
      })
  }

  /// Counts, areas and years of parks, plans and withdrawals lead to the records that they are counted from.
  @Test(arguments: ["PV91", "PV92"] as [RegionCode]) func everyNumberOfTheRegisterLeadsToItsTree(_ province: RegionCode)
    throws
  {
    let register = try PlanningTestKit.Polder.register { records in
      records.landUse = try PlanningTestKit.Polder.municipalities.map { municipality in
        try LandUseObservation(
          region: municipality, year: 2017, businessPark: GrossHectares(8), origin: PlanningTestKit.Polder.origin())
      }
      records.clusters = [
        try Cluster(
          id: "c1", name: "Dijken", kind: .campus, municipalities: PlanningTestKit.Polder.municipalities,
          parks: records.parks.map(\.rin), origin: PlanningTestKit.Polder.origin())
      ]
      records.housingAreas = [
        try HousingArea(
          id: "h1", name: "Nieuw Land", municipalities: PlanningTestKit.Polder.municipalities, homes: 5000,
          origin: PlanningTestKit.Polder.origin())
      ]
    }
    let response = try ComposeStartpakket()(
      .init(province: province, draws: 0), register: register, library: PlanningTestKit.Polder.library())
    let document = try StartpakketDocument.compose(response, language: .nl)
    let names = Set(HTMLRenderer().render(document).matches(of: /\sid="([^"]+)"/).map { String($0.1) })
    let tables = document.chapters.flatMap(\.blocks).compactMap(Self.table)
    for caption in Self.registerTables {
      let table = try #require(tables.first { $0.caption.hasPrefix(caption) }, "\(caption)")
      let rows = caption == "Bodemgebruik" ? table.rows.map { $0.cells.dropFirst() } : table.rows.map { $0.cells[...] }
      let numbers = rows.flatMap { $0 }.filter(Self.isNumber)
      #expect(!numbers.isEmpty || province == "PV91", "\(caption)")
      #expect(numbers.allSatisfy { $0.explanation.map(names.contains) ?? false }, "\(caption)")
    }
  }

  private static let registerTables = [
    "Werklocaties naar beschikbaarheid", "Werklocaties naar soort", "Plannen", "Onttrekkingen", "Clusters",
    "Grootschalige woningbouw", "Bodemgebruik", "Hoe volledig", "Hoe oud", "Terreinen met uitgeefbare",
  ]

  private static func isNumber(_ cell: Table.Cell) -> Bool {
    switch cell.content {
    case .number, .ordinal: true
    case .text, .code, .empty: false
    }
  }

  /// The energy scan's totals, in GWh and MW, lead to trees in kWh and kW; so do the parks of the ranking.
  @Test func numbersOfTheEnergyScanLeadToTheirTrees() throws {
    let response = try ComposeStartpakket()(
      .init(province: "PV91"), register: try PlanningTestKit.Polder.register(),
      library: PlanningTestKit.Polder.library(PlanningTestKit.Polder.scanParameters))
    let document = try StartpakketDocument.compose(response, language: .nl)
    let names = Set(HTMLRenderer().render(document).matches(of: /\sid="([^"]+)"/).map { String($0.1) })
    let paths = Self.pathsByAnchor(response)
    var walked = 0
    for cell in document.chapters.flatMap(\.blocks).flatMap(Self.cells) {
      guard let anchor = cell.explanation, anchor.hasPrefix("u.energiescan."), case .number(let value, _) = cell.content
      else { continue }
      let path = try #require(paths[anchor])
      let evaluated = try #require(response.explanations.evaluated(path))
      #expect(names.contains(anchor))
      #expect(
        [1, 1e3, 1e6].contains { abs(evaluated / $0 - value) <= 1e-9 * abs(value) }, "\(path): \(evaluated), \(value)")
      walked += 1
    }
    // Eight totals with their borders, eleven points of the curve in three columns, and six columns of each park.
    #expect(walked >= 24 + 33 + 6, "\(walked)")
  }

  /// What jobs, preference and land per job make of the expansion leads to its tree.
  @Test func effectsAreLinked() throws {
    let response = try ComposeStartpakket()(
      .init(province: "PV92"), register: try PlanningTestKit.Polder.register(),
      library: PlanningTestKit.Polder.library())
    let anchors = try StartpakketDocument.compose(response, language: .nl).chapters.flatMap(\.blocks)
      .flatMap(Self.cells).compactMap(\.explanation)
    for effect in DemandEffect.allCases {
      #expect(anchors.contains { $0.hasSuffix("vraag.effect.\(effect.rawValue)") }, "\(effect)")
      #expect(anchors.contains { $0.hasSuffix("vraag.stand.\(effect.rawValue)") }, "\(effect)")
    }
    #expect(anchors.contains { $0.hasSuffix("vraag.stand.begin") })
  }

  /// With issue of twenty years the scores of the back-test lead to their trees, and the borders that it widens to theirs.
  @Test func scoresAndWidenedBordersAreLinked() throws {
    let register = try PlanningTestKit.Polder.register { records in
      records.issues = try PlanningTestKit.Polder.municipalities.flatMap { municipality in
        try (2004...2023).map { year in
          try IssueObservation(
            municipality: municipality, year: year, issued: NetHectares(Double(1 + year * year % 7)),
            origin: PlanningTestKit.Polder.origin())
        }
      }
    }
    let response = try ComposeStartpakket()(
      .init(province: "PV91"), register: register, library: PlanningTestKit.Polder.library())
    let document = try StartpakketDocument.compose(response, language: .nl)
    let linked = document.chapters.flatMap(\.blocks).flatMap(Self.cells).compactMap { cell -> (Double, String)? in
      guard let anchor = cell.explanation, case .number(let value, _) = cell.content else { return nil }
      return (value, anchor)
    }
    let paths = Self.pathsByAnchor(response)
    let scores = linked.filter { $0.1.hasPrefix("u.terugtoets.PV91.uitgifte.score.") }
    let borders = linked.filter { $0.1.contains(".verbreed.PV91.") }
    #expect(scores.count > 20 && borders.count > 5, "\(scores.count) \(borders.count)")
    for (value, anchor) in scores + borders {
      let path = try #require(paths[anchor])
      let evaluated = try #require(response.explanations.evaluated(path))
      #expect(abs(evaluated * (path.hasSuffix("/dekking") ? 100 : 1) - value) < 1e-8, "\(path)")
    }
    let page = HTMLRenderer().render(document)
    let names = Set(page.matches(of: /\sid="([^"]+)"/).map { String($0.1) })
    #expect((scores + borders).allSatisfy { names.contains($0.1) })
  }

  /// A break-even is told in words: `× 0,85`, or `+0,32 procentpunt per jaar`.
  private static func spells(_ content: Table.Cell.Content, _ value: Double) -> Bool {
    guard case .text(let text) = content else { return false }
    if text == "niet binnen het bereik" { return true }
    let isFactor = text.hasPrefix("× ")
    let number = isFactor ? value : abs(value) * 100
    let sign = isFactor ? "× " : value < 0 ? "−" : "+"
    return text.hasPrefix(sign + NumberStyle(decimals: 2, language: .nl)(number))
  }

  /// Every number of the spread leads to its tree: tornado, part of the variance with its interval, missing land.
  @Test func everyNumberOfTheSpreadLeadsToItsTree() throws {
    let response = try ComposeStartpakket()(
      .init(province: "PV91"), register: try PlanningTestKit.Polder.register(),
      library: PlanningTestKit.Polder.library())
    let document = try StartpakketDocument.compose(response, language: .nl)
    let page = HTMLRenderer().render(document)
    let names = Set(page.matches(of: /\sid="([^"]+)"/).map { String($0.1) })
    let links = page.matches(of: /href="#([^"]+)"/).map { String($0.1) }
    #expect(links.allSatisfy(names.contains), "\(links.filter { !names.contains($0) })")
    let captions = ["bij lage en hoge invoer", "Gevoeligheid en omslagpunt", "Ontbrekend terrein"]
    for caption in captions {
      let tables = document.chapters.flatMap(\.blocks).compactMap(Self.table).filter { $0.caption.contains(caption) }
      #expect(!tables.isEmpty, "\(caption)")
      for cell in tables.flatMap({ $0.rows.flatMap(\.cells) }) {
        guard case .number = cell.content else { continue }
        #expect(cell.explanation != nil, "\(caption)")
      }
      let ends = tables.flatMap { $0.rows.compactMap(\.cells.last) }
      #expect(ends.allSatisfy { $0.explanation != nil }, "\(caption)")
    }
    #expect(page.contains("niet binnen het bereik</a>"))
  }

  /// Numbers of tables with classes of land lead to their trees too where they are nothing: a class that nobody asks for here, and
  /// a flow that there is in another year or scenario only.
  @Test(arguments: ["PV91", "PV92"] as [RegionCode]) func aZeroLeadsToItsTree(_ province: RegionCode) throws {
    let response = try ComposeStartpakket()(
      .init(province: province, draws: 0), register: try PlanningTestKit.Polder.register(),
      library: PlanningTestKit.Polder.library())
    let document = try StartpakketDocument.compose(response, language: .nl)
    let tables = document.chapters.flatMap(\.blocks).compactMap(Self.table).filter { table in
      ["tekort per ruimteklasse", "Mismatch: lichte vraag"].contains(where: table.caption.contains)
    }
    let cells = tables.flatMap { $0.rows.flatMap(\.cells) }.filter {
      if case .number = $0.content { true } else { false }
    }
    #expect(cells.contains { $0.content == .number(0, decimals: 1) })
    #expect(cells.allSatisfy { $0.explanation != nil }, "\(cells.count { $0.explanation == nil }) of \(cells.count)")
  }

  private static func table(_ block: Block) -> Table? {
    switch block {
    case .table(let table): table
    case .figure(let figure): figure.twin
    default: nil
    }
  }

  /// What a page has written out is led to where it comes again: no long calculation stands in it twice.
  @Test func aCalculationIsWrittenOutOnce() throws {
    let response = try ComposeStartpakket()(
      .init(province: "PV91", draws: 0), register: try PlanningTestKit.Polder.register(),
      library: PlanningTestKit.Polder.library())
    let sections = try StartpakketDocument.compose(response, language: .nl).chapters.flatMap(\.blocks).compactMap {
      if case .explanations(let section) = $0, section.onScreen != nil { section } else { nil }
    }
    func trees(_ tree: ExplanationTree) -> [ExplanationTree] { [tree] + tree.parts.flatMap(trees) }
    func trees(in group: ExplanationGroup) -> [ExplanationTree] {
      group.groups.flatMap(trees(in:)) + group.trees.flatMap(trees)
    }
    let all = sections.flatMap(\.groups).flatMap(trees(in:))
    let led = all.filter { $0.target?.hasPrefix("v.") == true }
    #expect(!led.isEmpty)
    let named = Dictionary(grouping: all.filter { $0.anchor != nil }, by: \.anchor)
    for link in led {
      let found = try #require(named[link.target])
      #expect(found.count == 1 && found[0].amount == link.amount && found[0].label == link.label)
      #expect(!found[0].parts.isEmpty && link.parts.isEmpty)
    }
  }

  private static func cells(_ block: Block) -> [Table.Cell] {
    switch block {
    case .table(let table): table.rows.flatMap(\.cells)
    case .figure(let figure): figure.twin.rows.flatMap(\.cells)
    default: []
    }
  }
}
