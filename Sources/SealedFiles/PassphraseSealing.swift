import Foundation
import Planning
import Quantities

/// Seals with a passphrase: scrypt makes the key, AES-256-GCM encrypts and authenticates. Both are OpenSSL's.
///
/// | Bytes | Content |
/// |---|---|
/// | 4 | version (1), logarithm of scrypt's N, r, p |
/// | 16 | salt, drawn anew for every file |
/// | 12 | nonce, drawn anew for every file |
/// | n | encrypted bytes, as many as there were |
/// | 16 | authentication tag over all of the above |
public struct PassphraseSealing: EnergySealing {
  private let given: String?

  /// - Parameter passphrase: the one that the environment gives; nil for none.
  public init(passphrase: String?) { given = passphrase }

  /// Shorter passphrases can be guessed.
  static let fewestCharacters = 12

  public func passphrase(keyFile: String?) throws -> [UInt8]? {
    guard let text = try keyFile.map(Self.line) ?? given, keyFile != nil || !text.isEmpty else { return nil }
    guard text.count >= Self.fewestCharacters else { throw Self.tooShort(keyFile) }
    return Array(text.utf8)
  }

  /// The first line of a key file: editors add a line end.
  private static func line(_ path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else { throw PlanningError.fileMissing(path: path) }
    return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
  }

  private static func tooShort(_ keyFile: String?) -> PlanningError {
    .cannotRead(
      path: keyFile ?? "WERKLOCATIES_SLEUTEL",
      reason: LocalizedText(
        nl: "de wachtzin is korter dan \(fewestCharacters) tekens",
        en: "the passphrase is shorter than \(fewestCharacters) characters"),
      remedy: LocalizedText(nl: "Neem een zin van enkele woorden.", en: "Take a sentence of several words."))
  }

  public func sealed(_ bytes: [UInt8], passphrase: [UInt8]) throws -> [UInt8] {
    let cost = KeyCost.usual
    let salt = try Self.drawn(SealLayout.salt)
    let nonce = try Self.drawn(SealLayout.nonce)
    let header = cost.bytes + salt + nonce
    guard let key = cost.key(passphrase, salt: salt),
      let (encrypted, tag) = GaloisCounter(key: key, nonce: nonce).encrypted(bytes, header: header)
    else { throw Self.failed }
    return header + encrypted + tag
  }

  public func opened(_ bytes: [UInt8], passphrase: [UInt8]) throws -> [UInt8]? {
    let layout = SealLayout.self
    guard bytes.count >= layout.header + layout.tag, let cost = KeyCost(Array(bytes.prefix(layout.cost))) else {
      return nil
    }
    let header = Array(bytes.prefix(layout.header))
    let salt = Array(header[layout.cost..<layout.cost + layout.salt])
    let nonce = Array(header.suffix(layout.nonce))
    guard let key = cost.key(passphrase, salt: salt) else { return nil }
    let encrypted = Array(bytes[layout.header..<bytes.count - layout.tag])
    return GaloisCounter(key: key, nonce: nonce).decrypted(
      encrypted, tag: Array(bytes.suffix(layout.tag)), header: header)
  }

  private static func drawn(_ count: Int) throws -> [UInt8] {
    guard let bytes = RandomBytes.drawn(count) else { throw failed }
    return bytes
  }

  private static let failed = PlanningError.cannotWrite(
    path: "libcrypto", reason: LocalizedText(nl: "versleutelen is niet gelukt", en: "encryption failed"),
    remedy: LocalizedText(
      nl: "Controleer de installatie van OpenSSL en het vrije geheugen.",
      en: "Check the installation of OpenSSL and the free memory."))
}

/// Lengths of the parts of a sealed file, bytes.
enum SealLayout {
  static let cost = 4
  static let salt = 16
  static let nonce = 12
  static let tag = 16
  static let key = 32
  static let header = cost + salt + nonce
}
