import Testing

/// Habits that keep the code readable.
@Suite struct StyleTests {
  private let sources: [SwiftSource]

  init() throws {
    sources = try Repository.sources()
    try #require(!sources.isEmpty)
  }

  /// Numbers that mean nothing but themselves.
  private static let plainNumbers: Set<Double> = [0, 1, 2, 100]
  private static let methods = ["SpaceDemand", "SupplyDemandBalance", "ForecastEvaluation", "EnergyHubs"]

  /// Settings of algorithms, which change how fast and how closely an answer is reached and not which one, stand by name in files
  /// of their own.
  private static let settings = ["SolverSettings.swift", "GridSettings.swift", "GroupSettings.swift"]

  @Test func methodsHoldNoNumbersOfTheirOwn() {
    let files = sources.filter { source in
      Self.methods.contains(source.module) && !Self.settings.contains { source.path.hasSuffix("/" + $0) }
    }
    let found = files.flatMap { source in
      source.numbers.filter { !Self.plainNumbers.contains($0.value) }.map { "\(source.path):\($0.line): \($0.value)" }
    }
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
  }

  private static let longestFunction = 60

  @Test func noFunctionIsLong() {
    let found = sources.flatMap { source in
      source.functions.filter { $0.lines > Self.longestFunction }.map { "\(source.path):\($0.line): \($0.lines) lines" }
    }
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
  }

  /// Half the functions are at most eight lines and nineteen in twenty under forty.
  @Test func mostFunctionsAreShort() throws {
    let lengths = sources.flatMap(\.functions).map(\.lines).sorted()
    try #require(!lengths.isEmpty)
    #expect(lengths[lengths.count / 2] <= 8)
    #expect(lengths[lengths.count * 19 / 20] < 40)
  }

  @Test func nothingIsLeftForLater() throws {
    let found = try Repository.files(under: "Sources", suffix: ".swift").flatMap { path in
      try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false).enumerated().filter {
        _, line in
        ["TODO", "FIXME", "fatalError", "XXX"].contains { line.contains($0) }
      }.map { "\(path):\($0.offset + 1)" }
    }
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
  }

  @Test func noNameSaysNothing() {
    let found = sources.filter { source in
      ["Manager", "Helper", "Utils", "Utilities"].contains { source.path.contains($0) }
    }.map(\.path)
    #expect(found.isEmpty, "\(found)")
  }
}
