import EnergyHubs

/// A complex number, as far as needed here.
struct Phasor {
  var real: Double
  var imaginary: Double

  var length: Double { (real * real + imaginary * imaginary).squareRoot() }
  static func + (left: Phasor, right: Phasor) -> Phasor {
    Phasor(real: left.real + right.real, imaginary: left.imaginary + right.imaginary)
  }
  static func - (left: Phasor, right: Phasor) -> Phasor {
    Phasor(real: left.real - right.real, imaginary: left.imaginary - right.imaginary)
  }
  static func * (left: Phasor, right: Phasor) -> Phasor {
    Phasor(
      real: left.real * right.real - left.imaginary * right.imaginary,
      imaginary: left.real * right.imaginary + left.imaginary * right.real)
  }
  var conjugate: Phasor { Phasor(real: real, imaginary: -imaginary) }
}

/// Newton's method on the admittance matrix with a numerical derivative: slow, general and unlike the sweep.
struct NewtonFlow {
  private(set) var voltages: [Phasor]
  private let admittance: [[Phasor]]
  private let loads: [Phasor]

  /// Node 0 is the source; load i belongs to node i + 1. Units: nominal voltage, 1 MVA.
  init(cables: [FeederCable], loads: [(p: Double, q: Double)], nominalVoltage: Double, sourceVoltage: Double) {
    let count = loads.count + 1
    let unit = nominalVoltage * nominalVoltage
    var matrix = [[Phasor]](
      repeating: [Phasor](repeating: Phasor(real: 0, imaginary: 0), count: count), count: count)
    for cable in cables {
      let (from, to) = (Int(cable.from) ?? 0, Int(cable.to) ?? 0)
      let (r, x) = (cable.resistance / unit, cable.reactance / unit)
      let series = Phasor(real: r / (r * r + x * x), imaginary: -x / (r * r + x * x))
      let shunt = Phasor(real: 0, imaginary: cable.susceptance * unit / 2)
      for node in [from, to] { matrix[node][node] = matrix[node][node] + series + shunt }
      matrix[from][to] = matrix[from][to] - series
      matrix[to][from] = matrix[to][from] - series
    }
    admittance = matrix
    self.loads = loads.map { Phasor(real: $0.p / 1000, imaginary: $0.q / 1000) }
    voltages = [Phasor](repeating: Phasor(real: sourceVoltage, imaginary: 0), count: count)
    for _ in 0..<20 { improve() }
  }

  private func injection(_ node: Int, _ voltages: [Phasor]) -> Phasor {
    let current = voltages.indices.reduce(Phasor(real: 0, imaginary: 0)) { $0 + admittance[node][$1] * voltages[$1] }
    return voltages[node] * current.conjugate
  }

  /// kW lost: what all nodes together put in.
  var losses: Double { voltages.indices.reduce(0) { $0 + injection($1, voltages).real } * 1000 }

  private func mismatch(_ voltages: [Phasor]) -> [Double] {
    loads.indices.flatMap { index in
      let total = injection(index + 1, voltages) + loads[index]
      return [total.real, total.imaginary]
    }
  }

  private mutating func improve() {
    let now = mismatch(voltages)
    let size = now.count
    let step = 1e-7
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: size + 1), count: size)
    for column in 0..<size {
      var (up, down) = (voltages, voltages)
      Self.change(&up, column, step)
      Self.change(&down, column, -step)
      let (above, below) = (mismatch(up), mismatch(down))
      for row in 0..<size { matrix[row][column] = (above[row] - below[row]) / (2 * step) }
    }
    for row in 0..<size { matrix[row][size] = -now[row] }
    for (column, value) in Self.solved(&matrix).enumerated() { Self.change(&voltages, column, value) }
  }

  private static func change(_ voltages: inout [Phasor], _ column: Int, _ value: Double) {
    if column % 2 == 0 { voltages[column / 2 + 1].real += value } else { voltages[column / 2 + 1].imaginary += value }
  }

  private static func solved(_ matrix: inout [[Double]]) -> [Double] {
    let size = matrix.count
    for column in 0..<size {
      let pivot = (column..<size).max { abs(matrix[$0][column]) < abs(matrix[$1][column]) } ?? column
      matrix.swapAt(column, pivot)
      for row in 0..<size where row != column {
        let factor = matrix[row][column] / matrix[column][column]
        for other in column...size { matrix[row][other] -= factor * matrix[column][other] }
      }
    }
    return (0..<size).map { matrix[$0][size] / matrix[$0][$0] }
  }
}
