import Provenance
import Quantities
import SpaceDemand
import WorkLocations

/// The terreinquotiënt method with a band: its demand with growth of jobs and land per job at the borders of their bands.
///
/// Low and high are the lowest and highest of the four corners (growth low or high × land per job low or high) and the centre;
/// an outermost band within one scenario, no P10–P90. Demand of a larger region is the sum of its markets in one corner.
struct LandPerJobEstimates {
  static let bandedKeys = ["demand/job-growth", "demand/land-per-job"]

  private let centre: DemandModel
  private let corners: [DemandModel]
  private let scope: BalanceScope
  private let groups: [String]

  /// - Parameter reader: logs what the centre reads; the corners read the same values.
  /// - Throws: `DemandError` with every missing parameter.
  init(
    _ request: EstimateDemand.Request, register: Register, library: PlanningLibrary, scope: BalanceScope,
    reader: inout ParameterReader
  ) throws(DemandError) {
    func model(_ reader: inout ParameterReader) throws(DemandError) -> DemandModel {
      try DemandModel(
        register: register, classification: library.sectors, addOns: library.addOns, scenarios: request.scenarios,
        regions: scope.markets, reader: &reader)
    }
    centre = try model(&reader)
    var corners: [DemandModel] = []
    for parameters in Self.corners(of: library.parameters) {
      var corner = ParameterReader(parameters, on: reader.date)
      corners.append(try model(&corner))
    }
    self.corners = corners
    self.scope = scope
    groups = library.sectors.groups.map(\.id)
  }

  /// A corner of the band: growth of jobs and land per job, each at a border.
  struct Corner: Hashable {
    let growth: BandSide
    let land: BandSide

    static let all = BandSide.allCases.flatMap { growth in BandSide.allCases.map { Corner(growth: growth, land: $0) } }
  }

  private static func corners(of parameters: ParameterSet) -> [ParameterSet] {
    Corner.all.map { corner in
      parameters.at(corner.growth.border, of: [bandedKeys[0]]).at(corner.land.border, of: [bandedKeys[1]])
    }
  }

  func amounts(of region: RegionCode, scenario: String, horizon: Int) -> (total: Banded, groups: [GroupEstimate])? {
    let all = ([centre] + corners).compactMap { demand($0, region, scenario, horizon) }
    guard all.count == corners.count + 1 else { return nil }
    let groups = groups.map { group in
      GroupEstimate(group, Self.banded(all.map { NetHectares($0.segments[group]?.reduce(0, +) ?? 0) }))
    }
    return (Self.banded(all.map(\.total)), groups)
  }

  private static func banded(_ amounts: [NetHectares]) -> Banded {
    let numbers = amounts.map(\.value)
    return Banded { side in NetHectares(border(side, of: numbers)) }
  }

  /// The first amount for the centre, the outermost of all for a border.
  static func border<Figure: Derivation>(_ side: BandSide?, of amounts: [Figure]) -> Figure {
    switch side {
    case nil: amounts[0]
    case .low:
      .formula(
        .minimum, .netHectare,
        FormulaName(nl: "terreinquotiënt, laag", en: "land per job, low", notation: "min(midden; grenzen)"), amounts)
    case .high:
      .formula(
        .maximum, .netHectare,
        FormulaName(nl: "terreinquotiënt, hoog", en: "land per job, high", notation: "max(midden; grenzen)"), amounts)
    }
  }

  private func demand(_ model: DemandModel, _ region: RegionCode, _ scenario: String, _ horizon: Int) -> RegionDemand? {
    let parts = scope.markets(in: region).map { model.demand(of: $0, scenario: scenario, horizon: horizon) }
    return parts.count == 1 ? parts[0] : .sum(of: parts, as: region)
  }
}

extension LandPerJobEstimates {
  /// Demand in one corner.
  func amount(_ corner: Corner, in region: RegionCode, scenario: String, horizon: Int) -> Double? {
    model(at: corner).flatMap { demand($0, region, scenario, horizon) }?.total.value
  }

  /// The tree of demand in one corner of a market; of a larger region the sum of `market` over its markets.
  func explanation(
    of corner: Corner, in region: RegionCode, scenario: String, horizon: Int, market: (RegionCode) -> Explanation?
  ) -> Explanation? {
    let markets = scope.markets(in: region)
    guard markets.count != 1 else {
      return model(at: corner)?.explanation(of: .total, in: markets[0], scenario: scenario, horizon: horizon)
    }
    return .sum(.netHectare, nl: "ruimtevraag in deze hoek", en: "demand in this corner", markets.compactMap(market))
  }

  private func model(at corner: Corner) -> DemandModel? {
    Corner.all.firstIndex(of: corner).map { corners[$0] }
  }
}

extension BandSide {
  fileprivate var border: ParameterBorder { self == .low ? .low : .high }
}
