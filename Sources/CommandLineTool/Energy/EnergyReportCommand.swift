import ArgumentParser
import Planning
import Provenance
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
            werklocaties energy report park --out bijlage --receiver Netbeheerder
          Met --receiver komt alleen de bijlage: als alle leden toestemming gaven en niemand erin te herkennen is.
          Schrijft HTML, PDF, XLSX en het verzoek als JSON. Kwartierwaarden van een lid staan er niet in.
          Sleutels: equal, contract, energy, peakContribution, shapley.
          """,
        en: """
          Examples:
            werklocaties energy report --out report
            werklocaties energy report park --out report --key contract
            werklocaties energy report park --out report --contract 1200 --language en
            werklocaties energy report park --out annex --receiver Netbeheerder
          With --receiver only the annex is made: if all members agreed and nobody can be recognised in it.
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

  @OptionGroup var building: HubBuildingOptions

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Alleen de bijlage, voor deze ontvanger buiten de groep.",
        en: "Only the annex, for this receiver outside the group."), valueName: localized(nl: "naam", en: "name")))
  var receiver: String?

  func validate() throws {
    guard receiver != nil, options.json else { return }
    throw ValidationError(
      localized(
        nl: "Met --receiver kan --json niet: het antwoord bevat cijfers per lid.",
        en: "--json cannot be used with --receiver: the answer holds figures of members."))
  }

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
    let release = try receiver.map { try self.release(response, to: $0, park, library, context) }
    let publication = try EnergyReportPublication(
      folder: PublicationFolder(out), release: release.map { ($0, of: options.path ?? out) }, context: context)
    let paths = try options.clock(context).measure("publish") { try publication.publish(response) }
    context.console.print(
      options.json ? try CanonicalJSON.text(response) : paths.joined(separator: "\n"))
  }

  private func release(
    _ report: ComposeEnergyReport.Response, to receiver: String, _ park: EnergyCase, _ library: PlanningLibrary,
    _ context: CommandContext
  ) throws -> LoggedRelease {
    let log = try context.environment.energyCases.releases(of: options.path ?? out)
    if log.diagnostics.hasErrors { throw PlanningError.invalidInput(log.diagnostics) }
    return try ReleaseReport()(
      report, to: receiver, file: out, park, earlier: log.releases, library: library, today: context.environment.today)
  }

  private var request: ComposeEnergyReport.Request {
    ComposeEnergyReport.Request(
      folder: options.path.flatMap { $0.split(separator: "/").last.map(String.init) },
      group: DivideGroup.Request(key: key, contract: contract), sizing: building.request(contractMost: contract),
      receiver: receiver, completesYear: options.completeYear ? true : nil)
  }
}

/// Writes the report in every form; names follow the study: `energierapport-voorbeeldpark-synthetisch.html`.
struct EnergyReportPublication {
  let folder: PublicationFolder
  /// What is logged when the report leaves the group, and beside which study.
  let release: (LoggedRelease, of: String)?
  let context: CommandContext

  /// - Returns: the paths written.
  func publish(_ response: ComposeEnergyReport.Response) throws -> [String] {
    let receiver = response.request.receiver.map { "-" + PublicationFolder.slug($0) } ?? ""
    let name = "energierapport-" + PublicationFolder.slug(response.study.name) + receiver
    let document = try EnergyReportDocument.compose(response, language: context.language)
    let json = try publish(request: CanonicalJSON.text(response.request) + "\n", to: folder.path(name, "json"))
    let html = try folder.write(HTMLRenderer().render(document), to: folder.path(name, "html"))
    let (workbook, report) = (folder.path(name, "xlsx"), folder.path(name, "pdf"))
    try context.environment.workbooks.write(
      EnergyReportWorkbook.compose(response, language: context.language), to: workbook)
    context.console.say(LocalizedText(nl: "PDF wordt gezet …", en: "Typesetting the PDF …"))
    try context.environment.typesetter.typeset([(source: TypstRenderer().render(document), path: report)])
    return [html, json, report, workbook]
  }

  /// The request comes first: a report that leaves the group is logged before anything else of it stands there.
  private func publish(request: String, to path: String) throws -> String {
    guard let (release, study) = release else { return try folder.write(request, to: path) }
    try context.environment.energyCases.release(request, to: path, logging: release, of: study)
    return path
  }
}
