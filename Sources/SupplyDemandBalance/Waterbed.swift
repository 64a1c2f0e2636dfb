import Quantities
import WorkLocations

/// Where demand goes that a market can no longer serve — *waterbedeffect*.
///
/// Freezing a plan in one market does not take the demand away. Most firms want to stay in their municipality, fewer in their
/// market, and a small part leaves; those press on the markets around, the more so the nearer these are and the more fitting
/// land they have.
///
/// Formula, for unserved demand u_i of class i (ha net), stay shares s_M (municipality) ≤ s_C (market), neighbour n:
///
///     leaving_i     = (1 − s_C) × u_i
///     fitting_ni    = Σ unused land of n over the classes that serve i             ha net
///     weight_ni     = nearness_n × fitting_ni, or nearness_n where no neighbour has fitting land
///     arriving_ni   = leaving_i × weight_ni / Σ_n weight_ni
///     served_n      = what `Matching` puts of arriving_n on the unused land of n
///
/// - Nearness: one over the distance, 1/km; only the ratios count.
/// - Source: shares of firm moves, domain notes 3.3; the division by nearness and room is a gravity rule, our own choice.
///
/// Valid for markets (COROP areas) and lasting shortages. Not covered: firms that give up or intensify, a second round (a
/// neighbour that fills up presses on its own neighbours), abroad.
///
/// Example: 8 ha go unserved, s_M = 0.6 and s_C = 0.9. 4.8 ha look on in the municipality, 2.4 ha elsewhere in the market and
/// 0.8 ha leave. A neighbour at 10 km with 6 ha and one at 20 km with 4 ha weigh 0.6 and 0.2: they get 0.6 and 0.2 ha.
public struct Waterbed: Sendable {
  /// A market around the one that falls short.
  public struct Neighbour: Sendable {
    public let region: RegionCode
    /// One over the distance, 1/km.
    public let nearness: Double
    /// Usable land that its own demand leaves, in the order of `SpaceClass.all`, ha net.
    public let unused: [Double]

    public init(region: RegionCode, nearness: Double, unused: [Double]) {
      self.region = region
      self.nearness = nearness
      self.unused = unused
    }
  }

  /// Demand that arrives at a neighbour.
  public struct Pressure: Sendable, Codable, Hashable {
    public let region: RegionCode
    /// Fitting land it had left, the mean over the demand that arrives: land that fits one hectare in ten counts for a tenth.
    public let fitting: NetHectares
    public let arriving: NetHectares
    public let served: NetHectares
    public var unserved: NetHectares { arriving - served }

    public init(region: RegionCode, fitting: NetHectares, arriving: NetHectares, served: NetHectares) {
      self.region = region
      self.fitting = fitting
      self.arriving = arriving
      self.served = served
    }
  }

  /// Demand that the market cannot serve any more.
  public let unserved: NetHectares
  /// What of it looks on in the same municipality, elsewhere in the market, and outside.
  public let inMunicipality: NetHectares
  public let elsewhereInMarket: NetHectares
  public let leaving: NetHectares
  /// In the order of the neighbours.
  public let pressures: [Pressure]

  /// - Parameters:
  ///   - unserved: ha net per class in the order of `SpaceClass.all`.
  ///   - municipality: share of moves that stays in the municipality.
  ///   - market: share of moves that stays in the market, the municipality included.
  public init(
    unserved: [Double], neighbours: [Neighbour], stayingInMunicipality municipality: Double,
    stayingInMarket market: Double
  ) {
    let amounts = WaterbedAmounts<Double>(
      unserved: unserved,
      neighbours: neighbours.map { .init(region: $0.region, nearness: $0.nearness, unused: $0.unused) },
      municipality: municipality, market: market)
    self.init(amounts)
  }

  package init(_ amounts: WaterbedAmounts<Double>) {
    unserved = NetHectares(amounts.unserved)
    inMunicipality = NetHectares(amounts.inMunicipality)
    elsewhereInMarket = NetHectares(amounts.elsewhereInMarket)
    leaving = NetHectares(amounts.leaving)
    pressures = amounts.arrivals.map {
      Pressure(
        region: $0.region, fitting: NetHectares($0.fitting), arriving: NetHectares($0.arriving),
        served: NetHectares($0.served))
    }
  }
}

extension Waterbed {
  /// Demand per class that is unserved after a change and was not before; of classes that change places only the rise in total
  /// counts, and what binary fractions leave is nothing.
  public static func extra(before: Confrontation, after: Confrontation) -> [Double] {
    func shortages(_ reading: Confrontation) -> (classes: [Double], total: Double) {
      (reading.classes.map(\.shortage.value), reading.shortage.value)
    }
    return WaterbedAmounts.extra(before: shortages(before), after: shortages(after))
  }
}
