import Uncertainty

extension BlockDrawing {
  /// Draws the land of a region, and its change per class.
  func drawRegion(_ region: Int) {
    area.clear()
    classes.clear()
    for sector in 0..<model.sizes.sectors {
      drawJobs(region, sector)
      addLand(region, sector)
      if let shares = model.classes { addClasses(region, sector, shares) }
    }
  }

  /// Jobs of a sector in a region: the centre path times e to the common and own deviations since the start.
  private func drawJobs(_ region: Int, _ sector: Int) {
    let (sizes, drawn) = (model.sizes, jobs.start)
    let centre = tables.jobs.start + (region * sizes.sectors + sector) * sizes.years
    let shared = common.start + sector * slots
    let step = GrowthStep(model.spread, sector, share: 1 - model.spread.commonShare)
    let own = normals.start
    if step.isNothing {
      normals.clear()
    } else {
      fill(own, .ownGrowth, item: model.regionKeys[region] << BandModel.sectorBits | UInt32(sector))
    }
    let (level, shock) = (own[0] * step.level, Lanes(repeating: step.shock))
    var walk = Lanes.zero
    drawn[0] = Lanes(repeating: centre[0])
    var year = 1
    while year < sizes.years {
      walk = (walk + level).plus(own[year], times: shock)
      drawn[year] = (shared[year] + walk).exponential() * centre[year]
      year += 1
    }
  }

  /// Adds jobs × hectares per job × concentration over the location types.
  private func addLand(_ region: Int, _ sector: Int) {
    let (sizes, drawn, sum) = (model.sizes, jobs.start, area.start)
    let set = model.centre.coefficientSet[region]
    let concentration = tables.concentration.start + (region * sizes.sectors + sector) * sizes.types
    for type in 0..<sizes.types where concentration[type] != 0 {
      let value = values.start + ((set * sizes.sectors + sector) * sizes.types + type) * sizes.years
      let times = Lanes(repeating: concentration[type])
      var year = 0
      while year < sizes.years {
        sum[year] = sum[year].plus(drawn[year] * times, times: value[year])
        year += 1
      }
    }
  }

  /// Adds the sector's expansion to the classes it spreads over, in the chosen years.
  private func addClasses(_ region: Int, _ sector: Int, _ shares: ClassShares) {
    let (sizes, drawn) = (model.sizes, jobs.start)
    let set = model.centre.coefficientSet[region]
    let concentration = tables.concentration.start + (region * sizes.sectors + sector) * sizes.types
    for type in 0..<sizes.types where concentration[type] != 0 {
      let path = (set * sizes.sectors + sector) * sizes.types + type
      let value = values.start + path * sizes.years
      for (index, year) in shares.years.enumerated() {
        let expansion = (drawn[year] * value[year] - drawn[0] * value[0]) * concentration[type]
        spread(expansion, tables.expansionClasses.start + path * shares.classes, index * shares.classes, shares.classes)
      }
    }
  }

  /// Adds an amount to the classes from a place on, by their shares.
  private func spread(_ amount: Lanes, _ shares: UnsafePointer<Float>, _ place: Int, _ count: Int) {
    let sum = classes.start + place
    for index in 0..<count where shares[index] != 0 {
      sum[index] = sum[index].plus(amount, times: Lanes(repeating: shares[index]))
    }
  }

  /// Deviation of replacement and add-ons from their centre in a year; both are known in the centre path.
  func outsideTrend(_ region: Int, _ year: Int) -> Lanes {
    let sizes = model.sizes
    var sum = replacement * tables.replacement.start[region * sizes.years + year]
    for index in 0..<sizes.addOns {
      let amount = tables.addOns.start[(index * sizes.regions + region) * sizes.years + year]
      sum = sum.plus(addOns.start[index], times: Lanes(repeating: amount))
    }
    return sum
  }

  /// The same for the part that falls in a class.
  func outsideTrend(_ region: Int, _ year: Int, inClass index: Int, of count: Int) -> Lanes {
    let sizes = model.sizes
    let share = tables.replacementClasses.start[region * count + index]
    var sum = replacement * (tables.replacement.start[region * sizes.years + year] * share)
    for addOn in 0..<sizes.addOns {
      let amount = tables.addOns.start[(addOn * sizes.regions + region) * sizes.years + year]
      sum = sum.plus(
        addOns.start[addOn], times: Lanes(repeating: amount * tables.addOnClasses.start[addOn * count + index]))
    }
    return sum
  }
}
