import EnergyHubs
import Provenance
import Quantities
import WorkLocations

/// The hubs of the parks of a scan, each worked out when it is first asked for — *dimensionering bij de scan*.
final class ScanSizing {
  private let run: EnergyScanRun
  private let studies: ScannedStudies
  private var parks: [Int: SizeAllParks.Park] = [:]
  private var trees: [Int: any ExplainedEnergy] = [:]
  private var made: [Int: EnergyCase] = [:]

  init(_ run: EnergyScanRun, _ studies: ScannedStudies) {
    self.run = run
    self.studies = studies
  }

  /// kW on the bill per kW of hourly mean.
  var quarter: ParameterReading { run.settings.quarterFactor }

  /// The answers of the command.
  func parks(_ places: [Int]) -> [SizeAllParks.Park] {
    let (run, studies) = (run, studies)
    let open = places.filter { parks[$0] == nil }
    let found = Parallel.map(open) { place in
      SizeAllParks.Park(run.parks[place], run.register.regions, studies.study(place), quarter: studies.quarter)
    }
    for (place, park) in zip(open, found) { parks[place] = park }
    return places.compactMap { parks[$0] }
  }

  /// The study that the scan makes of a park, with where its numbers come from.
  func study(_ place: Int) -> EnergyCase {
    if let known = made[place] { return known }
    let study = studies.explainedStudy(place)
    made[place] = study
    return study
  }

  /// The sizes of a park as `energy size` explains them; what the firms pay without a hub where nothing proves itself.
  func explained(_ place: Int) -> any ExplainedEnergy {
    if let known = trees[place] { return known }
    let root = [ScanFigure.step, run.parks[place].rin.text, EnergyTopic.size.rawValue].joined(separator: "/")
    let found: any ExplainedEnergy =
      (try? ExplainedSizing.explained(.init(), study(place), root: root))
      ?? ExplainedUnproven(root: root, comparison: HubComparison(root: root, study(place)))
    trees[place] = found
    return found
  }
}

/// A study of which no sizes prove themselves.
private struct ExplainedUnproven: ExplainedEnergy {
  let root: String
  let comparison: HubComparison

  var figures: [HubFigure] { comparison.figures }

  func explanation(of figure: HubFigure) -> Explanation {
    guard case .without(let how, let kind) = figure else { preconditionFailure("a figure of another topic") }
    return comparison.explanation(how, kind)
  }
}
