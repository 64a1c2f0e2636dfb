import ArgumentParser
import Planning
import Quantities
import Reporting

/// `werklocaties energy report`.
struct EnergyReportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report",
      abstract: localized(
        nl:
          "Maak het energierapport van een park: twee pagina's voor de parkmanager en een bijlage voor de netbeheerder.",
        en: "Make the energy report of a park: two pages for the park manager and an annex for the grid operator."),
      discussion: localized(
        nl: """
          Voorbeelden:
            werklocaties energy report --out rapport
            werklocaties energy report park --out rapport --key contract
            werklocaties energy report park --out rapport --contract 1200 --language en
          Schrijft HTML, PDF, XLSX en het verzoek als JSON. Kwartierwaarden van een lid staan er niet in.
          Sleutels: equal, contract, energy, peakContribution, shapley.
          """,
        en: """
          Examples:
            werklocaties energy report --out report
            werklocaties energy report park --out report --key contract
            werklocaties energy report park --out report --contract 1200 --language en
          Writes HTML, PDF, XLSX and the request as JSON. No quarter-hour value of a member is in it.
          Keys: equal, contract, energy, peakContribution, shapley.
          """))
  }

  @OptionGroup var options: EnergyCaseOptions

  @Option(
    help: ArgumentHelp(
      localized(nl: "Map voor de uitvoer; wordt gemaakt.", en: "Folder for the output; it is made."),
      valueName: localized(nl: "map", en: "folder")))
  var out: String

  @Option(help: ArgumentHelp(localized(nl: "Verdeelsleutel.", en: "Key of the division.")))
  var key = DivideGroup.Request().key

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Recht van de groep, en het grootste contract dat gekozen mag worden.",
        en: "Right of the group, and the largest contract that may be chosen."), valueName: "kW"))
  var contract: Double?

  @Option(help: ArgumentHelp(localized(nl: "Grootste batterij.", en: "Largest battery."), valueName: "kWh"))
  var maxKwh: Double?

  @Option(
    help: ArgumentHelp(
      localized(nl: "Grootste vermogen van de batterij.", en: "Largest power of the battery."), valueName: "kW"))
  var maxKw: Double?

  @Flag(help: ArgumentHelp(localized(nl: "Bouw geen zonnepanelen.", en: "Build no panels.")))
  var noPanels = false

  func run() throws {
    let context = try CommandContext.require()
    let park = try options.park(context)
    let inputs = options.path.map { ComposeEnergyReport.inputs(of: $0, in: context.environment) } ?? []
    let library = try options.library.library()
    context.console.say(LocalizedText(nl: "Energierapport wordt berekend …", en: "Computing the energy report …"))
    let response = try options.clock(context).measure("compute") {
      try ComposeEnergyReport()(request, park, inputs: inputs, library: library)
    }
    context.console.report(response.group.diagnostics)
    let publication = try EnergyReportPublication(folder: PublicationFolder(out), context: context)
    let paths = try options.clock(context).measure("publish") { try publication.publish(response) }
    context.console.print(
      options.json ? try CanonicalJSON.text(response) : paths.joined(separator: "\n"))
  }

  private var request: ComposeEnergyReport.Request {
    ComposeEnergyReport.Request(
      folder: options.path.flatMap { $0.split(separator: "/").last.map(String.init) }, key: key, contract: contract,
      batteryEnergyMost: maxKwh, batteryPowerMost: maxKw, buildsPanels: !noPanels)
  }
}

/// Writes the report in every form; names follow the study: `energierapport-voorbeeldpark-synthetisch.html`.
struct EnergyReportPublication {
  let folder: PublicationFolder
  let context: CommandContext

  /// - Returns: the paths written.
  func publish(_ response: ComposeEnergyReport.Response) throws -> [String] {
    let name = "energierapport-" + PublicationFolder.slug(response.study.name)
    let document = try EnergyReportDocument.compose(response, language: context.language)
    let html = try folder.write(HTMLRenderer().render(document), to: folder.path(name, "html"))
    let json = try folder.write(CanonicalJSON.text(response.request) + "\n", to: folder.path(name, "json"))
    let (workbook, report) = (folder.path(name, "xlsx"), folder.path(name, "pdf"))
    try context.environment.workbooks.write(
      EnergyReportWorkbook.compose(response, language: context.language), to: workbook)
    context.console.say(LocalizedText(nl: "PDF wordt gezet …", en: "Typesetting the PDF …"))
    try context.environment.typesetter.typeset([(source: TypstRenderer().render(document), path: report)])
    return [html, json, report, workbook]
  }
}
