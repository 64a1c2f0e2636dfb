import Uncertainty

extension BlockDrawing {
  /// Draws what all regions share.
  mutating func drawCountry() {
    drawCommonGrowth()
    for sector in 0..<model.sizes.sectors { drawValues(of: sector) }
    let spread = model.spread
    replacement = spread.replacement.draw(pair(.replacement, item: 0).0).atLeast(0) - 1
    realisation = spread.softRealisation.asDeviation.draw(pair(.softRealisation, item: 0).0)
    for (index, band) in spread.addOns.enumerated() {
      addOns.start[index] = band.draw(pair(.addOn, item: index).0).atLeast(0) - 1
    }
  }

  private func drawCommonGrowth() {
    let sectors = model.sizes.sectors
    guard lanes != nil, model.spread.commonShare > 0 else { return common.clear() }
    for sector in 0..<sectors { fill(common.start + sector * slots, .commonGrowth, item: UInt32(sector)) }
    // From the last row up: a row needs the independent numbers of the rows above it only.
    for sector in (0..<sectors).reversed() {
      correlate(sector)
      accumulate(common.start + sector * slots, sector, share: model.spread.commonShare)
    }
  }

  /// Row of L times the independent numbers, for every slot.
  private func correlate(_ sector: Int) {
    let row = tables.correlation.start + sector * model.sizes.sectors
    let target = common.start + sector * slots
    for slot in 0..<slots {
      var sum = Lanes.zero
      for other in 0...sector {
        sum = sum.plus(common.start[other * slots + slot], times: Lanes(repeating: row[other]))
      }
      target[slot] = sum
    }
  }

  /// From a level and shocks to their sum since the start.
  private func accumulate(_ path: UnsafeMutablePointer<Lanes>, _ sector: Int, share: Double) {
    let step = GrowthStep(model.spread, sector, share: share)
    let level = path[0] * step.level
    path[0] = .zero
    for year in 1..<max(1, model.sizes.years) {
      path[year] = path[year - 1] + level + path[year] * step.shock
    }
  }

  /// Hectares per job of a sector, for every set of coefficients, location type and year: P × Q.
  private func drawValues(of sector: Int) {
    let (sizes, spread) = (model.sizes, model.spread)
    let land = pair(.landPerJob, item: sector)
    let preference = pair(.preference, item: sector)
    let drawn = DrawnCoefficients(
      land: spread.landPerJob[sector].draw(land.0).atLeast(0), landDrift: spread.landPerJobDrift[sector].draw(land.1),
      preference: spread.preference[sector].draw(preference.0).atLeast(0),
      preferenceDrift: spread.preferenceDrift[sector].draw(preference.1))
    for set in 0..<sizes.coefficientSets {
      for type in 0..<sizes.types {
        drawn.fill(values, tables, at: ((set * sizes.sectors + sector) * sizes.types + type) * sizes.years, sizes.years)
      }
    }
  }
}

/// Standard deviations of one part of a sector's growth.
struct GrowthStep {
  let level: Float
  let shock: Float

  init(_ spread: BandSpread, _ sector: Int, share: Double) {
    level = Float(spread.growthLevel[sector] * share.squareRoot())
    shock = Float(spread.growthShock[sector] * share.squareRoot())
  }

  var isNothing: Bool { level == 0 && shock == 0 }
}

/// Factors and drifts of one sector in eight draws.
private struct DrawnCoefficients {
  let land: Lanes
  let landDrift: Lanes
  let preference: Lanes
  let preferenceDrift: Lanes

  func fill(_ values: LaneTable, _ tables: SamplerTables, at path: Int, _ years: Int) {
    let (p, q) = (tables.preference.start + path, tables.landPerJob.start + path)
    for year in 0..<years {
      let share = Lanes(repeating: p[year]).plus(preferenceDrift, times: Lanes(repeating: p[0] * Float(year)))
      let perJob = Lanes(repeating: q[year]).plus(landDrift, times: Lanes(repeating: q[0] * Float(year)))
      values.start[path + year] = (preference * share).atLeast(0).atMost(1) * (land * perJob.atLeast(0))
    }
  }
}
