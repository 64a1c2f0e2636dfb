import ForecastEvaluation
import Quantities
import SpaceDemand

/// What the estimators and the naive rules of a back-test are called.
enum ForecasterName {
  static func label(_ forecaster: String) -> LocalizedText {
    if let method = EstimationMethod(rawValue: forecaster) { return method.label }
    return forecaster == NoChange.id
      ? LocalizedText(nl: "geen verandering", en: "no change")
      : LocalizedText(nl: "laatste decennium", en: "last decade")
  }
}
