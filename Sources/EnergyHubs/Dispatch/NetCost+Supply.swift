extension NetCost {
  /// A way to lessen the need — *bron in de stap*: the sun, a load switched off, a taker that gets less.
  struct Way {
    /// EUR/kWh and kW.
    let slope: Double
    let length: Double
    /// Place among the flexible powers; nil for the sun.
    let power: Int?
    /// Whether it gives by taking less than its full power.
    let isTaken: Bool

    init(sun: Double) { (slope, length, power, isTaken) = (0, sun, nil, false) }

    init(_ flexible: FlexiblePower, number: Int, at step: Int) {
      isTaken = flexible.direction == .taking
      slope = isTaken ? -flexible.price[step] : flexible.price[step]
      length = flexible.limit[step]
      power = number
    }
  }

  /// Passes the supplies among which the best at net charge q is, kW: what is free, just what is used here, and where S bends.
  @inline(__always)
  private func eachChoice(at charge: Double, _ pass: (Double) -> Void) {
    let need = load + charge
    let least = max(0, min(supply, need - importLimit))
    let most = min(supply, max(least, need + exportLimit))
    func inside(_ place: Double) -> Double { min(most, max(least, place)) }
    pass(inside(ways.isEmpty ? supply : ways.reduce(0) { $1.slope > 0 ? $0 : $0 + $1.length }))
    pass(inside(need))
    if ways.isEmpty { pass(least) } else { for place in places { pass(inside(place)) } }
  }

  /// What sun and flexible powers give at net charge q, kW; more of what is free and less of the rest where it is equal.
  func supplied(at charge: Double) -> Double {
    let need = load + charge
    var best = 0.0
    var least = Double.infinity
    eachChoice(at: charge) { choice in
      let cost = cost(need, choice)
      if cost < least { (best, least) = (choice, cost) }
    }
    return best
  }

  /// F, EUR/h.
  func cost(atCharge charge: Double) -> Double { cost(load + charge, supplied(at: charge)) + takersCost }

  /// Cost of the choices at a net charge, always in the same order.
  func costs(ofChoicesAt charge: Double) -> [Double] {
    var costs: [Double] = []
    eachChoice(at: charge) { costs.append(cost(load + charge, $0)) }
    return costs
  }

  /// h and S together, EUR/h.
  private func cost(_ need: Double, _ supplied: Double) -> Double {
    let net = cost(ofNet: need - supplied)
    return ways.isEmpty ? net : net + cost(ofSupply: supplied)
  }

  /// S, EUR/h.
  func cost(ofSupply supplied: Double) -> Double {
    guard !ways.isEmpty else { return 0 }
    var rest = supplied
    return ways.reduce(0) { sum, way in
      let part = min(rest, way.length)
      rest -= part
      return sum + way.slope * part
    }
  }

  /// The supplies at which S bends, from none to all, kW.
  var places: [Double] {
    guard !ways.isEmpty else { return [0, sun] }
    return ways.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.length) }
  }

  /// What the sun gives of a supply, kW; what each flexible power takes or gives goes to `tell`, with its place.
  @inline(__always)
  func split(_ supplied: Double, tell: (Int, Double) -> Void) -> Double {
    guard !ways.isEmpty else { return supplied }
    var rest = supplied
    var used = 0.0
    for way in ways {
      let part = min(rest, way.length)
      rest -= part
      if let power = way.power { tell(power, way.isTaken ? way.length - part : part) } else { used = part }
    }
    return used
  }
}
