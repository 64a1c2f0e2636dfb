import Provenance
import WorkLocations

extension ScanEnergy {
  /// Parks that a report names by rank.
  public static let parksTold = 15
  /// Points of the duration curve that a report has in numbers.
  public static let pointsTold = Array(stride(from: 0, through: 100, by: 10))

  /// The scan of a region with the trees of what a report prints: the columns of its total, those of the first parks, and the
  /// figures that these rest on directly. Sums show their largest parts.
  func explained(_ request: Request, register: Register, library: PlanningLibrary) throws(PlanningError)
    -> (response: Response, trees: [String: Explanation])
  {
    let settings = try EnergyScanSettings(library, on: register.referenceDate)
    let run = EnergyScanRun(register, settings: settings, sectors: library.sectors)
    let response = run.response(request, library)
    let scan = ExplainedScan(run, groups: library.sectors.groups)
    let totals = ScanSum.all.map { ScanFigure.region(request.region, .sum($0)) }
    let parks = response.parks.prefix(Self.parksTold).flatMap { park in
      ScanItem.told.map { ScanFigure.park(park.rin, .printed($0, .middle)) }
        + ScanItem.told.filter(\.isSpread).map { ScanFigure.park(park.rin, .inSum($0, .middle)) }
        + [.printed(.freed, .low), .printed(.freed, .high), .area, .highestHour, .ownPeaks].map {
          ScanFigure.park(park.rin, $0)
        }
    }
    let curve = Self.pointsTold.flatMap { point in
      DurationFigure.allCases.map { ScanFigure.region(request.region, .duration(point, $0)) }
    }
    let shared: [NationalScanFigure] =
      ScanEnd.allCases.map { .contractFactor($0) } + ScanUse.allCases.map { .total($0) } + [.sun(.year)]
    let figures = totals + curve + parks + shared.map { .national($0) }
    let trees = figures.map { figure in
      (figure.path, scan.explanation(of: figure).folded(to: BalanceExplanations.partsShown))
    }
    return (response, Dictionary(trees, uniquingKeysWith: { first, _ in first }))
  }
}

extension ScanItem {
  /// The columns of a report's ranking, and what they rest on.
  fileprivate static let told: [ScanItem] = [.electricity, .peak, .contracted, .unused, .freed, .solar]
}
