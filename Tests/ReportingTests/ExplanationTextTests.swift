import Planning
import PlanningTestKit
import Provenance
import Quantities
import Reporting
import Testing
import WorkLocations

@Suite struct ExplanationTextTests {
  private let day = CalendarDate(startOf: 2024)

  private func text(_ explanation: Explanation, _ language: Language = .nl) -> String {
    ExplanationText(
      language: language, snapshots: [PlanningTestKit.Polder.snapshot],
      bibliography: PlanningTestKit.Polder.bibliography)(explanation)
  }

  private func reading(_ value: Double, _ dated: DatedValue) -> Explanation {
    Explanation(
      ParameterReading(
        key: "supply/frictional-reserve", member: "@CR91", label: LocalizedText(nl: "frictie", en: "friction"),
        unit: .share,
        dated: dated))
  }

  private var tree: Explanation {
    let land = Explanation(
      LocalizedText(both: "Terrein 1001"), value: 2, unit: .netHectare,
      basis: .record(
        table: "werklocaties", key: "1001", field: "terstond_uitgeefbaar",
        origin: PlanningTestKit.Polder.origin(row: 12)))
    let share = reading(0.0625, PlanningTestKit.Polder.value(0.0625))
    return Explanation(
      LocalizedText(nl: "frictiereserve", en: "frictional reserve"), .product, notation: "aandeel × hard",
      unit: .netHectare, parts: [share, land])
  }

  @Test func everyLineSaysWhereItsNumberComesFrom() {
    #expect(
      text(tree) == """
        frictiereserve = 0,125 ha netto  [aandeel × hard]
          frictie = 0,0625  (supply/frictional-reserve:@CR91 vanaf 2020-01-01; statistiek, Polderbureau, Het polderboek, tabel 1)
          Terrein 1001 = 2 ha netto  (werklocaties 1001, terstond_uitgeefbaar; polder.csv rij 12, synthetisch)

        """)
  }

  @Test func theSameInEnglish() {
    #expect(
      text(tree, .en) == """
        frictional reserve = 0.125 ha net  [aandeel × hard]
          friction = 0.0625  (supply/frictional-reserve:@CR91 from 2020-01-01; statistic, Polderbureau, Het polderboek, tabel 1)
          Terrein 1001 = 2 ha net  (werklocaties 1001, terstond_uitgeefbaar; polder.csv row 12, synthetic)

        """)
  }

  @Test func anAssumptionIsMarkedAndADefinitionNamed() {
    let assumed = reading(0.05, DatedValue(from: day, value: 0.05, kind: .assumption, source: "assumption"))
    #expect(text(assumed) == "frictie = 0,05  (supply/frictional-reserve:@CR91 vanaf 2024-01-01; aanname)\n")
    let hectare = Explanation(
      LocalizedText(both: "m² in een ha"), value: 10_000, unit: .squareMetre, basis: .definition)
    #expect(text(hectare) == "m² in een ha = 10.000 m²  (definitie)\n")
  }

  /// The depth is the same everywhere, and what is left out is counted.
  @Test func aLongTreeStopsAtTheDepthThatFits() {
    let wide = Explanation(
      LocalizedText(nl: "som", en: "sum"), .sum, notation: "Σ", unit: .netHectare, parts: [tree, tree, tree])
    func lines(_ limit: Int?) -> [Substring] {
      ExplanationText(
        language: .nl, snapshots: [PlanningTestKit.Polder.snapshot], bibliography: PlanningTestKit.Polder.bibliography,
        lineLimit: limit)(wide)
        .split(separator: "\n")
    }
    #expect(lines(nil).count == 10 && lines(10).count == 10)
    #expect(lines(9).count == 4 && lines(9)[1] == "  frictiereserve = 0,125 ha netto  [aandeel × hard] … 2 onderdelen")
    #expect(lines(1).count == 4)
  }

  @Test func anAnswerStartsWithItsPath() throws {
    let response = try ExplainFigure()(
      .init(figure: "CR93/laag/2030/aanbod/terstond"), register: try PlanningTestKit.Polder.register(),
      library: PlanningTestKit.Polder.library())
    let lines = ExplanationText.text(response, language: .nl).split(separator: "\n")
    #expect(lines.count == 4 && lines[0] == "CR93/laag/2030/aanbod/terstond")
    #expect(lines[1] == "terstond uitgeefbaar = 17 ha netto  [Σ]")
    #expect(lines[2].contains("Terrein 1005 = 16 ha netto") && lines[3].contains("rij 1006"))
  }
}
