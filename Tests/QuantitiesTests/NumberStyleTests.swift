import Quantities
import Testing

@Suite struct NumberStyleTests {
  @Test(arguments: [
    (1234.56, "1.234,6", "1,234.6"), (0.05, "0,1", "0.1"), (-0.04, "0,0", "0.0"),
    (-1234567.0, "-1.234.567,0", "-1,234,567.0"),
    (999.96, "1.000,0", "1,000.0"), (12, "12,0", "12.0"), (.nan, "–", "–"), (.infinity, "–", "–"),
  ])
  func groupsAndRounds(_ value: Double, _ dutch: String, _ english: String) {
    #expect(NumberStyle(decimals: 1, language: .nl)(value) == dutch)
    #expect(NumberStyle(decimals: 1, language: .en)(value) == english)
  }

  @Test func plainHasNoGroups() {
    #expect(NumberStyle.plain(decimals: 4)(12345.00015) == "12345.0002")
    #expect(NumberStyle.plain(decimals: 0)(12345.5) == "12346")
  }

  @Test(arguments: [(1.26, "+1,3"), (-1.26, "-1,3"), (0.04, "0,0"), (-0.04, "0,0"), (0.0, "0,0"), (.nan, "–")])
  func aChangeShowsItsSign(_ value: Double, _ text: String) {
    #expect(NumberStyle(decimals: 1, language: .nl).signed(value) == text)
  }

  @Test func anAmountShowsItsUnit() {
    #expect(NetHectares(1234.5).formatted(in: .nl) == "1.234,5 ha netto")
    #expect(GrossHectares(2).formatted(decimals: 0, in: .en) == "2 ha gross")
  }
}
