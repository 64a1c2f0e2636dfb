import ArgumentParser
import Planning
import Quantities
import WorkLocations

/// What to do beyond the scan: a hub for every park.
struct ParkSizingOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      localized(
        nl: "Kies voor elk terrein contract, zonnepanelen en batterij, met bewijs.",
        en: "Choose contract, panels and battery for every park, with proof.")))
  var size = false

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Studie waarvan de prijzen gelden; zonder deze optie die van het voorbeeldpark (synthetisch).",
        en: "Study whose prices hold; those of the example park (synthetic) without this option."),
      valueName: localized(nl: "map", en: "folder")))
  var prices: String?

  @Option(
    help: ArgumentHelp(
      localized(
        nl: "Grootste groepscontract als deel van de contracten van de bedrijven.",
        en: "Largest group contract as a share of the contracts of the firms."),
      valueName: localized(nl: "deel", en: "share")))
  var contractShare: Double?

  func validate() throws {
    guard !size, prices != nil || contractShare != nil else { return }
    throw ValidationError(
      localized(
        nl: "--prices en --contract-share horen bij --size.", en: "--prices and --contract-share go with --size."))
  }

  func request(_ region: RegionCode) -> SizeAllParks.Request {
    SizeAllParks.Request(region: region, prices: prices, contractShare: contractShare ?? 1)
  }

  /// Says at every tenth of the work how far it is.
  static func progress(_ console: Console) -> @Sendable (Int, Int) -> Void {
    { done, all in
      guard done * tenths / all > (done - 1) * tenths / all else { return }
      console.say(
        LocalizedText(nl: "Gedimensioneerd: \(done) van \(all) terreinen", en: "Sized: \(done) of \(all) parks"))
    }
  }

  private static let tenths = 10
}
