import Planning
import Quantities
import Reporting
import Testing

@Suite struct StartpakketFilesTests {
  @Test func workbookHasElevenSheetsWithACellPerColumn() throws {
    let workbook = StartpakketWorkbook.compose(try Polder().response(), language: .nl)
    #expect(
      workbook.sheets.map(\.name) == [
        "Samenvatting", "Vraag", "Aanbod", "Balans", "Segmenten", "Mismatch", "Werklocaties", "Plannen",
        "Onttrekkingen",
        "Parameters", "Bronnen",
      ])
    for sheet in workbook.sheets {
      #expect(sheet.rows.allSatisfy { $0.count == sheet.columns.count }, "\(sheet.name)")
      #expect(sheet.heading.contains { $0.contains("ynthetische voorbeelddata") })
    }
  }

  @Test func workbookSaysWhichCellIsAssumed() throws {
    let sheet = try #require(
      StartpakketWorkbook.compose(try Polder().response(), language: .nl).sheets.first { $0.name == "Parameters" })
    #expect(sheet.columns.last == "† Aard")
    #expect(sheet.rows.map { $0.last } == [.empty, .text("aanname")])
  }

  @Test func layersHoldParksAndRegionsUnderPlainNames() throws {
    let layers = StartpakketLayers.compose(try Polder().response())
    #expect(layers.map(\.name) == ["werklocaties", "marktregios"])
    #expect(layers.map(\.features.count) == [16, 2])
    for layer in layers {
      #expect(layer.title.contains("synthetische voorbeelddata"))
      #expect(layer.features.allSatisfy { $0.values.count == layer.columns.count })
      #expect(Set(layer.columns.map(\.name)).count == layer.columns.count)
      for column in layer.columns {
        #expect(column.name.wholeMatch(of: /[a-z][a-z0-9_]{0,56}/) != nil, "\(column.name)")
      }
    }
  }

  @Test func regionLayerHoldsTheBalance() throws {
    let layer = StartpakketLayers.compose(try Polder().response())[1]
    let index = try #require(layer.columns.firstIndex { $0.name == "saldo_hard_ha_hoog_2030" })
    #expect(layer.features.map { $0.values[index] } == [.number(-27), .number(3)])
  }
}
