import PlaneGeometry
import Provenance
import Quantities

/// A work location at one reference date — *werklocatie*.
public struct WorkLocation: Sendable, Hashable, Identifiable {
  public let rin: RINNumber
  public let name: String
  /// Municipality the park is counted in; `GM0000` where the source has none.
  public let municipality: RegionCode
  public let type: WorkLocationType
  public let kind: ParkKind
  public let attributes: WorkLocationAttributes
  public let plots: [Plot]
  /// Outline in RD New; nil where the source has none.
  public let outline: MultiPolygon?
  /// Columns of the source that the register does not know, kept as they were.
  public let otherColumns: [String: String]
  public let origin: Origin

  public var id: RINNumber { rin }

  /// - Throws: `InvalidRecord` with every field that cannot be: an empty name or code, a negative area or price.
  public init(
    rin: RINNumber, name: String, municipality: RegionCode, type: WorkLocationType, kind: ParkKind = .regular,
    attributes: WorkLocationAttributes = WorkLocationAttributes(), plots: [Plot] = [], outline: MultiPolygon? = nil,
    otherColumns: [String: String] = [:], origin: Origin
  ) throws(InvalidRecord) {
    try InvalidRecord.check(
      [InvalidRecord.empty("plannaam", name), InvalidRecord.empty("gemeentecode", municipality.text)]
        + attributes.negativeAmounts)
    self.rin = rin
    self.name = name
    self.municipality = municipality
    self.type = type
    self.kind = kind
    self.attributes = attributes
    self.plots = plots
    self.outline = outline
    self.otherColumns = otherColumns
    self.origin = origin
  }
}

extension WorkLocationAttributes {
  fileprivate var negativeAmounts: [InvalidRecord.Problem] {
    WorkLocationAttribute.amounts.compactMap { attribute in
      InvalidRecord.negative(attribute.name, number(attribute).map(SquareMetres.init))
    }
  }
}

extension WorkLocationAttribute {
  /// Areas and prices.
  fileprivate static let amounts = all.filter { $0.isNumeric && !$0.isYear }
}

extension WorkLocation {
  /// Whether ships can moor: a seaport, or a stated quay.
  public var isWaterBound: Bool {
    if type == .seaport { return true }
    guard let text = attributes.waterAccess?.lowercased() else { return false }
    return !text.isEmpty && !Self.dryWords.contains { text.hasPrefix($0) }
  }

  /// How the register's texts for "no usable water" begin.
  private static let dryWords = ["nee", "geen", "onbekend", "niet", "n.v.t"]
}
