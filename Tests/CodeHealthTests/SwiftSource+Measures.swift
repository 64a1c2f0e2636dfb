/// A number or function found in code.
struct CodeNumber {
  let value: Double
  let line: Int
}

struct CodeFunction {
  let line: Int
  /// From the first line of the declaration through its closing brace.
  let lines: Int
}

extension SwiftSource {
  /// The numeric literals; `$0` and the `.0` of a tuple are none.
  var numbers: [CodeNumber] {
    lines.enumerated().flatMap { index, line in
      Self.numbers(in: Array(line)).map { CodeNumber(value: $0, line: index + 1) }
    }
  }

  private static func numbers(in line: [Character]) -> [Double] {
    var found: [Double] = []
    var at = 0
    while at < line.count {
      let before: Character = at > 0 ? line[at - 1] : " "
      let isStart = line[at].isNumber && !before.isPartOfWord && before != "$" && before != "."
      guard isStart else {
        at += 1
        continue
      }
      let start = at
      while at < line.count, isPartOfNumber(line, at) { at += 1 }
      found.append(Double(String(line[start..<at].filter { $0 != "_" })) ?? .nan)
    }
    return found
  }

  private static func isPartOfNumber(_ line: [Character], _ at: Int) -> Bool {
    if line[at].isPartOfWord { return true }
    let next: Character = at + 1 < line.count ? line[at + 1] : " "
    if line[at] == "." { return next.isNumber }
    return line[at] == "-" && line[at - 1].lowercased() == "e" && next.isNumber
  }

  /// Functions, initialisers, subscripts and computed properties with a body.
  var functions: [CodeFunction] {
    let characters = Array(code)
    var line = 1
    var found: [CodeFunction] = []
    for at in characters.indices {
      if characters[at] == "\n" { line += 1 }
      guard let word = Self.declaration(characters, at) else { continue }
      guard let end = Self.endOfBody(characters, after: at + word.count, isVariable: word == "var") else { continue }
      found.append(CodeFunction(line: line, lines: characters[at...end].count { $0 == "\n" } + 1))
    }
    return found
  }

  private static func declaration(_ characters: [Character], _ at: Int) -> String? {
    let before: Character = at > 0 ? characters[at - 1] : " "
    guard !before.isPartOfWord, before != "." else { return nil }
    return ["func", "init", "subscript", "deinit", "var"].first { word in
      guard characters[at...].starts(with: word), at + word.count < characters.count else { return false }
      return !characters[at + word.count].isPartOfWord
    }
  }

  /// The closing brace of a declaration's body; nil where there is none (a requirement, a stored property).
  private static func endOfBody(_ characters: [Character], after start: Int, isVariable: Bool) -> Int? {
    var brackets = 0
    var open: Int?
    for at in start..<characters.count where open == nil {
      switch characters[at] {
      case "(", "[": brackets += 1
      case ")", "]": brackets -= 1
      case "{" where brackets == 0: open = at
      case "}" where brackets == 0: return nil
      case "=" where brackets == 0 && isVariable: return nil
      case "\n" where brackets == 0 && endsDeclaration(characters, at): return nil
      default: break
      }
      if brackets < 0 { return nil }
    }
    return open.flatMap { endOfBlock(characters, $0) }
  }

  /// Whether the next line starts something else than the rest of a signature.
  private static func endsDeclaration(_ characters: [Character], _ at: Int) -> Bool {
    let rest = characters[(at + 1)...].drop { $0 == " " }
    return !["{", "->", "throws", "async", "where", "rethrows"].contains { rest.starts(with: $0) }
  }

  private static func endOfBlock(_ characters: [Character], _ open: Int) -> Int? {
    var depth = 0
    for at in open..<characters.count {
      if characters[at] == "{" { depth += 1 }
      if characters[at] == "}" { depth -= 1 }
      if depth == 0 { return at }
    }
    return nil
  }
}
