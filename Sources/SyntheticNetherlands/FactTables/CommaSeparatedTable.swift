import WorkLocations

/// A small table in comma-separated text with a header; quotes may enclose a field and are doubled inside it (RFC 4180,
/// without line breaks inside a field).
struct CommaSeparatedTable {
  let name: String
  private let columns: [String: Int]
  private let records: [[String]]

  init(_ name: String, text: String) throws(ExampleError) {
    self.name = name
    var lines = text.split(whereSeparator: \.isNewline).map(Self.fields)
    guard !lines.isEmpty else { throw .malformedFacts(table: name, row: 0, field: "", value: "") }
    let header = lines.removeFirst()
    columns = Dictionary(header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    records = lines
    if let odd = lines.firstIndex(where: { $0.count != header.count }) {
      throw .malformedFacts(table: name, row: odd + 1, field: "", value: lines[odd].joined(separator: ","))
    }
  }

  var count: Int { records.count }

  /// One value for each row, in order.
  func map<Value>(_ read: (Row) throws(ExampleError) -> Value) throws(ExampleError) -> [Value] {
    var values: [Value] = []
    for index in records.indices { values.append(try read(Row(table: self, index: index))) }
    return values
  }

  private static func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var quoted = false
    var previous: Character?
    for character in line {
      if character == "\"" {
        if !quoted, previous == "\"" { fields[fields.count - 1].append("\"") }
        quoted.toggle()
      } else if character == ",", !quoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
      previous = character
    }
    return fields
  }

  /// One row, read field by field.
  struct Row {
    let table: CommaSeparatedTable
    let index: Int

    func has(_ field: String) -> Bool { table.columns[field] != nil }

    /// The text of a field; empty where the field is empty.
    func optional(_ field: String) throws(ExampleError) -> String {
      guard let column = table.columns[field] else { throw error(field, "") }
      return table.records[index][column]
    }

    func text(_ field: String) throws(ExampleError) -> String {
      let text = try optional(field)
      guard !text.isEmpty else { throw error(field, text) }
      return text
    }

    func number(_ field: String) throws(ExampleError) -> Double {
      let text = try text(field)
      guard let number = Double(text), number.isFinite else { throw error(field, text) }
      return number
    }

    func whole(_ field: String) throws(ExampleError) -> Int {
      let text = try text(field)
      guard let number = Int(text) else { throw error(field, text) }
      return number
    }

    func code(_ field: String) throws(ExampleError) -> RegionCode { RegionCode(try text(field)) }

    /// A list of codes separated by semicolons; empty where the field is empty.
    func codes(_ field: String) throws(ExampleError) -> [RegionCode] {
      try optional(field).split(separator: ";").map { RegionCode(String($0)) }
    }

    func error(_ field: String, _ value: String) -> ExampleError {
      .malformedFacts(table: table.name, row: index + 1, field: field, value: value)
    }
  }
}
