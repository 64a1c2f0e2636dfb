import Foundation
import Planning
import Provenance
import SpreadsheetFiles
import Testing

@Suite struct XLSXWorkbookWriterTests {
  static let python = "/usr/bin/python3"

  let workbook = Workbook(
    title: "Proef",
    sheets: [
      Workbook.Sheet(
        name: "Vraag", heading: ["Ruimtevraag", "Synthetische voorbeelddata"], columns: ["Gebied", "Hectare"],
        rows: [[.text("Fryslân & <zee>"), .number(1_234.5, decimals: 1)], [.empty, .number(.nan, decimals: 0)]]),
      Workbook.Sheet(name: "Leeg", heading: [], columns: ["Niets"], rows: []),
    ])

  func path() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("proef-\(UUID().uuidString).xlsx").path
  }

  /// The times in a zip have steps of two seconds.
  @Test func bytesDoNotDependOnTheClock() async throws {
    let paths = [path(), path()]
    defer { for path in paths { try? FileManager.default.removeItem(atPath: path) } }
    try XLSXWorkbookWriter().write(workbook, to: paths[0])
    try await Task.sleep(for: .seconds(2.1))
    try XLSXWorkbookWriter().write(workbook, to: paths[1])
    let bytes = try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    #expect(bytes[0] == bytes[1])
    #expect(bytes[0].starts(with: Data("PK".utf8)))
  }

  @Test func replacesAFileAndLeavesNoDraft() throws {
    let path = path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("oud".utf8).write(to: URL(fileURLWithPath: path))
    try XLSXWorkbookWriter().write(workbook, to: path)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count > 1_000)
    #expect(!FileManager.default.fileExists(atPath: path + ".nieuw"))
  }

  @Test func aFolderThatIsNotThereIsAReadableError() {
    let path = "/bestaat/niet/proef.xlsx"
    let error = #expect(throws: PlanningError.self) { try XLSXWorkbookWriter().write(workbook, to: path) }
    #expect(error?.diagnostics.first?.place.file == path)
  }

  @Test func aSheetNameThatExcelRefusesIsAnError() {
    let sheet = Workbook.Sheet(name: "a/b", heading: [], columns: [], rows: [])
    #expect(throws: PlanningError.self) {
      try XLSXWorkbookWriter().write(Workbook(title: "x", sheets: [sheet]), to: path())
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: python), "python3 leest de zip na"))
  func anotherProgramFindsFilterPaneAndText() throws {
    let path = path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try XLSXWorkbookWriter().write(workbook, to: path)
    let sheet = try part("xl/worksheets/sheet1.xml", of: path)
    #expect(sheet.contains("<autoFilter ref=\"A4:B6\"/>"))
    #expect(sheet.contains("ySplit=\"4\"") && sheet.contains("state=\"frozen\""))
    #expect(sheet.contains("<v>1234.5</v>") && !sheet.localizedLowercase.contains("nan"))
    #expect(try part("xl/sharedStrings.xml", of: path).contains("Fryslân &amp; &lt;zee&gt;"))
    #expect(try part("docProps/core.xml", of: path).contains("<dc:title>Proef</dc:title>"))
  }

  private func part(_ name: String, of path: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.python)
    process.arguments = [
      "-c", "import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))", path, name,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
