import Foundation
import Planning
import Quantities

/// Makes PDFs with Typst, which refuses a document that is not accessible: PDF/UA-1 and PDF/A-2a together.
public struct TypstTypesetter: Typesetter {
  private let python: String
  private let fontFolders: [String]

  /// - Parameters:
  ///   - python: the interpreter that has the `typst` wheel.
  ///   - fontFolders: where the typeface of the report lies, besides the system's fonts.
  public init(python: String, fontFolders: [String] = []) {
    self.python = python
    self.fontFolders = fontFolders
  }

  public func typeset(_ jobs: [(source: TypesetSource, path: String)]) throws {
    guard !jobs.isEmpty else { return }
    guard FileManager.default.isExecutableFile(atPath: python) else { throw Self.missing(jobs[0].path) }
    let bench = try TypesetBench()
    defer { bench.clear() }
    let orders = try jobs.enumerated().map { try bench.prepare($1.source, number: $0) }
    try run(orders, in: bench, blaming: jobs[0].path)
    for (order, job) in zip(orders, jobs) { try bench.deliver(order, to: job.path) }
  }

  /// One process for all documents: the fonts are read once.
  private func run(_ orders: [TypesetBench.Order], in bench: TypesetBench, blaming path: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [bench.script, try bench.write(orders, fontFolders: fontFolders)]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let complaints = Pipe()
    process.standardError = complaints
    do { try process.run() } catch { throw Self.missing(path) }
    let said = complaints.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Self.refused(path, String(decoding: said, as: UTF8.self))
    }
  }

  private static func missing(_ path: String) -> PlanningError {
    .cannotWrite(
      path: path,
      reason: LocalizedText(nl: "Python met Typst is niet gevonden", en: "Python with Typst was not found"),
      remedy: LocalizedText(
        nl: "Start ./run in de map van het project; dat installeert Typst.",
        en: "Run ./run in the folder of the project; it installs Typst."))
  }

  private static func refused(_ path: String, _ complaint: String) -> PlanningError {
    if complaint.contains(TypesetBench.noTypst) { return missing(path) }
    return .cannotWrite(
      path: path,
      reason: LocalizedText(
        nl: "Typst weigert het document: \(complaint)", en: "Typst refuses the document: \(complaint)"),
      remedy: LocalizedText(
        nl: "Meld dit met de tekst hierboven; de HTML heeft dezelfde inhoud.",
        en: "Report this with the text above; the HTML has the same content."))
  }
}
