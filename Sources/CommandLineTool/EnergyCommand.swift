import ArgumentParser

/// `werklocaties energy`: everything about energy on parks.
struct EnergyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "energy",
      abstract: localized(
        nl: "Energie op werklocaties: gebruik, ruimte op het net en groepscontracten.",
        en: "Energy on work locations: use, room on the network and group contracts."),
      subcommands: [EnergyScanCommand.self])
  }
}
