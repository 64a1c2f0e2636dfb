import ArgumentParser
import Planning
import Reporting

/// `werklocaties energy check`.
struct EnergyCheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: localized(
        nl: "Controleer de bestanden van een park: alles wat fout of twijfelachtig is, in één keer.",
        en: "Check the files of a park: everything that is wrong or doubtful, at once."),
      discussion: localized(
        nl: """
          Voorbeelden:
            werklocaties energy check
            werklocaties energy check park --json
            werklocaties energy check park --complete-year   # een deel van een jaar
          """,
        en: """
          Examples:
            werklocaties energy check
            werklocaties energy check park --json
            werklocaties energy check park --complete-year   # a part of a year
          """))
  }

  @OptionGroup var options: EnergyCaseOptions

  func run() throws {
    let context = try CommandContext.require()
    let response = CheckEnergyCase()(try options.park(context))
    context.console.print(
      options.json
        ? try CanonicalJSON.text(response) : EnergyCheckTable.text(response, language: context.language))
  }
}

/// `werklocaties energy look`.
struct EnergyLookCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "look",
      abstract: localized(
        nl: "Eerste blik: groepspiek tegenover contracten, gelijktijdigheid en wie de piek veroorzaakt.",
        en: "First look: group peak against contracts, simultaneity and who causes the peak."),
      discussion: localized(
        nl: """
          Voorbeelden:
            werklocaties energy look
            werklocaties energy look park --json
          """,
        en: """
          Examples:
            werklocaties energy look
            werklocaties energy look park --json
          """))
  }

  @OptionGroup var options: EnergyCaseOptions

  func run() throws {
    let context = try CommandContext.require()
    let park = try options.park(context)
    let response = try options.clock(context).measure("compute") { try LookAtGroup()(park) }
    context.console.print(
      options.json ? try CanonicalJSON.text(response) : GroupLookTable.text(response, language: context.language))
  }
}
