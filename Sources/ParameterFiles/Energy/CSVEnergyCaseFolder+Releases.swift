import EnergyHubs
import Foundation
import Planning
import Provenance
import Quantities

extension CSVEnergyCaseFolder {
  /// The log: in the folder of a study, or beside a stored one.
  private static func log(of path: String) -> URL {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists && isFolder.boolValue
      ? URL(fileURLWithPath: path, isDirectory: true).appendingPathComponent(EnergyCaseFiles.releasesFile)
      : URL(fileURLWithPath: path + "." + EnergyCaseFiles.releasesFile)
  }

  private static let memberSeparator: Character = "|"

  public func releases(of path: String) throws -> (releases: [LoggedRelease], diagnostics: [Diagnostic]) {
    let url = Self.log(of: path)
    guard FileManager.default.fileExists(atPath: url.path) else { return ([], []) }
    guard let data = try? Data(contentsOf: url) else { throw PlanningError.fileMissing(path: url.path) }
    var reader = FieldReader()
    let cells = TableReader(
      table: DelimitedTable(String(decoding: data, as: UTF8.self)), file: url.lastPathComponent)
    cells.checkHeader(allowed: LoggedRelease.columns, required: LoggedRelease.columns, &reader)
    let releases = cells.table.rows.compactMap { Self.release($0, cells, &reader) }
    return (releases, reader.problems)
  }

  private static func release(
    _ row: (number: Int, cells: [String]), _ cells: TableReader, _ reader: inout FieldReader
  ) -> LoggedRelease? {
    let dates = ["date", "from", "to"].map { cells.date($0, row, &reader) }
    let purpose: DataPurpose? = cells.code("purpose", row, &reader)
    let quantity: SharedQuantity? = cells.code("quantity", row, &reader)
    let per: SharedPeriod? = cells.code("per", row, &reader)
    guard let date = dates[0], let from = dates[1], let to = dates[2], let purpose, let quantity, let per else {
      return nil
    }
    return LoggedRelease(
      id: cells.text("release", row) ?? "", date: date, receiver: cells.text("receiver", row) ?? "", purpose: purpose,
      quantity: quantity, per: per, from: from, to: to,
      members: (cells.text("members", row) ?? "").split(separator: memberSeparator).map(String.init),
      file: cells.text("file", row) ?? "")
  }

  public func release(_ text: String, to file: String, logging release: LoggedRelease, of path: String) throws {
    let log = Self.log(of: path)
    guard !FileManager.default.fileExists(atPath: file) else { throw Self.occupied(file) }
    let line = [
      release.id, "\(release.date)", Self.quoted(release.receiver), release.purpose.rawValue,
      release.quantity.rawValue, release.per.rawValue, "\(release.from)", "\(release.to)",
      Self.quoted(release.members.joined(separator: String(Self.memberSeparator))), Self.quoted(release.file),
    ].joined(separator: ",")
    let before = (try? String(contentsOf: log, encoding: .utf8)) ?? LoggedRelease.columns.joined(separator: ",") + "\n"
    let separator = before.hasSuffix("\n") ? "" : "\n"
    do {
      // The log comes first: a sum that is not in it would escape the next comparison.
      try Data((before + separator + line + "\n").utf8).write(to: log, options: .atomic)
      do { try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic) } catch {
        try Data(before.utf8).write(to: log, options: .atomic)
        throw error
      }
    } catch { throw Self.unwritable(file, error) }
  }
}
