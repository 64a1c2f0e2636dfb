extension Double {
  /// As a person writes it: a whole number without its decimals, `400` and not `400.0`.
  public var plain: String {
    let text = String(self)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
