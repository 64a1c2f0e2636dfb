import Quantities

/// The ways in which demand is estimated side by side — *ramers*.
///
/// None is the truth: PBL ended the national model in 2012 because no stable relation between jobs and land could be shown.
/// They rest on different data and fail in different ways, which is why they are shown together and never averaged unasked.
public enum EstimationMethod: String, Sendable, Codable, Hashable, CaseIterable, Comparable {
  /// Jobs × location preference × land per job: `DemandModel`.
  case landPerJob = "terreinquotient"
  /// Mean yearly issue, extrapolated: `AbsorptionEstimator`.
  case absorption = "uitgifte-extrapolatie"
  /// Moves of firms: `MovesEstimator`.
  case moves = "verhuizingen"

  public var label: LocalizedText {
    switch self {
    case .landPerJob: LocalizedText(nl: "terreinquotiënt", en: "land per job")
    case .absorption: LocalizedText(nl: "uitgifte-extrapolatie", en: "extrapolated issue")
    case .moves: LocalizedText(nl: "verhuizingen (GIFPRO)", en: "moves (GIFPRO)")
    }
  }

  public static func < (left: Self, right: Self) -> Bool {
    allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
  }
}

/// Side of a band.
public enum BandSide: String, Sendable, Codable, Hashable, CaseIterable {
  case low = "laag"
  case high = "hoog"
}
