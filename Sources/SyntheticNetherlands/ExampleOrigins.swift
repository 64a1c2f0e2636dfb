import Provenance
import Quantities
import WorkLocations

/// The two sources of the example: public facts, and what was generated on top of them.
struct ExampleOrigins {
  let factSnapshot: SourceSnapshot
  let syntheticSnapshot: SourceSnapshot
  /// Origin of municipalities, mergers, housing areas.
  let facts: Origin
  /// Origin of the land-use figures.
  let landUse: Origin
  let synthetic: Origin

  static let landUseYear = 2017
  /// Year of population and land area. The division is that of 2023, but boundaries imported for 2022 must win.
  private static let regionYear = 2021

  init(
    facts: Facts, calibration: ExampleCalibration, seed: UInt64, referenceDate: CalendarDate, importedOn: CalendarDate,
    historyFrom: Int? = nil
  ) {
    // A register before the date of the facts still has to have regions.
    let regionDate = min(CalendarDate(startOf: Self.regionYear), referenceDate)
    factSnapshot = SourceSnapshot(
      fileName: "feiten bij synthetisch Nederland", checksum: FowlerNollVo.digest("facts " + facts.digest),
      byteCount: facts.byteCount, subject: "regions", licence: "CC BY 4.0, bron: CBS, Kadaster", importedOn: importedOn,
      referenceDate: regionDate, isSynthetic: false, remark: Self.factRemark)
    let history = historyFrom.map { ["history from \($0)"] } ?? []
    let recipe =
      ["edition \(ExampleRecipe.edition)", "seed \(seed)", facts.digest, referenceDate.description] + history
    syntheticSnapshot = SourceSnapshot(
      fileName: "synthetisch Nederland",
      checksum: FowlerNollVo.digest((recipe + [calibration.canonicalText]).joined(separator: "\n")), byteCount: 0,
      subject: "example", licence: "CC BY 4.0, afgeleid van cijfers van CBS en Kadaster", importedOn: importedOn,
      referenceDate: referenceDate, isSynthetic: true, remark: Self.syntheticRemark(seed: seed))
    self.facts = Origin(snapshot: factSnapshot.id, referenceDate: regionDate)
    landUse = Origin(
      snapshot: factSnapshot.id, referenceDate: min(CalendarDate(startOf: Self.landUseYear), referenceDate))
    synthetic = Origin(snapshot: syntheticSnapshot.id, referenceDate: referenceDate)
  }

  private static let factRemark = LocalizedText(
    nl:
      "Gemeenten van 2023: codes, namen, punten, inwoners en landoppervlak (2021), herindelingen en bedrijventerrein 2017: CBS en "
      + "Kadaster (CC BY 4.0). Woningbouwgebieden: Stadszaken en BZK. Grenzen zijn getekend om de punten en zijn "
      + "synthetisch. Het controlegetal is een herkenningsgetal (FNV-1a) van de tabellen, geen SHA-256 van een bestand.",
    en:
      "Municipalities of 2023: codes, names, points, population and land area (2021), mergers and business parks 2017: CBS and "
      + "Kadaster (CC BY 4.0). Housing areas: Stadszaken and BZK. Boundaries were drawn around the points and are "
      + "synthetic. The checksum is a fingerprint (FNV-1a) of the tables, not a SHA-256 of a file.")

  private static func syntheticRemark(seed: UInt64) -> LocalizedText {
    LocalizedText(
      nl:
        "Gemaakt door het programma, toevalsgetal \(seed): geen enkel terrein, plan of banencijfer is echt; de totalen zijn "
        + "geijkt op gepubliceerde cijfers. Het controlegetal is een herkenningsgetal (FNV-1a) van toevalsgetal, feiten en "
        + "ijking, geen SHA-256 van een bestand.",
      en:
        "Made by the program from seed \(seed): no park, plan or job figure is real; totals are calibrated on published "
        + "figures. The checksum is a fingerprint (FNV-1a) of seed, facts and calibration, not a SHA-256 of a file.")
  }
}

extension ExampleCalibration {
  /// All totals in one fixed order, for the fingerprint.
  var canonicalText: String {
    let stocks = [seaport, businessPark].flatMap { [$0.gross.value, $0.net.value] }
    let amounts = [
      immediatelyIssuable, laterIssuable, plans.hard, plans.soft, plans.frozen, withdrawalPerYear,
    ].map(\.value)
    let counts = parksByProvince.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let ports = PortArea.allCases.map { "\($0.rawValue)=\(portAreas[$0]?.value ?? 0)" }
    let years = issue.sorted { $0.key < $1.key }.flatMap { code, years in
      years.sorted { $0.key < $1.key }.map { "\(code) \($0.key)=\($0.value.value)" }
    }
    let jobs = jobs.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.value)" }
    return ((stocks + amounts + [obsoleteShare]).map(\.description) + counts + ports + years + jobs)
      .joined(separator: "\n")
  }
}
