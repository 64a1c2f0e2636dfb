import PlaneGeometry
import Provenance
import Quantities
import WorkLocations

/// Parks, plans and withdrawals. Hard supply in 2030: CR91 2 + 4 + 1/2, CR92 8, CR93 16 + 1 ha; from 2031 CR91 has 64 ha more.
/// Net business park: 8 + 8 | 16 + 16 | 16 ha, so the COROP areas hold a quarter, a half and a quarter of it.
extension Polder {
  static func parks() throws -> [WorkLocation] {
    [
      try park("1001", in: 0) {
        $0.net = NetHectares(8)
        $0.immediatelyIssuableTotal = NetHectares(2)
        $0.maximumCategory = EnvironmentalCategory(rawValue: "4.2")
      },
      try park("1002", in: 1) {
        $0.net = NetHectares(8)
        $0.laterIssuableMunicipal = NetHectares(4)
        $0.laterIssuableYearMunicipal = 2028
        $0.laterIssuablePrivate = NetHectares(0.5)
        $0.maximumCategory = EnvironmentalCategory(rawValue: "3.1")
      },
      try park("1003", in: 2, plots: [6, 2]) {
        $0.net = NetHectares(16)
        $0.immediatelyIssuableTotal = NetHectares(8)
        $0.maximumCategory = EnvironmentalCategory(rawValue: "3.2")
      },
      try park("1004", in: 3) {
        $0.net = NetHectares(16)
        $0.immediatelyIssuableTotal = .zero
        $0.waterAccess = "openbare kade"
      },
      try park("1005", in: 4, type: .seaport) {
        $0.net = NetHectares(32)
        $0.immediatelyIssuableTotal = NetHectares(16)
        $0.maximumCategory = EnvironmentalCategory(rawValue: "5.1")
      },
      try park("1006", in: 5) {
        $0.net = NetHectares(16)
        $0.immediatelyIssuableMunicipal = NetHectares(1)
      },
      // A furniture boulevard: a market of its own, no supply here.
      try park("1007", in: 5, type: WorkLocationType(rawValue: "C1")) {
        $0.net = NetHectares(4)
        $0.immediatelyIssuableTotal = NetHectares(4)
      },
    ]
  }

  /// A park of the polder with the attributes that a test fills in.
  public static func park(
    _ rin: String, in municipality: Int, type: WorkLocationType = .businessPark, plots: [Double] = [],
    fill: (inout WorkLocationAttributes) -> Void = { _ in }
  ) throws -> WorkLocation {
    guard let number = RINNumber(rin) else { throw InvalidRecord([]) }
    var attributes = WorkLocationAttributes()
    fill(&attributes)
    return try WorkLocation(
      rin: number, name: "Terrein \(rin)", municipality: municipalities[municipality], type: type,
      attributes: attributes,
      plots: plots.enumerated().map { index, hectares in
        try Plot(
          id: "\(rin)-\(index)", park: number, status: .immediatelyIssuable,
          area: SquareMetres(netHectares: NetHectares(hectares)), origin: origin())
      }, origin: origin(row: Int(rin)))
  }

  static func plans() throws -> [PlanCapacity] {
    [
      try plan("hard", in: 1, .hard, 64, year: 2031, category: "4.1"),
      try plan("zacht", in: 3, .soft, 128, year: nil, category: "4.1"),
      try plan("bevroren", in: 4, .frozen, 256, year: 2026, category: "5.1"),
    ]
  }

  public static func plan(
    _ id: String, in municipality: Int, _ hardness: PlanHardness, _ hectares: Double, year: Int?,
    category: String? = nil,
    isWaterBound: Bool = false
  ) throws -> PlanCapacity {
    try PlanCapacity(
      id: id, name: "Plan \(id)", municipality: municipalities[municipality], hardness: hardness,
      area: NetHectares(hectares), expectedYear: year, maximumCategory: category.map(EnvironmentalCategory.init),
      isWaterBound: isWaterBound, origin: origin())
  }

  static func withdrawals() throws -> [Withdrawal] {
    [
      try Withdrawal(
        id: "W1", name: "Oude haven", municipality: municipalities[2], year: 2027, area: NetHectares(16),
        maximumCategory: EnvironmentalCategory(rawValue: "4"), origin: origin(row: 1)),
      try Withdrawal(
        id: "W2", name: "Gasfabriek", municipality: municipalities[5], year: 2035, area: NetHectares(64),
        maximumCategory: EnvironmentalCategory(rawValue: "5.2"), isWaterBound: true, returningShare: 0.25,
        origin: origin(row: 2)),
    ]
  }
}
