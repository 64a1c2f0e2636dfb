import Foundation
import Quantities
import Testing

@Suite struct QuantityTests {
  @Test func addsAndScales() {
    #expect([NetHectares(1), NetHectares(2), NetHectares(4)].total() == NetHectares(7))
    #expect(NetHectares(3) - NetHectares(4) * 2 == -NetHectares(5))
    #expect(NetHectares(1) < NetHectares(2))
    #expect([Jobs]().total() == .zero)
  }

  /// The public share is of the gross area: gross = net / (1 − share), not net × (1 + share).
  @Test func grossFollowsByDivision() {
    #expect(NetHectares(8).gross(publicShare: 0.2) == GrossHectares(10))
  }

  @Test func hectaresAndSquareMetresAreOneArea() {
    #expect(SquareMetres(netHectares: NetHectares(0.5)) == SquareMetres(5000))
    #expect(SquareMetres(25_000).asNetHectares == NetHectares(2.5))
    #expect(SquareMetres(25_000).asGrossHectares == GrossHectares(2.5))
  }

  @Test func jobsNeedLand() {
    #expect(Jobs(64).land(at: LandPerJob(156.25)) == NetHectares(1))
  }

  @Test func anAmountIsANumberInJSON() throws {
    #expect(try String(decoding: JSONEncoder().encode([Jobs(2)]), as: UTF8.self) == "[2]")
    #expect(try JSONDecoder().decode([Jobs].self, from: Data("[2.5]".utf8)) == [Jobs(2.5)])
  }

  @Test(arguments: [
    (Rounding.none, 2.25, 2.25), (.tenthOfHectare, 2.25, 2.3), (.tenthOfHectare, -2.25, -2.3), (.hectare, 2.5, 3),
    (.hectare, -2.5, -3), (.hectare, 2.4, 2),
  ])
  func roundsHalfAwayFromZero(_ rounding: Rounding, _ value: Double, _ rounded: Double) {
    #expect(rounding(NetHectares(value)) == NetHectares(rounded))
  }

  @Test func nothingIsNeverMinusNothing() {
    #expect(Rounding.hectare(NetHectares(-0.25)).value.sign == .plus)
  }

  @Test func textsSpeakBothLanguages() {
    let text = LocalizedText(nl: "vraag", en: "demand") + LocalizedText(both: " 1")
    #expect(text[.nl] == "vraag 1")
    #expect(text[.en] == "demand 1")
    #expect(Unit.allCases.allSatisfy { Unit(rawValue: $0.rawValue) == $0 })
  }
}
