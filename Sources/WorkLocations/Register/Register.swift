import Provenance
import Quantities

/// Records of one import, or the records of a whole register: what is stored together — *recordset*.
public struct RegisterRecords: Sendable, Hashable {
  public var snapshots: [SourceSnapshot] = []
  public var regions: [Region] = []
  public var mergers: [MunicipalMerger] = []
  public var parks: [WorkLocation] = []
  public var planCapacities: [PlanCapacity] = []
  public var withdrawals: [Withdrawal] = []
  public var clusters: [Cluster] = []
  public var housingAreas: [HousingArea] = []
  public var jobs: [JobCount] = []
  public var landUse: [LandUseObservation] = []
  public var issues: [IssueObservation] = []
  public var establishments: [Establishment] = []

  public init() {}

  /// Adds the records of another list behind these.
  public mutating func append(_ other: RegisterRecords) {
    snapshots += other.snapshots
    regions += other.regions
    mergers += other.mergers
    parks += other.parks
    planCapacities += other.planCapacities
    withdrawals += other.withdrawals
    clusters += other.clusters
    housingAreas += other.housingAreas
    jobs += other.jobs
    landUse += other.landUse
    issues += other.issues
    establishments += other.establishments
  }

  /// Number of records, the snapshots not counted.
  public var count: Int {
    regions.count + mergers.count + parks.count + planCapacities.count + withdrawals.count + clusters.count
      + housingAreas.count + jobs.count + landUse.count + issues.count + establishments.count
  }
}

/// The register of work locations as it stood on a reference date — *werklocatieregister*.
///
/// Of each park the latest measurement on or before the reference date counts; earlier ones stay readable by asking for an
/// earlier date. Records stand in the order of their keys, so that equal records give equal answers to the last bit.
public struct Register: Sendable {
  public let referenceDate: CalendarDate
  public let records: RegisterRecords
  public let regions: RegionTable
  public let mergers: MergerTable
  private let parksByMunicipality: [RegionCode: [WorkLocation]]
  private let snapshotsByIdentifier: [String: SourceSnapshot]

  public init(referenceDate: CalendarDate, records: RegisterRecords) {
    self.init(referenceDate: referenceDate, records: records, after: nil)
  }

  /// The register with other records: a plan dropped, a withdrawal added. What is indexed of records that stay the same is
  /// kept, so that a small change costs little.
  public func replacing(_ records: RegisterRecords) -> Register {
    Register(referenceDate: referenceDate, records: records, after: self)
  }

  private init(referenceDate: CalendarDate, records: RegisterRecords, after former: Register?) {
    let records = records.ordered(keeping: former?.records)
    self.referenceDate = referenceDate
    self.records = records
    let old = former?.records
    regions = (old?.regions == records.regions ? former?.regions : nil) ?? RegionTable(records.regions)
    mergers = (old?.mergers == records.mergers ? former?.mergers : nil) ?? MergerTable(records.mergers)
    parksByMunicipality =
      (old?.parks == records.parks ? former?.parksByMunicipality : nil)
      ?? Dictionary(grouping: records.parks, by: \.municipality)
    snapshotsByIdentifier = Dictionary(records.snapshots.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public var parks: [WorkLocation] { records.parks }

  /// Parks of a region in the order of municipality code and RIN number.
  public func parks(in region: RegionCode) -> [WorkLocation] {
    regions.municipalities(in: region).flatMap { parksByMunicipality[$0] ?? [] }
  }

  public func snapshot(of origin: Origin) -> SourceSnapshot? { snapshotsByIdentifier[origin.snapshot] }

  /// Whether a record was generated rather than measured.
  public func isSynthetic(_ origin: Origin) -> Bool { snapshot(of: origin)?.isSynthetic ?? false }

  /// Whether any record was generated; then every output says so.
  public var hasSyntheticRecords: Bool { records.snapshots.contains { $0.isSynthetic } }
}
