import Foundation
import ParameterFiles
import Planning
import Provenance
import Quantities
import Testing

/// The worked cases of `Documentation/Examples`.
@Suite struct WorkedStudyTests {
  private static let examples = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Documentation/Examples").path

  private func run(_ name: String) throws -> RunStudy.Response {
    let path = Self.examples + "/" + name
    return try RunStudy()(RunStudy.Request(path: path), reading: YAMLStudyReader().study(at: path))
  }

  @Test func noordBrabantGivesThePublishedShortages() throws {
    let response = try run("noord-brabant-2022")
    #expect(response.outcomes.map(\.scenario) == ["laag", "hoog"])
    #expect(response.outcomes.map(\.horizon) == [2030, 2030])
    #expect(response.outcomes.map(\.expansion.value) == [888, 1236])
    #expect(response.outcomes.map(\.replacement.value) == [85, 85])
    #expect(response.outcomes.map(\.demand.value) == [973, 1321])
    #expect(response.outcomes.map(\.hard.value) == [625, 625])
    #expect(response.outcomes.map(\.balance.value) == [-348, -696])
    #expect(response.outcomes.map(\.balanceAfterSoft.value) == [-64, -412])
    #expect(response.outcomes.allSatisfy { $0.gross == nil })
    #expect(response.diagnostics.isEmpty)
    #expect(response.heading.isSynthetic == false)
  }

  @Test func theSyntheticRegionGivesTheAnswerByHand() throws {
    let response = try run("synthetische-regio")
    let expected: [[Double]] = [
      [8.1, 12, 3, 23.1, 28.9, 24, 9, 15, 0.9, 9.9], [27.3, 12, 5, 44.3, 55.4, 24, 9, 15, -20.3, -11.3],
    ]
    #expect(response.outcomes.count == expected.count)
    for (outcome, row) in zip(response.outcomes, expected) {
      #expect(outcome.figures.count == row.count)
      for (figure, value) in zip(outcome.figures, row) {
        #expect((figure.value - value).magnitude < 1e-9, "\(figure.label.en) \(figure.value)")
      }
    }
    #expect(response.heading.isSynthetic)
    #expect(
      response.parameters.map(\.path) == [
        "demand/land-per-job:diensten/business-park", "demand/land-per-job:maakindustrie/business-park",
        "demand/public-share:business-park",
      ])
    #expect(response.bibliography.map(\.id) == ["gifpro-2005"])
  }

  @Test(arguments: ["noord-brabant-2022", "synthetische-regio"])
  func everyFigureFollowsFromItsLeaves(name: String) throws {
    for outcome in try run(name).outcomes {
      for figure in outcome.figures { #expect(figure.evaluated() == figure.value) }
    }
  }
}
