import WorkLocations

/// Looks for the shortest chain of moves from unserved demand to free land — *verhuisketen*: the demand takes land from another
/// class's demand, which moves to other fitting land, and so on. Its lists are kept from one search to the next.
struct ChainSearch {
  /// Demand that moves to land.
  struct Move: Sendable {
    let demand: Int
    let land: Int
  }

  /// The chain that was found, from the new demand to the free land.
  private(set) var chain: [Move] = []
  private var queue: [Int] = []
  /// For land: the demand that reached it. For demand: the land it would be moved off.
  private var demandBefore = [Int](repeating: 0, count: SpaceClass.all.count)
  private var landBefore = [Int](repeating: 0, count: SpaceClass.all.count)

  /// Breadth first over demand, through the land that serves it, to demand on that land; stops at the lightest free land.
  mutating func reachFreeLand(from start: Int, in matching: Matching) -> Bool {
    queue.removeAll(keepingCapacity: true)
    queue.append(start)
    var (seenDemand, seenLand) = (ClassSet(CollectionOfOne(start)), ClassSet())
    var next = 0
    while next < queue.count {
      let demand = queue[next]
      next += 1
      let land = Matching.landServing[demand].subtracting(seenLand)
      if let free = land.intersection(matching.free).first {
        demandBefore[free] = demand
        writeChain(from: start, to: free)
        return true
      }
      seenLand.formUnion(land)
      for taken in land {
        demandBefore[taken] = demand
        for other in matching.users[taken].subtracting(seenDemand) {
          seenDemand.insert(other)
          landBefore[other] = taken
          queue.append(other)
        }
      }
    }
    return false
  }

  private mutating func writeChain(from start: Int, to free: Int) {
    chain.removeAll(keepingCapacity: true)
    var land = free
    while true {
      let demand = demandBefore[land]
      chain.append(Move(demand: demand, land: land))
      if demand == start { break }
      land = landBefore[demand]
    }
    chain.reverse()
  }
}
