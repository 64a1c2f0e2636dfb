import Provenance
import Quantities
import WorkLocations

extension ExampleCalibration {
  /// Fills the calibration from the parameters `example/…`, in force on the reader's date.
  ///
  /// Soft plans follow from `example/soft-plan-ratio`: soft = ratio × (issuable now + issuable later + hard plans), the
  /// ratio of soft to all hard capacity that Noord-Brabant published.
  /// - Throws: `ParameterError` for a missing value, `ExampleError.invalidCalibration` for a contradiction.
  public static func read(
    from reader: inout ParameterReader, sectors: SectorClassification
  ) throws -> ExampleCalibration {
    let immediately: NetHectares = try reader.amount(ExampleParameter.immediatelyIssuable)
    let later: NetHectares = try reader.amount(ExampleParameter.laterIssuable)
    return try ExampleCalibration(
      parkCount: reader.count(ExampleParameter.parksTotal), parksByProvince: parks(from: &reader),
      seaport: stock(.seaport, from: &reader), businessPark: stock(.businessPark, from: &reader),
      portAreas: portAreas(from: &reader), immediatelyIssuable: immediately, laterIssuable: later,
      plans: plans(beside: immediately + later, from: &reader),
      withdrawalPerYear: reader.amount(ExampleParameter.withdrawalPerYear), issue: issue(from: &reader),
      obsoleteShare: reader.read(ExampleParameter.obsoleteShare).value, jobs: jobs(of: sectors, from: &reader))
  }

  private static func parks(from reader: inout ParameterReader) throws -> [RegionCode: Int] {
    var counts: [RegionCode: Int] = [:]
    for member in reader.members(of: ExampleParameter.parksByProvince) {
      counts[RegionCode(member)] = try reader.count(ExampleParameter.parksByProvince, member)
    }
    return counts
  }

  private static func stock(_ type: LocationType, from reader: inout ParameterReader) throws -> Stock {
    Stock(
      gross: try reader.amount(ExampleParameter.grossArea, type.rawValue),
      net: try reader.amount(ExampleParameter.netArea, type.rawValue))
  }

  private static func portAreas(from reader: inout ParameterReader) throws -> [PortArea: GrossHectares] {
    var areas: [PortArea: GrossHectares] = [:]
    for area in PortArea.allCases { areas[area] = try reader.amount(ExampleParameter.seaportArea, area.rawValue) }
    return areas
  }

  private static func plans(beside issuable: NetHectares, from reader: inout ParameterReader) throws -> Plans {
    let hard: NetHectares = try reader.amount(ExampleParameter.hardPlanArea)
    let ratio = try reader.read(ExampleParameter.softPlanRatio).value
    return Plans(
      hard: hard, soft: (issuable + hard) * ratio, frozen: try reader.amount(ExampleParameter.frozenPlanArea))
  }

  private static func issue(from reader: inout ParameterReader) throws -> [RegionCode: [Int: NetHectares]] {
    var issue: [RegionCode: [Int: NetHectares]] = [:]
    for member in reader.members(of: ExampleParameter.yearlyIssue) {
      let years = try reader.readTimeline(ExampleParameter.yearlyIssue, member)
      issue[RegionCode(member)] = Dictionary(
        years.map { ($0.dated.from.year, NetHectares($0.value)) }, uniquingKeysWith: { _, last in last })
    }
    return issue
  }

  private static func jobs(
    of sectors: SectorClassification, from reader: inout ParameterReader
  ) throws -> [String: Jobs] {
    var jobs: [String: Jobs] = [:]
    for sector in sectors.sectors { jobs[sector.id] = try reader.amount(ExampleParameter.jobs, sector.id) }
    return jobs
  }
}

/// Keys of the parameters that calibrate the example.
enum ExampleParameter {
  static let parksTotal = "example/parks-total"
  static let parksByProvince = "example/parks-by-province"
  static let grossArea = "example/gross-area-total"
  static let netArea = "example/net-area"
  static let seaportArea = "example/seaport-area"
  static let immediatelyIssuable = "example/immediately-issuable"
  static let laterIssuable = "example/later-issuable"
  static let hardPlanArea = "example/hard-plan-area"
  static let softPlanRatio = "example/soft-plan-ratio"
  static let frozenPlanArea = "example/frozen-plan-area"
  static let withdrawalPerYear = "example/withdrawal-per-year"
  static let yearlyIssue = "example/yearly-issue"
  static let obsoleteShare = "example/obsolete-share"
  static let jobs = "example/jobs"
}

extension ParameterReader {
  fileprivate mutating func amount<Amount: Quantity>(
    _ key: String, _ member: String = ""
  ) throws(ParameterError) -> Amount {
    Amount(try read(key, member).value)
  }

  fileprivate mutating func count(_ key: String, _ member: String = "") throws(ParameterError) -> Int {
    Int(try read(key, member).value.rounded())
  }

  /// Members of a parameter in alphabetical order; none when there is no such parameter.
  fileprivate func members(of key: String) -> [String] { parameters[key]?.members.keys.sorted() ?? [] }
}
