import ForecastEvaluation
import Testing

@Suite struct LevelSeriesTests {
  private let netherlands = LevelSeries([
    .init(year: 2015, level: 86_336), .init(year: 2012, level: 84_081), .init(year: 2017, level: 88_184),
  ])

  @Test func pointsAscend() { #expect(netherlands.points.map(\.year) == [2012, 2015, 2017]) }

  @Test func betweenMeasurementsItRunsStraight() throws {
    #expect(netherlands.level(in: 2012) == 84_081)
    #expect(abs(try #require(netherlands.level(in: 2013)) - 84_832.666_666_666_67) < 1e-9)
    #expect(netherlands.level(in: 2016) == 87_260)
  }

  @Test func outsideMeasurementsNothingIsKnown() {
    #expect(netherlands.level(in: 2011) == nil)
    #expect(netherlands.level(in: 2018) == nil)
    #expect(netherlands.growth(from: 2012, to: 2018) == nil)
    #expect(netherlands.growth(from: 2012, to: 2017) == 4_103)
    #expect(LevelSeries([]).level(in: 2000) == nil)
  }

  @Test func yearlyAmountsAddUpFromTheFirstOfJanuary() {
    let issue = LevelSeries(firstYear: 2010, yearly: [5, 0, 7])
    #expect(issue.points.map(\.level) == [0, 5, 5, 12])
    #expect(issue.points.map(\.year) == [2010, 2011, 2012, 2013])
    #expect(issue.growth(from: 2011, to: 2013) == 7)
  }

  @Test func whatComesLaterIsNotKnown() {
    #expect(netherlands.through(2016).last?.year == 2015)
  }

  @Test func theLastPointOfAYearHolds() {
    #expect(LevelSeries([.init(year: 2000, level: 1), .init(year: 2000, level: 2)]).points.map(\.level) == [2])
  }
}
