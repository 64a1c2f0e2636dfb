import CXLSX
import Foundation
import Planning
import Quantities

/// Writes workbooks as XLSX with libxlsxwriter.
public struct XLSXWorkbookWriter: WorkbookWriter {
  public init() {}

  public func write(_ workbook: Workbook, to path: String) throws {
    let draft = path + ".nieuw"
    defer { try? FileManager.default.removeItem(atPath: draft) }
    try XLSXFile(workbook, path: draft).save(for: path)
    guard rename(draft, path) == 0 else { throw XLSXFile.unwritable(path, String(cString: strerror(errno))) }
  }
}
