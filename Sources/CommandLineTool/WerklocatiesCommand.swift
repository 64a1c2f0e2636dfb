import ArgumentParser
import Planning

/// The root of the command line.
struct WerklocatiesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "werklocaties",
      abstract: localized(
        nl: "Vraag en aanbod van werklocaties: register, balans en startpakket per provincie.",
        en: "Demand and supply of work locations: register, balance and startpakket per province."),
      discussion: localized(
        nl: """
          In drie stappen van gegevens naar rapport:
            werklocaties example register.gpkg
            werklocaties balance register.gpkg
            werklocaties startpakket register.gpkg --all --out startpakketten
          Het voorbeeldregister is synthetisch; vervang het met eigen gegevens door werklocaties import.
          """,
        en: """
          From data to report in three steps:
            werklocaties example register.gpkg
            werklocaties balance register.gpkg
            werklocaties startpakket register.gpkg --all --out startpakketten
          The example register is synthetic; replace it with your own data by werklocaties import.
          """),
      version: ProgramVersion.name,
      subcommands: [
        ExampleCommand.self, ImportCommand.self, CheckCommand.self, BalanceCommand.self, StartpakketCommand.self,
        ForecastCommand.self, EstimateCommand.self, BacktestCommand.self, ExplainCommand.self, CompareCommand.self,
        WaterbedCommand.self, VerifyCommand.self, StudyCommand.self, EnergyCommand.self,
      ])
  }
}
