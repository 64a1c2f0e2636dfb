import Planning
import SourceMapping

/// Cells as the workbook keeps them. GDAL's own reader of XLSX gives a column one type: where a text stands among moments it keeps
/// their day only.
extension GDALSourceReader: SheetReader {
  /// - Throws: `PlanningError.fileMissing`; `.cannotRead` for what is no XLSX file or breaks off.
  public func sheet(_ name: String, orFirst: Bool, of path: String) throws -> WorkbookSheet? {
    try FileOnDisk(path).check()
    let book = try WorkbookFile(path)
    let named = book.sheets.first { $0.name.lowercased() == name.lowercased() }
    guard let chosen = named ?? (orFirst ? book.sheets.first : nil) else { return nil }
    let cells = try GDALMessages.collecting { messages throws(PlanningError) in
      guard let file = ZipMember(chosen.member, in: path) else {
        throw Unreadable.notRecognised(path, messages.failures)
      }
      let cells = SheetCells(file, texts: book.sharedTexts())
      guard cells.isComplete else {
        throw Unreadable.brokenOff(path, layer: chosen.name, afterRow: cells.rows.last?.number ?? 0, messages.failures)
      }
      return cells
    }
    let header = cells.rows.first
    return WorkbookSheet(
      name: chosen.name, siblings: book.sheets.map(\.name), countsFrom1904: book.countsFrom1904,
      columns: header?.cells.map(\.spelled) ?? [],
      rows: cells.rows.dropFirst().map { SourceRow(number: $0.number - (header?.number ?? 0), cells: $0.cells) })
  }
}

extension SourceCell {
  fileprivate var spelled: String {
    switch self {
    case .empty: ""
    case .text(let text): text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    case .number(let number): Int(exactly: number).map { String($0) } ?? "\(number)"
    }
  }
}
