import Foundation
import PlaneGeometry
import Planning
import Provenance
import Quantities
import SourceImporters
import SourceMapping
import Testing
import WorkLocations

@Suite struct DelimitedTextTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ bytes: some Sequence<UInt8>, as name: String = "terreinen.csv") throws -> SourceTable {
    let tables = try GDALSourceReader().read(try folder.write(bytes, as: name), layer: nil)
    return try #require(tables.first)
  }

  private func read(_ text: String, as name: String = "terreinen.csv") throws -> SourceTable {
    try read(Array(text.utf8), as: name)
  }

  @Test func cellsStayText() throws {
    let table = try read("code;nummer;leeg\nGM0014;007;\n0034;1.50; x \n")
    #expect(table.layer == "terreinen")
    #expect(table.columns == ["code", "nummer", "leeg"])
    #expect(
      table.rows.map(\.cells) == [
        [.text("GM0014"), .text("007"), .empty], [.text("0034"), .text("1.50"), .text(" x ")],
      ])
    #expect(table.rows.map(\.number) == [1, 2])
    #expect(table.coordinateSystem == nil)
  }

  @Test(arguments: [",", ";", "\t", "|"]) func separatorsAreDetected(separator: String) throws {
    let table = try read(
      ["naam", "ha"].joined(separator: separator) + "\n" + ["A", "5"].joined(separator: separator) + "\n")
    #expect(table.columns == ["naam", "ha"])
    #expect(table.rows.first?.cells == [.text("A"), .text("5")])
  }

  @Test func anotherSeparatorInAHeaderDoesNotConfuse() throws {
    let table = try read("Prijs, euro;Naam;Netto | ha\n1,5;A;2\n")
    #expect(table.columns.count == 3)
    #expect(table.rows.first?.cells == [.text("1,5"), .text("A"), .text("2")])
  }

  @Test func quotedCellsMayHoldAnything() throws {
    let table = try read("naam,opmerking\n\"A, \"\"B\"\"\",\"regel 1\nregel 2\"\n")
    #expect(table.rows.first?.cells == [.text("A, \"B\""), .text("regel 1\nregel 2")])
  }

  @Test func windows1252IsRecognised() throws {
    let table = try read(
      Array("naam;prijs\nCaf".utf8) + [0xE9] + Array(" ;".utf8) + [0x80] + Array("200,00 /m".utf8) + [0xB2, 0x0A])
    #expect(table.rows.first?.cells == [.text("Café "), .text("€200,00 /m²")])
  }

  @Test func utf8WithAndWithoutMark() throws {
    for mark in [[UInt8](), [0xEF, 0xBB, 0xBF]] {
      let table = try read(mark + Array("náám;x\nSúdwest-Fryslân €;1\n".utf8))
      #expect(table.columns == ["náám", "x"])
      #expect(table.rows.first?.cells == [.text("Súdwest-Fryslân €"), .text("1")])
    }
  }

  @Test func utf16OfASpreadsheetProgram() throws {
    let bytes: [UInt8] =
      [0xFF, 0xFE] + Array("naam\tha\nÉén\t5\n".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let table = try read(bytes, as: "terreinen.txt")
    #expect(table.columns == ["naam", "ha"])
    #expect(table.rows.first?.cells == [.text("Één"), .text("5")])
  }

  @Test func theSeparatorLineOfExcelIsNoHeader() throws {
    #expect(try read("sep=;\r\nnaam;ha\r\nA;5\r\n").columns == ["naam", "ha"])
  }

  @Test(arguments: ["Geometrie", "WKT", "geom"]) func wellKnownTextBecomesAShape(column: String) throws {
    let table = try read("RIN;\(column);naam\n1;POLYGON ((0 0, 10 0, 10 10, 0 0));A\n2;;B\n3;POLYGON ((0 0));C\n")
    #expect(table.columns == ["RIN", "naam"])
    #expect(table.rows[0].geometry?.multiPolygon?.area == 50)
    #expect(table.rows[0].cells == [.text("1"), .text("A")])
    #expect(table.rows[1].geometry == nil && table.rows[1].geometryProblem == nil)
    #expect(table.rows[2].geometry == nil && table.rows[2].geometryProblem != nil)
  }

  @Test func thePrefixOfPostGISNamesTheSystem() throws {
    let quoted = try read("RIN;WKT\n1;\"SRID=28992;POINT (1 2)\"\n")
    #expect(quoted.coordinateSystem == .rdNew)
    #expect(quoted.rows.first?.geometry == .point(Point(x: 1, y: 2)))
  }

  @Test func anEmptyFileHasNoTable() throws {
    #expect(throws: (any Error).self) { try read("") }
  }
}
