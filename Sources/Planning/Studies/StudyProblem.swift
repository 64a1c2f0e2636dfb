import Provenance
import Quantities

/// What can be wrong with the figures of a study, and what to do about it.
struct StudyProblem {
  let code: String
  let message: LocalizedText
  let remedy: LocalizedText

  private init(_ code: String, nl message: String, _ remedy: String, en messageEN: String, _ remedyEN: String) {
    self.code = "study." + code
    self.message = LocalizedText(nl: message, en: messageEN)
    self.remedy = LocalizedText(nl: remedy, en: remedyEN)
  }

  func diagnostic(_ severity: Diagnostic.Severity = .error, at place: Diagnostic.Place, value: String? = nil)
    -> Diagnostic
  {
    Diagnostic(severity, code, at: place, value: value, message: message, remedy: remedy)
  }

  static let noScenario = StudyProblem(
    "no-scenario", nl: "er is geen scenario", "Noem er een onder ‘scenarios’.", en: "there is no scenario",
    "Name one under ‘scenarios’.")

  static let horizonNotAfterStart = StudyProblem(
    "horizon", nl: "een horizon moet na het beginjaar liggen", "Geef latere jaren onder ‘horizons’.",
    en: "a horizon must lie after the start year", "Give later years under ‘horizons’.")

  static let noDemand = StudyProblem(
    "no-demand", nl: "de vraagtabel is leeg", "Vul minstens een rij in.", en: "the demand table is empty",
    "Fill in one row at least.")

  static func unknownScenario(_ known: [String]) -> StudyProblem {
    let list = known.joined(separator: ", ")
    return StudyProblem(
      "unknown-scenario", nl: "onbekend scenario", "Kies uit: \(list); leeg geldt voor alle.", en: "unknown scenario",
      "Choose from: \(list); empty holds for all.")
  }

  static func unknownHorizon(_ known: [Int]) -> StudyProblem {
    let list = known.map(String.init).joined(separator: ", ")
    return StudyProblem(
      "unknown-horizon", nl: "onbekende horizon", "Kies uit: \(list); leeg geldt voor alle.", en: "unknown horizon",
      "Choose from: \(list); empty holds for all.")
  }

  static let notAShare = StudyProblem(
    "not-a-share", nl: "een aandeel ligt tussen 0 en 1, een openbaar deel onder 1", "Schrijf 30 % als 0,3.",
    en: "a share lies between 0 and 1, a public share below 1", "Write 30 % as 0.3.")

  static let notPositive = StudyProblem(
    "not-positive", nl: "het getal moet groter zijn dan 0", "Verbeter het getal of laat de cel leeg.",
    en: "the number must be larger than 0", "Correct the number or leave the cell empty.")

  static let negative = StudyProblem(
    "negative", nl: "het getal kan niet negatief zijn", "Verbeter het getal of laat de cel leeg.",
    en: "the number cannot be negative", "Correct the number or leave the cell empty.")

  static let emptyRow = StudyProblem(
    "empty-row", nl: "de rij heeft geen banen en geen hectaren", "Vul de rij of verwijder haar.",
    en: "the row has no jobs and no hectares", "Fill the row or remove it.")

  static let twoBases = StudyProblem(
    "two-bases", nl: "de rij geeft uitbreiding in hectaren én in banen", "Laat een van beide leeg.",
    en: "the row gives expansion in hectares and in jobs", "Leave one of them empty.")

  static let halfTheJobs = StudyProblem(
    "half-the-jobs", nl: "jobs_now en jobs_later horen bij elkaar", "Vul beide in.",
    en: "jobs_now and jobs_later belong together", "Fill in both.")

  static let twoDensities = StudyProblem(
    "two-densities", nl: "de rij geeft ruimte per baan én banen per hectare", "Laat een van beide leeg.",
    en: "the row gives land per job and jobs per hectare", "Leave one of them empty.")

  static let noLandPerJob = StudyProblem(
    "no-land-per-job", nl: "de ruimte per baan ontbreekt",
    "Vul land_per_job_m2 of jobs_per_ha, of zet demand/land-per-job in de map parameters.",
    en: "land per job is missing",
    "Fill land_per_job_m2 or jobs_per_ha, or put demand/land-per-job in the folder parameters.")

  static let repeatedRow = StudyProblem(
    "repeated-row", nl: "deze sector staat er al met hetzelfde scenario en dezelfde horizon; beide rijen tellen mee",
    "Voeg de rijen samen of geef ze eigen namen.",
    en: "this sector is there already with the same scenario and horizon; both rows count",
    "Join the rows or give them names of their own.")

  static let noPublicShare = StudyProblem(
    "no-public-share", nl: "een bruto cijfer vraagt het openbaar deel van elke rij",
    "Vul public_share, of zet demand/public-share in de map parameters.",
    en: "a gross figure needs the public share of every row",
    "Fill public_share, or put demand/public-share in the folder parameters.")
}
