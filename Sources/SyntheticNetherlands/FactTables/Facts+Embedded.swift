import Foundation

extension Facts {
  /// The facts that come with the program.
  package static func embedded() throws -> Facts {
    try Facts { name in
      guard let address = Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Facts") else {
        throw ExampleError.malformedFacts(table: name, row: 0, field: "", value: "")
      }
      return try String(contentsOf: address, encoding: .utf8)
    }
  }
}
