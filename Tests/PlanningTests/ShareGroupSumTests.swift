import EnergyHubs
import Planning
import PlanningTestKit
import Provenance
import Quantities
import Testing

/// Sums for others: consent, guards and the log.
@Suite struct ShareGroupSumTests {
  private static let year = ProfileYear(2025, step: .hour)
  private static let today = CalendarDate("2026-05-01")!
  private static let usual = library(fewest: 3, share: 0.8)

  private static func library(fewest: Double, share: Double) -> PlanningLibrary {
    Polder.library(
      ParameterSet([
        Polder.parameter("energy-privacy/fewest-members", .count, ["": fewest]),
        Polder.parameter("energy-privacy/largest-share", .share, ["": share]),
      ]))
  }

  /// Member i uses i + 1 kW, and gives 2 kW back in the first hour of the year.
  private func park(_ count: Int = 5, consents: [Consent]? = nil, isSynthetic: Bool = false, big: Float = 1) throws
    -> EnergyCase
  {
    let connections = try (0..<count).map { place in
      let level = Float(place + 1) * (place == count - 1 ? big : 1)
      return EnergyConnection(
        id: "m\(place)", name: "Lid \(place)",
        profile: try #require(
          Profile(
            Self.year, kilowatts: (0..<Self.year.count).map { $0 == 0 ? -2 : level }, origin: .measured(filled: 0))))
    }
    let flat = [Double](repeating: 0.1, count: Self.year.count)
    return EnergyCase(
      name: "park", isSynthetic: isSynthetic, year: Self.year, connections: connections, importPrice: flat,
      exportPrice: flat,
      limits: EnergyLimits(contractMost: 500, export: 500, batteryEnergyMost: 0, batteryPowerMost: 0),
      coefficients: EnergyCoefficients(
        contractPrice: 12, peakPrice: 1, batteryEnergyPrice: 1, batteryPowerPrice: 1, chargeEfficiency: 1,
        dischargeEfficiency: 1, hourlyLoss: 0, wear: 0,
        underuse: UnderuseRule(usedShare: 0.5, unused: Kilowatts(1000)), topHours: 10),
      consents: consents ?? (0..<count).map { Self.consent("m\($0)") })
  }

  /// Each of five members feeds in 2 kW in the first hour and nothing after.
  @Test(arguments: [SharedQuantity.export, .import, .net]) func aSumThatWasGivenIsExplained(_ quantity: SharedQuantity)
    throws
  {
    let park = try park()
    let response = try ShareGroupSum()(
      .init(
        receiver: "Net", purpose: "networkOperator", quantity: quantity.rawValue, per: "month", file: "som.csv"), park,
      earlier: [], library: Self.usual, today: Self.today)
    let trees = try ExplainEnergyFigure().trees(
      of: .init(figure: "deling/p1"), park, library: Self.usual,
      files: .init(feeder: { .example(of: park) }, releases: { [response.release] }))
    let known = Dictionary(trees.map { ($0.path, $0.explanation) }, uniquingKeysWith: { first, _ in first })
    var count = 0
    for figure in response.figures {
      for (step, value) in [("energie", figure.energy), ("hoogste", figure.peak)] {
        let tree = known["deling/p1/\(figure.start)/\(step)"]
        #expect((tree == nil) == (value == nil))
        guard let tree, let value else { continue }
        #expect(abs(tree.evaluated() - value) < 1e-9 * max(1, value))
        count += 1
      }
    }
    #expect(count == known.count && count > 1)
    let january = try #require(known["deling/p1/\(response.figures[0].start)/energie"])
    if quantity == .export { #expect(january.value == 10) }
    #expect(throws: PlanningError.self) {
      try ExplainEnergyFigure()(
        .init(figure: "deling/p9/jaar/energie"), park, library: Self.usual, files: .init(feeder: { .example(of: park) })
      )
    }
  }

  private static func consent(_ id: String, receiver: String = "Net", revoked: String? = nil) -> Consent {
    Consent(
      connection: id, purpose: .networkOperator, receiver: receiver,
      data: CalendarDate("2025-01-01")!...CalendarDate("2025-12-31")!, given: CalendarDate("2026-01-01")!,
      until: CalendarDate("2026-12-31")!, revoked: revoked.flatMap { CalendarDate($0) })
  }

  private func request(
    _ quantity: String = "import", per: String = "year", from: String? = nil, to: String? = nil
  ) -> ShareGroupSum.Request {
    .init(
      receiver: "Net", purpose: "networkOperator", quantity: quantity, per: per, from: from, to: to, file: "som.csv")
  }

  private func share(
    _ park: EnergyCase, _ request: ShareGroupSum.Request, earlier: [LoggedRelease] = [],
    library: PlanningLibrary = usual
  ) throws -> ShareGroupSum.Response {
    try ShareGroupSum()(request, park, earlier: earlier, library: library, today: Self.today)
  }

  private func refusals(
    _ park: EnergyCase, _ request: ShareGroupSum.Request, earlier: [LoggedRelease] = []
  ) -> [String] {
    do {
      _ = try share(park, request, earlier: earlier)
      return []
    } catch let error as PlanningError {
      return error.diagnostics.map(\.code)
    } catch { return ["\(error)"] }
  }

  @Test func theSumIsThatOfTheMembers() throws {
    let park = try park()
    let year = try share(park, request())
    #expect(year.figures.map(\.energy) == [Double(15 * 8759)] && year.figures[0].peak == 15)
    #expect(try share(park, request("export")).figures[0].energy == 10)
    #expect(try share(park, request("net")).figures[0].energy == Double(15 * 8759 - 10))
    #expect(try share(park, request(per: "step")).figures.count == 8760)
    let months = try share(park, request(per: "month", from: "2025-01-15", to: "2025-02-02")).figures
    #expect(months.map(\.start) == ["2025-01-15 00:00", "2025-02-01 00:00"])
    #expect(months.map(\.energy) == [Double(15 * 17 * 24), Double(15 * 2 * 24)])
    #expect(year.release.id == "p1" && year.release.members.count == 5 && year.parameters.count == 2)
  }

  @Test func onlyWhoAgreedIsInTheSum() throws {
    let consents = (0..<4).map { Self.consent("m\($0)") } + [Self.consent("m4", revoked: "2026-04-30")]
    let response = try share(try park(consents: consents), request())
    #expect(response.withoutConsent == ["m4"] && response.release.members == ["m0", "m1", "m2", "m3"])
    #expect(response.figures[0].energy == Double(10 * 8759))
    let others = (0..<5).map { Self.consent("m\($0)", receiver: "Gemeente") }
    #expect(refusals(try park(consents: others), request()) == ["release.too-few", "share.no-consent"])
    #expect(refusals(try park(consents: []), request()) == ["release.too-few", "share.no-consent"])
  }

  @Test func smallAndDominatedSumsAreRefusedWithAllReasons() throws {
    #expect(refusals(try park(2), request()) == ["release.too-few"])
    #expect(refusals(try park(2, big: 100), request()) == ["release.too-few", "release.dominance"])
    #expect(refusals(try park(5, big: 100), request()) == ["release.dominance"])
    #expect(
      refusals(
        try park(),
        .init(receiver: "Net", purpose: "nieuws", quantity: "gas", per: "dag", from: "2024-01-01", to: "x", file: ""))
        == ["share.unknown", "share.unknown", "share.unknown", "share.day", "share.day"])
    #expect(refusals(try park(), request(from: "2025-03-01", to: "2025-02-01")) == ["share.order"])
  }

  /// With and without one member, in whatever quantity says something of the other, to whomever.
  @Test func theDifferenceOfTwoReleasesIsWatched() throws {
    let all = try park()
    let fewer = try park(consents: (0..<4).map { Self.consent("m\($0)") })
    let first = try share(all, request()).release
    #expect(refusals(all, request(per: "step"), earlier: [first]).isEmpty)
    #expect(
      refusals(fewer, request(), earlier: [first]) == ["release.difference", "release.combination", "share.no-consent"])
    #expect(refusals(fewer, request("net"), earlier: [first]).contains("release.difference"))
    #expect(refusals(fewer, request("export"), earlier: [first]).isEmpty)
    var other = first
    other.receiver = "Gemeente"
    #expect(refusals(fewer, request(), earlier: [other]).contains("release.difference"))
    other.from = CalendarDate("2025-01-01")!
    other.to = CalendarDate("2025-01-31")!
    #expect(refusals(fewer, request(from: "2025-02-01"), earlier: [other]).isEmpty)
  }

  /// Five members of 1 to 5 kW, of whom the last takes a hundred times as much in the first three hours of February, the peak of the year.
  private func spiked() throws -> (park: EnergyCase, first: Int) {
    let plain = try park()
    let first = Self.year.monthStarts[1]
    let connections = try plain.connections.enumerated().map { place, connection in
      let values = connection.profile.kilowatts.enumerated().map { step, value in
        place == 4 && (first..<first + 3).contains(step) ? 100 * value : value
      }
      return EnergyConnection(
        id: connection.id, name: connection.name,
        profile: try #require(Profile(Self.year, kilowatts: values, origin: .measured(filled: 0))))
    }
    return (
      EnergyCase(
        name: "park", isSynthetic: false, year: Self.year, connections: connections, importPrice: plain.importPrice,
        exportPrice: plain.exportPrice, limits: plain.limits, coefficients: plain.coefficients, consents: plain.consents
      ),
      first
    )
  }

  /// Whole and by month nobody stands out in energy, but the highest power of February is one member's.
  @Test func aFigureThatIsNearlyOneMembersIsLeftOutAndCounted() throws {
    let (park, first) = try spiked()
    let months = try share(park, request(per: "month"))
    #expect(months.figures.allSatisfy { $0.energy != nil })
    #expect(months.figures.enumerated().allSatisfy { ($1.peak == nil) == ($0 == 1) })
    #expect(months.hidden?.energies == 0 && months.hidden?.peaks == 1 && months.hidden?.of == 12)
    let steps = try share(park, request(per: "step"))
    #expect(steps.figures.indices.filter { steps.figures[$0].energy == nil } == Array(first..<first + 3))
    #expect(steps.hidden?.energies == 3 && steps.hidden?.largestShare == 0.8)
    #expect(try share(try self.park(), request(per: "month")).hidden == nil)
    #expect(refusals(park, request(per: "step", from: "2025-02-01", to: "2025-02-01")) == ["release.dominance"])
  }

  /// The year less all steps that were shown would be the three hours that were not.
  @Test func whatTwoReleasesLeaveIsWatchedToo() throws {
    let (park, _) = try spiked()
    let (steps, year) = (try share(park, request(per: "step")).release, try share(park, request()).release)
    for (next, earlier) in [(request(), steps), (request(per: "month"), steps), (request(per: "step"), year)] {
      #expect(refusals(park, next, earlier: [earlier]) == ["release.dominance-remainder"])
    }
    #expect(refusals(park, request(per: "step"), earlier: [steps]).isEmpty)
    #expect(refusals(park, request(per: "month"), earlier: [year]).isEmpty)
    #expect(refusals(park, request(per: "month", from: "2025-03-01"), earlier: [steps]).isEmpty)
  }

  /// The profile of a group goes out step by step: one step of one member is enough to keep it inside.
  @Test func aStepOfOneMemberKeepsTheProfileInside() throws {
    do {
      try KeepGroupProfile()(try spiked().park, library: Self.usual)
      Issue.record("a profile with a step of one member was let go")
    } catch let error as PlanningError {
      #expect(error.diagnostics.map(\.code) == ["release.dominance-cells", "share.own-use"])
      #expect(error.diagnostics[0].value == "3 / 8760")
    }
  }

  /// The report shows the peak of the year.
  @Test func aReportThatShowsAStepOfOneMemberIsRefused() throws {
    let library = Polder.library(
      ParameterSet([
        Polder.parameter("energy-privacy/fewest-members", .count, ["": 3]),
        Polder.parameter("energy-privacy/largest-share", .share, ["": 0.8]),
        Polder.parameter("energy-scan/group-reserve", .share, ["": 0.1]),
        Polder.parameter("energy-group/duration-share", .share, ["": 0.85]),
      ]))
    func released(_ park: EnergyCase) throws -> LoggedRelease {
      let report = try ComposeEnergyReport()(.init(sizing: .init(contractMost: 600)), park, library: library)
      return try ReleaseReport()(
        report, to: "Net", file: "rapport", park, earlier: [], library: library, today: Self.today)
    }
    #expect(try released(try park()).members.count == 5)
    let error = #expect(throws: PlanningError.self) { try released(try spiked().park) }
    #expect(error?.diagnostics.map(\.code) == ["release.dominance-cells"])
  }

  @Test func theProfileOfASmallGroupStaysInside() throws {
    let keep = KeepGroupProfile()
    try keep(try park(), library: Self.usual)
    try keep(try park(2, isSynthetic: true), library: Self.usual)
    #expect(throws: PlanningError.self) { try keep(try self.park(2), library: Self.usual) }
    #expect(throws: PlanningError.self) { try keep(try self.park(5, big: 100), library: Self.usual) }
  }

  @Test func thresholdsComeFromTheLibrary() throws {
    let strict = Self.library(fewest: 6, share: 0.1)
    do {
      _ = try share(try park(), request(), library: strict)
      Issue.record("a sum of five was given where six are needed")
    } catch let error as PlanningError {
      #expect(error.diagnostics.map(\.code) == ["release.too-few", "release.dominance"])
      #expect(error.diagnostics[0].value == "5 < 6")
    }
  }
}
