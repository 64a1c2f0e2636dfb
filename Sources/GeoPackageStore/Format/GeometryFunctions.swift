import Foundation
import GRDB
import PlaneGeometry

/// The five functions that the triggers of a GeoPackage's R-tree call (OGC 12-128, annex F.3). SQLite lacks them; here they
/// read the header of the geometry, which holds the envelope.
enum GeometryFunctions {
  static func register(in database: Database) {
    for function in all { database.add(function: function) }
  }

  private static let all: [DatabaseFunction] = [
    function("ST_IsEmpty") { ($0.boundingBox == nil).databaseValue },
    bound("ST_MinX", \.minX), bound("ST_MaxX", \.maxX), bound("ST_MinY", \.minY), bound("ST_MaxY", \.maxY),
  ]

  private static func bound(
    _ name: String, _ side: KeyPath<BoundingBox, Double> & Sendable
  ) -> DatabaseFunction {
    function(name) { $0.boundingBox?[keyPath: side].databaseValue ?? .null }
  }

  /// Nil for NULL and for bytes that are no geometry, as other implementations answer.
  private static func function(
    _ name: String, _ answer: @escaping @Sendable (Envelope) -> DatabaseValue
  ) -> DatabaseFunction {
    DatabaseFunction(name, argumentCount: 1, pure: true) { arguments in
      guard case .blob(let bytes) = arguments[0].storage else { return nil }
      return Envelope(of: bytes).map(answer)
    }
  }

  /// The envelope of a geometry: from its header, else from its coordinates.
  private struct Envelope {
    let boundingBox: BoundingBox?

    init?(of bytes: Data) {
      guard let header = try? GeoPackageBinary.header(of: bytes) else { return nil }
      if header.isEmpty || header.boundingBox != nil {
        boundingBox = header.boundingBox
      } else {
        boundingBox = (try? GeoPackageBinary.decode(bytes))?.geometry.boundingBox
      }
    }
  }
}
