import Planning
import Quantities
import Reporting
import WorkLocations

/// Writes startpakketten in every form into one folder; names follow the province: `startpakket-PV31-limburg.html`.
struct StartpakketPublication {
  private let folder: PublicationFolder
  private let context: CommandContext

  /// Makes the folder.
  /// - Throws: `PlanningError.cannotWrite` when it cannot be made.
  init(folder: String, context: CommandContext) throws {
    self.folder = try PublicationFolder(folder)
    self.context = context
  }

  /// - Returns: the paths written, in the order of the provinces.
  func publish(_ responses: [ComposeStartpakket.Response]) throws -> [String] {
    let documents = try responses.map { try StartpakketDocument.compose($0, language: context.language) }
    let paths = try zip(responses, documents).flatMap { try publishAllButPDF($0, $1) }
    let jobs = zip(responses, documents).map { response, document in
      (source: TypstRenderer().render(document), path: path(of: response, "pdf"))
    }
    context.console.say(LocalizedText(nl: "PDF's worden gezet …", en: "Typesetting the PDFs …"))
    try context.environment.typesetter.typeset(jobs)
    return (paths + jobs.map(\.path)).sorted()
  }

  private func publishAllButPDF(_ response: ComposeStartpakket.Response, _ document: Document) throws -> [String] {
    let html = try folder.write(HTMLRenderer().render(document), to: path(of: response, "html"))
    let json = try folder.write(CanonicalJSON.text(response.request) + "\n", to: path(of: response, "json"))
    let workbook = path(of: response, "xlsx")
    try context.environment.workbooks.write(
      StartpakketWorkbook.compose(response, language: context.language), to: workbook)
    let layers = path(of: response, "gpkg")
    try context.environment.layers.write(StartpakketLayers.compose(response), to: layers)
    return [html, json, workbook, layers]
  }

  private func path(of response: ComposeStartpakket.Response, _ ending: String) -> String {
    folder.path("startpakket-\(response.province.code)-\(PublicationFolder.slug(response.province.name))", ending)
  }
}
