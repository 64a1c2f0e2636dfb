import CXLSX
import Planning
import Quantities

/// A workbook of the library being filled. Closing it writes the file and frees it.
final class XLSXFile {
  private let file: UnsafeMutablePointer<lxw_workbook>
  private let formats: XLSXFormats
  private let title: String
  private let sheets: [Workbook.Sheet]

  init(_ workbook: Workbook, path: String) throws {
    guard let file = workbook_new(path) else { throw Self.unwritable(path, "workbook_new") }
    self.file = file
    formats = XLSXFormats(in: file)
    title = workbook.title
    sheets = workbook.sheets
  }

  /// - Parameter path: where the file will end, for the message.
  func save(for path: String) throws {
    setProperties()
    let problem = sheets.lazy.map { self.add($0) }.first { $0 != LXW_NO_ERROR }
    let closing = workbook_close(file)
    if let code = problem ?? (closing == LXW_NO_ERROR ? nil : closing) {
      throw Self.unwritable(path, String(cString: lxw_strerror(code)))
    }
  }

  /// The moment of making is fixed, so that bytes depend on the workbook only.
  private func setProperties() {
    title.withCString { text in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: text)
      properties.created = Self.fixedMoment
      workbook_set_properties(file, &properties)
    }
  }

  private func add(_ sheet: Workbook.Sheet) -> lxw_error {
    guard let target = workbook_add_worksheet(file, sheet.name) else { return LXW_ERROR_SHEETNAME_ALREADY_USED }
    let table = XLSXSheet(sheet, in: target, formats)
    return table.write()
  }

  /// 1 January 2000, 0:00 UTC.
  private static let fixedMoment: time_t = 946_684_800

  static func unwritable(_ path: String, _ reason: String) -> PlanningError {
    .cannotWrite(
      path: path, reason: LocalizedText(both: reason),
      remedy: LocalizedText(
        nl: "Controleer of de map bestaat en beschrijfbaar is, en of het bestand niet open staat.",
        en: "Check that the folder exists and is writable, and that the file is not open."))
  }
}

/// The formats of a workbook; the library owns them.
struct XLSXFormats {
  let title: UnsafeMutablePointer<lxw_format>?
  let heading: UnsafeMutablePointer<lxw_format>?
  let column: UnsafeMutablePointer<lxw_format>?
  private let numbers: [UnsafeMutablePointer<lxw_format>?]

  init(in file: UnsafeMutablePointer<lxw_workbook>) {
    title = Self.bold(file)
    format_set_font_size(title, Self.titleSize)
    heading = workbook_add_format(file)
    format_set_font_color(heading, Self.muted)
    column = Self.bold(file)
    format_set_bg_color(column, Self.primary)
    format_set_font_color(column, LXW_COLOR_WHITE.rawValue)
    format_set_text_wrap(column)
    format_set_align(column, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    numbers = (0...Self.mostDecimals).map { Self.number(file, decimals: $0) }
  }

  func number(decimals: Int) -> UnsafeMutablePointer<lxw_format>? { numbers[min(max(decimals, 0), Self.mostDecimals)] }

  private static func bold(_ file: UnsafeMutablePointer<lxw_workbook>) -> UnsafeMutablePointer<lxw_format>? {
    let format = workbook_add_format(file)
    format_set_bold(format)
    return format
  }

  /// The program that opens the file puts its own marks for thousands and decimals.
  private static func number(_ file: UnsafeMutablePointer<lxw_workbook>, decimals: Int) -> UnsafeMutablePointer<
    lxw_format
  >? {
    let format = workbook_add_format(file)
    format_set_num_format(format, decimals == 0 ? "0" : "#,##0." + String(repeating: "0", count: decimals))
    return format
  }

  private static let mostDecimals = 6
  private static let titleSize = 14.0
  private static let primary: lxw_color_t = 0x0B4F6C
  private static let muted: lxw_color_t = 0x566270
}
