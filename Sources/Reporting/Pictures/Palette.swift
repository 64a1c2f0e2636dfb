/// The colours of pictures. Differences in meaning are never told by colour alone; the diverging scale (brown to teal) and
/// the series keep their order in grey and for the colour-blind (ColorBrewer, BrBG).
enum Palette {
  static let ink = "#1b2733"
  static let muted = "#566270"
  static let line = "#c5ced6"
  static let land = "#f3f5f1"
  static let primary = "#0b4f6c"
  static let accent = "#a6500f"
  static let paper = "#ffffff"

  /// From the nearest supply to the furthest.
  static let supply = ["#0b4f6c", "#3f87a6", "#8fc1d4", "#e3b04b", "#b9c0c7"]
  /// From low to high in the diverging scale.
  static let shortage = "#bf812d"
  static let slightShortage = "#dfc27d"
  static let balanced = "#f5f5f5"
  static let surplus = "#80cdc1"

  /// Lines of a chart, each at least 4.5 to 1 on paper; they differ in dash and marker too.
  static let series = ["#0b4f6c", "#a6500f", "#4b6b1e", "#6d3b86", "#1b2733", "#566270"]
  /// The wide and the narrow band around the first and around the second series.
  static let bands = [(wide: "#d3e4ec", narrow: "#9cc3d5"), (wide: "#f4dfcc", narrow: "#e0b48c")]
  /// From little to much.
  static let intensity = ["#f3f6f8", "#cfe3ec", "#8fc1d4", "#3f87a6"]
  /// More than is allowed: darker than any intensity.
  static let excess = "#6b2c05"
}
