// Reads dispatch problems as lines of numbers and answers each with cost, bound and processor time; used by energy_dispatch.py.
// A line: steps, hours, E, Bc, Bd, ec, ed, h, w, repeats; then per step L, V, ci, ce, U, X.
import EnergyHubs
import Foundation
import Provenance
import Quantities

func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

func problem(_ numbers: [Double]) -> DispatchProblem {
  func column(_ index: Int) -> [Double] { (0..<Int(numbers[0])).map { numbers[10 + 6 * $0 + index] } }
  var battery = Battery(
    capacity: KilowattHours(numbers[2]), power: Kilowatts(numbers[3]), chargeEfficiency: numbers[5],
    dischargeEfficiency: numbers[6], standingLoss: numbers[7], wear: EurosPerKilowattHour(numbers[8]))
  battery.dischargePower = Kilowatts(numbers[4])
  return DispatchProblem(
    hours: numbers[1], load: column(0), sun: column(1), importPrice: column(2), exportPrice: column(3),
    importLimit: column(4), exportLimit: column(5), battery: battery)
}

func frontierSeconds(_ problem: DispatchProblem) -> (point: Double, curve: Double) {
  let frontier = PeakFrontier(
    net: zip(problem.load, problem.sun).map { $0 - $1 }, hours: problem.hours, battery: problem.battery)
  let start = processorSeconds()
  for step in 0..<100 { _ = frontier.requirement(at: Kilowatts(frontier.peak.value - Double(step))) }
  let middle = processorSeconds()
  let curves = (0..<7).map { _ in
    let start = processorSeconds()
    _ = frontier.curve(points: 64)
    return processorSeconds() - start
  }
  return ((middle - start) / 100, curves.min() ?? 0)
}

while let line = readLine() {
  let numbers = line.split(separator: " ").compactMap { Double($0) }
  let problem = problem(numbers)
  var least = Double.infinity
  var outcome = problem.leastCost()
  for _ in 0..<Int(numbers[9]) {
    let start = processorSeconds()
    outcome = problem.leastCost()
    least = min(least, processorSeconds() - start)
  }
  switch outcome {
  case .plan(let plan):
    let frontier = numbers[9] > 1 ? frontierSeconds(problem) : (0, 0)
    print("plan", plan.cost.value, plan.bound.value, least, frontier.0, frontier.1)
  case .shortfall: print("shortfall")
  case .invalid(let found): print("invalid", found.map(\.code))
  }
}
