/// A figure with the way to it, ready to be read — *verklaring*.
public struct ExplanationTree: Sendable, Hashable {
  public let label: String
  /// Number and unit.
  public let amount: String
  /// The formula with its numbers, or where the number stands.
  public let basis: String
  /// Whether the number itself is an assumption.
  public let isAssumed: Bool
  /// Name under which links find this figure; nil when none lead here.
  public let anchor: String?
  /// Anchor of the tree that explains this figure; nil when it is explained here.
  public let target: String?
  public let parts: [ExplanationTree]

  public init(
    label: String, amount: String, basis: String, isAssumed: Bool = false, anchor: String? = nil,
    target: String? = nil, parts: [ExplanationTree] = []
  ) {
    self.label = label
    self.amount = amount
    self.basis = basis
    self.isAssumed = isAssumed
    self.anchor = anchor
    self.target = target
    self.parts = parts
  }
}

/// Trees under one heading that opens — *groep verklaringen*.
public struct ExplanationGroup: Sendable, Hashable {
  public let title: String
  public let groups: [ExplanationGroup]
  public let trees: [ExplanationTree]

  public init(title: String, groups: [ExplanationGroup] = [], trees: [ExplanationTree] = []) {
    self.title = title
    self.groups = groups
    self.trees = trees
  }
}

/// Trees that a reader opens on screen; paper has no room for them and says where they are instead — *verklaringen*.
public struct ExplanationSection: Sendable, Hashable {
  public let groups: [ExplanationGroup]
  /// What stands above the trees on screen; nil for nothing.
  public let onScreen: RichText?
  /// What stands on paper; nil for nothing.
  public let onPaper: RichText?

  public init(groups: [ExplanationGroup], onScreen: RichText? = nil, onPaper: RichText? = nil) {
    self.groups = groups
    self.onScreen = onScreen
    self.onPaper = onPaper
  }
}
