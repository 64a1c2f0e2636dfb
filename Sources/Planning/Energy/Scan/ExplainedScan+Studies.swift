import EnergyHubs
import Provenance
import Quantities
import WorkLocations

/// Figures of a park with a study of its own: those of `energy look`.
extension ExplainedScan {
  func lookFigures(_ study: EnergyCase?) -> [[String]] {
    guard let study, let look = try? ExplainedLook(study) else { return [] }
    return look.figures.map { [look.root] + $0.steps }
  }

  func look(_ place: Int, _ steps: [String]) -> Explanation {
    let rin = run.parks[place].rin
    guard let study = studies[rin], let look = try? ExplainedLook(study),
      let tree = try? look.explanation(of: steps.joined(separator: "/"))
    else { return .nothing(.one) }
    let place = [ScanFigure.step, rin.text, ParkScanFigure.studyStep].joined(separator: "/")
    return tree.referring { "\(place)/\($0)" }
  }

  /// A column that the study gives; nil for one that stays an estimate.
  func studied(_ place: Int, _ item: ScanItem, _ end: ScanEnd) -> Explanation? {
    let rin = run.parks[place].rin
    guard let study = studies[rin] else { return nil }
    func look(_ figure: GroupLookFigure) -> Explanation {
      reference(.park(rin, .study([EnergyTopic.look.rawValue] + LookFigure.group(figure).steps)))
    }
    func own(_ item: ScanItem) -> Explanation { reference(.park(rin, .printed(item, end))) }
    switch item {
    case .electricity: return use(of: study)
    case .peak:
      return Explanation(
        item.label, .maximum, notation: "max(0; groepspiek)", unit: .kilowatt,
        parts: [.nothing(.kilowatt), look(.peak)])
    case .contracted: return study.contracted.map { _ in look(.contracted) }
    case .unused: return RightsAmounts.left(own(.contracted), own(.peak))
    case .freed: return terms.studiedRights(end).freed(own(.contracted), own(.peak))
    case .gas, .solar, .solarYield, .exported, .exportPeak: return nil
    }
  }

  /// What a region takes in an hour: the estimate of the parks without a study, and the hours of the studies.
  func withStudies(_ estimated: Explanation, _ places: [Int], _ hour: Int) -> Explanation {
    let own = studied.filter { places.contains($0.place) }
    guard !own.isEmpty else { return estimated }
    let rest = estimated.named(
      LocalizedText(nl: "terreinen zonder eigen studie", en: "parks without a study of their own"))
    return Explanation(
      LocalizedText(both: ""), .sum, notation: "schatting + Σ studies", unit: .kilowatt,
      parts: [rest] + own.map { taken($0, hour) })
  }

  /// The mean of the steps of a study in an hour of the scan.
  private func taken(_ studied: StudiedPlace, _ hour: Int) -> Explanation {
    let leaves = EnergyLeaves(park: studied.study)
    let steps = studied.hours.steps[hour].map { step in
      Explanation(
        LocalizedText(nl: "afname, \(leaves.time(step))", en: "load, \(leaves.time(step))"), .maximum,
        notation: "max(0; afname)", unit: .kilowatt, parts: [.nothing(.kilowatt), leaves.load(step)])
    }
    let sum = Explanation(
      LocalizedText(nl: "som van de stappen", en: "sum of the steps"), .sum, notation: "Σ stappen", unit: .kilowatt,
      parts: steps)
    return Explanation(
      LocalizedText(both: run.parks[studied.place].name), .quotient, notation: "Σ stappen / aantal", unit: .kilowatt,
      parts: [
        sum,
        .definition(
          Double(steps.count), .count, LocalizedText(nl: "stappen in het uur", en: "steps in the hour")),
      ])
  }

  private func use(of study: EnergyCase) -> Explanation {
    let leaves = EnergyLeaves(park: study)
    return leaves.yearly(
      ScanItem.electricity.label, .kilowattHour, of: .kilowatt, study.load.map { max(0, $0) }, leaf: leaves.load)
  }
}
