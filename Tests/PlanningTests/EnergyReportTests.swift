import EnergyHubs
import Planning
import PlanningTestKit
import Provenance
import Quantities
import Testing

/// The report about the park of two firms of `EnergyTests`: 3 kW always, and 1 kW with one hour of 5 kW at New Year.
@Suite struct EnergyReportTests {
  private static func parameter(_ key: String, _ unit: Quantities.Unit, _ value: Double) -> ParameterReading {
    ParameterReading(
      key: key, member: "", label: LocalizedText(both: key), unit: unit,
      dated: DatedValue(from: CalendarDate(startOf: 2020), value: value, kind: .assumption))
  }

  private var library: PlanningLibrary {
    let own = ParameterSet([
      Polder.parameter("energy-scan/group-reserve", .share, ["": 0.1]),
      Polder.parameter("energy-group/duration-share", .share, ["": 0.85]),
    ])
    return PlanningLibrary(
      parameters: Polder.parameters.overridden(by: own), bibliography: Polder.bibliography, sectors: Polder.sectors,
      addOns: [])
  }

  private func report(_ request: ComposeEnergyReport.Request = .init(), _ park: EnergyCase? = nil) throws
    -> ComposeEnergyReport.Response
  {
    try ComposeEnergyReport()(request, park ?? EnergyTests.park(), library: library)
  }

  /// The year is 8 kW for an hour and 4 kW for the rest; the right is 8 with a tenth more.
  @Test func theGridSeesSumsAndRights() throws {
    let grid = try report().grid
    #expect(grid.situations.map(\.kind) == [.separate, .joint, .hub])
    #expect(grid.situations.map { ($0.contract * 10).rounded() / 10 } == [20, 8.8, 8])
    #expect(abs(grid.situations[1].freedFirm - 11.2) < 1e-9 && abs(grid.situations[2].freedFirm - 12) < 1e-3)
    #expect(grid.situations.map(\.importPeak).allSatisfy { abs($0 - 8) < 1e-3 })
    #expect(grid.situations.map(\.excessHours) == [0, 0, 0])
    // At 90 % of 8.8 kW lies one hour; 4.8 kW over the right's 4 kW and less is free in the rest.
    #expect(grid.situations[1].nearHours == 1 && abs(grid.situations[1].freedNonFirm - 4.8) < 1e-9)
    #expect(grid.months.map(\.importBefore) == [8] + [Double](repeating: 4, count: 11))
    let half = try #require(grid.levels.last)
    #expect(abs(half.power - 4.4) < 1e-9 && half.hoursBefore == 1 && abs(half.energyBefore - 0.0036) < 1e-12)
  }

  @Test func theCurvesRunFromThePeakToTheBase() throws {
    let curves = try report().curves
    #expect(curves.duration.count == 101 && curves.duration[0].before == 8 && curves.duration[0].hours == 0)
    #expect(curves.duration.last?.before == 4 && curves.duration.last?.hours == 8759)
    #expect(curves.day.count == 24 && curves.day[0].highest == 8 && curves.day[1].highest == 4)
    #expect(abs(curves.day[0].weekday - (4 + 4.0 / 261)) < 1e-9 && curves.day[0].weekend == 4)
  }

  /// New Year 2025 is a Wednesday: the week is cut off at the start of the year.
  @Test func theWeekIsThatOfThePeak() throws {
    let week = try report().curves.week
    #expect(week.days.map(\.date).first == CalendarDate(startOf: 2025) && week.days.count == 5)
    #expect(week.importedBefore.count == 120 && week.importedBefore[0] == 8)
    #expect(week.days.map(\.peakBefore) == [8, 4, 4, 4, 4])
    #expect(week.days.map(\.start) == [0, 24, 48, 72, 96])
    #expect(week.sun?.count == 120)
  }

  @Test func aRightThatIsTooSmallIsReportedAllTheSame() throws {
    let response = try report(.init(group: .init(contract: 7), sizing: .init(contractMost: 7)))
    #expect(response.sizing.answer == nil && response.sizing.shortage != nil && response.investment == nil)
    #expect(response.grid.situations.map(\.kind) == [.separate, .joint])
    #expect(response.grid.situations[1].excessHours == 1 && abs(response.grid.situations[1].excess - 1) < 1e-9)
    #expect(response.curves.week.importedAfter == nil && response.curves.duration[0].after == nil)
  }

  @Test func nothingBuiltIsNoInvestment() throws {
    let investment = try #require(try report().investment)
    let total = try #require(investment.total)
    #expect(investment.panels == 0 && abs(total) < 1e-3 && investment.payback == nil)
  }

  /// Purchase 500 EUR/kWh over 10 years at 5 % with 1 % upkeep is 69.75 EUR a year; a study's own price tells no purchase.
  @Test func theInvestmentFollowsFromPricesOfPurchaseOnly() throws {
    let annuity = 0.05 / (1 - (0..<10).reduce(1.0) { power, _ in power / 1.05 })
    var park = try EnergyTests.park(battery: 10)
    var coefficients = park.coefficients
    coefficients.batteryEnergyPrice = 20 * (annuity + 0.01)
    coefficients.batteryPowerPrice = 10 * (annuity + 0.01)
    let readings = [
      Self.parameter("energy/battery-energy-cost", .euro, 20), Self.parameter("energy/battery-power-cost", .euro, 10),
      Self.parameter("energy/battery-life", .year, 10), Self.parameter("energy/discount-rate", .share, 0.05),
      Self.parameter("energy/maintenance-share", .share, 0.01),
    ]
    park = Self.changed(park, coefficients, readings)
    let response = try report(.init(), park)
    let (sizes, investment) = (try #require(response.sizing.answer).sizes, try #require(response.investment))
    #expect(sizes.batteryEnergy > 1)
    #expect(abs(try #require(investment.battery) - (20 * sizes.batteryEnergy + 10 * sizes.batteryPower)) < 1e-9)
    let payback = try #require(investment.payback)
    #expect(investment.saving > 0 && (0..<10).contains(payback))
    coefficients.batteryEnergyPrice += 1
    #expect(try report(.init(), Self.changed(park, coefficients, readings)).investment?.battery == nil)
  }

  private static func changed(_ park: EnergyCase, _ coefficients: EnergyCoefficients, _ readings: [ParameterReading])
    -> EnergyCase
  {
    EnergyCase(
      name: park.name, isSynthetic: park.isSynthetic, year: park.year, connections: park.connections,
      importPrice: park.importPrice, exportPrice: park.exportPrice, limits: park.limits, coefficients: coefficients,
      parameters: readings)
  }
}
