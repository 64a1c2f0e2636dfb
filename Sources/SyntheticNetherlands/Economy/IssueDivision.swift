import Quantities
import WorkLocations

/// Divides the issue of a year over municipalities or parks: provinces that published their own figure get it, the others
/// share the rest of the national one.
struct IssueDivision {
  /// A municipality or park that may have issued land.
  struct Unit {
    let province: RegionCode
    /// Low ranks issue first.
    let rank: Double
    let weight: Double
    /// Greatest issue in m²; nil where nothing limits it.
    let cap: Int?
  }

  let calibration: ExampleCalibration

  /// Issued square metres of each unit.
  /// - Parameter share: share of the units that issues land in a year, at least.
  func divide(year: Int, over units: [Unit], share: Double) throws(ExampleError) -> [Int] {
    var rest = calibration.nationalIssue(in: year).wholeSquareMetres
    var others = units.indices.filter { _ in true }
    var result = units.map { _ in 0 }
    for (province, area) in calibration.provincialIssue(in: year) {
      let inside = others.filter { units[$0].province == province }
      guard !inside.isEmpty else { continue }
      try fill(&result, with: area.wholeSquareMetres, members: inside, of: units, share: share)
      rest -= area.wholeSquareMetres
      others.removeAll { units[$0].province == province }
    }
    try fill(&result, with: rest, members: others, of: units, share: share)
    return result
  }

  private func fill(
    _ result: inout [Int], with total: Int, members: [Int], of units: [Unit], share: Double
  ) throws(ExampleError) {
    let ranked = members.sorted { (units[$0].rank, $0) < (units[$1].rank, $1) }
    let need = Double(total) * ExampleRecipe.Supply.spareCapacity
    let chosen = Selection.first(of: ranked, atLeast: Int(share * Double(members.count)), enough: need) {
      units[$0].cap.map(Double.init) ?? .infinity
    }
    let parts = try Apportionment.divide(
      total, by: chosen.map { units[$0].weight }, caps: chosen.map { units[$0].cap ?? Int.max }, subject: Subject.issue)
    for (i, part) in zip(chosen, parts) { result[i] = part }
  }
}
