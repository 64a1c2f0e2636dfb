import Planning
import Quantities

/// The sentences for files that cannot be read.
enum Unreadable {
  static func directory(_ path: String) -> PlanningError {
    .cannotRead(
      path: path, reason: LocalizedText(nl: "is een map, geen bestand", en: "is a folder, not a file"),
      remedy: LocalizedText(
        nl: "Geef een bestand op; pak een map met een shapefile of geodatabase in als zip.",
        en: "Name a file; put a folder with a shapefile or geodatabase in a zip file."))
  }

  static func notPermitted(_ path: String) -> PlanningError {
    .cannotRead(
      path: path, reason: LocalizedText(nl: "mag niet worden gelezen", en: "may not be read"),
      remedy: LocalizedText(nl: "Controleer de rechten op het bestand.", en: "Check the permissions of the file."))
  }

  static func notRecognised(_ path: String, _ messages: [String]) -> PlanningError {
    .cannotRead(
      path: path,
      reason: because(
        LocalizedText(
          nl: "het formaat is niet herkend of het bestand is beschadigd",
          en: "the format is not recognised or the file is damaged"), messages),
      remedy: LocalizedText(
        nl: "Lever het bestand als CSV, XLSX, GeoJSON, GML, GeoPackage of zip met een shapefile.",
        en: "Deliver the file as CSV, XLSX, GeoJSON, GML, GeoPackage or zip with a shapefile."))
  }

  static func brokenOff(_ path: String, layer: String, afterRow row: Int, _ messages: [String]) -> PlanningError {
    .cannotRead(
      path: path,
      reason: because(
        LocalizedText(
          nl: "het lezen van laag ‘\(layer)’ stopt na rij \(row)", en: "reading layer ‘\(layer)’ stops after row \(row)"
        ),
        messages),
      remedy: LocalizedText(
        nl: "Het bestand is onvolledig of beschadigd; vraag of maak het opnieuw.",
        en: "The file is incomplete or damaged; ask for it or make it again."))
  }

  static func noLayer(_ path: String, named name: String, found: [String]) -> PlanningError {
    let list = found.joined(separator: ", ")
    return .cannotRead(
      path: path, reason: LocalizedText(nl: "heeft geen laag ‘\(name)’", en: "has no layer ‘\(name)’"),
      remedy: LocalizedText(nl: "Kies een van de lagen: \(list).", en: "Choose one of the layers: \(list)."))
  }

  static func noTable(_ path: String) -> PlanningError {
    .cannotRead(
      path: path, reason: LocalizedText(nl: "bevat geen tabel of laag", en: "holds no table or layer"),
      remedy: LocalizedText(
        nl: "Controleer of dit het bedoelde bestand is.", en: "Check whether this is the file you meant."))
  }

  private static func because(_ reason: LocalizedText, _ messages: [String]) -> LocalizedText {
    guard let first = messages.first else { return reason }
    return reason + LocalizedText(both: " (GDAL: \(first))")
  }
}
