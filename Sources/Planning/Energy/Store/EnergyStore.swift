import EnergyHubs
import Foundation
import Provenance
import Quantities

/// The one file in which a whole study is kept — *opgeslagen studie*.
///
/// | Bytes | Content, little endian |
/// |---|---|
/// | 4 | `WLE1` |
/// | 1 | 0 plain, 1 sealed |
/// | 4 | plain only: CRC-32 of everything after it |
/// | 4 + n | length and JSON of connections, settings, consents, releases and the names that follow |
/// | 4 + n each | length and `ProfileBytes` of every connection: 140 kB for a year of quarters |
/// | 8 each | values of the columns of `series.csv`, as 64-bit floats |
///
/// Sealed, all from the third line on is what `EnergySealing` makes of it.
public enum EnergyStore {
  /// Ending of the name of a stored study.
  public static let ending = ".wlenergie"
  private static let mark = Array("WLE1".utf8)

  public enum Content: Sendable, Hashable {
    /// Readable by anyone: the body, or nil where it was damaged.
    case plain([UInt8]?)
    case sealed([UInt8])
  }

  /// The bytes of a file; `isSealed` says what the body is.
  public static func file(_ body: [UInt8], isSealed: Bool) -> [UInt8] {
    mark + [isSealed ? 1 : 0] + (isSealed ? [] : word(CyclicRedundancyCheck.value(of: body))) + body
  }

  /// What a file holds; nil when it is no stored study.
  public static func content(of file: [UInt8]) -> Content? {
    guard file.starts(with: mark), file.count > mark.count else { return nil }
    let body = Array(file[(mark.count + 1)...])
    switch file[mark.count] {
    case 0:
      let check = body.prefix(MemoryLayout<UInt32>.size)
      let rest = Array(body.dropFirst(check.count))
      return .plain(Array(check) == word(CyclicRedundancyCheck.value(of: rest)) ? rest : nil)
    case 1: return .sealed(body)
    default: return nil
    }
  }

  /// A study as bytes. Equal studies give equal bytes.
  public static func body(_ files: EnergyCaseFiles) throws -> [UInt8] {
    let names = files.stored.keys.sorted()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let head = try encoder.encode(
      Head(
        connections: files.connections, settings: files.settings, consents: files.consents,
        releases: files.releases, profiles: names,
        series: files.series.columns, rows: files.series.rowCount))
    var bytes = sized(Array(head))
    for name in names {
      if let profile = files.stored[name] { bytes += sized(ProfileBytes.encoded(profile)) }
    }
    for column in files.series.values {
      column.withUnsafeBytes { bytes += $0 }
    }
    return bytes
  }

  /// The study in a body; nil when the bytes are not those of one.
  public static func files(_ body: [UInt8]) -> EnergyCaseFiles? {
    var reader = Reader(bytes: body)
    guard let text = reader.sized(), let head = try? JSONDecoder().decode(Head.self, from: Data(text)) else {
      return nil
    }
    var stored: [String: Profile] = [:]
    for name in head.profiles {
      guard let bytes = reader.sized(), let profile = try? ProfileBytes.decoded(bytes).get() else { return nil }
      stored[name] = profile
    }
    var values: [[Double]] = []
    for _ in head.series {
      guard let column = reader.numbers(head.rows) else { return nil }
      values.append(column)
    }
    var files = EnergyCaseFiles(
      connections: head.connections, load: .empty(EnergyCaseFiles.loadFile),
      series: EnergyTable(
        file: EnergyCaseFiles.seriesFile, columns: head.series, values: values, rowCount: head.rows), stored: stored,
      consents: head.consents, settings: head.settings)
    files.releases = head.releases
    return files
  }

  private struct Head: Codable {
    let connections: [EnergyConnectionRow]
    let settings: EnergySettings
    let consents: [Consent]
    let releases: [LoggedRelease]
    let profiles: [String]
    let series: [String]
    let rows: Int
  }

  private static func word(_ value: UInt32) -> [UInt8] { withUnsafeBytes(of: value.littleEndian) { Array($0) } }
  private static func sized(_ bytes: [UInt8]) -> [UInt8] { word(UInt32(bytes.count)) + bytes }

  private struct Reader {
    let bytes: [UInt8]
    var at = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func take(_ count: Int) -> [UInt8]? {
      guard count >= 0, bytes.count - at >= count else { return nil }
      defer { at += count }
      return Array(bytes[at..<at + count])
    }

    mutating func sized() -> [UInt8]? {
      take(MemoryLayout<UInt32>.size).flatMap { length in
        take(length.reversed().reduce(0) { $0 << UInt8.bitWidth | Int($1) })
      }
    }

    mutating func numbers(_ count: Int) -> [Double]? {
      take(count * MemoryLayout<Double>.size).map { taken in
        taken.withUnsafeBytes { raw in
          (0..<count).map { raw.loadUnaligned(fromByteOffset: $0 * MemoryLayout<Double>.size, as: Double.self) }
        }
      }
    }
  }
}
