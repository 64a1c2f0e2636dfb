/// What the net exchange with the grid costs in one step — *kosten van uitwisseling*.
///
/// With q the net charge in kW, the rest of the step solves
///
///     F(q) = min over z of h(L + q - z) + S(z),   h(n) = ci n for 0 ≤ n ≤ U,  ce n for -X ≤ n ≤ 0
///
/// where z is what sun and flexible powers give together, the cheapest first, and S what they ask. Along rising q the hub first lets
/// export go (slope ce), then imports (ci); unused sun costs nothing (slope 0) and takes its place among them by slope, and so does
/// each flexible power. So F has three pieces and one per flexible power, and is convex when ci ≥ ce. When export pays more than
/// import costs, h has a dent at zero: the straight line over it is a lower bound, and `GeneralDispatch` decides.
struct NetCost {
  /// With every taker at full power: taking less is a way to give.
  let load: Double
  let sun: Double
  let importPrice: Double
  let exportPrice: Double
  let importLimit: Double
  let exportLimit: Double
  /// Sun and flexible powers by rising price; empty when there is sun only.
  let ways: [Way]
  /// What all ways give together, kW, and what the takers at full power cost, EUR/h.
  let supply: Double
  let takersCost: Double

  @inline(__always)
  init(_ problem: DispatchProblem, at step: Int) {
    sun = problem.sun[step]
    importPrice = problem.importPrice[step]
    exportPrice = problem.exportPrice[step]
    importLimit = problem.importLimit[step]
    exportLimit = problem.exportLimit[step]
    guard !problem.flexible.isEmpty else {
      (load, ways, supply, takersCost) = (problem.load[step], [], sun, 0)
      return
    }
    let powers = problem.flexible.enumerated().map { Way($1, number: $0, at: step) }
    let takers = powers.filter(\.isTaken)
    load = takers.reduce(problem.load[step]) { $0 + $1.length }
    takersCost = takers.reduce(0) { $0 - $1.slope * $1.length }
    ways = ([Way(sun: sun)] + powers).sorted { $0.slope < $1.slope }
    supply = ways.reduce(0) { $0 + $1.length }
  }

  /// Least and greatest net charge that the connection allows, kW.
  var lowest: Double { -load - exportLimit }
  var highest: Double { importLimit + supply - load }
  /// F at `lowest`, EUR/h.
  var atLowest: Double { takersCost - exportPrice * exportLimit }
  var isConvex: Bool { importPrice >= exportPrice }

  /// A straight part of F: slope in EUR/kWh, length in kW.
  struct Piece {
    let slope: Double
    let length: Double
  }

  /// Passes the pieces of F from `lowest`, by rising slope; some may have no length.
  @inline(__always)
  func eachPiece(_ pass: (Piece) -> Void) {
    let own = gridPieces
    guard !ways.isEmpty else {
      pass(own.0)
      pass(own.1)
      pass(own.2)
      return
    }
    let powers = ways.filter { $0.power != nil }.map { Piece(slope: $0.slope, length: $0.length) }
    for piece in ([own.0, own.1, own.2] + powers).sorted(by: { $0.slope < $1.slope }) { pass(piece) }
  }

  /// The pieces of sun and grid.
  private var gridPieces: (Piece, Piece, Piece) {
    let free = Piece(slope: 0, length: sun)
    guard isConvex else { return bridged(free) }
    let out = Piece(slope: exportPrice, length: exportLimit)
    let into = Piece(slope: importPrice, length: importLimit)
    if exportPrice >= 0 { return (free, out, into) }
    return importPrice >= 0 ? (out, free, into) : (out, into, free)
  }

  /// One straight piece over the dent of h.
  private func bridged(_ free: Piece) -> (Piece, Piece, Piece) {
    let length = importLimit + exportLimit
    let rise = importPrice * importLimit + exportPrice * exportLimit
    let bridge = Piece(slope: length > 0 ? rise / length : 0, length: length)
    let nothing = Piece(slope: bridge.slope, length: 0)
    return bridge.slope >= 0 ? (free, bridge, nothing) : (bridge, free, nothing)
  }

  /// h, EUR/h.
  func cost(ofNet net: Double) -> Double { net * (net > 0 ? importPrice : exportPrice) }
}
