import CGDAL
import Planning
import SourceMapping

/// Text with one record per line and a separator between cells: CSV in all its variants.
struct DelimitedText {
  private let text: [UInt8]
  private let name: String

  /// - Parameter name: what the table is called.
  init(_ bytes: [UInt8], name: String) {
    let utf8 = Self.withoutSeparatorLine(TextEncoding.utf8(bytes))
    text = Self.withPlainSeparators(utf8)
    self.name = name
  }

  func tables(path: String, layer: String?) throws(PlanningError) -> [SourceTable] {
    let file = MemoryFile(text, name: name + ".csv")
    // Nothing here mentions the file once GDAL has its name, and GDAL reads its bytes without owning them.
    defer { withExtendedLifetime(file) {} }
    let options = [
      "HEADERS=YES", "AUTODETECT_TYPE=NO", "EMPTY_STRING_AS_NULL=YES", "MAX_LINE_SIZE=-1",
    ]
    // GDAL reads some shapes by itself, but is silent about those it cannot read.
    return try GDALDataset.reading(file.name, of: path, options: options) { dataset throws(PlanningError) in
      try dataset.tables(layer: layer).map { $0.withShapesFromText(replacing: true) }
    }
  }

  /// Excel writes `sep=;` above the header.
  private static func withoutSeparatorLine(_ text: [UInt8]) -> [UInt8] {
    guard text.starts(with: "sep=".utf8), let end = text.firstIndex(of: UInt8(ascii: "\n")) else { return text }
    return Array(text[(end + 1)...])
  }

  private static let tab = UInt8(ascii: "\t")
  private static let pipe = UInt8(ascii: "|")
  private static let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), tab, pipe]

  /// GDAL takes the separator from the header and hesitates when another one stands in a name, as in `Prijs, euro;Naam`.
  /// The separator that occurs most stays; the others become spaces. GDAL does not know the pipe: it becomes a tab.
  private static func withPlainSeparators(_ text: [UInt8]) -> [UInt8] {
    let marks = unquotedSeparators(inHeaderOf: text)
    let counts = separators.map { separator in marks.count { text[$0] == separator } }
    guard let most = counts.max(), most > 0, let chosen = counts.firstIndex(of: most) else { return text }
    var result = text
    for position in marks where text[position] != separators[chosen] { result[position] = UInt8(ascii: " ") }
    return separators[chosen] == pipe ? tabsForPipes(result) : result
  }

  private static func unquotedSeparators(inHeaderOf text: [UInt8]) -> [Int] {
    var positions: [Int] = []
    forEachUnquoted(text) { position, byte in
      if separators.contains(byte) { positions.append(position) }
      return byte != UInt8(ascii: "\n")
    }
    return positions
  }

  private static func tabsForPipes(_ text: [UInt8]) -> [UInt8] {
    var result = text
    forEachUnquoted(text) { position, byte in
      if byte == tab { result[position] = UInt8(ascii: " ") }
      if byte == pipe { result[position] = tab }
      return true
    }
    return result
  }

  /// Visits the bytes outside quotes until the visit says no.
  private static func forEachUnquoted(_ text: [UInt8], _ visit: (Int, UInt8) -> Bool) {
    var quoted = false
    for (position, byte) in text.enumerated() {
      if byte == UInt8(ascii: "\"") { quoted.toggle() } else if !quoted, !visit(position, byte) { return }
    }
  }
}

/// Bytes that GDAL reads as a file; gone when released.
private final class MemoryFile {
  let name: String
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  init(_ content: [UInt8], name: String) {
    bytes = .allocate(capacity: max(1, content.count))
    _ = bytes.initialize(from: content)
    // The address makes the folder unique among threads; the file name becomes the name of the table.
    self.name = "/vsimem/werklocaties-\(UInt(bitPattern: bytes.baseAddress))/\(name)"
    VSIFCloseL(VSIFileFromMemBuffer(self.name, bytes.baseAddress, UInt64(content.count), 0))
  }

  deinit {
    VSIUnlink(name)
    bytes.deallocate()
  }
}
