import Quantities

/// One file as it was imported — *bronbestand*: the origin of every record it brought.
public struct SourceSnapshot: Sendable, Codable, Hashable, Identifiable {
  /// The first characters of the checksum; equal content gives an equal identifier.
  public let id: String
  public let fileName: String
  /// SHA-256 of the bytes, in hexadecimal.
  public let checksum: String
  public let byteCount: Int
  /// What the file was read as: parks, regions, jobs, ….
  public let subject: String
  public let licence: String?
  public let importedOn: CalendarDate
  public let referenceDate: CalendarDate
  /// True for generated data; every output shows it.
  public let isSynthetic: Bool
  public let remark: LocalizedText?

  /// Length of `id` in characters: enough to keep a register's sources apart.
  private static let identifierLength = 12

  /// The identifier that a file with this checksum gets.
  public static func identifier(of checksum: String) -> String { String(checksum.prefix(identifierLength)) }

  public init(
    fileName: String, checksum: String, byteCount: Int, subject: String, licence: String?, importedOn: CalendarDate,
    referenceDate: CalendarDate, isSynthetic: Bool, remark: LocalizedText? = nil
  ) {
    id = Self.identifier(of: checksum)
    self.fileName = fileName
    self.checksum = checksum
    self.byteCount = byteCount
    self.subject = subject
    self.licence = licence
    self.importedOn = importedOn
    self.referenceDate = referenceDate
    self.isSynthetic = isSynthetic
    self.remark = remark
  }
}

/// Where a record comes from: file, row and reference date — *herkomst*.
public struct Origin: Sendable, Codable, Hashable {
  /// Identifier of the `SourceSnapshot`.
  public let snapshot: String
  public let referenceDate: CalendarDate
  /// Row in the file, from 1; nil for generated records.
  public let row: Int?

  public init(snapshot: String, referenceDate: CalendarDate, row: Int? = nil) {
    self.snapshot = snapshot
    self.referenceDate = referenceDate
    self.row = row
  }
}
