import Planning
import Quantities
import Reporting
import Testing

@Suite struct BalanceTableTests {
  @Test func terminalTableIsAlignedAndHonest() throws {
    let text = BalanceTable.text(try Polder().balance(), language: .nl)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "Tot en met 2030, hectare netto")
    #expect(lines[1].hasPrefix("Gebied") && lines[1].contains("Hoogste saldo†"))
    #expect(
      lines[4].split(separator: " ") == [
        "Polderland", "30", "90", "36", "12", "-57", "3", "-51", "9", "in", "balans", "/", "tekort",
      ])
    #expect(text.contains("synthetische voorbeelddata"))
    #expect(text.contains("1 van de 2"))
  }

  @Test func realDataWithoutAssumptionsCarryNoMark() throws {
    let text = BalanceTable.text(try Polder(isSynthetic: false, hasAssumptions: false).balance(), language: .en)
    #expect(!text.contains("†") && !text.contains("synthetic"))
  }

  @Test func dataFileHasARowPerOutcomeWithPlainNumbers() throws {
    let rows = BalanceTable.csv(try Polder().balance()).split(separator: "\n")
    #expect(rows.count == 1 + 3 * 2 * 2)
    let columns = rows[0].split(separator: ",")
    #expect(rows.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == columns.count })
    let first = Dictionary(uniqueKeysWithValues: zip(columns, rows[1].split(separator: ",")))
    #expect(first["saldo_hard_ha"] == "13.0000")
    #expect(first["oordeel_hard"] == "overaanbod")
  }

  @Test(arguments: [(12.0, 12.04, "12"), (-3, 5, "−3 tot 5"), (1_250, 800, "800 tot 1.250")])
  func rangesReadAsWords(_ low: Double, _ high: Double, _ words: String) {
    #expect(NumberText(language: .nl).range(low, high, decimals: 0) == words)
  }
}
