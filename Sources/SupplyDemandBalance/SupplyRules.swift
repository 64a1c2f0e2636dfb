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

  /// - Parameter park: the class of the park that the land is in.
  func category(_ category: SupplyRecord.Category, ofPark park: CategoryClass? = nil) -> CategoryClass {
    switch category {
    case .main(let main): CategoryClass(mainCategory: main)
    case .unknown: CategoryClass(mainCategory: Int(unknownCategory.value))
    case .asPark: park ?? self.category(.unknown)
    }
  }

  /// The plot-size class that a piece of land can host: half-open, the border belongs to the larger class.
  func size(squareMetres area: Double) -> PlotSizeClass {
    if area < smallBelow.value { return .small }
    return area < largeFrom.value ? .medium : .large
  }
}
