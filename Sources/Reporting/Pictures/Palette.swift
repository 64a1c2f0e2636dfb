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
}
