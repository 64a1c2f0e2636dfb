/// What the net exchange with the grid costs in one step — *kosten van uitwisseling*.
///
/// With q the net charge in kW, the rest of the step solves
///
///     F(q) = min over v of h(L + q - v),   h(n) = ci n for 0 ≤ n ≤ U,  ce n for -X ≤ n ≤ 0
///
/// Along rising q the hub first lets export go (slope ce), then imports (ci); unused sun costs nothing (slope 0) and takes its
/// place among them by slope. So F has three pieces and is convex when ci ≥ ce. When export pays more than import costs,
/// h has a dent at zero: the straight line over it is a lower bound, and `GeneralDispatch` decides.
struct NetCost {
  let load: Double
  let sun: Double
  let importPrice: Double
  let exportPrice: Double
  let importLimit: Double
  let exportLimit: Double

  init(_ problem: DispatchProblem, at step: Int) {
    load = problem.load[step]
    sun = problem.sun[step]
    importPrice = problem.importPrice[step]
    exportPrice = problem.exportPrice[step]
    importLimit = problem.importLimit[step]
    exportLimit = problem.exportLimit[step]
  }

  /// Least and greatest net charge that the connection allows, kW.
  var lowest: Double { -load - exportLimit }
  var highest: Double { importLimit + sun - load }
  /// F at `lowest`, EUR/h.
  var atLowest: Double { -exportPrice * exportLimit }
  var isConvex: Bool { importPrice >= exportPrice }

  /// A straight part of F: slope in EUR/kWh, length in kW.
  struct Piece {
    let slope: Double
    let length: Double
  }

  /// The pieces of F from `lowest`, by rising slope; at least one may have no length.
  var pieces: (Piece, Piece, Piece) {
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

  /// Sun used at net charge q, kW: the best of all, of none, and of just what is used here. More sun where it is equal.
  func sunUsed(at charge: Double) -> Double {
    let need = load + charge
    let least = max(0, min(sun, need - importLimit))
    let most = min(sun, max(least, need + exportLimit))
    let balanced = min(most, max(least, need))
    var best = most
    if cost(ofNet: need - balanced) < cost(ofNet: need - best) { best = balanced }
    if cost(ofNet: need - least) < cost(ofNet: need - best) { best = least }
    return best
  }

  /// h, EUR/h.
  func cost(ofNet net: Double) -> Double { net * (net > 0 ? importPrice : exportPrice) }

  /// F, EUR/h.
  func cost(atCharge charge: Double) -> Double { cost(ofNet: load + charge - sunUsed(at: charge)) }
}
