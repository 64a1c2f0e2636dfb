import Quantities

/// The sign behind every figure that rests on a value nobody published, and what it says in words.
public enum AssumptionMark {
  public static let sign = "†"
  public static let word = LocalizedText(nl: "aanname", en: "assumption")
  /// What a reader who cannot see the sign gets.
  public static let spoken = LocalizedText(nl: "rust op een aanname", en: "rests on an assumption")
  public static let legend = LocalizedText(
    nl: "† Dit cijfer rust op een of meer aannames (hoofdstuk ‘Parameters en aannames’).",
    en: "† This figure rests on one or more assumptions (chapter ‘Parameters and assumptions’).")
}
