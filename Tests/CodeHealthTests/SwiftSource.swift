/// A Swift file, with its comments and texts told apart from its code.
struct SwiftSource {
  let path: String
  /// The file with every comment and the inside of every text literal replaced by spaces; lines keep their numbers.
  let code: String
  /// The text literals up to their first interpolation, outside comments.
  let literals: [Literal]

  struct Literal: Hashable {
    let text: String
    /// Whether an interpolation follows, so that `text` is the beginning of a longer text.
    let isPrefix: Bool
  }

  /// The target the file belongs to.
  var module: String { String(path.split(separator: "/")[1]) }

  init(path: String, text: String) {
    self.path = path
    var scanner = SwiftScanner(text)
    scanner.run()
    code = scanner.code
    literals = scanner.literals
  }

  var lines: [Substring] { code.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The modules that the file imports.
  var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), words[..<index].allSatisfy(Self.modifiers.contains) else {
        return nil
      }
      let rest = words[(index + 1)...].drop { Self.kinds.contains($0) }
      return rest.first.map { String($0.prefix { $0 != "." }) }
    }
  }

  private static let modifiers: Set<Substring> = [
    "public", "package", "internal", "private", "fileprivate", "@preconcurrency", "@_exported",
  ]
  private static let kinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "func", "let", "var", "typealias",
  ]

  /// The words of the code (letters, digits and underscores) with the characters around them.
  var words: [Word] {
    var words: [Word] = []
    for (index, line) in lines.enumerated() {
      let characters = Array(line)
      var at = 0
      while at < characters.count {
        let start = at
        while at < characters.count, characters[at].isPartOfWord { at += 1 }
        guard at > start else {
          at += 1
          continue
        }
        words.append(
          Word(
            text: String(characters[start..<at]), line: index + 1, before: start > 0 ? characters[start - 1] : " ",
            after: at < characters.count ? characters[at] : " ", previous: words.last?.text ?? ""))
      }
    }
    return words
  }

  struct Word {
    let text: String
    let line: Int
    let before: Character
    let after: Character
    /// The word before it in the file.
    let previous: String
  }
}

extension Character {
  var isPartOfWord: Bool { isLetter || isNumber || self == "_" }
}
