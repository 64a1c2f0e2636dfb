import Foundation
import PlaneGeometry
import Planning
import Provenance
import Quantities
import SourceImporters
import SourceMapping
import Testing
import WorkLocations

@Suite struct UnreadableFilesTests {
  private let folder: TemporaryFolder
  private let reader = GDALSourceReader()

  init() throws { folder = try TemporaryFolder() }

  @Test func aMissingFileIsNamed() {
    let path = folder.path("weg.csv")
    #expect(throws: PlanningError.fileMissing(path: path)) { try reader.read(path, layer: nil) }
    #expect(throws: PlanningError.fileMissing(path: path)) { try reader.fingerprint(of: path) }
  }

  @Test(arguments: ["kapot.gpkg", "kapot.xlsx", "kapot.geojson", "kapot.zip", "kapot.shp", "kapot.bin", "kapot.gml"])
  func nonsenseIsRefusedWithARemedy(name: String) throws {
    let path = try folder.write("dit is geen kaart", as: name)
    let found = #expect(throws: PlanningError.self) { try reader.read(path, layer: nil) }
    let problem = try #require(found?.diagnostics.first)
    #expect(problem.code == "file.unreadable" && problem.place.file == path)
    #expect(!problem.message.nl.isEmpty && !problem.remedy.nl.isEmpty && !problem.remedy.en.isEmpty)
  }

  @Test func aFolderIsNoFile() throws {
    let found = #expect(throws: PlanningError.self) { try reader.read(folder.url.path, layer: nil) }
    #expect(found?.diagnostics.first?.message.nl == "is een map, geen bestand")
  }

  @Test func aGeoPackageThatWasCutOffIsRefused() throws {
    let csv = try folder.write(
      "id,WKT\n" + (1...2000).map { "\($0),POINT (\($0) \($0))\n" }.joined(), as: "punten.csv")
    try Conversion.convert(csv, to: folder.path("punten.gpkg"), driver: "GPKG")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path("punten.gpkg")))
    let path = try folder.write(bytes.prefix(bytes.count / 2), as: "half.gpkg")
    #expect(throws: PlanningError.self) { try reader.read(path, layer: nil) }
  }

  @Test func theFingerprintIsTheSHA256() throws {
    // FIPS 180-2, appendix B.1.
    let abc = try reader.fingerprint(of: try folder.write("abc", as: "abc.txt"))
    #expect(abc.checksum == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(abc.byteCount == 3)
    // FIPS 180-2, appendix B.3: one million times the letter a.
    let million = try reader.fingerprint(of: try folder.write(String(repeating: "a", count: 1_000_000), as: "a.txt"))
    #expect(million.checksum == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    // Three MiB and one byte, so that reading takes several chunks; by sha256sum of GNU coreutils.
    let long = try reader.fingerprint(of: try folder.write([UInt8](repeating: 0x61, count: 3 << 20 | 1), as: "b.txt"))
    #expect(long.checksum == "2b98b70051781969f52a33c9cd0e8392bb7a634a92a3be4597b25e13feb41ee6")
  }
}
