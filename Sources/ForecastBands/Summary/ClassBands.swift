import Uncertainty

/// Demand per class of land — *vraag per klasse*.
extension BandSummary {
  /// Demand per class and draw, ha net, for an area and the index of a chosen year; nil without classes.
  public func classDemand(of area: Int, chosenYear: Int) -> [[Double]]? {
    guard let shares = model.classes, shares.years.indices.contains(chosenYear) else { return nil }
    let members = members(of: area)
    return (0..<shares.classes).map { item in
      let centre = members.reduce(0) { $0 + model.centreDemand(of: $1, inClass: item, year: shares.years[chosenYear]) }
      return classColumn(members, shares, chosenYear * shares.classes + item).map { centre + Double($0) }
    }
  }

  /// Quantiles per class, ha net, [class][level], for an area and the index of a chosen year; nil without classes.
  public func classBands(of area: Int, chosenYear: Int) -> [[Double]]? {
    classDemand(of: area, chosenYear: chosenYear)?.map { Quantiles.of($0, at: question.levels) }
  }

  private func classColumn(_ members: [Int], _ shares: ClassShares, _ place: Int) -> [Float] {
    batches.flatMap { batch in
      let rows = members.map { ($0 * shares.years.count * shares.classes + place) * batch.draws.count }
      return (0..<batch.draws.count).map { draw in rows.reduce(0) { $0 + batch.classes[$1 + draw] } }
    }
  }
}

extension BandModel {
  /// Demand of a region for a class of land on the centre path, ha net; 0 without classes.
  public func centreDemand(of region: Int, inClass item: Int, year: Int) -> Double {
    guard let classes else { return 0 }
    let outside =
      centre.replacement[region * sizes.years + year] * classes.replacement[region * classes.classes + item]
    return centreExpansion(region, item, year, classes)
      + (0..<sizes.addOns).reduce(outside) { sum, addOn in
        let amount = centre.addOns[(addOn * sizes.regions + region) * sizes.years + year]
        return sum + amount * classes.addOns[addOn * classes.classes + item]
      }
  }

  private func centreExpansion(_ region: Int, _ item: Int, _ year: Int, _ classes: ClassShares) -> Double {
    let set = centre.coefficientSet[region]
    return (0..<sizes.sectors).reduce(0) { sum, sector in
      (0..<sizes.types).reduce(sum) { sum, type in
        let share = classes.expansion[((set * sizes.sectors + sector) * sizes.types + type) * classes.classes + item]
        return sum + share * (centreArea(region, sector, type, year) - centreArea(region, sector, type, 0))
      }
    }
  }
}
