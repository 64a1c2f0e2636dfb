import WorkLocations

/// A figure of `ScanEnergy` by its path — *cijfer van de energiescan*:
///
///     energiescan/SYN02649/elektriciteit            a park, as its row prints it
///     energiescan/SYN02649/vrij-te-spelen/laag      a border of its band
///     energiescan/SYN02649/in-som/vrij-te-spelen    what it adds to a total: without the spread of a single park
///     energiescan/SYN02649/vraag/412                kW in an hour of the year, from 1
///     energiescan/PV31/vrij-te-spelen/hoog          a region
///     energiescan/PV31/duur/10/met-panelen          a point of the duration curve
///     energiescan/PV31/station/Noord/piek           the parks of the region that lie nearest to a station
///     energiescan/landelijk/contractfactor          what all parks share
///     energiescan/SYN02649/hub/kosten               of `--size`: a park, as its row prints it
///     energiescan/SYN02649/maten/kosten/energie     the same as `energy size` tells it of the study that the scan makes
///     energiescan/PV31/hub/kosten                   the parks of a region with a hub
enum ScanFigure: Hashable {
  case park(RINNumber, ParkScanFigure)
  case region(RegionCode, RegionScanFigure)
  case station(RegionCode, String, ScanSum)
  case national(NationalScanFigure)

  static let step = "energiescan"
  static let nationalStep = "landelijk"
  static let stationStep = "station"

  var path: String { ([Self.step] + steps).joined(separator: "/") }

  /// The path after the first step.
  var steps: [String] {
    switch self {
    case .park(let rin, let figure): [rin.text] + figure.steps
    case .region(let region, let figure): [region.text] + figure.steps
    case .station(let region, let name, let figure): [region.text, Self.stationStep, name] + figure.steps
    case .national(let figure): [Self.nationalStep] + figure.steps
    }
  }

  /// The hour that the path ends in; nil for a figure of the year.
  var hour: Int? {
    switch self {
    case .park(_, .load(let hour)), .park(_, .net(let hour)), .region(_, .load(let hour)), .region(_, .net(let hour)),
      .national(.rhythm(_, .unscaled(let hour))), .national(.rhythm(_, .shape(let hour))),
      .national(.sun(.output(let hour))), .national(.sun(.height(let hour))):
      hour
    default: nil
    }
  }
}

enum ParkScanFigure: Hashable {
  /// As the park's row prints it.
  case printed(ScanItem, ScanEnd)
  /// What it adds to a total, where that differs.
  case inSum(ScanItem, ScanEnd)
  /// ha in use.
  case area
  case weight(ScanUse)
  /// Mean kW of a sector group.
  case power(String)
  case ownPeaks
  case highestHour
  /// kW in an hour of the year, from 0; without panels, and with them.
  case load(Int)
  case net(Int)
  case imported
  /// m to the nearest station.
  case distance
  /// A figure of `energy look` of the park's study.
  case study([String])
  /// Of `--size`: as the park's row prints it, and of the study that the scan makes of the park.
  case hub(HubScanFigure)
  case sized([String])

  static let hubStep = "hub"
  static let inSumStep = "in-som"
  static let studyStep = "studie"

  var steps: [String] {
    switch self {
    case .printed(let item, let end): [item.rawValue] + end.steps
    case .inSum(let item, let end): [Self.inSumStep, item.rawValue] + end.steps
    case .area: [ScanSum.areaStep]
    case .weight(let use): [ScanStep.weight, use.rawValue]
    case .power(let group): [ScanStep.power, group]
    case .ownPeaks: [ScanStep.ownPeaks]
    case .highestHour: [ScanStep.highestHour]
    case .load(let hour): [ScanStep.load, ScanStep.hour(hour)]
    case .net(let hour): [ScanStep.net, ScanStep.hour(hour)]
    case .imported: ["ingekocht"]
    case .distance: ["afstand-station"]
    case .study(let steps): [Self.studyStep] + steps
    case .hub(let figure): [Self.hubStep, figure.rawValue]
    case .sized(let steps): [EnergyTopic.size.rawValue] + steps
    }
  }
}

/// What several parks come to together.
enum ScanSum: Hashable {
  case item(ScanItem, ScanEnd)
  /// ha in use.
  case area
  case parks
  /// km from a station to the farthest of its parks.
  case farthest

  static let areaStep = "in-gebruik"

  var steps: [String] {
    switch self {
    case .item(let item, let end): [item.rawValue] + end.steps
    case .area: [Self.areaStep]
    case .parks: ["terreinen"]
    case .farthest: ["verste-terrein"]
    }
  }

  /// Every column at every end that it has, area and number: what any group of parks has.
  static let all: [ScanSum] = ScanItem.allEnds.map { .item($0, $1) } + [.area, .parks]
}

enum RegionScanFigure: Hashable {
  case sum(ScanSum)
  case power(String)
  case load(Int)
  case net(Int)
  case duration(Int, DurationFigure)
  case hub(HubTotalFigure)

  var steps: [String] {
    switch self {
    case .sum(let figure): figure.steps
    case .power(let group): [ScanStep.power, group]
    case .load(let hour): [ScanStep.load, ScanStep.hour(hour)]
    case .net(let hour): [ScanStep.net, ScanStep.hour(hour)]
    case .duration(let point, let figure): ["duur", String(point), figure.rawValue]
    case .hub(let figure): [ParkScanFigure.hubStep, figure.step]
    }
  }
}

/// A column of the duration curve.
public enum DurationFigure: String, Sendable, CaseIterable {
  case hours = "uren"
  case load = "zonder-panelen"
  case net = "met-panelen"
}

enum NationalScanFigure: Hashable {
  case total(ScanUse)
  case weights(ScanUse)
  case contractFactor(ScanEnd)
  case highestHours
  case ownPeaks
  case rhythm(String, RhythmFigure)
  case sun(SunFigure)
  /// m² that the jobs of an area take for a sector group, and its share; the country without an area.
  case land(RegionCode?, LocationType, String)
  case share(RegionCode?, LocationType, String)

  enum RhythmFigure: Hashable {
    case mean, highest, year
    case unscaled(Int)
    case shape(Int)
  }

  enum SunFigure: Hashable {
    case year
    /// Sum of the heights of a month, from 0.
    case month(Int)
    case height(Int)
    case output(Int)
  }

  var steps: [String] {
    switch self {
    case .total(let use): [use.rawValue]
    case .weights(let use): [ScanStep.weight, use.rawValue]
    case .contractFactor(let end): ["contractfactor"] + end.steps
    case .highestHours: [ScanStep.highestHour]
    case .ownPeaks: [ScanStep.ownPeaks]
    case .rhythm(let group, let figure): ["ritme", group] + figure.steps
    case .sun(let figure): [ScanItem.solar.rawValue] + figure.steps
    case .land(let area, let type, let group): ["grond"] + Self.mix(area, type, group)
    case .share(let area, let type, let group): ["sectormix"] + Self.mix(area, type, group)
    }
  }

  private static func mix(_ area: RegionCode?, _ type: LocationType, _ group: String) -> [String] {
    [area?.text ?? ScanFigure.nationalStep, type.rawValue, group]
  }
}

extension NationalScanFigure.RhythmFigure {
  var steps: [String] {
    switch self {
    case .mean: ["gemiddelde"]
    case .highest: ["hoogste"]
    case .year: ["jaar"]
    case .unscaled(let hour): ["ongeschaald", ScanStep.hour(hour)]
    case .shape(let hour): ["uur", ScanStep.hour(hour)]
    }
  }
}

extension NationalScanFigure.SunFigure {
  var steps: [String] {
    switch self {
    case .year: ["jaar"]
    case .month(let month): ["maand", String(month + 1)]
    case .height(let hour): ["hoogte", ScanStep.hour(hour)]
    case .output(let hour): ["uur", ScanStep.hour(hour)]
    }
  }
}

/// Steps that paths of parks, regions and the country have in common.
enum ScanStep {
  static let weight = "gewicht"
  static let power = "vermogen"
  static let ownPeaks = "eigen-pieken"
  static let highestHour = "hoogste-uur"
  static let load = "vraag"
  static let net = "netto"

  /// Hours of the year count from 1.
  static func hour(_ place: Int) -> String { String(place + 1) }
}

extension ScanItem {
  /// The ends that a column has.
  var ends: [ScanEnd] { hasBand ? ScanEnd.allCases : [.middle] }

  static let allEnds: [(ScanItem, ScanEnd)] = allCases.flatMap { item in item.ends.map { (item, $0) } }
}
