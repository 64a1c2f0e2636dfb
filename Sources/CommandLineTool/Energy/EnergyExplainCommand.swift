import ArgumentParser
import Planning
import Reporting

/// `werklocaties energy explain`.
struct EnergyExplainCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain",
      abstract: localized(
        nl: "Laat zien waar een cijfer vandaan komt, tot op de meetwaarden, de prijzen en de parameters.",
        en: "Show where a figure comes from, down to measurements, prices and parameters."),
      discussion: localized(
        nl: """
          Een cijfer heet naar onderwerp en post. Onderwerpen: studie (check), blik, afruil, maten, inzet, groep, net, rapport, deling.
          Voorbeelden:
            werklocaties energy explain blik/piek
            werklocaties energy explain park blik/onbenut
            werklocaties energy explain park afruil/punt/3/opslag --kw 500
            werklocaties energy explain park maten/kosten/energie --max-contract 1200
            werklocaties energy explain park inzet/kosten --kwh 800 --kw 400
            werklocaties energy explain park groep/vrij --key contract
            werklocaties energy explain net/verlies
            werklocaties energy explain net/met-hub/verlies
            werklocaties energy explain groep/na/koud-jaar/kosten
          Na een gebeurtenis van group --stress: groep/na/vertrek/ID, batterij-uit, koud-jaar, prijsjaar of plan, en dan de post.
          Geef dezelfde opties als bij de opdracht die het cijfer gaf. Een post die niet bestaat, noemt wat er op die plaats wel kan.
          """,
        en: """
          A figure is named by topic and item. Topics: studie (check), blik (look), afruil (frontier), maten (size), inzet (dispatch), groep (group), net (grid), rapport (report), deling (share).
          Examples:
            werklocaties energy explain blik/piek
            werklocaties energy explain park blik/onbenut
            werklocaties energy explain park afruil/punt/3/opslag --kw 500
            werklocaties energy explain park maten/kosten/energie --max-contract 1200
            werklocaties energy explain park inzet/kosten --kwh 800 --kw 400
            werklocaties energy explain park groep/vrij --key contract
            werklocaties energy explain net/verlies
            werklocaties energy explain net/met-hub/verlies
            werklocaties energy explain groep/na/koud-jaar/kosten
          After an event of group --stress: groep/na/vertrek/ID (leaves), batterij-uit (battery fails), koud-jaar (cold year), prijsjaar
          (price year) or plan (as planned), and then the item.
          Give the same options as to the command that gave the figure. An item that does not exist names what is possible there.
          """))
  }

  @OptionGroup var options: EnergyCaseOptions

  @Argument(
    help: ArgumentHelp(
      localized(
        nl: "Het cijfer: onderwerp/post; zonder map de enige naam.",
        en: "The figure: topic/item; the only name without a folder."),
      valueName: localized(nl: "cijfer", en: "figure")))
  var figure: String?

  @OptionGroup var asked: EnergyFigureOptions
  @OptionGroup var building: HubBuildingOptions
  @OptionGroup(title: localized(nl: "Tegenvallers", en: "Events")) var stress: GroupStressOptions

  func run() throws {
    let context = try CommandContext.require()
    // With one name only there is no folder, and the name is the figure's.
    var options = options
    if figure == nil { options.path = nil }
    let park = try options.park(context)
    let request = asked.request(figure ?? self.options.path ?? "", size: building, stress: stress)
    let library = try options.library.library()
    let response = try options.clock(context).measure("compute") {
      try ExplainEnergyFigure()(
        request, park, library: library,
        files: .init(
          feeder: { try FeederFile.read(of: park, in: options.path, context) }, prices: { try stress.prices(context) },
          releases: { try options.releases(context) }))
    }
    context.console.print(
      options.json
        ? try CanonicalJSON.text(response) : EnergyExplanationText.text(response, language: context.language))
  }
}
