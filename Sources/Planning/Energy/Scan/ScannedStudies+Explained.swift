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
    let origin = origin(place, study)
    study.origins.values.merge(bounds(place, origin, values)) { $1 }
    study.origins.derived = .scanned(origin)
    return study
  }

  /// The most of each size, from the contracts and the roofs of the scan.
  private func bounds(_ place: Int, _ origin: ScanOrigin, _ values: [String: Explanation]) -> [String: Explanation] {
    let contracts = Explanation(
      LocalizedText(nl: "som van de contracten", en: "sum of contracts"), .sum, notation: "Σ doelgroepen",
      unit: .kilowatt, parts: kinds.compactMap { origin.kinds[$0]?.contract })
    func product(_ nl: String, _ en: String, _ notation: String, _ unit: Unit, _ parts: [Explanation]) -> Explanation {
      Explanation(LocalizedText(nl: nl, en: en), .product, notation: notation, unit: unit, parts: parts)
    }
    let asked = Explanation(
      LocalizedText(nl: "deel van de contracten dat mag", en: "share of the contracts that is allowed"),
      value: contractShare, unit: .share, basis: .definition)
    let power = product(
      "grootste vermogen van de batterij", "largest power of the battery", "contracten × kwartier × aandeel", .kilowatt,
      [contracts, Explanation(run.settings.quarterFactor)] + [values["energy/battery-power-share"]].compactMap { $0 })
    let panels = Explanation(
      LocalizedText(nl: "ruimte op de daken", en: "room on the roofs"), value: run.scanned[place].solar,
      unit: .kilowattPeak, basis: .figure(path: ScanFigure.park(run.parks[place].rin, .printed(.solar, .middle)).path))
    return [
      "contract_max_kw":
        product("grootste contract", "largest contract", "contracten × deel", .kilowatt, [contracts, asked]),
      "battery_max_kw": power,
      "battery_max_kwh":
        product(
          "grootste inhoud van de batterij", "largest capacity of the battery", "vermogen × uren", .kilowattHour,
          [power] + [values["energy/battery-hours"]].compactMap { $0 }),
      EnergyOrigins.roofMost(Self.roof): panels,
      "export_limit_kw":
        product(
          "teruglevering, hoogstens", "feed-in, at most", "contracten × aandeel", .kilowatt,
          [contracts] + [values["energy-scan/feed-in-share"]].compactMap { $0 }),
    ]
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
