import EnergyHubs
import Foundation
import ParameterFiles
import Planning
import Provenance
import Quantities
import SealedFiles
import SourceImporters
import Testing

@Suite struct EnergyCaseFolderTests {
  private static let cases = CSVEnergyCaseFolder(
    sheets: GDALSourceReader(), sealing: PassphraseSealing(passphrase: nil))
  private static let library = Result { try YAMLLibraryReader().library(overrides: [], standalone: false) }

  /// A folder with a year of hours for two firms; `change` may spoil a file before it is written.
  private func folder(_ change: (inout [String: String]) -> Void = { _ in }) throws -> TemporaryFolder {
    var files: [String: String] = [
      "connections.csv": "id,contract_kw,feed_in_kw,roof,roof_max_kw\na,10,,zuid,5\nb,10,2,,\n",
      "load.csv": "a,b\n" + (0..<8760).map { "\($0 % 24 < 12 ? 3 : 1.25),2\n" }.joined(),
      "series.csv": "price,zuid\n" + (0..<8760).map { "\(50 + $0 % 24),\($0 % 24 == 12 ? 0.5 : 0)\n" }.joined(),
      "parameters.yaml": "name: Proef\nhours_per_step: 1\ncontract_price: 25\n",
    ]
    change(&files)
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: name) }
    return folder
  }

  private func read(_ folder: TemporaryFolder) throws -> EnergyCase {
    try ReadEnergyCase()(
      Self.cases.read(folder.path, keyFile: nil), name: "map", library: try Self.library.get())
  }

  private func problems(_ change: (inout [String: String]) -> Void) throws -> [Diagnostic] {
    let folder = try folder(change)
    do {
      return try read(folder).diagnostics
    } catch let error as PlanningError {
      return error.diagnostics
    }
  }

  @Test func aGoodFolderIsRead() throws {
    let park = try read(try folder())
    #expect(park.name == "Proef" && !park.isSynthetic)
    #expect(park.year == ProfileYear(2025, step: .hour, clock: .utc))
    #expect(park.load[0] == 5 && park.load[12] == 3.25)
    #expect(park.importPrice[1] == 0.051)
    #expect(park.roofs.map(\.name) == ["zuid"] && park.roofs[0].most == Kilowatts(5))
    #expect(park.coefficients.contractPrice == 25)
    #expect(park.limits.contractMost == 20 && park.limits.export == 2)
    #expect(park.parameters.contains { $0.key == "energy/peak-price" })
    #expect(!park.parameters.contains { $0.key == "energy/contract-price" })
    #expect(park.isMeasured)
  }

  @Test func timesPlaceTheRows() throws {
    let park = try read(
      try folder { files in
        let year = ProfileYear(2025, step: .hour)
        let rows = (0..<year.count).reversed().map { step in
          let moment = year.moment(of: step)
          let hour = moment.secondOfDay / 3600
          return "\(moment.date) \(hour < 10 ? "0" : "")\(hour):00Z,\(step),0\n"
        }
        files["load.csv"] = "time,a,b\n" + rows.joined()
      })
    #expect(park.year.clock == .dutch)
    #expect(park.load == (0..<8760).map(Double.init))
  }

  @Test func aConnectionWithoutASeriesGetsAStandardProfileThatSaysSo() throws {
    let park = try read(
      try folder {
        $0["connections.csv"] = "id,contract_kw,annual_kwh,profile\na,10,,\nb,10,,\nc,10,8760,kantoor\n"
      })
    #expect(park.connections[2].profile.origin == .standard(name: "kantoor"))
    #expect(abs(park.connections[2].profile.annual.value - 8760) < 0.1)
    #expect(park.diagnostics.contains { $0.code == "energy.standard-profile" })
  }

  @Test func allProblemsAreToldAtOnceWithTheirPlace() throws {
    let found = try problems { files in
      files["connections.csv"] = "id,contract_kw,physical_kw,roof\na,-1,,noord\nb,10,5,\na,10,,\n"
      files["load.csv"] = files["load.csv"]?.replacing("3.0,2\n", with: "NaN,2\n")
      files["series.csv"] = "zuid\n0\n"
      files["parameters.yaml"] = "charge_efficiency: 2\ncontract_min_kw: 5\ncontract_max_kw: 1\nonzin: 1\n"
    }
    let codes = Set(found.filter { $0.severity == .error }.map(\.code))
    #expect(
      codes.isSuperset(of: [
        "connection.capacity", "connection.contract-exceeds-cable", "energy.duplicate", "table.not-a-number",
        "energy.no-price",
        "energy.unknown-roof", "energy.setting", "energy.setting-order", "yaml.unknown-key",
      ]), "\(codes)")
    let number = try #require(found.first { $0.code == "table.not-a-number" })
    #expect(number.place.file == "load.csv" && number.place.row == 1 && number.place.field == "a")
    #expect(number.message.nl.contains("4380"))
  }

  @Test func shortEmptyAndHoledSeriesAreRefused() throws {
    #expect(try problems { $0["load.csv"] = "a,b\n1,2\n" }.contains { $0.code == "energy.length" })
    #expect(try problems { $0["load.csv"] = "" }.contains { $0.code == "table.empty" })
    #expect(try problems { $0["load.csv"] = nil }.contains { $0.code == "file.missing" })
    let holed = try problems { $0["load.csv"] = $0["load.csv"]?.replacing("3.0,2\n", with: ",2\n") }
    let holes = holed.filter { $0.code == "series.hole-without-neighbours" }
    #expect(holes.count == 1 && holes[0].place.file == "load.csv" && holes[0].message.nl.contains("365 keer"))
    let negative = try problems { $0["series.csv"] = $0["series.csv"]?.replacing(",0.5\n", with: ",-0.5\n") }
    #expect(negative.contains { $0.code == "energy.negative-series" && $0.place.row == 13 })
  }

  @Test func numbersAreExactInEveryForm() throws {
    let park = try read(
      try folder { files in
        let cells = ["0.1", " 2.5e1 ", "\"1234.5678\"", "-0.3", "7."]
        files["load.csv"] = "a;b\r\n" + (0..<8760).map { "\(cells[$0 % 5]);1,5\r\n" }.joined()
        files["connections.csv"] = "id;contract_kw;feed_in_kw\na;2000;5\nb;10;\n"
        files["series.csv"] = "price\n" + (0..<8760).map { _ in "50\n" }.joined()
      })
    #expect(park.connections[0].profile.kilowatts.prefix(5) == [0.1, 25, 1234.5678, -0.3, 7])
    #expect(park.connections[1].profile.kilowatts[0] == 1.5)
  }

  @Test func theExampleComesBackAsItWasWritten() throws {
    let files = EnergyExample().files()
    let folder = try TemporaryFolder()
    try Self.cases.write(files, to: folder.path, overwrite: true)
    #expect(try Self.cases.read(folder.path, keyFile: nil) == files)
    #expect(throws: PlanningError.self) { try Self.cases.write(files, to: folder.path, overwrite: false) }
  }
}
