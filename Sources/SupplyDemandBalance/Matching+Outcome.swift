import Quantities
import WorkLocations

extension Matching {
  /// The outcome per class; `demand` as it was, negative where land comes free.
  func classes(demand signed: [Double]) -> [ClassBalance] {
    SpaceClass.all.indices.map { index in
      let own = self[land: index, demand: index]
      return ClassBalance(
        spaceClass: SpaceClass.all[index], demand: NetHectares(signed[index]), supply: NetHectares(supply[index]),
        servedByOwn: NetHectares(own), servedByStricter: NetHectares(demand[index] - unserved[index] - own),
        shortage: NetHectares(unserved[index]), unused: NetHectares(unused[index]))
    }
  }

  /// Demand on land that is stricter than it needs, in the order of demand and land.
  var spills: [Spill] {
    var spills: [Spill] = []
    for demand in demand.indices {
      for land in Self.landServing[demand] where land != demand && users[land].contains(demand) {
        spills.append(
          Spill(
            demand: SpaceClass.all[demand], land: SpaceClass.all[land],
            area: NetHectares(self[land: land, demand: demand])))
      }
    }
    return spills
  }

  var shortageProof: ShortageProof? {
    let (classes, land) = proof
    guard !classes.isEmpty else { return nil }
    return ShortageProof(
      demandClasses: classes.map { SpaceClass.all[$0] }, landClasses: land.map { SpaceClass.all[$0] },
      demand: NetHectares(classes.reduce(0) { $0 + demand[$1] }), land: NetHectares(land.reduce(0) { $0 + supply[$1] }))
  }
}
