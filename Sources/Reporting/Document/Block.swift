/// One part of a chapter — *blok*.
public enum Block: Sendable, Hashable {
  case heading(String)
  case paragraph(RichText)
  case callout(Callout)
  case keyFigures([KeyFigure])
  case table(Table)
  case figure(Figure)
  case explanations(ExplanationSection)
  case list([RichText])
  case numberedList([RichText])
  /// A command or a file as it is.
  case code(String)
  case pageBreak
}

/// A box that must not be missed — *kader*.
public struct Callout: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    /// Generated data are shown.
    case synthetic
    case assumption
    case finding
  }

  public let kind: Kind
  public let title: String
  public let text: RichText

  public init(_ kind: Kind, title: String, text: RichText) {
    self.kind = kind
    self.title = title
    self.text = text
  }
}

/// A number in large type with what it is — *kerncijfer*.
public struct KeyFigure: Sendable, Hashable {
  public let value: RichText
  public let unit: String
  public let label: RichText
  public let isAssumed: Bool

  public init(_ value: RichText, unit: String, label: RichText, isAssumed: Bool = false) {
    self.value = value
    self.unit = unit
    self.label = label
    self.isAssumed = isAssumed
  }

  /// - Parameter explanation: anchor of the tree in the document that explains the number; nil for none.
  public init(_ value: String, unit: String, label: RichText, isAssumed: Bool = false, explanation: String? = nil) {
    self.init(RichText(value).explained(by: explanation), unit: unit, label: label, isAssumed: isAssumed)
  }
}
