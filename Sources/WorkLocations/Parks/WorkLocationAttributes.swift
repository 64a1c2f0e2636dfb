import Quantities

/// Everything the national register (IBIS) knows of a work location beyond its key, name and outline. All optional: nil
/// means not filled in, which is not zero. Names of the source columns: `WorkLocationAttribute`.
public struct WorkLocationAttributes: Sendable, Codable, Hashable {
  // Area
  public var gross: GrossHectares?
  public var net: NetHectares?
  /// Issued until one year before the reference date — *uitgegeven t/m vorig jaar*.
  public var issuedBefore: NetHectares?
  public var issuedThisYear: NetHectares?
  public var boughtBack: NetHectares?
  /// Ready to build on, not split by owner — *totaal terstond uitgeefbaar*.
  public var immediatelyIssuableTotal: NetHectares?
  public var immediatelyIssuableMunicipal: NetHectares?
  public var immediatelyIssuablePrivate: NetHectares?
  public var laterIssuableMunicipal: NetHectares?
  public var laterIssuablePrivate: NetHectares?
  public var laterIssuableYearMunicipal: Int?
  public var laterIssuableYearPrivate: Int?
  public var issuableMunicipal: NetHectares?
  public var issuablePrivate: NetHectares?
  /// Largest contiguous issuable part — *grootst uitgeefbaar deel*.
  public var largestIssuablePart: NetHectares?
  // Environment and access
  public var maximumCategory: EnvironmentalCategory?
  public var noiseZone: Indicator?
  public var waterAccess: String?
  public var railAccess: String?
  public var externalAccess: String?
  public var parking: String?
  // Finance
  public var minimumSalePrice: EuroPerSquareMetre?
  public var maximumSalePrice: EuroPerSquareMetre?
  public var minimumLeasePrice: EuroPerSquareMetre?
  public var maximumLeasePrice: EuroPerSquareMetre?
  // Obsolescence and restructuring
  public var isObsolete: Indicator?
  public var obsoleteArea: GrossHectares?
  public var obsolescenceCause: String?
  public var facelift: GrossHectares?
  public var revitalisation: GrossHectares?
  public var heavyRevitalisation: GrossHectares?
  public var reprofiling: GrossHectares?
  public var transformation: GrossHectares?
  public var restructuringPhase: String?
  public var restructuringPlan: String?
  // General
  public var settlement: String?
  public var planPhase: String?
  public var startYear: Int?
  public var plotsAvailable: Indicator?
  public var parkManagement: Indicator?
  public var parkManager: String?
  public var dataKeeper: String?
  public var remark: String?

  public init() {}

  /// Ready to build on, whoever owns it: the stated total, else the sum of both owners; nil when nothing is filled in.
  public var immediatelyIssuable: NetHectares? {
    immediatelyIssuableTotal ?? sum(immediatelyIssuableMunicipal, immediatelyIssuablePrivate)
  }

  /// Planned but not ready to build on, whoever owns it — *niet terstond uitgeefbaar*.
  public var laterIssuable: NetHectares? { sum(laterIssuableMunicipal, laterIssuablePrivate) }

  /// Issued in all: until last year plus this year minus bought back — *uitgegeven*.
  public var issued: NetHectares? {
    guard let issuedBefore else { return nil }
    return issuedBefore + (issuedThisYear ?? .zero) - (boughtBack ?? .zero)
  }

  private func sum(_ first: NetHectares?, _ second: NetHectares?) -> NetHectares? {
    guard first != nil || second != nil else { return nil }
    return (first ?? .zero) + (second ?? .zero)
  }
}
