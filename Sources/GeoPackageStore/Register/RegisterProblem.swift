import GRDB
import PlaneGeometry
import Planning
import Provenance
import Quantities
import WorkLocations

/// Why a file does not serve as a register, in words for its user.
enum RegisterProblem {
  case notAGeoPackage
  case notARegister
  case newerVersion
  case empty
  case damaged(DatabaseError)
  case exists
  case unwritable(String)
  case refused(DatabaseError)

  func planningError(at path: String) -> PlanningError {
    switch self {
    case .exists, .unwritable, .refused: .cannotWrite(path: path, reason: reason, remedy: remedy)
    default: .cannotRead(path: path, reason: reason, remedy: remedy)
    }
  }

  private var reason: LocalizedText {
    switch self {
    case .notAGeoPackage: LocalizedText(nl: "is geen GeoPackage", en: "is not a GeoPackage")
    case .notARegister:
      LocalizedText(
        nl: "is een GeoPackage, maar geen register van werklocaties",
        en: "is a GeoPackage, but not a register of work locations")
    case .newerVersion:
      LocalizedText(
        nl: "is gemaakt met een nieuwere versie van werklocaties", en: "was made by a newer version of werklocaties")
    case .empty: LocalizedText(nl: "het register is leeg", en: "the register is empty")
    case .damaged(let error):
      LocalizedText(nl: "kan niet worden gelezen", en: "cannot be read") + LocalizedText(both: Self.detail(error))
    case .exists: LocalizedText(nl: "bestaat al", en: "exists already")
    case .unwritable(let detail):
      LocalizedText(nl: "kan niet worden geschreven", en: "cannot be written") + LocalizedText(both: " (\(detail))")
    case .refused(let error):
      LocalizedText(nl: "er is niets opgeslagen", en: "nothing was stored") + LocalizedText(both: Self.detail(error))
    }
  }

  private var remedy: LocalizedText {
    switch self {
    case .notAGeoPackage, .notARegister:
      LocalizedText(
        nl: "Maak een register met `werklocaties example` of geef dit bestand aan `werklocaties import`.",
        en: "Make a register with `werklocaties example`, or give this file to `werklocaties import`.")
    case .newerVersion: LocalizedText(nl: "Werk werklocaties bij.", en: "Update werklocaties.")
    case .empty:
      LocalizedText(nl: "Importeer eerst een bestand met werklocaties.", en: "Import a file with work locations first.")
    case .damaged:
      LocalizedText(
        nl: "Sluit andere programma's die het bestand gebruiken, of zet een kopie terug.",
        en: "Close other programs that use the file, or restore a copy.")
    case .exists:
      LocalizedText(nl: "Kies een andere naam of gebruik --overwrite.", en: "Choose another name or use --overwrite.")
    case .unwritable:
      LocalizedText(
        nl: "Controleer of de map bestaat en beschrijfbaar is.", en: "Check that the folder exists and is writable.")
    case .refused(let error): Self.remedy(for: error)
    }
  }

  private static func detail(_ error: DatabaseError) -> String {
    " (SQLite \(error.extendedResultCode.rawValue): \(error.message ?? error.resultCode.description))"
  }

  private static func remedy(for error: DatabaseError) -> LocalizedText {
    switch error.resultCode {
    case .SQLITE_CONSTRAINT:
      LocalizedText(
        nl:
          "Een record verwijst naar een bron die niet is meegegeven, of heeft een waarde die niet mag: herstel de invoer.",
        en: "A record refers to a source that was not given, or has a value that is not allowed: repair the input.")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      LocalizedText(
        nl: "Sluit andere programma's die het bestand gebruiken.", en: "Close other programs that use the file.")
    default:
      LocalizedText(
        nl: "Controleer de schijfruimte en de rechten op de map.", en: "Check disk space and permissions of the folder."
      )
    }
  }
}
