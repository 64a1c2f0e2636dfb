import Foundation
import Planning
import Provenance
import Quantities
import Reporting
import Testing
import TypstDocuments

@Suite struct TypstTypesetterTests {
  /// The project's own Python with the typst wheel, as ./run and ./test install it.
  static let python =
    ProcessInfo.processInfo.environment["WERKLOCATIES_PYTHON"]
    ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .path + "/.tools/python/bin/python3"
  static let isInstalled = FileManager.default.isExecutableFile(atPath: python)

  /// Every kind of block once, with texts that try to be markup.
  static let document: Document = {
    let nasty = "#panic(\"x\") $x$ \\ ] [ * _ ` @a <b> // \u{1F3ED}"
    let table = Table(
      caption: nasty, columns: [Table.Column("Naam"), .number("Getal", unit: "ha", isAssumed: true)],
      rows: [
        Table.Row([.text(nasty), Table.Cell(.number(1.5, decimals: 1), isAssumed: true, tone: .severe)]),
        Table.Row([Table.Cell(.code(String(repeating: "0123456789abcdef", count: 4))), .empty], isTotal: true),
      ], notes: [RichText(nasty)])
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><rect width=\"10\" height=\"10\"/></svg>"
    let blocks: [Block] = [
      .heading(nasty),
      .paragraph(
        "Tekst \(strong: nasty) \(code: nasty) \(RichText([.assumed(nasty), .link(nasty, address: "https://example.org/#a")]))"
      ),
      .callout(Callout(.synthetic, title: nasty, text: RichText(nasty))),
      .keyFigures([KeyFigure("1", unit: nasty, label: RichText(nasty), isAssumed: true)]),
      .table(table), .list([RichText(nasty)]), .numberedList([RichText(nasty)]), .code(nasty), .pageBreak,
      .figure(
        Figure(
          picture: Picture(name: "beeld", alternative: nasty, svg: svg), caption: nasty, source: nasty, twin: table)),
    ]
    return Document(
      language: .nl, title: nasty, subtitle: nasty, summary: nasty, footer: nasty, syntheticNotice: nasty,
      facts: [.init(nasty, nasty)], chapters: [Chapter(id: "een", title: nasty, startsPage: true, blocks: blocks)])
  }()

  func path() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("proef-\(UUID().uuidString).pdf").path
  }

  @Test(.enabled(if: isInstalled, "geen Python met Typst; ./run installeert die"))
  func everyBlockIsAccessibleAndTwoRunsAreEqual() throws {
    let paths = [path(), path(), path()]
    defer { for path in paths { try? FileManager.default.removeItem(atPath: path) } }
    let source = TypstRenderer().render(Self.document)
    let typesetter = TypstTypesetter(python: Self.python)
    try typesetter.typeset(paths[0...1].map { (source: source, path: $0) })
    try typesetter.typeset([(source: source, path: paths[2])])
    let bytes = try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    #expect(bytes[0].starts(with: Data("%PDF".utf8)))
    #expect(bytes[0] == bytes[1] && bytes[0] == bytes[2])
  }

  @Test(.enabled(if: isInstalled, "geen Python met Typst; ./run installeert die"))
  func aPictureWithoutWordsIsRefusedWithTypstsReason() throws {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>"
    let source = TypesetSource(
      markup: "#set document(title: \"t\")\n#set text(lang: \"nl\")\n#image(\"a.svg\")", pictures: ["a.svg": svg])
    let path = path()
    let error = #expect(throws: PlanningError.self) {
      try TypstTypesetter(python: Self.python).typeset([(source: source, path: path)])
    }
    #expect(error?.diagnostics.first?.message.nl.contains("alt") == true)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func withoutPythonTheReaderIsSentToRun() throws {
    let error = #expect(throws: PlanningError.self) {
      try TypstTypesetter(python: "/bestaat/niet/python3")
        .typeset([(source: TypesetSource(markup: "", pictures: [:]), path: "/tmp/x.pdf")])
    }
    #expect(error?.diagnostics.first?.remedy.nl.contains("./run") == true)
  }

  @Test func nothingToDoNeedsNoPython() throws {
    try TypstTypesetter(python: "/bestaat/niet").typeset([])
  }
}
