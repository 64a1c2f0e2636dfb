import EnergyHubs
import Quantities

/// What transport of a load costs in a year, EUR: contracted kW, and the highest kW of each month — *transporttarief*.
struct TransportTariff: Sendable {
  let contractPrice: Double
  let peakPrice: Double
  /// First step of each month and the end of the year.
  let months: [Int]

  init(_ park: EnergyCase) {
    contractPrice = park.coefficients.contractPrice
    peakPrice = park.coefficients.peakPrice
    months = park.year.monthStarts
  }

  func cost(contract: Double, load: [Double]) -> Double {
    contractPrice * contract + peakPrice * monthlyPeaks(load).reduce(0, +)
  }

  func monthlyPeaks(_ load: [Double]) -> [Double] {
    zip(months, months.dropFirst()).map { first, end in
      var most = 0.0
      for step in first..<end { most = max(most, load[step]) }
      return most
    }
  }
}

/// The costs of combinations; a combination that is the last one and one member more takes one addition.
final class JointCost {
  private let loads: [[Double]]
  private let tariff: TransportTariff
  private let contractPerPeak: Double
  private var present: [Int] = []
  private var sum: [Double]

  init(_ loads: [[Double]], _ tariff: TransportTariff, contractPerPeak: Double) {
    self.loads = loads
    self.tariff = tariff
    self.contractPerPeak = contractPerPeak
    sum = [Double](repeating: 0, count: loads.first?.count ?? 0)
  }

  var game: CostGame { CostGame(members: loads.count) { self.cost($0) } }

  private func cost(_ members: [Int]) -> Double {
    let added = members.filter { !present.contains($0) }
    let grows = members.count == present.count + added.count
    if !grows { sum = [Double](repeating: 0, count: sum.count) }
    for member in grows ? added : members { add(loads[member]) }
    present = members
    let peaks = tariff.monthlyPeaks(sum)
    return tariff.contractPrice * contractPerPeak * (peaks.max() ?? 0) + tariff.peakPrice * peaks.reduce(0, +)
  }

  private func add(_ load: [Double]) {
    sum.withUnsafeMutableBufferPointer { sum in
      load.withUnsafeBufferPointer { load in
        for step in sum.indices { sum[step] += load[step] }
      }
    }
  }
}
