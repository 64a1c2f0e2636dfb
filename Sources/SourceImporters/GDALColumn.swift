import CGDAL
import SourceMapping

/// One attribute column of a layer and how its cells are taken over.
struct GDALColumn {
  let name: String
  private let index: Int32
  private let content: Content

  private enum Content { case text, real, whole, truth, date, none }

  static func columns(of layer: OGRLayerH) -> [GDALColumn] {
    guard let definition = OGR_L_GetLayerDefn(layer) else { return [] }
    return (0..<OGR_FD_GetFieldCount(definition)).compactMap { index in
      OGR_FD_GetFieldDefn(definition, index).map { GDALColumn($0, at: index) }
    }
  }

  private init(_ field: OGRFieldDefnH, at index: Int32) {
    name = OGR_Fld_GetNameRef(field).map { String(cString: $0) } ?? ""
    self.index = index
    content = Self.content(of: OGR_Fld_GetType(field), OGR_Fld_GetSubType(field))
  }

  private static func content(of type: OGRFieldType, _ subtype: OGRFieldSubType) -> Content {
    switch type {
    case OFTInteger, OFTInteger64: subtype == OFSTBoolean ? .truth : .whole
    case OFTReal: .real
    case OFTDate, OFTDateTime: .date
    case OFTBinary: .none
    default: .text
    }
  }

  func cell(of feature: OGRFeatureH) -> SourceCell {
    guard OGR_F_IsFieldSetAndNotNull(feature, index) != 0 else { return .empty }
    return switch content {
    case .none: .empty
    case .real: .number(OGR_F_GetFieldAsDouble(feature, index))
    case .whole: whole(OGR_F_GetFieldAsInteger64(feature, index))
    case .truth: .text(OGR_F_GetFieldAsInteger(feature, index) != 0 ? "Ja" : "Nee")
    case .date: date(of: feature)
    case .text: text(OGR_F_GetFieldAsString(feature, index))
    }
  }

  /// A key too long for a `Double` stays text, so that no digit is lost.
  private func whole(_ value: GIntBig) -> SourceCell {
    Double(exactly: value).map(SourceCell.number) ?? .text(String(value))
  }

  private func text(_ value: UnsafePointer<CChar>?) -> SourceCell {
    guard let value, value.pointee != 0 else { return .empty }
    return .text(String(cString: value))
  }

  /// `yyyy-MM-dd`, without the time of day.
  private func date(of feature: OGRFeatureH) -> SourceCell {
    var parts = [Int32](repeating: 0, count: 7)
    let found = parts.withUnsafeMutableBufferPointer { part in
      guard let p = part.baseAddress else { return Int32(0) }
      return OGR_F_GetFieldAsDateTime(feature, index, p, p + 1, p + 2, p + 3, p + 4, p + 5, p + 6)
    }
    guard found != 0 else { return text(OGR_F_GetFieldAsString(feature, index)) }
    return .text([padded(parts[0], 4), padded(parts[1], 2), padded(parts[2], 2)].joined(separator: "-"))
  }

  private func padded(_ number: Int32, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
