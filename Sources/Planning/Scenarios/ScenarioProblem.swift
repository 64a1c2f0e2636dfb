import Provenance
import Quantities

/// What can be wrong with a change, and what to do about it.
struct ScenarioProblem {
  let code: String
  let message: LocalizedText
  let remedy: LocalizedText

  private init(_ code: String, nl message: String, _ remedy: String, en messageEN: String, _ remedyEN: String) {
    self.code = "scenario." + code
    self.message = LocalizedText(nl: message, en: messageEN)
    self.remedy = LocalizedText(nl: remedy, en: remedyEN)
  }

  func diagnostic(_ severity: Diagnostic.Severity = .error, at place: Diagnostic.Place, value: String?) -> Diagnostic {
    Diagnostic(severity, code, at: place, value: value, message: message, remedy: remedy)
  }

  /// The first names that resemble the wanted one, then the others: a list that can be read.
  static func listed(_ known: [String], like wanted: String) -> String {
    let near = known.filter { $0.hasPrefix(wanted.prefix(3)) || wanted.hasPrefix($0.prefix(3)) }
    let names = near + known.filter { !near.contains($0) }
    let more = names.count > longestList ? ", …" : ""
    return names.isEmpty ? "–" : names.prefix(longestList).joined(separator: ", ") + more
  }

  private static let longestList = 8

  /// A name that is not there, with the ones that are.
  static func unknown(_ kind: Kind, _ wanted: String, known: [String]) -> ScenarioProblem {
    let list = listed(known, like: wanted)
    return ScenarioProblem(
      "unknown-" + kind.rawValue, nl: "onbekend: \(kind.label.nl)", "Kies uit: \(list).",
      en: "unknown \(kind.label.en)", "Choose from: \(list).")
  }

  enum Kind: String {
    case base, parameter, member, plan, park, region, municipality, group, addOn = "add-on"

    var label: LocalizedText {
      switch self {
      case .base: LocalizedText(nl: "basisscenario", en: "base scenario")
      case .parameter: LocalizedText(nl: "parameter", en: "parameter")
      case .member: LocalizedText(nl: "lid van de parameter", en: "member of the parameter")
      case .plan: LocalizedText(nl: "plan", en: "plan")
      case .park: LocalizedText(nl: "werklocatie", en: "work location")
      case .region: LocalizedText(nl: "regio", en: "region")
      case .municipality: LocalizedText(nl: "gemeente", en: "municipality")
      case .group: LocalizedText(nl: "sectorgroep", en: "sector group")
      case .addOn: LocalizedText(nl: "aanvullende vraag", en: "add-on")
      }
    }
  }

  static let takenName = ScenarioProblem(
    "taken-name", nl: "deze naam bestaat al", "Kies een andere ‘id’.", en: "this name exists already",
    "Choose another ‘id’.")

  static func alreadyRemoved(in step: Int) -> ScenarioProblem {
    ScenarioProblem(
      "contradiction", nl: "wijziging \(step) heeft dit plan al laten vervallen",
      "Verwijder een van beide wijzigingen of draai ze om.", en: "change \(step) has already dropped this plan",
      "Remove one of the changes or turn them round.")
  }

  static let nothingChanges = ScenarioProblem(
    "no-effect", nl: "deze wijziging verandert niets", "Controleer het plan of haal de wijziging weg.",
    en: "this change changes nothing", "Check the plan or take the change away.")

  static let noDelay = ScenarioProblem(
    "no-delay", nl: "het plan wordt niet later", "Geef een later jaar dan het plan al heeft.",
    en: "the plan does not get later", "Give a later year than the plan has.")

  static let yearMissing = ScenarioProblem(
    "year-missing", nl: "het plan heeft geen jaar om bij op te tellen", "Geef met ‘to’ een jaar.",
    en: "the plan has no year to add to", "Give a year by ‘to’.")

  static func yearPassed(_ reference: Int) -> ScenarioProblem {
    ScenarioProblem(
      "year-passed", nl: "het jaar moet na het peiljaar \(reference) liggen", "Geef een later jaar.",
      en: "the year must lie after the reference year \(reference)", "Give a later year.")
  }

  static let yearsTurned = ScenarioProblem(
    "years", nl: "‘until’ ligt voor ‘from’, of het terrein komt eerder vrij", "Zet de jaren op volgorde.",
    en: "‘until’ lies before ‘from’, or the land returns earlier", "Put the years in order.")

  static let notPositive = ScenarioProblem(
    "not-positive", nl: "de oppervlakte moet groter zijn dan 0", "Geef hectaren netto, zoals 4.5.",
    en: "the area must be larger than 0", "Give net hectares, such as 4.5.")

  static let notAShare = ScenarioProblem(
    "not-a-share", nl: "een aandeel ligt tussen 0 en 1", "Schrijf 30 % als 0.3.", en: "a share lies between 0 and 1",
    "Write 30 % as 0.3.")

  static let impossibleValue = ScenarioProblem(
    "impossible-value", nl: "de parameter krijgt een waarde die niet kan", "Kies een kleinere wijziging.",
    en: "the parameter gets a value that cannot be", "Choose a smaller change.")

  static func sharesNotWhole(_ sum: Double) -> ScenarioProblem {
    ScenarioProblem(
      "shares", nl: "de aandelen tellen na de wijzigingen op tot \(sum)",
      "Wijzig ook de andere leden, zodat het geheel weer 1 is.", en: "the shares add up to \(sum) after the changes",
      "Change the other members too, so that the whole is 1 again.")
  }

  static let readAtStart = ScenarioProblem(
    "read-at-start", nl: "deze parameter wordt alleen op de peildatum gelezen; een latere wijziging doet niets",
    "Laat ‘from’ weg, of wijzig de bijbehorende ‘…-drift’.",
    en: "this parameter is read on the reference date only; a later change does nothing",
    "Leave out ‘from’, or change the ‘…-drift’ beside it.")

  static let areaMissing = ScenarioProblem(
    "area-missing", nl: "het terrein heeft geen netto oppervlakte in het register", "Geef ‘ha’.",
    en: "the park has no net area in the register", "Give ‘ha’.")

  static func moreThanPark(_ left: String) -> ScenarioProblem {
    ScenarioProblem(
      "exceeds-park", nl: "er wordt meer onttrokken dan er netto is (\(left) ha over)", "Geef minder hectaren.",
      en: "more is withdrawn than there is net (\(left) ha left)", "Give fewer hectares.")
  }

  static func issuableStays(_ area: String) -> ScenarioProblem {
    ScenarioProblem(
      "issuable-stays", nl: "het terrein houdt \(area) ha uitgeefbaar in het aanbod, meer dan er overblijft",
      "Werk het uitgeefbare terrein bij in het register.",
      en: "the park keeps \(area) ha issuable in supply, more than is left", "Update the issuable land in the register."
    )
  }
}
