/// Tells comments and text literals apart from code.
struct SwiftScanner {
  private let characters: [Character]
  private var at = 0
  private(set) var code = ""
  private(set) var literals: [SwiftSource.Literal] = []

  init(_ text: String) { characters = Array(text) }

  mutating func run() {
    while at < characters.count {
      if starts("//") {
        blank { $0.starts("\n") }
      } else if starts("/*") {
        blank { $0.starts("*/") }
      } else if starts("\"\"\"") {
        literal(quote: "\"\"\"")
      } else if starts("\"") {
        literal(quote: "\"")
      } else {
        code.append(characters[at])
        at += 1
      }
    }
  }

  private func starts(_ text: String) -> Bool {
    characters[at...].starts(with: text)
  }

  /// Writes spaces until `end` holds.
  private mutating func blank(until end: (SwiftScanner) -> Bool) {
    while at < characters.count, !end(self) { skip() }
  }

  private mutating func skip(_ count: Int = 1) {
    for _ in 0..<count where at < characters.count {
      code.append(characters[at].isNewline ? "\n" : " ")
      at += 1
    }
  }

  private mutating func literal(quote: String) {
    var text = ""
    var isPrefix = false
    skip(quote.count)
    while at < characters.count, !starts(quote) {
      if starts("\\(") {
        isPrefix = true
        interpolation()
      } else if starts("\\") {
        skip(2)
      } else {
        if !isPrefix { text.append(characters[at]) }
        skip()
      }
    }
    skip(quote.count)
    literals.append(SwiftSource.Literal(text: text, isPrefix: isPrefix))
  }

  /// Skips `\( … )`; texts inside are literals of their own.
  private mutating func interpolation() {
    var depth = 0
    repeat {
      if starts("\"") {
        literal(quote: "\"")
        continue
      }
      if starts("(") { depth += 1 }
      if starts(")") { depth -= 1 }
      skip()
    } while at < characters.count && (depth > 0 || characters[at - 1] == "\\")
  }
}
