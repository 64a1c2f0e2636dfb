import PlaneGeometry
import Provenance
import Quantities
import SourceMapping
import Testing
import WorkLocations

@Suite struct PlansTests {
  @Test func plansAreReadFromTheTemplate() {
    let mapping = ColumnMapping(
      name: "p", subject: .plans, required: ["plan_id"], values: ["planhardheid": ["Onherroepelijk": "hard"]])
    let result = mapping.records(
      from: table(
        [
          "plan_id", "naam", "gemeentecode", "rin_nummer", "planhardheid", "oppervlakte", "verwacht_jaar",
          "locatietype",
          "max_milieucategorie", "watergebonden", "grootste_deel",
        ],
        [
          ["P1", "Noord", "GM0014", "12", "onherroepelijk", "12,5", "2030", "Zeehaventerrein", "5.2", "Ja", "4"],
          ["P2", "", "GM0014", "", "Zacht", "3", "later", "", "", "", ""],
          ["P3", "Zuid", "GM0014", "", "misschien", "3", "", "", "", "", ""],
        ]), in: context())
    #expect(result.records.planCapacities.map(\.id) == ["P1", "P2"])
    let first = result.records.planCapacities.first
    #expect(first?.hardness == .hard && first?.locationType == .seaport && first?.isWaterBound == true)
    #expect(first?.area == NetHectares(12.5) && first?.expectedYear == 2030 && first?.park?.text == "12")
    #expect(result.records.planCapacities.last?.hardness == .soft)
    #expect(result.records.planCapacities.last?.name == "P2")
    #expect(result.codes(.error) == ["plan.hardness-unknown"])
    #expect(result.codes(.warning) == ["value.not-a-year"])
  }

  @Test func withdrawalsTakeSharesInBothForms() {
    let result = ColumnMapping(name: "o", subject: .withdrawals).records(
      from: table(
        ["onttrekking_id", "gemeentecode", "jaar", "oppervlakte", "terugkerend_aandeel", "woningbouwgebied"],
        [
          ["O1", "GM0363", "2030", "12,5", "50 %", "havenstad"], ["O2", "GM0363", "2035", "2", "0,25", ""],
          ["O3", "GM0363", "2035", "2", "150 %", ""], ["O4", "GM0363", "", "2", "", ""],
        ]), in: context())
    #expect(result.records.withdrawals.map(\.returningShare) == [0.5, 0.25])
    #expect(result.records.withdrawals.first?.housingArea == "havenstad")
    #expect(result.codes(.error) == ["record.invalid", "value.missing"])
  }

  @Test func plotsJoinTheirPark() throws {
    var attributes = WorkLocationAttributes()
    attributes.net = NetHectares(1)
    let rin = try #require(RINNumber("12"))
    let park = try WorkLocation(
      rin: rin, name: "Noord", municipality: "GM0014", type: .businessPark, attributes: attributes,
      origin: Origin(snapshot: "old", referenceDate: CalendarDate(startOf: 2024)))
    let outline = try square(150_000, 450_000, side: 50)
    let result = ColumnMapping(name: "k", subject: .plots).records(
      from: table(
        ["kavel_id", "rin_nummer", "status", "eigenaar", "kaveloppervlak"],
        [
          ["K1", "12", "uitgegeven", "gemeente", "7500"], ["K2", "12", "Openbare ruimte", "", ""],
          ["K3", "99", "Optie", "", "10"],
        ],
        shapes: [nil, .multiPolygon(outline), nil], in: .rdNew), in: context(parks: [park]))
    let plots = try #require(result.records.parks.first?.plots)
    #expect(plots.map(\.id) == ["K1", "K2"])
    #expect(plots.map(\.status) == [.issued, .publicSpace])
    #expect(plots[1].area == SquareMetres(2500) && plots[1].outline == outline)
    #expect(result.records.parks.first?.name == "Noord")
    #expect(result.codes(.warning) == ["plot.net-differs"])
    #expect(result.codes(.error) == ["plot.park-missing"])
  }
}
