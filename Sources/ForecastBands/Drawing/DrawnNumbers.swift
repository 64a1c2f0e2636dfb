import Uncertainty

/// The random numbers behind one draw — *toevalsgetallen van een trekking*: standard normal, as the drawing loops get them.
public struct DrawnNumbers: Sendable {
  /// Of a coefficient: its level for the whole period and its drift.
  public struct Pair: Sendable, Hashable {
    public let level: Double
    public let drift: Double
  }

  /// Of the growth of a sector: its level for the whole period, and the sum of its yearly shocks since the start, per year.
  public struct Growth: Sendable, Hashable {
    public let level: Double
    public let shocks: [Double]
  }

  /// What all regions share, correlated over the sectors: [sector].
  public let commonGrowth: [Growth]
  /// A region's own: [region][sector].
  public let ownGrowth: [[Growth]]
  /// [sector]
  public let landPerJob: [Pair]
  public let preference: [Pair]
  public let replacement: Double
  public let softRealisation: Double
  /// [add-on]
  public let addOns: [Double]
}

extension BandSampler {
  /// The random numbers of one draw.
  public func numbers(ofDraw draw: Int, seed: UInt64) -> DrawnNumbers {
    var block = BlockDrawing(model, tables, .first)
    block.lanes = DrawLanes(Philox(seed: seed), first: UInt32(draw))
    let sectors = 0..<model.sizes.sectors
    let independent = sectors.map { block.normals(.commonGrowth, item: UInt32($0)) }
    let correlated = sectors.map { sector in
      (0..<block.slots).map { slot in
        (0...sector).reduce(0) {
          $0 + model.spread.correlation.entries[sector * sectors.count + $1] * independent[$1][slot]
        }
      }
    }
    func pairs(_ purpose: Purpose) -> [DrawnNumbers.Pair] {
      sectors.map { sector in
        let pair = block.pair(purpose, item: sector)
        return DrawnNumbers.Pair(level: Double(pair.0[0]), drift: Double(pair.1[0]))
      }
    }
    return DrawnNumbers(
      commonGrowth: correlated.map { growth($0) },
      ownGrowth: model.regionKeys.map { key in
        sectors.map { growth(block.normals(.ownGrowth, item: key << BandModel.sectorBits | UInt32($0))) }
      },
      landPerJob: pairs(.landPerJob), preference: pairs(.preference),
      replacement: Double(block.pair(.replacement, item: 0).0[0]),
      softRealisation: Double(block.pair(.softRealisation, item: 0).0[0]),
      addOns: model.spread.addOns.indices.map { Double(block.pair(.addOn, item: $0).0[0]) })
  }

  /// Slot 0 is the level, slot y the shock into year y.
  private func growth(_ normals: [Double]) -> DrawnNumbers.Growth {
    var sums = [0.0]
    for year in 1..<max(1, model.sizes.years) { sums.append(sums[year - 1] + normals[year]) }
    return DrawnNumbers.Growth(level: normals[0], shocks: sums)
  }
}

extension BlockDrawing {
  /// The normal numbers of an item in the first of the eight draws.
  fileprivate func normals(_ purpose: Purpose, item: UInt32) -> [Double] {
    fill(normals.start, purpose, item: item)
    return (0..<slots).map { Double(normals.start[$0][0]) }
  }
}
