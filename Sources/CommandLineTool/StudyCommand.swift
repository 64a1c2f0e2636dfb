import ArgumentParser
import Planning
import Reporting

/// `werklocaties study`.
struct StudyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "study",
      abstract: localized(
        nl: "Reken een gepubliceerde studie na uit haar eigen tabellen, zonder register.",
        en: "Recompute a published study from its own tables, without a register."),
      discussion: localized(
        nl: """
          Voorbeelden:
            werklocaties study Documentation/Examples/noord-brabant-2022
            werklocaties study Documentation/Examples/raming-a --explain hoog/2040/saldo
          De map bevat study.yaml, demand.csv en eventueel supply.csv en parameters/; zie Documentation/Examples.
          """,
        en: """
          Examples:
            werklocaties study Documentation/Examples/noord-brabant-2022
            werklocaties study Documentation/Examples/raming-a --explain hoog/2040/saldo
          The folder holds study.yaml, demand.csv and, if any, supply.csv and parameters/; see Documentation/Examples.
          """))
  }

  @Argument(
    help: ArgumentHelp(
      localized(nl: "Map met de tabellen van de studie.", en: "Folder with the tables of the study."),
      valueName: localized(nl: "map", en: "folder")))
  var path: String

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Laat zien waar dit cijfer vandaan komt: scenario/jaar/post.",
        en: "Show where this figure comes from: scenario/year/item."),
      valueName: localized(nl: "cijfer", en: "figure")))
  var explain: String?

  @OptionGroup var language: LanguageOptions

  @Flag(
    help: ArgumentHelp(
      localized(nl: "Het hele antwoord met verklaringen als JSON.", en: "The whole answer with explanations as JSON.")))
  var json = false

  func run() throws {
    let context = try CommandContext.require()
    if let explain { return try self.explain(explain, context) }
    let response = try RunStudy()(.init(path: path), in: context.environment)
    context.console.report(response.diagnostics)
    context.console.print(
      json ? try CanonicalJSON.text(response) : StudyTable.text(response, language: context.language))
  }

  private func explain(_ figure: String, _ context: CommandContext) throws {
    let response = try ExplainStudy()(.init(study: .init(path: path), figure: figure), in: context.environment)
    context.console.report(response.diagnostics)
    context.console.print(
      json ? try CanonicalJSON.text(response) : ExplanationText.text(response, language: context.language))
  }
}
