import GRDB
import Planning
import WorkLocations

/// Writes map layers as one GeoPackage without a log beside it. The bytes depend on the layers only.
public struct GeoPackageLayerWriter: MapLayerWriter {
  public init() {}

  /// A layer without features is left out: map readers expect at least one feature in every layer.
  /// - Throws: `PlanningError.cannotWrite`.
  public func write(_ layers: [MapLayer], to path: String) throws {
    try NewGeoPackage.write(to: path) { queue in
      try queue.write { database in
        try GeoPackageFormat.createBaseTables(in: database)
        for layer in layers where !layer.features.isEmpty { try layer.write(to: database) }
      }
    }
  }
}

extension MapLayer {
  fileprivate func write(to database: Database) throws {
    let table = Table(
      name: name, title: title, summary: title, columns: columns.map { .optional($0.name, .init($0.type)) },
      hasGeometry: true)
    try table.create(in: database)
    try table.fill(in: database) { try insert(by: $0) }
    try table.describe(in: database, lastChange: GeoPackageFormat.undated)
  }

  private func insert(by insertion: RowInsertion) throws {
    var row = RowWriter()
    for feature in features {
      row.clear()
      for value in feature.values { row.add(value) }
      row.add(feature.shape)
      try insertion.insert(row, shape: feature.shape)
    }
  }
}

extension RowWriter {
  fileprivate mutating func add(_ value: MapLayer.Value) {
    switch value {
    case .text(let text): add(text)
    case .number(let number): add(number)
    case .whole(let whole): add(whole)
    case .empty: add(String?.none)
    }
  }
}
