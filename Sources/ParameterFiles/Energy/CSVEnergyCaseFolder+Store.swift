import Foundation
import Planning
import Quantities

extension CSVEnergyCaseFolder {
  public func hasKey(_ keyFile: String?) throws -> Bool { try sealing.passphrase(keyFile: keyFile) != nil }

  public func store(_ files: EnergyCaseFiles, to path: String, keyFile: String?, overwrite: Bool) throws -> Int {
    if FileManager.default.fileExists(atPath: path), !overwrite { throw Self.occupied(path) }
    let body = try EnergyStore.body(files)
    let passphrase = try sealing.passphrase(keyFile: keyFile)
    let sealed = try passphrase.map { try sealing.sealed(body, passphrase: $0) }
    let bytes = EnergyStore.file(sealed ?? body, isSealed: sealed != nil)
    do { try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
      throw Self.unwritable(path, error)
    }
    return bytes.count
  }

  /// The study in a stored file.
  func opened(_ path: String, keyFile: String?) throws -> EnergyCaseFiles {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
      throw PlanningError.fileMissing(path: path)
    }
    let body: [UInt8]
    switch EnergyStore.content(of: [UInt8](data)) {
    case nil: throw StoredCaseProblem.noStudy(path)
    case .plain(nil): throw StoredCaseProblem.damaged(path)
    case .plain(let plain?): body = plain
    case .sealed(let sealed):
      guard let passphrase = try sealing.passphrase(keyFile: keyFile) else { throw StoredCaseProblem.noKey(path) }
      guard let opened = try sealing.opened(sealed, passphrase: passphrase) else {
        throw StoredCaseProblem.wrongKey(path)
      }
      body = opened
    }
    guard let files = EnergyStore.files(body) else { throw StoredCaseProblem.damaged(path) }
    return files
  }
}

/// Why a stored study cannot be opened.
private enum StoredCaseProblem {
  static func noStudy(_ path: String) -> PlanningError {
    .cannotRead(
      path: path,
      reason: LocalizedText(
        nl: "dit is geen map en geen opgeslagen studie", en: "this is no folder and no stored study"),
      remedy: LocalizedText(
        nl: "Geef een map met connections.csv, of een bestand van werklocaties energy store.",
        en: "Give a folder with connections.csv, or a file of werklocaties energy store."))
  }

  static func damaged(_ path: String) -> PlanningError {
    .cannotRead(
      path: path, reason: LocalizedText(nl: "de opgeslagen studie is beschadigd", en: "the stored study is damaged"),
      remedy: LocalizedText(
        nl: "Zet een reservekopie terug of sla de map opnieuw op.", en: "Restore a backup or store the folder again."))
  }

  static func noKey(_ path: String) -> PlanningError {
    .cannotRead(
      path: path,
      reason: LocalizedText(
        nl: "de studie is versleuteld en er is geen sleutel", en: "the study is encrypted and there is no key"),
      remedy: LocalizedText(
        nl: "Zet de wachtzin in WERKLOCATIES_SLEUTEL of in een bestand met --key-file.",
        en: "Put the passphrase in WERKLOCATIES_SLEUTEL or in a file with --key-file."))
  }

  static func wrongKey(_ path: String) -> PlanningError {
    .cannotRead(
      path: path,
      reason: LocalizedText(
        nl: "de sleutel past niet, of het bestand is veranderd", en: "the key does not fit, or the file was changed"),
      remedy: LocalizedText(
        nl: "Controleer de wachtzin; past die zeker, zet dan een reservekopie terug.",
        en: "Check the passphrase; if it is certainly right, restore a backup."))
  }
}
