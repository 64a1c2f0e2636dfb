/// The version of the program, as its answers name it — *versie*; the one place where it stands.
public enum ProgramVersion {
  public static let current = "0.1.0"
  /// The program with its version.
  public static let name = "werklocaties \(current)"
}
