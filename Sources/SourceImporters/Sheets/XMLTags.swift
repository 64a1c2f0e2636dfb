/// Walks over the tags of an XML file, holding a piece of the file at a time.
///
/// Enough for what spreadsheet programs write: names are compared without their prefix; processing instructions, comments and
/// declarations are passed over.
struct XMLTags {
  private let file: ZipMember
  private var buffer: [UInt8] = []
  private var position = 0
  private var textRange = 0..<0
  private var tagRange = 0..<0
  /// Name of the tag without prefix.
  private(set) var name = ""
  /// Whether the tag ends its element: `</v>`, or `<v/>`.
  private(set) var isEnd = false
  /// Whether the tag begins its element.
  private(set) var isStart = false

  init(_ file: ZipMember) { self.file = file }

  /// Goes to the next tag; false at the end of the file.
  mutating func next() -> Bool {
    while true {
      if let (start, end) = bounds() {
        textRange = position..<start
        tagRange = start + 1..<end
        position = end + 1
        guard buffer[tagRange.lowerBound] != UInt8(ascii: "!"), buffer[tagRange.lowerBound] != UInt8(ascii: "?") else {
          continue
        }
        describe()
        return true
      }
      let more = file.read()
      guard !more.isEmpty else { return false }
      buffer.removeSubrange(..<position)
      position = 0
      buffer += more
    }
  }

  /// Where the next tag begins and ends; nil when that lies beyond what was read.
  private func bounds() -> (start: Int, end: Int)? {
    guard let start = buffer[position...].firstIndex(of: UInt8(ascii: "<")) else { return nil }
    var end = buffer[start...].firstIndex(of: UInt8(ascii: ">"))
    guard buffer[start...].starts(with: "<!--".utf8) else { return end.flatMap { $0 > start + 1 ? (start, $0) : nil } }
    while let last = end, !buffer[..<last].reversed().starts(with: "--".utf8) {
      end = buffer[(last + 1)...].firstIndex(of: UInt8(ascii: ">"))
    }
    return end.map { (start, $0) }
  }

  private mutating func describe() {
    var first = tagRange.lowerBound
    let closes = buffer[first] == UInt8(ascii: "/")
    if closes { first += 1 }
    let isEmpty = buffer[tagRange.upperBound - 1] == UInt8(ascii: "/")
    isStart = !closes
    isEnd = closes || isEmpty
    var last = first
    while last < tagRange.upperBound, !Self.endsName(buffer[last]) {
      if buffer[last] == UInt8(ascii: ":") { first = last + 1 }
      last += 1
    }
    name = String(decoding: buffer[first..<last], as: UTF8.self)
  }

  private static func endsName(_ byte: UInt8) -> Bool { isSpace(byte) || byte == UInt8(ascii: "/") }
  private static func isSpace(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") }

  /// What stands between the tag before and this one.
  var text: String { Self.plain(buffer[textRange]) }

  /// The value of an attribute of this tag; nil without it.
  func attribute(_ wanted: String) -> String? {
    var index = tagRange.lowerBound
    while let equals = buffer[index..<tagRange.upperBound].firstIndex(of: UInt8(ascii: "=")),
      let open = buffer[equals..<tagRange.upperBound].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
      let close = buffer[(open + 1)..<tagRange.upperBound].firstIndex(of: buffer[open])
    {
      var first = equals
      while first > index, !Self.isSpace(buffer[first - 1]) { first -= 1 }
      if buffer[first..<equals].elementsEqual(wanted.utf8) { return Self.plain(buffer[(open + 1)..<close]) }
      index = close + 1
    }
    return nil
  }

  /// Text with its entities resolved.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    let parts = text.split(separator: "&", omittingEmptySubsequences: false)
    return String(parts[0]) + parts.dropFirst().map(resolved).joined()
  }

  private static func resolved(_ part: Substring) -> String {
    guard let end = part.firstIndex(of: ";") else { return "&" + part }
    let rest = part[part.index(after: end)...]
    let name = part[..<end]
    if let character = entities[String(name)] { return character + rest }
    let code = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
    guard name.first == "#", let scalar = code.flatMap(Unicode.Scalar.init) else { return "&" + part }
    return String(Character(scalar)) + rest
  }

  private static let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
}
