import ArgumentParser
import Planning
import Provenance
import Quantities
import Reporting

/// `werklocaties energy share`.
struct EnergyShareCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "share",
      abstract: localized(
        nl: "Geef een som van leden aan een ander: alleen met toestemming, en als niemand erin te herkennen is.",
        en: "Give a sum of members to somebody else: only with consent, and if nobody can be recognised in it."),
      discussion: localized(
        nl: """
          Voorbeelden:
            werklocaties energy share park --receiver Netbeheerder --purpose networkOperator --out som.csv
            werklocaties energy share park --receiver Gemeente --purpose policy --per year --out jaar.csv
            werklocaties energy share park --receiver Netbeheerder --purpose networkOperator --quantity net \\
              --per hour --from 2025-01-01 --to 2025-03-31 --out kwartaal.csv
          Toestemmingen staan in consents.csv. Elke publicatie komt in releases.csv van de map, en elke volgende wordt ermee vergeleken.
          Alle redenen om te weigeren worden in één keer genoemd; er wordt dan niets geschreven.
          """,
        en: """
          Examples:
            werklocaties energy share park --receiver Netbeheerder --purpose networkOperator --out sum.csv
            werklocaties energy share park --receiver Gemeente --purpose policy --per year --out year.csv
            werklocaties energy share park --receiver Netbeheerder --purpose networkOperator --quantity net \\
              --per hour --from 2025-01-01 --to 2025-03-31 --out quarter.csv
          Consents stand in consents.csv. Every release goes into releases.csv of the folder, and every next one is compared with it.
          All reasons to refuse are told at once; nothing is written then.
          """))
  }

  @OptionGroup var options: EnergyCaseOptions

  @Option(
    help: ArgumentHelp(
      localized(nl: "Wie de som krijgt.", en: "Who gets the sum."), valueName: localized(nl: "naam", en: "name")))
  var receiver: String

  @Option(
    help: ArgumentHelp(
      localized(nl: "Waarvoor: ", en: "What for: ")
        + "quickScan, feasibility, operation, settlement, networkOperator, policy.",
      valueName: localized(nl: "doel", en: "purpose")))
  var purpose: String

  @Option(help: ArgumentHelp(localized(nl: "Wat: import, export of net.", en: "What: import, export or net.")))
  var quantity = SharedQuantity.import.rawValue

  @Option(help: ArgumentHelp(localized(nl: "Per step, hour, month of year.", en: "Per step, hour, month or year.")))
  var per = SharedPeriod.step.rawValue

  @Option(help: ArgumentHelp(localized(nl: "Eerste dag.", en: "First day."), valueName: "jjjj-mm-dd"))
  var from: String?

  @Option(help: ArgumentHelp(localized(nl: "Laatste dag.", en: "Last day."), valueName: "jjjj-mm-dd"))
  var to: String?

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Het te maken CSV-bestand; het mag nog niet bestaan.", en: "The CSV file to make; it may not exist yet."),
      valueName: localized(nl: "bestand", en: "file")))
  var out: String

  func run() throws {
    let context = try CommandContext.require()
    let park = try options.park(context)
    let cases = context.environment.energyCases
    let response = try ShareGroupSum()(
      .init(receiver: receiver, purpose: purpose, quantity: quantity, per: per, from: from, to: to, file: out), park,
      earlier: try options.releases(context), library: try options.library.library(folder: "energy-privacy"),
      today: context.environment.today)
    try cases.release(SharedSumTable.csv(response), to: out, logging: response.release, of: options.path ?? out)
    context.console.print(
      options.json ? try CanonicalJSON.text(response) : SharedSumTable.text(response, language: context.language))
  }
}
