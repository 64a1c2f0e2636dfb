import ArgumentParser
import Planning
import Provenance
import Quantities
import SourceMapping

extension SourceSubject: ExpressibleByArgument {}

/// `werklocaties import`.
struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: localized(
        nl: "Lees een bestand in een register: alles of niets, met alle problemen ineens.",
        en: "Read a file into a register: all or nothing, with all problems at once."),
      discussion: localized(
        nl: """
          Voorbeelden:
            werklocaties import ibis.csv --into register.gpkg --as parks
            werklocaties import gemeenten-2022.geojson --into register.gpkg --as regions
            werklocaties import bodemgebruik.csv --into register.gpkg --as landuse --dry-run
            werklocaties import terreinen.xlsx --into register.gpkg --as parks --mapping koppeling.yaml
          CSV (komma of puntkomma), XLSX, GeoJSON, GML, GeoPackage en (gezipte) Shapefile worden gelezen. Fouten slaan
          niets op; waarschuwingen worden opgeslagen en gemeld. Echte gegevens vervangen die van het voorbeeld.
          """,
        en: """
          Examples:
            werklocaties import ibis.csv --into register.gpkg --as parks
            werklocaties import municipalities-2022.geojson --into register.gpkg --as regions
            werklocaties import landuse.csv --into register.gpkg --as landuse --dry-run
            werklocaties import parks.xlsx --into register.gpkg --as parks --mapping mapping.yaml
          CSV (comma or semicolon), XLSX, GeoJSON, GML, GeoPackage and (zipped) Shapefile are read. Errors store
          nothing; warnings are stored and reported. Real data take the place of the example's.
          """))
  }

  @Argument(
    help: ArgumentHelp(
      localized(nl: "Het bronbestand.", en: "The source file."), valueName: localized(nl: "bestand", en: "file")))
  var file: String

  @Option(
    help: ArgumentHelp(
      localized(nl: "Het register; wordt gemaakt als het er niet is.", en: "The register; made when it is not there."),
      valueName: "register.gpkg"))
  var into: String

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      localized(
        nl: "Wat het bestand bevat; zonder deze optie blijkt het uit de kolommen.",
        en: "What the file holds; without this option the columns tell."),
      valueName: localized(nl: "onderwerp", en: "subject")))
  var subject: SourceSubject?

  @Option(
    help: ArgumentHelp(
      localized(nl: "Eigen kolomkoppeling als YAML.", en: "A column mapping of your own as YAML."), valueName: "m.yaml")
  )
  var mapping: String?

  @Option(
    help: ArgumentHelp(
      localized(nl: "Laag of werkblad.", en: "Layer or sheet."), valueName: localized(nl: "naam", en: "name")))
  var layer: String?

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Peildatum als het bestand er geen noemt (jjjj-mm-dd).",
        en: "Reference date where the file names none (yyyy-mm-dd)."), valueName: localized(nl: "datum", en: "date")))
  var referenceDate: CalendarDate?

  @Option(
    help: ArgumentHelp(
      localized(nl: "Licentie van het bestand.", en: "Licence of the file."),
      valueName: localized(nl: "tekst", en: "text")))
  var licence: String?

  @Flag(
    help: ArgumentHelp(localized(nl: "Lees en meld alles, sla niets op.", en: "Read and report all, store nothing.")))
  var dryRun = false

  @OptionGroup var library: LibraryOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let context = try CommandContext.require()
    let request = ImportSource.Request(
      path: file, subject: subject, mapping: mapping, layer: layer, referenceDate: referenceDate, licence: licence,
      isDryRun: dryRun)
    let library = try library.library(folder: ImportSource.parameterFolder)
    let response = try ImportSource()(request, into: into, library: library, in: context.environment)
    context.console.report(response.diagnostics)
    context.console.print(Self.summary(of: response, into: into)[context.language])
  }

  private static func summary(of response: ImportSource.Response, into path: String) -> LocalizedText {
    let warnings = response.diagnostics.count(of: .warning)
    let what = response.parts.map { "\($0.layer): \($0.recordCount) × \($0.subject.rawValue) (\($0.mapping))" }
      .joined(separator: "; ")
    return LocalizedText(
      nl: "\(what); \(warnings) waarschuwingen; " + (response.isStored ? "opgeslagen in \(path)" : "niets opgeslagen"),
      en: "\(what); \(warnings) warnings; " + (response.isStored ? "stored in \(path)" : "nothing stored"))
  }
}
