import Planning
import Quantities

extension SizeHub.Repair.Kind {
  /// What is widened, as a reader calls it — *herstel*.
  func name(_ language: Language) -> String {
    switch self {
    case .contract: LocalizedText(nl: "Groter contract", en: "Larger contract")[language]
    case .battery: LocalizedText(nl: "Grotere batterij", en: "Larger battery")[language]
    case .feedIn: LocalizedText(nl: "Meer teruglevering", en: "More feed-in")[language]
    }
  }
}
