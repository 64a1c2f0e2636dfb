import ParameterFiles
import Planning
import Provenance
import Quantities
import SpaceDemand
import Testing

/// The parameter library and the code belong together: nothing unsourced, nothing unread, nothing missing.
@Suite struct ParameterTests {
  private let library: PlanningLibrary
  private let literals: Set<SwiftSource.Literal>

  init() throws {
    library = try YAMLLibraryReader().library(overrides: [], standalone: false)
    literals = Set(try Repository.sources().flatMap(\.literals))
  }

  private var timelines: [(name: String, values: [DatedValue])] {
    let parameters = library.parameters.keys.compactMap { library.parameters[$0] }
    let members = parameters.flatMap { parameter in
      parameter.members.sorted { $0.key < $1.key }.map { ("\(parameter.key):\($0.key)", $0.value) }
    }
    let addOns = library.addOns.flatMap { addOn in
      addOn.amountPerYear.sorted { $0.key < $1.key }.map { ("addons/\(addOn.id):\($0.key)", [$0.value]) }
    }
    return members + addOns
  }

  @Test func everyValueIsSourcedOrAnAssumption() {
    for (name, values) in timelines {
      #expect(!values.isEmpty, "\(name)")
      for value in values {
        #expect((value.source == nil) == (value.kind == .assumption), "\(name) \(value.from)")
        #expect(value.source == nil || value.locator != nil, "\(name) \(value.from) names no place in its source")
      }
    }
  }

  @Test func valuesLieInTheirBandAndDatesAscend() {
    for (name, values) in timelines {
      #expect(values.allSatisfy { $0.low <= $0.value && $0.value <= $0.high }, "\(name)")
      #expect(zip(values, values.dropFirst()).allSatisfy { $0.from < $1.from }, "\(name)")
    }
  }

  @Test func everySourceIsUsed() throws {
    let folder = "Sources/ParameterFiles/Parameters"
    let files = Repository.files(under: folder, suffix: ".yaml").filter { !$0.hasPrefix(folder + "/bibliography/") }
    let lines = try files.flatMap { try Repository.text($0).split(whereSeparator: \.isNewline) }
    let cited = Set(lines.flatMap { $0.split { !$0.isPartOfWord && $0 != "-" }.map(String.init) })
    let named = lines.filter { $0.contains("source: ") }.compactMap { $0.split(separator: "source: ").last }
    let ids = Set(named.map { String($0.prefix { $0.isPartOfWord || $0 == "-" }) })
    #expect(!ids.isEmpty && ids.isSubset(of: cited))
    let unused = library.bibliography.map(\.id).filter { !ids.contains($0) }
    #expect(unused.isEmpty, "\(unused)")
  }

  @Test func everyParameterIsReadByCode() {
    let whole = Set(literals.filter { !$0.isPrefix }.map(\.text))
    let beginnings = literals.filter { ($0.isPrefix || $0.text.hasSuffix("/")) && $0.text.contains("/") }.map(\.text)
    let unread = library.parameters.keys.filter { key in
      !whole.contains(key) && !beginnings.contains { key.hasPrefix($0) }
    }
    #expect(unread.isEmpty, "\(unread)")
  }

  @Test func everyKeyInCodeExists() {
    let folders = Set(library.parameters.keys.compactMap { $0.split(separator: "/").first.map(String.init) })
    let keys = literals.filter { !$0.isPrefix && $0.text.isParameterKey }.map(\.text).filter { text in
      folders.contains(String(text.prefix { $0 != "/" }))
    }
    #expect(!keys.isEmpty)
    let missing = keys.filter { library.parameters[$0] == nil }.sorted()
    #expect(missing.isEmpty, "\(missing)")
  }
}

extension String {
  /// Whether the text has the form `folder/name` of a parameter key.
  fileprivate var isParameterKey: Bool {
    let parts = split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isLowercase || $0 == "-" } }
  }
}
