import Provenance
import WorkLocations

/// The parameters by which land becomes supply of a class and a year — *aanbodregels*.
struct SupplyRules: Sendable {
  /// Main category taken where the register names none.
  let unknownCategory: ParameterReading
  /// Years until land that is issuable later, or a plan, is ready where no year is named.
  let laterDelay: ParameterReading
  let planDelay: ParameterReading
  /// Borders of the plot-size classes, m².
  let smallBelow: ParameterReading
  let largeFrom: ParameterReading

  init(reader: inout ParameterReader) throws(ParameterError) {
    unknownCategory = try reader.read("supply/unknown-category")
    laterDelay = try reader.read("supply/later-issuable-default-delay")
    planDelay = try reader.read("supply/unknown-plan-year-delay")
    smallBelow = try reader.read("segments/size-boundary-small")
    largeFrom = try reader.read("segments/size-boundary-large")
  }

  func category(_ category: EnvironmentalCategory?) -> CategoryClass {
    CategoryClass(mainCategory: category?.main ?? Int(unknownCategory.value))
  }

  /// The plot-size class that a piece of land can host: half-open, the border belongs to the larger class.
  func size(squareMetres area: Double) -> PlotSizeClass {
    if area < smallBelow.value { return .small }
    return area < largeFrom.value ? .medium : .large
  }
}
