import EnergyHubs
import Quantities
import Testing

@Suite struct PeakFrontierTests {
  private static func plain(_ power: Double) -> Battery { Battery(capacity: .zero, power: Kilowatts(power)) }

  /// Net 6, 2, 2, 6: the evening and the morning after it need 2 + 2 kWh.
  @Test func theYearIsACircle() throws {
    let frontier = PeakFrontier(net: [6, 2, 2, 6], hours: 1, battery: Self.plain(2))
    let need = try #require(frontier.requirement(at: Kilowatts(4)))
    #expect(need.capacity == KilowattHours(4))
    #expect(need.window == 3..<5)
    #expect(need.slope == -2)
    #expect(frontier.requirement(at: frontier.peak)?.capacity == .zero)
  }

  @Test func tooLittlePowerOrRoomGivesNothing() {
    let frontier = PeakFrontier(net: [6, 2, 2, 6], hours: 1, battery: Self.plain(2))
    #expect(frontier.requirement(at: Kilowatts(3.9)) == nil)
    let full = PeakFrontier(net: [6, 5, 5, 6], hours: 1, battery: Self.plain(9))
    #expect(full.requirement(at: Kilowatts(5.4)) == nil)
    #expect(full.requirement(at: Kilowatts(5.5))?.capacity == KilowattHours(1))
    #expect(abs(full.lowestLimit.value - 5.5) < 1e-5)
  }

  /// With that capacity the dispatch finds an operation, with a little less it finds none.
  @Test func dispatchAgrees() throws {
    var chance = Chance(11)
    for _ in 0..<200 {
      var problem = DispatchProblem.anyNumbers(&chance, steps: Int(chance.whole(2...60)))
      let frontier = PeakFrontier(
        net: zip(problem.load, problem.sun).map { $0 - $1 }, hours: problem.hours, battery: problem.battery)
      let low = frontier.lowestLimit.value
      let limit = max(0, low + (frontier.peak.value - low) * chance.uniform(0.05...0.9))
      guard let need = frontier.requirement(at: Kilowatts(limit)), need.capacity.value > 0.01 else { continue }
      problem.importLimit = [Double](repeating: limit, count: problem.count)
      problem.battery.capacity = need.capacity * 1.000001
      #expect(problem.leastCost().plan != nil)
      problem.battery.capacity = need.capacity * 0.999
      guard case .shortfall(let shortfall) = problem.leastCost() else {
        Issue.record("possible with less")
        continue
      }
      let needed = try #require(shortfall.neededCapacity)
      #expect(abs(needed.value - need.capacity.value) < 1e-6)
      problem.importLimit = problem.importLimit.map { $0 + shortfall.neededLimitRise.value + 1e-5 }
      #expect(problem.leastCost().plan != nil)
    }
  }

  @Test func theCurveIsConvexAndTurnsBack() throws {
    var chance = Chance(12)
    for _ in 0..<40 {
      let problem = DispatchProblem.anyNumbers(&chance, steps: 300)
      let frontier = PeakFrontier(
        net: zip(problem.load, problem.sun).map { $0 - $1 }, hours: problem.hours, battery: problem.battery)
      let curve = frontier.curve(points: 33)
      #expect(curve.count == 33 && curve.last?.capacity == .zero)
      for (one, two) in zip(curve, curve.dropFirst()) {
        let step = two.limit.value - one.limit.value
        let rise = (two.capacity.value - one.capacity.value) / step
        #expect(one.slope <= rise + 1e-6 && rise <= two.slope + 1e-6)
      }
      for point in curve where point.capacity.value > 1e-3 {
        #expect(abs(frontier.leastLimit(capacity: point.capacity).value - point.limit.value) < 1e-5)
      }
    }
  }

  /// Eight limits at a time give what each gives alone, to the last bit; the border found beforehand moves no bisection.
  @Test func limitsSideBySideAreThoseOneByOne() throws {
    var chance = Chance(13)
    var bisected = 0
    for turn in 0..<60 {
      var problem = DispatchProblem.anyNumbers(&chance, steps: 40 + 37 * turn)
      // Power enough: then the room to fill up again decides.
      if turn % 2 == 1 { problem.battery.dischargePower = Kilowatts(500) }
      let frontier = PeakFrontier(
        net: zip(problem.load, problem.sun).map { $0 - $1 }, hours: problem.hours, battery: problem.battery)
      var low = frontier.peak.value - problem.battery.dischargePower.value
      if frontier.requirement(at: Kilowatts(low)) == nil {
        bisected += 1
        var high = frontier.peak.value
        while high - low > Kilowatts.negligible.value {
          let middle = low + (high - low) / 2
          if frontier.requirement(at: Kilowatts(middle)) == nil { low = middle } else { high = middle }
        }
        low = high
      }
      #expect(frontier.lowestLimit == Kilowatts(low))
      let points = 2 + turn
      let step = (frontier.peak.value - low) / Double(points - 1)
      let limits = (0..<points).map { $0 == points - 1 ? frontier.peak.value : low + step * Double($0) }
      #expect(frontier.curve(points: points) == limits.compactMap { frontier.requirement(at: Kilowatts($0)) })
    }
    #expect(bisected > 5)
  }

  /// Days that are all alike ask for the same storage: the last of them counts, wherever a walk began.
  @Test func ofEqualDaysTheLastCounts() {
    let day = (0..<24).map { hour in hour < 8 ? 2.0 : hour < 18 ? 9 : 5 }
    let frontier = PeakFrontier(
      net: (0..<30).flatMap { _ in day }, hours: 1,
      battery: Battery(capacity: .zero, power: Kilowatts(6), dischargeEfficiency: 0.9))
    let curve = frontier.curve(points: 21)
    #expect(curve.count == 21 && curve.dropLast().allSatisfy { $0.window.lowerBound >= 29 * 24 })
    #expect(curve == curve.compactMap { frontier.requirement(at: $0.limit) })
  }

  /// 10, 5, 1 and 0 kWh at 0, 1, 2 and 6 kW: 1 kWh at 2 kW lies furthest below the line.
  @Test func theKneeIsFurthestBelowTheLine() {
    let points = [(0.0, 10.0), (1, 5), (2, 1), (6, 0)].map {
      PeakFrontier.Requirement(limit: Kilowatts($0.0), capacity: KilowattHours($0.1), slope: 0, window: 0..<1)
    }
    #expect(points.knee?.limit == Kilowatts(2))
    #expect([PeakFrontier.Requirement]().knee == nil)
  }

  @Test func aShortfallSaysHowMuchAndWhen() {
    let problem = DispatchProblem(
      hours: 1, load: [1, 9, 1, 1], sun: [0, 0, 0, 0], importPrice: [1, 1, 1, 1], exportPrice: [0, 0, 0, 0],
      importLimit: [4, 4, 4, 4], exportLimit: [0, 0, 0, 0],
      battery: Battery(capacity: KilowattHours(3), power: Kilowatts(2)))
    guard case .shortfall(let shortfall) = problem.leastCost() else {
      Issue.record("possible")
      return
    }
    #expect(shortfall.step == 1 && shortfall.stepsWithoutPower == 1)
    #expect(shortfall.missingPower == Kilowatts(3))
    #expect(shortfall.neededCapacity == nil)
    #expect(abs(shortfall.neededLimitRise.value - 3) < 1e-5)
  }
}
