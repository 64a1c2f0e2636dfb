import Foundation
import Testing

@Suite struct DocumentationTests {
  @Test func everyLinkedFileExists() throws {
    let pages =
      Repository.files(under: "Documentation", suffix: ".md") + (Repository.exists("README.md") ? ["README.md"] : [])
    try #require(!pages.isEmpty)
    let broken = try pages.flatMap { page in
      let folder = (page as NSString).deletingLastPathComponent
      return Self.links(in: try Repository.text(page)).filter { link in
        !Repository.exists(folder.isEmpty ? link : folder + "/" + link)
      }.map { "\(page): \($0)" }
    }
    #expect(broken.isEmpty, "\(broken.joined(separator: "\n"))")
  }

  /// Targets of `[text](target)` that are files of the repository, without their `#part`.
  static func links(in text: String) -> [String] {
    text.components(separatedBy: "](").dropFirst().compactMap { rest in
      let target = rest.prefix { $0 != ")" && $0 != " " && !$0.isNewline }.prefix { $0 != "#" }
      return target.isEmpty || target.contains(":") ? nil : String(target)
    }
  }

  @Test func linksAreFound() {
    #expect(
      Self.links(in: "[a](b.md) ![c](d/e.png \"t\") [f](https://g) [h](#i) [j](k.md#l)") == ["b.md", "d/e.png", "k.md"])
  }

  /// Beginnings of paths that exist on one machine only; joined here, so that this file does not hold them.
  private static let machinePaths = ["work", "root", "Users"].map { "/" + $0 + "/" }

  @Test(.enabled(if: Repository.tracked != nil, "this is no checkout"))
  func noTrackedFileNamesAMachine() throws {
    let files = try #require(Repository.tracked)
    #expect(files.contains("Package.swift"))
    let found = files.filter { path in
      guard Repository.exists(path), let text = try? Repository.text(path) else { return false }
      return Self.machinePaths.contains { text.contains($0) }
    }
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
  }
}
