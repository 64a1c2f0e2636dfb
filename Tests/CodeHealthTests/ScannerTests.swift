import Testing

/// The health tests rest on this scanner, so it is tested itself.
@Suite struct ScannerTests {
  private let source = SwiftSource(
    path: "Sources/Module/File.swift",
    text: """
      @preconcurrency import struct Alpha.Beta
      import Gamma  // import Delta
      /* import Epsilon 7 */
      struct S {
        let a = "x/y 8 \\(b("z") + 9) tail", c = $0.1 + 3_000.5e-1 - d2
        var stored: Int
        var computed: Int {
          4
        }
        init(
          x: [Int] = [5]
        ) { self.init() }
        func f() -> Int
        {
          if a { return 0x10 }
        }
      }
      protocol P {
        func requirement() throws
        var other: Int { get }
      }
      """)

  @Test func importsAreFound() {
    #expect(source.imports == ["Alpha", "Gamma"])
    #expect(source.module == "Module")
  }

  @Test func literalsAreFoundUpToTheirInterpolation() {
    #expect(source.literals.contains(SwiftSource.Literal(text: "x/y 8 ", isPrefix: true)))
    #expect(source.literals.contains(SwiftSource.Literal(text: "z", isPrefix: false)))
  }

  @Test func numbersOfTheCodeAreFound() {
    #expect(source.numbers.map(\.value) == [300.05, 4, 5, 16])
    #expect(source.numbers.map(\.line) == [5, 8, 11, 15])
  }

  @Test func functionsAreMeasured() {
    #expect(source.functions.map(\.line) == [7, 10, 13, 20])
    #expect(source.functions.map(\.lines) == [3, 3, 4, 1])
  }
}
