/// Inputs that are drawn, and swapped, together — *invoergroep*.
public enum InputGroup: String, Sendable, Hashable, CaseIterable, Codable {
  case growth, landPerJob, locationPreference, replacement, softRealisation, addOns
}

/// Which of the independent sets of random numbers each group takes — *toevalsreeks*.
///
/// Draws with equal replicates are equal; giving one group another replicate swaps that group alone, which is how sensitivity
/// is measured.
public struct Replicates: Sendable, Hashable {
  private var swapped: Set<InputGroup> = []

  /// Every group from the first set.
  public static let first = Replicates()
  /// Every group from the second set.
  public static let second = Replicates(swapping: Set(InputGroup.allCases))

  /// The first set, with these groups from the second.
  public init(swapping groups: Set<InputGroup> = []) { swapped = groups }

  /// 0 or 1.
  public subscript(group: InputGroup) -> UInt32 { swapped.contains(group) ? 1 : 0 }
}
