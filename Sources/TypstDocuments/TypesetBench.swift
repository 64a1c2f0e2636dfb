import Foundation
import Planning
import Quantities

/// The folder of one run of the typesetter, gone afterwards.
struct TypesetBench {
  /// One document to compile.
  struct Order: Codable {
    let input: String
    let output: String
  }

  private struct Work: Codable {
    let orders: [Order]
    let fontFolders: [String]
    let createdAt: Int
  }

  let folder: URL
  var script: String { folder.appendingPathComponent("typeset.py").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("werklocaties-" + UUID().uuidString)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(Self.program.utf8).write(to: folder.appendingPathComponent("typeset.py"))
    } catch { throw Self.unwritable(folder.path, error) }
  }

  /// Writes a document and its pictures in a folder of their own.
  func prepare(_ source: TypesetSource, number: Int) throws -> Order {
    let own = folder.appendingPathComponent(String(number))
    let input = own.appendingPathComponent("document.typ")
    do {
      try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
      try Data(source.markup.utf8).write(to: input)
      for (name, svg) in source.pictures.sorted(by: { $0.key < $1.key }) {
        try Data(svg.utf8).write(to: own.appendingPathComponent(name))
      }
    } catch { throw Self.unwritable(own.path, error) }
    return Order(input: input.path, output: own.appendingPathComponent("document.pdf").path)
  }

  /// Writes the list of work for the program; its path.
  func write(_ orders: [Order], fontFolders: [String]) throws -> String {
    let file = folder.appendingPathComponent("work.json")
    let work = Work(orders: orders, fontFolders: fontFolders, createdAt: Self.fixedMoment)
    do { try JSONEncoder().encode(work).write(to: file) } catch { throw Self.unwritable(file.path, error) }
    return file.path
  }

  /// Puts a finished document in its place in one step, so that a reader never sees half a file.
  func deliver(_ order: Order, to path: String) throws {
    do {
      try Data(contentsOf: URL(fileURLWithPath: order.output)).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch { throw Self.unwritable(path, error) }
  }

  /// What is left in the temporary folder after a failure is the system's to clean.
  func clear() { try? FileManager.default.removeItem(at: folder) }

  private static func unwritable(_ path: String, _ error: any Error) -> PlanningError {
    .cannotWrite(
      path: path, reason: LocalizedText(both: error.localizedDescription),
      remedy: LocalizedText(
        nl: "Controleer of de map bestaat en beschrijfbaar is.", en: "Check that the folder exists and is writable."))
  }

  /// 1 January 2000, 0:00 UTC: the moment of making in every PDF, so that bytes depend on content only.
  private static let fixedMoment = 946_684_800

  static let noTypst = "NO-TYPST"

  private static let program = """
    import json
    import sys

    try:
        import typst
    except ImportError:
        sys.exit("\(noTypst)")

    with open(sys.argv[1], encoding="utf-8") as file:
        work = json.load(file)
    for order in work["orders"]:
        try:
            typst.compile(
                order["input"], output=order["output"], font_paths=work["fontFolders"],
                pdf_standards=["ua-1", "a-2a"], timestamp=work["createdAt"])
        except typst.TypstError as error:
            hints = " ".join(getattr(error, "hints", None) or [])
            sys.exit(f"{error} {hints}".strip())
    """
}
