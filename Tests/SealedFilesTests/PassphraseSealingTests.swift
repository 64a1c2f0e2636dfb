import Foundation
import Planning
import SealedFiles
import Testing

@Suite struct PassphraseSealingTests {
  private let sealing = PassphraseSealing(passphrase: nil)
  private let secret = Array("vier woorden op een rij".utf8)
  private let bytes = (0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* $0) }

  @Test func whatIsSealedOpensWithTheSamePassphraseOnly() throws {
    let sealed = try sealing.sealed(bytes, passphrase: secret)
    #expect(sealed.count == bytes.count + 48)
    #expect(try sealing.opened(sealed, passphrase: secret) == bytes)
    #expect(try sealing.opened(sealed, passphrase: secret + [1]) == nil)
    #expect(try sealing.opened(try sealing.sealed([], passphrase: secret), passphrase: secret) == [])
  }

  /// Equal bytes are sealed differently every time: nobody sees that two files are the same.
  @Test func everySealIsAnother() throws {
    let one = try sealing.sealed(bytes, passphrase: secret)
    #expect(try sealing.sealed(bytes, passphrase: secret) != one)
    #expect(Set(one.suffix(60_000)).count == 256)
  }

  /// A bit in the cost, the salt, the nonce, the bytes and the tag.
  @Test(arguments: [1, 3, 7, 22, 40, 69_990, 70_040])
  func aChangedBitIsNoticed(place: Int) throws {
    var sealed = try sealing.sealed(bytes, passphrase: secret)
    sealed[place] ^= 1
    #expect(try sealing.opened(sealed, passphrase: secret) == nil)
  }

  @Test func whatIsCutOffOrForeignDoesNotOpen() throws {
    let sealed = try sealing.sealed(bytes, passphrase: secret)
    #expect(try sealing.opened(Array(sealed.dropLast()), passphrase: secret) == nil)
    #expect(try sealing.opened(Array(sealed.prefix(47)), passphrase: secret) == nil)
    #expect(try sealing.opened([], passphrase: secret) == nil)
    var costly = sealed
    costly[1] = 60
    #expect(try sealing.opened(costly, passphrase: secret) == nil)
  }

  @Test func aKeyFileGoesBeforeTheEnvironment() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let given = PassphraseSealing(passphrase: "uit de omgeving genomen")
    #expect(try given.passphrase(keyFile: nil) == Array("uit de omgeving genomen".utf8))
    #expect(throws: PlanningError.self) { try given.passphrase(keyFile: path) }
    try Data("in een bestand bewaard\r\nrest".utf8).write(to: URL(fileURLWithPath: path))
    #expect(try given.passphrase(keyFile: path) == Array("in een bestand bewaard".utf8))
    try Data("kort\n".utf8).write(to: URL(fileURLWithPath: path))
    #expect(throws: PlanningError.self) { try given.passphrase(keyFile: path) }
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(throws: PlanningError.self) { try given.passphrase(keyFile: path) }
    #expect(try sealing.passphrase(keyFile: nil) == nil)
    #expect(try PassphraseSealing(passphrase: "").passphrase(keyFile: nil) == nil)
  }
}
