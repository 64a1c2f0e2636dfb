import PlaneGeometry
import Planning
import Provenance
import Quantities
import SpaceDemand
import WorkLocations

/// A synthetic country of two provinces, three COROP areas and six municipalities whose answers follow by hand — *de polder*.
///
///     GM9001 GM9002 │ GM9003 GM9004 │ GM9005 GM9006
///     ──── CR91 ────┼──── CR92 ─────┼──── CR93 ─────
///     ─────────── PV91 ─────────────┼──── PV92 ─────
///
/// Amounts are powers of two, so that a sum decodes to exactly what was counted: the jobs of municipality i (0…5) in sector k
/// (0…2) are 2^(3i + k), and 64 jobs need 1 ha.
public enum Polder {
  public static let referenceDate = CalendarDate(startOf: 2024)
  public static let country: RegionCode = .netherlands
  public static let provinces: [RegionCode] = ["PV91", "PV92"]
  public static let corops: [RegionCode] = ["CR91", "CR92", "CR93"]
  public static let municipalities: [RegionCode] = ["GM9001", "GM9002", "GM9003", "GM9004", "GM9005", "GM9006"]

  /// Jobs that need one hectare of business park at the start: P = 1/2 and Q = 312.5 m².
  public static let jobsPerHectare = 64.0

  /// Jobs of a municipality in a sector: a power of two of their own.
  public static func jobs(municipality index: Int, sector: Int) -> Double { Double(1 << (3 * index + sector)) }

  public static let snapshot = SourceSnapshot(
    fileName: "polder.csv", checksum: String(repeating: "0123456789abcdef", count: 4), byteCount: 1024,
    subject: "polder",
    licence: nil, importedOn: referenceDate, referenceDate: referenceDate, isSynthetic: true)

  public static func origin(row: Int? = nil) -> Origin {
    Origin(snapshot: snapshot.id, referenceDate: referenceDate, row: row)
  }

  /// All records of the polder.
  public static func records() throws -> RegisterRecords {
    var records = RegisterRecords()
    records.snapshots = [snapshot]
    records.regions = try regions()
    records.parks = try parks()
    records.planCapacities = try plans()
    records.withdrawals = try withdrawals()
    records.jobs = try jobs()
    return records
  }

  /// The polder, with changes.
  public static func register(_ change: (inout RegisterRecords) throws -> Void = { _ in }) throws -> Register {
    var records = try records()
    try change(&records)
    return Register(referenceDate: referenceDate, records: records)
  }

  private static func jobs() throws -> [JobCount] {
    try municipalities.indices.flatMap { municipality in
      try sectors.sectors.indices.map { sector in
        try JobCount(
          region: municipalities[municipality], sector: sectors.sectors[sector].id, year: referenceDate.year,
          jobs: Jobs(jobs(municipality: municipality, sector: sector)),
          origin: origin(row: municipality * sectors.sectors.count + sector + 1))
      }
    }
  }
}
