/// Seals bytes so that only who has the passphrase can read them, and sees when they were changed — *versleuteling*.
///
/// The adapter uses a library's authenticated encryption and key derivation; nothing of that is invented here.
public protocol EnergySealing: Sendable {
  /// The passphrase in a file, or in the environment; nil when neither gives one.
  /// - Throws: `PlanningError.cannotRead` when the file is absent or the passphrase too short.
  func passphrase(keyFile: String?) throws -> [UInt8]?
  func sealed(_ bytes: [UInt8], passphrase: [UInt8]) throws -> [UInt8]
  /// - Returns: nil for a wrong passphrase, and for bytes that were changed: the two cannot be told apart.
  func opened(_ bytes: [UInt8], passphrase: [UInt8]) throws -> [UInt8]?
}
