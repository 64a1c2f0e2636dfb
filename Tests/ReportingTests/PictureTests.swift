import Foundation
import FoundationXML
import PlaneGeometry
import Quantities
import Reporting
import Testing

@Suite struct PictureTests {
  @Test func everyPictureIsWellFormedAndNamesItself() throws {
    let polder = Polder(nasty: "<&\">")
    for (name, picture) in try StartpakketDocument.compose(try polder.response(), language: .nl).pictures {
      let parser = XMLParser(data: Data(picture.svg.utf8))
      #expect(parser.parse(), "\(name)")
      #expect(picture.svg.contains("<title id=") && picture.svg.contains("<desc id="))
      let coordinates = picture.svg.matches(of: /\s(?:d|x|y|cx|cy|r|x1|x2|y1|y2|width|height)="([^"]*)"/).map(\.1)
      let isCoarse = coordinates.allSatisfy { $0.firstMatch(of: /nan|inf|\d\.\d\d/) == nil }
      #expect(!coordinates.isEmpty && isCoarse, "\(name)")
    }
  }

  /// 8 parks with 4 ha now, 4 with 10 ha later only: one ring each; the other 4 are bare shapes.
  @Test func parkMapDrawsASignPerParkWithLand() throws {
    let map = try #require(
      try StartpakketDocument.compose(try Polder().response(), language: .nl).pictures.first {
        $0.name == "kaart-terreinen.svg"
      })
    let signs = map.picture.svg.matches(of: /<circle[^>]*fill-opacity="0.75"/).count
    let inLegend = 2 + 3
    #expect(signs == 8 + 4 + inLegend)
  }

  @Test(arguments: [[0.0, 97], [-43, 12], [0.2, 0.7], [1_000_000, 0], []])
  func scaleHoldsAllValuesAndZeroOnRoundTicks(_ values: [Double]) {
    let scale = Scale(covering: values, from: 0, to: 100)
    #expect(scale.ticks.contains { $0.magnitude < 1e-9 })
    for value in values { #expect((0...100).contains(scale(value))) }
    #expect(scale.ticks.count <= 9)
  }

  @Test func simplificationKeepsCornersAndDropsWhatIsNotSeen() {
    let line = [(0, 0), (1, 0.1), (2, -0.1), (3, 0), (3, 3)].map { Point(x: $0.0, y: $0.1) }
    #expect(line.simplified(within: 0.3) == [line[0], line[3], line[4]])
    #expect(line.simplified(within: 0) == line)
  }
}
