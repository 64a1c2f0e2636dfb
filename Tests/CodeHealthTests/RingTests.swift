import Testing

/// The rings of the manifest hold in every file (Documentation/Decisions).
@Suite struct RingTests {
  private let manifest: Manifest
  private let sources: [SwiftSource]

  init() throws {
    manifest = Manifest(try Repository.text("Package.swift"))
    sources = try Repository.sources()
  }

  /// Modules of the toolchain that any target may import.
  private static let toolchain: Set<String> = ["Foundation", "FoundationEssentials", "Synchronization"]

  @Test func theManifestIsUnderstood() {
    #expect(manifest.names(in: "Ring 0") == ["Quantities", "PlaneGeometry", "Provenance"])
    #expect(manifest["PlaneGeometry"]?.needs == ["CGEOS", "CPROJ"])
    #expect(manifest["ParameterFiles"]?.needs.first == "Yams")
    #expect(manifest["werklocaties"]?.needs.contains("CommandLineTool") == true)
    #expect(Set(sources.map(\.module)).isSubset(of: manifest.targets.map(\.name)))
  }

  @Test func aFileImportsOnlyWhatItsTargetNeeds() {
    let found = sources.flatMap { source in
      let allowed = Self.toolchain.union(manifest[source.module]?.needs ?? [])
      return source.imports.filter { !allowed.contains($0) }.map { "\(source.path) imports \($0)" }
    }
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
  }

  @Test func aTargetNeedsOnlyWhatStandsAboveIt() {
    let names = manifest.targets.map(\.name)
    for (index, target) in manifest.targets.enumerated() {
      let below = target.needs.filter { names[index...].contains($0) }
      #expect(below.isEmpty, "\(target.name) needs \(below)")
    }
  }

  @Test func noMethodNeedsAnother() {
    let methods = manifest.names(in: "Ring 2")
    #expect(methods.count > 1)
    for method in methods {
      let others = (manifest[method]?.needs ?? []).filter(methods.contains)
      #expect(others.isEmpty, "\(method) needs \(others)")
    }
  }

  @Test func noTargetIsNeededInVain() {
    for target in manifest.targets where target.section.hasPrefix("Ring") || target.section.hasPrefix("Adapters") {
      let imported = Set(sources.filter { $0.module == target.name }.flatMap(\.imports))
      let unused = target.needs.filter { !imported.contains($0) }
      #expect(imported.isEmpty || unused.isEmpty, "\(target.name) does not import \(unused)")
    }
  }

  /// Words by which code would reach outside itself: files, clocks, processes, the console, chance.
  private static let impure: Set<String> = [
    "FileManager", "FileHandle", "Bundle", "Process", "ProcessInfo", "URLSession", "UserDefaults", "getenv", "setenv",
    "fopen", "contentsOfFile", "contentsOfDirectory", "SystemRandomNumberGenerator", "arc4random", "ContinuousClock",
    "SuspendingClock", "Locale", "TimeZone",
  ]
  /// Words that are impure only when called.
  private static let impureCalls: Set<String> = ["print", "debugPrint", "Date", "exit", "system"]
  private static func isImpure(_ word: SwiftSource.Word) -> Bool {
    impure.contains(word.text) || (impureCalls.contains(word.text) && word.after == "(" && word.before != ".")
      || (word.text == "contentsOf" && ["Data", "String"].contains(word.previous))
  }

  /// The one pure target that reads resources does so in one file.
  private static let resourceReader = "Sources/SyntheticNetherlands/FactTables/Facts+Embedded.swift"

  @Test func pureTargetsReachNothingOutside() {
    let pure = ["Ring 0", "Ring 1", "Tools", "Ring 2", "Ring 3", "Publication"].flatMap(manifest.names)
    #expect(pure.contains("Reporting"))
    let found = sources.filter { pure.contains($0.module) && $0.path != Self.resourceReader }.flatMap { source in
      source.words.filter(Self.isImpure).map { "\(source.path):\($0.line): \($0.text)" }
    }
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
  }
}
