import EnergyHubs
import Foundation
import ParameterFiles
import Planning
import Provenance
import Quantities
import SealedFiles
import SourceImporters
import Testing

/// One file for a whole study.
@Suite struct StoredCaseTests {
  private static let library = Result { try YAMLLibraryReader().library(overrides: [], standalone: false) }

  private func cases(_ passphrase: String? = nil) -> CSVEnergyCaseFolder {
    CSVEnergyCaseFolder(sheets: GDALSourceReader(), sealing: PassphraseSealing(passphrase: passphrase))
  }

  private func park(_ files: EnergyCaseFiles) throws -> EnergyCase {
    try ReadEnergyCase()(files, name: "map", library: try Self.library.get())
  }

  private func stored(_ name: String, _ passphrase: String?, in folder: TemporaryFolder) throws -> (String, Int) {
    let files = EnergyExample().files()
    let compact = try EnergyStore.files(EnergyStore.body(StoreEnergyCase.compact(files, try park(files))))
    let path = folder.path + "/" + name
    let size = try cases(passphrase).store(try #require(compact), to: path, keyFile: nil, overwrite: false)
    return (path, size)
  }

  @Test func aStoredStudyIsTheSameStudy() throws {
    let folder = try TemporaryFolder()
    let (path, size) = try stored("a.wlenergie", nil, in: folder)
    let before = try park(EnergyExample().files())
    let after = try park(cases().read(path, keyFile: nil))
    #expect(after.connections == before.connections && after.load == before.load)
    #expect(after.importPrice == before.importPrice && after.roofs == before.roofs)
    #expect(after.limits == before.limits && after.coefficients == before.coefficients)
    #expect(after.consents == before.consents && after.isSynthetic)
    // Ten profiles of 140 kB, and prices and two classes of roof of 280 kB.
    #expect(size < 10 * 140_400 + 3 * 280_320 + 10_000)
  }

  @Test func equalStudiesGiveEqualBytesUnlessSealed() throws {
    let folder = try TemporaryFolder()
    func bytes(_ name: String, _ passphrase: String?) throws -> Data {
      try Data(contentsOf: URL(fileURLWithPath: stored(name, passphrase, in: folder).0))
    }
    #expect(try bytes("a", nil) == bytes("b", nil))
    let secret = "vier woorden op een rij"
    let sealed = try bytes("c", secret)
    #expect(try bytes("d", secret) != sealed)
    #expect(sealed.range(of: Data("Bakkerij".utf8)) == nil)
    #expect(try bytes("e", nil).range(of: Data("Bakkerij".utf8)) != nil)
  }

  @Test func aSealedStudyNeedsItsKey() throws {
    let folder = try TemporaryFolder()
    let secret = "vier woorden op een rij"
    let (path, _) = try stored("a.wlenergie", secret, in: folder)
    #expect(try cases(secret).read(path, keyFile: nil).connections.count == 10)
    #expect(reason { try cases().read(path, keyFile: nil) }.contains("geen sleutel"))
    #expect(reason { try cases("een heel andere zin").read(path, keyFile: nil) }.contains("sleutel past niet"))
  }

  @Test func whatWasChangedIsRefused() throws {
    let folder = try TemporaryFolder()
    let secret = "vier woorden op een rij"
    for (name, passphrase) in [("open", nil), ("dicht", secret)] {
      let (path, _) = try stored(name, passphrase, in: folder)
      let good = try Data(contentsOf: URL(fileURLWithPath: path))
      for place in [5, 9, 60, 200_000, good.count - 1] {
        var bad = good
        bad[place] ^= 1
        try bad.write(to: URL(fileURLWithPath: path))
        let said = reason { try cases(passphrase).read(path, keyFile: nil) }
        #expect(said.contains(passphrase == nil ? "beschadigd" : "sleutel past niet"), "\(name) \(place): \(said)")
      }
      try good.prefix(1000).write(to: URL(fileURLWithPath: path))
      #expect(!reason { try cases(passphrase).read(path, keyFile: nil) }.isEmpty)
    }
    try folder.write("geen studie", to: "tekst")
    #expect(reason { try cases().read(folder.path + "/tekst", keyFile: nil) }.contains("geen opgeslagen studie"))
    #expect(reason { try cases().read(folder.path + "/nergens", keyFile: nil) }.contains("bestaat niet"))
  }

  private func reason(_ work: () throws -> EnergyCaseFiles) -> String {
    do {
      _ = try work()
      return ""
    } catch let error as PlanningError {
      return error.diagnostics.map(\.message.nl).joined()
    } catch { return "\(error)" }
  }
}
