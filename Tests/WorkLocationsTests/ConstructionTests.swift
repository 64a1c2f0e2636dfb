import PlanningTestKit
import Provenance
import Quantities
import Testing
import WorkLocations

/// No record exists that cannot be.
@Suite struct ConstructionTests {
  private let origin = Polder.origin()

  private func fields(_ make: () throws -> some Any) -> [String] {
    do {
      _ = try make()
      return []
    } catch let error as InvalidRecord {
      return error.problems.map(\.field)
    } catch {
      return ["\(error)"]
    }
  }

  @Test func aParkNamesEveryWrongField() throws {
    let rin = try #require(RINNumber("1"))
    var attributes = WorkLocationAttributes()
    attributes.net = NetHectares(-1)
    attributes.minimumSalePrice = EuroPerSquareMetre(.nan)
    attributes.startYear = -5
    #expect(
      fields {
        try WorkLocation(
          rin: rin, name: " ", municipality: "", type: .businessPark, attributes: attributes, origin: origin)
      } == ["plannaam", "gemeentecode", "netto_ha", "min_verkoopprijs_euro_p_m2"])
  }

  @Test func otherRecordsRefuseWhatCannotBe() throws {
    let rin = try #require(RINNumber("1"))
    #expect(
      fields { try Plot(id: "", park: rin, status: .issued, area: SquareMetres(-1), origin: origin) } == [
        "kavel_id", "kaveloppervlak",
      ])
    #expect(
      fields {
        try PlanCapacity(
          id: "", name: "", municipality: "", hardness: .hard, area: NetHectares(-1), largestPart: NetHectares(-1),
          origin: origin)
      } == ["plan_id", "gemeentecode", "oppervlakte", "grootste_deel"])
    #expect(
      fields {
        try Withdrawal(
          id: "", name: "", municipality: "", year: 2030, area: NetHectares(.infinity), returningShare: 1.5,
          origin: origin)
      } == ["onttrekking_id", "gemeentecode", "oppervlakte", "terugkerend_aandeel"])
    #expect(
      fields { try JobCount(region: "", sector: " ", year: 2024, jobs: Jobs(-1), origin: origin) } == [
        "regiocode", "sector", "banen",
      ])
    #expect(
      fields { try Region(code: "", name: "", level: .corop, landArea: GrossHectares(-1), origin: origin) } == [
        "regiocode", "naam", "landoppervlak",
      ])
    #expect(fields { try Cluster(id: "", name: "", kind: .campus, origin: origin) } == ["cluster_id", "naam"])
    #expect(fields { try HousingArea(id: "", name: "", municipalities: [], origin: origin) } == ["gebied_id", "naam"])
    #expect(
      fields { try Establishment(id: "", municipality: "", jobs: Jobs(-1), origin: origin) } == [
        "vestigingsnummer", "gemeentecode", "banen",
      ])
    #expect(
      fields { try LandUseObservation(region: "", year: 1, businessPark: GrossHectares(-1), origin: origin) } == [
        "regiocode", "bedrijventerrein",
      ])
    #expect(
      fields {
        try IssueObservation(
          municipality: "", year: 1, issued: NetHectares(-1), boughtBack: NetHectares(-1), origin: origin)
      } == ["gemeentecode", "uitgegeven", "teruggekocht"])
    #expect(fields { try MunicipalMerger(year: 2024, from: "", to: "", share: 0) } == ["van", "naar", "aandeel"])
  }

  @Test(arguments: [
    ("", false), ("Nee", false), ("geen kade", false), ("onbekend", false), ("niet aanwezig", false),
    ("openbare kade", true),
    ("Ja", true),
  ])
  func aStatedQuayMakesAParkWaterBound(_ text: String, _ isWaterBound: Bool) throws {
    #expect(try Polder.park("1", in: 0) { $0.waterAccess = text }.isWaterBound == isWaterBound)
  }

  @Test func aSeaportIsAlwaysWaterBound() throws {
    #expect(try Polder.park("1", in: 0, type: .seaport).isWaterBound)
    #expect(try !Polder.park("1", in: 0).isWaterBound)
  }

  @Test(arguments: PlotStatus.known.keys.sorted())
  func onlyPlotsForFirmsCountAsNet(_ status: PlotStatus) {
    let forFirms = ["Terstond uitgeefbaar", "Niet terstond uitgeefbaar", "Optie", "Uitgegeven"]
    #expect(status.countsAsNet == forFirms.contains(status.rawValue))
  }
}
