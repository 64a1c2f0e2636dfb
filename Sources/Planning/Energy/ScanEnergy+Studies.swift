import EnergyHubs
import Provenance
import Quantities
import WorkLocations

extension ScanEnergy {
  /// A park of the scan whose firms were looked at — *terrein met een studie*: its own use, peak and contracts take the place of
  /// what area and sectors say.
  public struct StudiedPark: Sendable {
    public let rin: RINNumber
    public let study: EnergyCase

    public init(_ rin: RINNumber, _ study: EnergyCase) {
      self.rin = rin
      self.study = study
    }
  }

  /// Every study of a park that the scan does not have, and of one that comes twice.
  static func problems(of studied: [StudiedPark], parks: some Collection<WorkLocation>) -> [Diagnostic] {
    let known = Set(parks.map(\.rin))
    let unknown = studied.filter { !known.contains($0.rin) }.map(\.rin)
    let twice = Dictionary(grouping: studied, by: \.rin).filter { $0.value.count > 1 }.keys.sorted()
    return unknown.map { rin in
      Diagnostic(
        .error, "energy-scan.no-park", value: rin.text,
        message: LocalizedText(
          nl: "dit terrein staat niet in de scan", en: "this park is not in the scan"),
        remedy: LocalizedText(
          nl: "Neem een RIN-nummer uit de uitvoer met --csv.", en: "Take a RIN number from the output with --csv."))
    }
      + twice.map { rin in
        Diagnostic(
          .error, "energy-scan.park-twice", value: rin.text,
          message: LocalizedText(nl: "dit terrein heeft twee studies", en: "this park has two studies"),
          remedy: LocalizedText(nl: "Geef er een.", en: "Give one."))
      }
  }
}

extension ScanEnergy.Figures {
  /// With what a study of the park says; gas, panels and feed-in stay estimates, and contracts where one is unknown.
  func replaced(by study: EnergyCase, _ terms: ScanTerms<Double>) -> Self {
    let load = study.load
    let peak = max(0, load.max() ?? 0)
    let contracted = study.contracted.map { EnergyBand(certain: $0.value) } ?? self.contracted
    return Self(
      electricity: EnergyBand(certain: load.reduce(0) { $0 + max(0, $1) } * study.hours), gas: gas,
      peak: EnergyBand(certain: peak), contracted: contracted,
      unused: EnergyBand(ScanBand { RightsAmounts.left(contracted[$0], peak) }),
      freed: EnergyBand(ScanBand { terms.studiedRights($0).freed(contracted[$0], peak) }),
      solar: solar, solarYield: solarYield, exported: exported, exportPeak: exportPeak)
  }
}
