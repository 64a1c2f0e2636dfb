/// One property of `WorkLocationAttributes`, found by its distance from the beginning of the value: a register reads half a
/// million of them, and a key path takes longer to follow than its value takes to store.
public struct StoredAttribute<Value: Sendable>: Sendable {
  /// Nil for a computed property, which has no place of its own and can be no attribute.
  fileprivate let offset: Int?

  init(_ path: WritableKeyPath<WorkLocationAttributes, Value?>) {
    offset = MemoryLayout<WorkLocationAttributes>.offset(of: path)
  }
}

extension WorkLocationAttributes {
  subscript<Value>(attribute: StoredAttribute<Value>) -> Value? {
    get {
      guard let offset = attribute.offset else { return nil }
      return withUnsafeBytes(of: self) { $0.load(fromByteOffset: offset, as: Value?.self) }
    }
    set {
      guard let offset = attribute.offset else { return }
      withUnsafeMutableBytes(of: &self) { bytes in
        bytes.baseAddress?.advanced(by: offset).assumingMemoryBound(to: Value?.self).pointee = newValue
      }
    }
  }
}
