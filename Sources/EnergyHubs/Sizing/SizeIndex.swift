/// The place of each size, peak and end-of-stretch content among the unknowns that all steps share.
struct SizeIndex {
  let roofs: Int
  let periods: Int
  let stretches: Int

  func roof(_ roof: Int) -> Int { roof }
  var power: Int { roofs }
  var energy: Int { roofs + 1 }
  var contract: Int { roofs + 2 }
  func peak(_ period: Int) -> Int { contract + 1 + period }
  /// Content of the battery after the last step of a stretch.
  func end(_ stretch: Int) -> Int { contract + 1 + periods + stretch }
  /// Content before the first step: the year is a circle.
  func start(_ stretch: Int) -> Int { end((stretch + stretches - 1) % stretches) }
  /// The sizes proper: without the contents.
  var sizes: Int { contract + 1 + periods }
  var count: Int { sizes + stretches }
}

/// The place of the shared unknowns in the border of the band of one stretch.
enum Border {
  static let start = 0
  static let power = 1
  static let energy = 2
  static let peak = energy + 1
  static let roofs = peak + 1
}

/// `constant + sizes[plus] − sizes[minus] ≥ 0`.
struct SizeLimit {
  var plus: Int?
  var minus: Int?
  var constant: Double
  var slack = SolverSettings.firstSlack
  var price = SolverSettings.firstProduct / SolverSettings.firstSlack
  var dSlack = 0.0
  var dPrice = 0.0

  init(plus: Int? = nil, minus: Int? = nil, constant: Double = 0) {
    self.plus = plus
    self.minus = minus
    self.constant = constant
  }

  @inline(__always)
  func change(_ sizes: UnsafeMutablePointer<Double>) -> Double {
    (plus.map { sizes[$0] } ?? 0) - (minus.map { sizes[$0] } ?? 0)
  }

  func value(_ sizes: UnsafeMutablePointer<Double>) -> Double { constant + change(sizes) }
}
