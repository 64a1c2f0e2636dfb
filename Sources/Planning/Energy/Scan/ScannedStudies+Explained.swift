import EnergyHubs
import Provenance
import Quantities
import WorkLocations

extension ScannedStudies {
  /// The study of a park with where its numbers come from: the figures of the scan, prices and parameters.
  func explainedStudy(_ place: Int) -> EnergyCase {
    var study = study(place)
    study.origins = terms.origins
    study.origins.prices = prices
    let values = terms.origins.values
    study.origins.values["feed_in_discount"] = values["energy/feed-in-discount"]
    study.origins.values[EnergyOrigins.roofPrice(Self.roof)] = values[EnergyOrigins.roofPrice("")]
    for price in ["contract_price", "peak_price"] {
      study.origins.values[price] = values[price].map(perHour)
    }
    study.origins.derived = .scanned(origin(place, study))
    return study
  }

  /// A price per kW on the bill as one per kW of hourly mean.
  private func perHour(_ price: Explanation) -> Explanation {
    Explanation(
      price.label + LocalizedText(nl: ", per kW van een uur", en: ", per kW of an hour"), .product,
      notation: "prijs × kwartier", unit: price.unit, parts: [price, Explanation(run.settings.quarterFactor)])
  }

  private func origin(_ place: Int, _ study: EnergyCase) -> ScanOrigin {
    let rin = run.parks[place].rin
    let powers = run.scanned[place].meanPowers
    let factor = Explanation(
      LocalizedText(nl: "gecontracteerd per kW eigen piek", en: "contracted per kW of own peak"), value: self.factor,
      unit: .factor, basis: .figure(path: ScanFigure.national(.contractFactor(.middle)).path))
    var kinds: [String: ScanOrigin.Kind] = [:]
    for (kind, id) in self.kinds.enumerated() where study.connections.contains(where: { $0.id == id }) {
      let power = Explanation(
        LocalizedText(nl: "gemiddeld vermogen", en: "mean power"), value: powers[kind], unit: .kilowatt,
        basis: .figure(path: ScanFigure.park(rin, .power(id)).path))
      let highest = Explanation(
        LocalizedText(nl: "hoogste vorm", en: "highest shape"), value: self.highest[kind], unit: .factor,
        basis: .figure(path: ScanFigure.national(.rhythm(id, .highest)).path))
      kinds[id] = ScanOrigin.Kind(
        power: power, shape: shapes[kind],
        contract: Explanation(
          LocalizedText(nl: "contracten van \(id)", en: "contracts of \(id)"), .product,
          notation: "contractfactor × vermogen × hoogste vorm", unit: .kilowatt, parts: [factor, power, highest]))
    }
    return ScanOrigin(kinds: kinds)
  }
}

/// The loads of a park of the scan: a mean power times a shape of the kind of firm.
struct ScanOrigin: Sendable, Hashable {
  struct Kind: Sendable, Hashable {
    let power: Explanation
    /// One for each hour of the year.
    let shape: [Double]
    let contract: Explanation
  }
  /// By sector group.
  let kinds: [String: Kind]

  func load(_ connection: EnergyConnection, _ hour: Int, time: String) -> Explanation? {
    kinds[connection.id].map { kind in
      let shape = Explanation(
        LocalizedText(nl: "vorm", en: "shape"), value: kind.shape[hour], unit: .factor,
        basis: .figure(path: ScanFigure.national(.rhythm(connection.id, .shape(hour))).path))
      return Explanation(
        LocalizedText(both: connection.name + ", " + time), .product, notation: "vorm × gemiddeld vermogen",
        unit: .kilowatt, parts: [shape, kind.power]
      ).inSinglePrecision
    }
  }

  /// kW per kWp in an hour.
  static func sun(_ value: Double, _ hour: Int) -> Explanation {
    Explanation(
      LocalizedText(nl: "opbrengst per kWp", en: "output per kWp"), value: value, unit: .factor,
      basis: .figure(path: ScanFigure.national(.sun(.output(hour))).path))
  }
}
