import Foundation
import FoundationXML
import Quantities
import Reporting
import Testing

@Suite struct ChartTests {
  @Test(arguments: ChartSamples.all(.nl)) func isWellFormedNamesItselfAndIsCoarse(_ sample: ChartSamples.Sample) {
    let picture = sample.picture
    #expect(XMLParser(data: Data(picture.svg.utf8)).parse(), "\(picture.name)")
    #expect(picture.svg.contains("<title id=") && picture.svg.contains("<desc id=") && !picture.alternative.isEmpty)
    let coordinates = picture.svg.matches(
      of: /\s(?:d|x|y|cx|cy|r|x1|x2|y1|y2|width|height|transform)="([^"]*)"/
    ).map(\.1)
    #expect(!coordinates.isEmpty && coordinates.allSatisfy { $0.firstMatch(of: /nan|inf|\d\.\d\d/) == nil })
    #expect(picture.svg.utf8.count < 200_000, "\(picture.name): \(picture.svg.utf8.count)")
    #expect(sample.twin.rows.allSatisfy { $0.cells.count == sample.twin.columns.count } && !sample.twin.rows.isEmpty)
  }

  @Test(arguments: ChartSamples.all(.nl)) func everyTextStaysInThePicture(_ sample: ChartSamples.Sample) throws {
    let size = try #require(sample.picture.svg.firstMatch(of: /viewBox="0 0 ([\d.]+) ([\d.]+)"/))
    let (width, height) = (try #require(Double(size.1)), try #require(Double(size.2)))
    for text in sample.texts {
      #expect(text.left >= -1 && text.right <= width + 1 && text.y >= 0 && text.y <= height, "\(text)")
    }
  }

  /// Two texts that lie over each other cannot be read.
  @Test(arguments: ChartSamples.all(.nl)) func noTextCoversAnother(_ sample: ChartSamples.Sample) {
    let texts = sample.texts
    for (index, one) in texts.enumerated() {
      for other in texts[(index + 1)...] where one.content != other.content || one.y != other.y {
        let overlap = min(one.right, other.right) - max(one.left, other.left)
        #expect(overlap < 4 || abs(one.y - other.y) > 8, "\(sample.picture.name): \(one.content) / \(other.content)")
      }
    }
  }

  @Test func numbersFollowTheLanguage() throws {
    let dutch = ChartSamples.waterfall(.nl)
    let english = ChartSamples.waterfall(.en)
    #expect(dutch.picture(alternative: "x").svg.contains(">1.240,5<"))
    #expect(english.picture(alternative: "x").svg.contains(">1,240.5<"))
    #expect(dutch.picture(alternative: "x").svg.contains(">+96,5<"))
  }

  // MARK: What they say

  @Test func theWidestBarOfATornadoIsFirst() {
    let bars = ChartSamples.tornado(.nl).bars
    let widths = bars.map(\.width)
    #expect(widths == widths.sorted(by: >) && widths.count == 5)
  }

  /// 1240.5 + 96.5 − 310 + 12 − 55 = 984.
  @Test func aWaterfallEndsAtTheSum() {
    let chart = ChartSamples.waterfall(.nl)
    #expect(chart.end == 984)
    let levels = chart.twin(caption: "x").rows.map { $0.cells[2].content }
    #expect(
      levels == [1240.5, 1337, 1027, 1039, 984, 984].map { Table.Cell.Content.number($0, decimals: 1) })
  }

  /// The median of a fan lies between its bands in the picture, and the twin holds every quantile.
  @Test func aFanHoldsItsQuantiles() {
    let twin = ChartSamples.fan(.nl).twin(caption: "x")
    #expect(twin.columns.count == 1 + 2 * 5 + 3)
    #expect(twin.rows.first?.cells.first?.content == .ordinal(2024))
    #expect(twin.rows.map { $0.cells[3].content }.contains(.number(560, decimals: 1)))
  }

  /// Supply that comes in steps holds until its next step.
  @Test func aStepHoldsUntilTheNext() {
    let twin = ChartSamples.fan(.nl).twin(caption: "x")
    let steps = twin.rows.compactMap { $0.cells.last?.content }
    #expect(steps.first == .number(300, decimals: 1) && steps.last == .number(420, decimals: 1))
  }

  /// On the line of equality the x of the frame runs with its y: a forecast that comes true has a marker on it.
  @Test func scalesOfAScatterAreEqualAlongBothAxes() {
    let chart = ScatterChart(
      ChartSamples.heading("spreiding", .nl, unit: "banen"),
      series: [.init("x", [.init("a", forecast: 10, realised: 10), .init("b", forecast: 1000, realised: 1000)])],
      isLogarithmic: true)
    let markers = chart.picture(alternative: "x").svg.matches(of: /<circle cx="([\d.]+)" cy="([\d.]+)"[^>]*stroke=/)
    let places = markers.compactMap { match in Double(match.1).flatMap { x in Double(match.2).map { (x, $0) } } }
    #expect(places.count == 2)
    #expect(Set(places.map { ($0.0 + $0.1).rounded() }).count == 1)
  }

  /// Cells above the threshold are drawn apart: exactly as many hours as the twin counts.
  @Test func anHourMapCountsWhatItMarks() throws {
    let chart = ChartSamples.heatMap(.nl)
    let svg = chart.picture(alternative: "x").svg
    let excess = try #require(svg.firstMatch(of: /d="([^"]*)" fill="#6b2c05"/)).1
    let drawn = excess.matches(of: /h(\d+)v1/).compactMap { Int($0.1) }.reduce(0, +)
    let counted = chart.twin(caption: "x").rows.compactMap { row -> Double? in
      guard case .number(let hours, _) = row.cells[3].content else { return nil }
      return hours
    }.reduce(0, +)
    #expect(drawn > 100 && Double(drawn) == counted)
    let all = svg.matches(of: /h(\d+)v1/).compactMap { Int($0.1) }.reduce(0, +)
    #expect(all == 365 * 24)
  }

  @Test func aProbabilityIsTonedByHowLikelyItIs() {
    let table = ProbabilityTable(
      years: [2030, 2040], rows: [.init("West", [0.95, 0.5]), .init("Oost", [0.51, nil])], language: .en
    ).table(caption: "x")
    let cells = table.rows.flatMap { $0.cells.dropFirst() }
    #expect(cells.map(\.tone) == [.severe, .none, .shortage, .none])
    #expect(cells.map(\.content) == [95, 50, 51].map { .number($0, decimals: 0) } + [.empty])
  }

  // MARK: Parts

  @Test(arguments: [
    ([10.0, 12, 40], [10.0, 18, 40]), ([40, 12, 10], [40, 18, 10]), ([43, 44], [36, 44]), ([-5], [0]), ([], []),
    ([50, 50, 50], [28, 36, 44]),
  ])
  func labelsKeepClearOfEachOther(_ wanted: [Double], _ placed: [Double]) {
    #expect(EndLabels.apart(wanted, by: 8, from: 0, to: 44) == placed)
  }

  @Test(arguments: [[1.0, 1000], [0.02, 3], [5, 5], [17, 23], []])
  func aLogScaleHoldsAllValuesBetweenItsEnds(_ values: [Double]) {
    let scale = LogScale(covering: values, from: 0, to: 300)
    for value in values { #expect((-0.001...300.001).contains(scale(value))) }
    #expect(scale.ticks.count >= 2 && scale.ticks == scale.ticks.sorted())
    let (first, last) = (scale.ticks[0], scale.ticks[scale.ticks.count - 1])
    #expect(abs(scale((first * last).squareRoot()) - 150) < 1e-6)
  }

  @Test func aScaleWithoutZeroStartsNearItsValues() {
    let scale = Scale(covering: [2024, 2050], includesZero: false, from: 0, to: 100)
    #expect(scale.ticks.first == 2020 && scale.ticks.last == 2050)
    #expect(Scale(covering: [0.2, 0.7], smallest: 0.1, from: 0, to: 1).decimals == 1)
  }
}
