import WorkLocations

/// The largest total of demand that land can serve, worked out in another way than the product does: Ford and Fulkerson's
/// method by depth-first search over whole numbers, with source and sink, in any order of demand.
struct LargestFlow {
  private let count = SpaceClass.all.count
  private var residual: [[Int]]

  private init(demand: [Int], supply: [Int]) {
    let nodes = 2 * SpaceClass.all.count + 2
    residual = Array(repeating: Array(repeating: 0, count: nodes), count: nodes)
    for index in 0..<count {
      residual[source][index] = demand[index]
      residual[count + index][sink] = supply[index]
      for land in 0..<count where SpaceClass.all[land].serves(SpaceClass.all[index]) {
        residual[index][count + land] = demand[index]
      }
    }
  }

  private var source: Int { 2 * count }
  private var sink: Int { 2 * count + 1 }

  static func value(demand: [Int], supply: [Int]) -> Int {
    var flow = LargestFlow(demand: demand, supply: supply)
    var total = 0
    while true {
      var seen = Set<Int>()
      let pushed = flow.push(from: flow.source, atMost: .max, &seen)
      if pushed == 0 { return total }
      total += pushed
    }
  }

  private mutating func push(from node: Int, atMost amount: Int, _ seen: inout Set<Int>) -> Int {
    if node == sink { return amount }
    seen.insert(node)
    for next in residual.indices where residual[node][next] > 0 && !seen.contains(next) {
      let pushed = push(from: next, atMost: min(amount, residual[node][next]), &seen)
      guard pushed > 0 else { continue }
      residual[node][next] -= pushed
      residual[next][node] += pushed
      return pushed
    }
    return 0
  }

  /// What each class gets when stricter classes go first and the total stays the largest, one unit at a time: a unit of a class
  /// is served when the largest flow of what was granted so far grows by it.
  static func strictestFirst(demand: [Int], supply: [Int]) -> [Int] {
    var granted = [Int](repeating: 0, count: demand.count)
    for index in demand.indices.reversed() {
      for _ in 0..<demand[index] {
        var wanted = granted
        wanted[index] += 1
        guard value(demand: wanted, supply: supply) == wanted.reduce(0, +) else { break }
        granted = wanted
      }
    }
    return granted
  }
}
