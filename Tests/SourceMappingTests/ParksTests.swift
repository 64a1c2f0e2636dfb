import PlaneGeometry
import Provenance
import Quantities
import SourceMapping
import Testing
import WorkLocations

@Suite struct ParksTests {
  private let columns = [
    "RIN", "JAAR", "Naam", "GM", "Werklocatietype", "Bruto ha", "Netto_ha", "Terstond_uitgeefbaar",
  ]

  @Test func everyProblemIsToldAtOnce() {
    let result = parks.records(
      from: table(
        columns,
        [
          ["", "2024", "Zonder RIN", "GM0014", "B", "10,5", "8", "0"],
          ["12", "2024", "Fout getal", "GM0014", "B", "tien", "8", "0"],
          ["13", "2024", "Negatief", "GM0014", "B", "-5,5", "3", "0"],
          ["14", "2024", "Eerste", "GM0014", "B", "5,5", "3", "1"],
          ["14", "2024", "Tweede", "GM0014", "B", "5,5", "3", "1"],
          ["1 5", "2024", "Spatie", "GM0014", "B", "5,5", "3", "1"],
        ]), in: context())
    let errors = result.diagnostics.filter { $0.severity == .error }
    #expect(
      errors.map { "\($0.place.row ?? 0) \($0.code)" } == [
        "1 value.missing", "2 value.not-a-number", "6 value.no-rin", "5 park.duplicate-rin", "3 record.invalid",
      ])
    #expect(errors.allSatisfy { !$0.message.nl.isEmpty && !$0.remedy.nl.isEmpty && $0.place.file == "test.csv" })
    #expect(errors.first { $0.code == "record.invalid" }?.place.field == "Bruto ha")
  }

  @Test func warningsKeepTheRecord() {
    let result = parks.records(
      from: table(
        columns,
        [
          ["1", "2024", "LEKDIJK", "GM0014", "B", "5", "6,5", "0"],
          ["27", "2024", "Lekdijk", "GM0014", "C5", "5", "4", "4,5"],
          ["262015001", "2024", "A & B, 't Noorden", "GM0000", "ONBEKEND", "5", "4", "0"],
          ["3", "2024", "", "GM0014", "C5", "5", "4", "0"],
        ]), in: context())
    #expect(!result.diagnostics.hasErrors)
    #expect(result.records.parks.map(\.rin.text) == ["1", "27", "262015001", "3"])
    #expect(result.records.parks.map(\.type.rawValue) == ["B", "C5", "ONBEKEND", "C5"])
    #expect(result.records.parks.map(\.name) == ["LEKDIJK", "Lekdijk", "A & B, 't Noorden", "RIN 3"])
    let codes = Set(result.diagnostics.map(\.code))
    #expect(
      codes.isSuperset(of: [
        "park.net-exceeds-gross", "park.issuable-exceeds-net", "park.duplicate-name", "park.name-missing",
        "municipality.missing", "park.name-in-capitals", "value.unknown-code",
      ]))
    let unknown = result.diagnostics.filter { $0.code == "value.unknown-code" }
    #expect(unknown.map(\.value) == ["C5", "ONBEKEND"])
    #expect(unknown[0].message.nl.hasSuffix("(2 rijen)"))
  }

  @Test func theYearOfARowIsItsReferenceDate() {
    let result = parks.records(
      from: table(
        columns, [["1", "2022", "P", "GM0014", "B", "5", "4", "1"], ["1", "2024", "P", "GM0014", "B", "5", "4", "1"]]),
      in: context(year: 2020))
    #expect(result.records.parks.map(\.origin.referenceDate.year) == [2022, 2024])
    #expect(result.records.parks.map(\.origin.row) == [1, 2])
    #expect(result.referenceDate == CalendarDate(startOf: 2024))
    #expect(!result.diagnostics.hasErrors)
  }

  @Test func attributesOfTheExportHaveTheirOwnNames() {
    let result = parks.records(
      from: table(
        [
          "RIN", "Naam", "GM", "Max_milieucategorie", "Milieuzonering", "Startjaar", "Waterontsluiting",
          "Parkmanagement",
          "Verouderd", "Corop_Gebied",
        ], [["1", "P", "GM0014", "Categorie 4,2", "Ja", "1998", "Onbekend", "Onbekend", "nee", "Oost-Groningen"]]),
      in: context())
    let park = result.records.parks.first
    #expect(park?.attributes.maximumCategory?.rawValue == "4.2")
    #expect(park?.attributes.noiseZone == .yes)
    #expect(park?.attributes.startYear == 1998)
    #expect(park?.attributes.waterAccess == nil)
    #expect(park?.attributes.parkManagement == .unknown)
    #expect(park?.attributes.isObsolete == .no)
    #expect(park?.otherColumns == ["Corop_Gebied": "Oost-Groningen"])
    #expect(result.diagnostics.isEmpty)
  }

  @Test func zeroForAllMeansNotFilledIn() throws {
    let regions = [
      try region("PV20", "Groningen"), try region("GM0014", "Groningen", in: ["PV20"]), try region("GM0034", "Almere"),
    ]
    let rows = (1...4).map { ["\($0)", "2022", "P\($0)", "GM0014", "B", "5", "4", "0"] }
    let others = (5...8).map { ["\($0)", "2024", "P\($0)", "GM0034", "B", "5", "4", $0 == 5 ? "1" : "0"] }
    let few = (9...10).map { ["\($0)", "2021", "P\($0)", "GM0014", "B", "5", "4", "0"] }
    let result = parks.records(from: table(columns, rows + others + few), in: context(regions: regions))
    let supply = result.records.parks.map { $0.attributes.immediatelyIssuableTotal?.value }
    #expect(supply == [nil, nil, nil, nil, 1, 0, 0, 0, 0, 0])
    let found = result.diagnostics.filter { $0.code == "park.zero-means-missing" }
    #expect(
      found.map(\.message.nl) == ["alle 4 terreinen Groningen van 2022 hebben hier nul: gelezen als niet ingevuld"])
  }

  @Test func ownersAreJudgedTogether() {
    let columns = ["RIN", "Naam", "GM", "Terstond_uitgeefbaar_gemeente_ha", "Terstond_uitgeefbaar_particulier_ha"]
    let mixed = (1...3).map { ["\($0)", "P\($0)", "GM0014", "0", $0 == 1 ? "2" : "0"] }
    let zero = (1...3).map { ["\($0)", "P\($0)", "GM0014", "0", "0"] }
    func supply(_ rows: [[String]]) -> [NetHectares?] {
      parks.records(from: table(columns, rows), in: context()).records.parks.map(\.attributes.immediatelyIssuable)
    }
    #expect(supply(mixed) == [NetHectares(2), .zero, .zero])
    #expect(supply(zero) == [nil, nil, nil])
  }

  @Test func rowsWithoutContentAreNoRows() {
    let result = parks.records(
      from: table(columns, [["1", "2024", "P", "GM0014", "B", "5", "4", "1"], ["", "", "", "", "", "", "", ""]]),
      in: context())
    #expect(result.records.parks.count == 1)
    #expect(result.diagnostics.isEmpty)
  }

  @Test func aKindIsTakenOnlyWhenTheSourceGivesIt() {
    let result = parks.records(
      from: table(
        ["RIN", "Naam", "GM", "Bruto ha", "Soort"],
        [["1", "P", "GM0014", "50", ""], ["2", "Q", "GM0014", "50", "Campus"], ["3", "R", "GM0014", "50", "reus"]]),
      in: context())
    #expect(result.records.parks.map(\.kind) == [.regular, .campus, .regular])
    #expect(result.codes(.warning) == ["value.unknown-choice"])
  }
}
