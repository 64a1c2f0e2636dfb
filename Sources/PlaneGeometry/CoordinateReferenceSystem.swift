public struct CoordinateReferenceSystem: Hashable, Sendable {
  public let code: Int; public init(_ code: Int) { self.code = code }
  public static let rdNew = Self(28992)
}
