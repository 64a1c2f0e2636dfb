import PlaneGeometry
import Provenance
import Quantities
import SourceMapping
import Testing
import WorkLocations

@Suite struct NumbersTests {
  private func gross(_ values: [String]) -> [Double?] {
    let rows = values.enumerated().map { ["\($0.offset + 1)", "P\($0.offset)", "GM0014", $0.element] }
    return parks.records(from: table(["RIN", "Naam", "GM", "Bruto ha"], rows), in: context())
      .records.parks.map { $0.attributes.gross?.value }
  }

  @Test(
    arguments: [
      ("107,4000 ha", 107.4), ("1.234,56", 1234.56), ("1,234.56", 1234.56), ("1234.56", 1234.56), ("12 345,5", 12345.5),
      ("0.125", 0.125), ("0,125", 0.125), ("1.234.567", 1_234_567), ("1,5E-1", 0.15), ("2.5e2", 250), ("+3,5", 3.5),
      ("74000,0 m2", 7.4), ("74000,0 m²", 7.4), ("0,5 km2", 50), ("7", 7), ("12345,678", 12345.678),
    ]) func oneNumberProvesItsNotation(text: String, value: Double) throws
  {
    let found = try #require(gross([text]).first ?? nil)
    #expect(abs(found - value) < 1e-9)
  }

  @Test(arguments: ["", ".", "-", "Onbekend", " onbekend ", "n.v.t."]) func nothingKnownIsNil(text: String) {
    #expect(gross([text]) == [nil])
  }

  @Test func aMarkBeforeThreeDigitsFollowsTheColumn() {
    #expect(gross(["107,40", "1.234"]) == [107.4, 1234])
    #expect(gross(["107.4000", "1.234"]) == [107.4, 1.234])
    #expect(gross(["1.234", "2.345.678"]) == [1234, 2_345_678])
  }

  @Test func withoutProofTheMarkIsDecimalAndSaidSo() {
    let result = parks.records(
      from: table(["RIN", "Naam", "GM", "Bruto ha"], [["1", "P", "GM0014", "1.234"]]), in: context())
    #expect(result.records.parks.map(\.attributes.gross) == [GrossHectares(1.234)])
    #expect(result.first("value.ambiguous-number")?.value == "1.234")
  }

  @Test func countsAreWhole() {
    let mapping = ColumnMapping(name: "j", subject: .jobs)
    let result = mapping.records(
      from: table(["regiocode", "sector", "jaar", "banen"], [["GM0014", "voeding", "2020", "1.234"]]), in: context())
    #expect(result.records.jobs.map(\.jobs) == [Jobs(1234)])
  }

  @Test func pricesLoseTheirCurrency() {
    let columns = ["RIN", "Naam", "GM", "Min_verkoopprijs_euro_p_m2", "Max verkoopprijs euro p m2"]
    let result = parks.records(
      from: table(columns, [["1", "P", "GM0014", "€200,00 /m²", "EUR 225.50"]]), in: context())
    let found = result.records.parks.first?.attributes
    #expect(found?.minimumSalePrice == EuroPerSquareMetre(200))
    #expect(found?.maximumSalePrice == EuroPerSquareMetre(225.5))
  }

  @Test(arguments: ["twaalf", "ca. 5 ha", "5 à 6", "1,2,3.4.5"]) func otherTextIsAnError(text: String) {
    let result = parks.records(
      from: table(["RIN", "Naam", "GM", "Bruto ha"], [["1", "P", "GM0014", text]]), in: context())
    #expect(result.codes(.error) == ["value.not-a-number"])
    let found = result.diagnostics.first
    #expect(found?.place.row == 1 && found?.place.field == "Bruto ha" && found?.value == text)
    #expect(result.records.parks.isEmpty)
  }

  @Test func factorsScaleAColumn() {
    let mapping = ColumnMapping(
      name: "k", subject: .regions, columns: ["landoppervlak": ["land_km2"]], factors: ["landoppervlak": 100])
    let result = mapping.records(
      from: table(["regiocode", "naam", "land_km2"], [["GM0014", "G", "185.6"]]), in: context())
    #expect(result.records.regions.map(\.landArea) == [GrossHectares(18560)])
  }
}
