import EnergyHubs
import Quantities

extension EnergyCase {
  /// Without one connection and without the room on its roof.
  func leaving(_ place: Int) -> EnergyCase {
    var park = self
    let gone = park.connections.remove(at: place)
    park.roofs = roofs.map { roof in
      guard roof.name == gone.roof else { return roof }
      return EnergyRoof(
        name: roof.name, factor: roof.factor, most: max(.zero, roof.most - gone.roofMost), price: roof.price)
    }
    return park
  }

  /// Every connection with what a colder year adds.
  func colder(_ cold: ColdYear) -> EnergyCase {
    var park = self
    park.connections = connections.map { connection in
      let load = cold.load(connection.profile.values, months: months).map(Float.init)
      guard let profile = Profile(year, kilowatts: load, origin: .derived) else { return connection }
      return connection.with(profile)
    }
    return park
  }

  /// Where the loads of a colder year come from.
  /// - Parameter root: what the paths of the factors begin with.
  func explainedColder(_ cold: ColdYear, root: String) -> EnergyCase {
    var park = colder(cold)
    park.origins.derived = .colder(
      ColdOrigin(
        root: root, measured: Dictionary(uniqueKeysWithValues: connections.map { ($0.id, $0) }),
        factors: Dictionary(
          uniqueKeysWithValues: connections.map { ($0.id, cold.factors($0.profile.values, months: months)) })))
    return park
  }

  /// With the prices of another year; what fed in gets less than the price stays the same.
  func priced(_ other: PriceYear) -> EnergyCase {
    var park = self
    park.importPrice = year.weekdaySteps(of: other.year).map { other.price[$0] }
    park.origins.prices = PriceOrigin(
      table: other.name, key: PriceYear.column, year: other.year,
      values: other.price.map { $0 * KilowattHours.perMegawattHour },
      steps: year.weekdaySteps(of: other.year).map { $0..<$0 + 1 })
    park.exportPrice = importPrice.indices.map { park.importPrice[$0] - (importPrice[$0] - exportPrice[$0]) }
    return park
  }

  /// What one firm pays by itself: its contract, which must hold its peak, its monthly peaks and its energy.
  func costAlone(of connection: EnergyConnection) -> HubCost {
    let load = connection.profile.values
    let tariff = TransportTariff(self)
    let peak = max(0, connection.profile.peak.value)
    let energy = load.indices.reduce(0.0) { $0 + load[$1] * (load[$1] > 0 ? importPrice[$1] : exportPrice[$1]) }
    return HubCost(
      energy: energy * hours,
      contract: max(connection.offtake.contracted?.value ?? 0, peak) * coefficients.contractPrice,
      peaks: tariff.monthlyPeaks(load).reduce(0, +) * coefficients.peakPrice)
  }
}

extension EnergyConnection {
  fileprivate func with(_ profile: Profile) -> EnergyConnection {
    EnergyConnection(
      id: id, name: name, station: station, offtake: offtake, feedIn: feedIn, roof: roof, roofMost: roofMost,
      profile: profile)
  }
}
