import Provenance
import Quantities
import WorkLocations

/// The columns with figures in a study's demand table; the raw value is the name in the file.
public enum StudyColumn: String, Sendable, Codable, CodingKeyRepresentable, Hashable, CaseIterable {
  case jobsNow = "jobs_now"
  case jobsLater = "jobs_later"
  case shareOnParks = "share_on_parks"
  case landPerJob = "land_per_job_m2"
  case jobsPerHectare = "jobs_per_ha"
  /// Share of the growth that finds room outside such land — *deel elders*.
  case shareOutside = "share_outside"
  /// Land in use that takes part of the growth — *hergebruik*.
  case reused = "reused_ha"
  case publicShare = "public_share"
  case expansion = "expansion_ha"
  case replacement = "replacement_ha"
  case additional = "additional_ha"

  public var unit: Unit {
    switch self {
    case .jobsNow, .jobsLater: .job
    case .shareOnParks, .shareOutside, .publicShare: .share
    case .landPerJob: .squareMetrePerJob
    case .jobsPerHectare: .jobPerHectare
    case .reused, .expansion, .replacement, .additional: .netHectare
    }
  }

  public var label: LocalizedText {
    switch self {
    case .jobsNow: LocalizedText(nl: "banen nu", en: "jobs now")
    case .jobsLater: LocalizedText(nl: "banen later", en: "jobs later")
    case .shareOnParks: LocalizedText(nl: "aandeel op bedrijventerrein", en: "share on business parks")
    case .landPerJob: LocalizedText(nl: "terreinquotiënt", en: "net land per job")
    case .jobsPerHectare: LocalizedText(nl: "banen per hectare", en: "jobs per hectare")
    case .shareOutside: LocalizedText(nl: "deel dat elders ruimte vindt", en: "share that finds room elsewhere")
    case .reused: LocalizedText(nl: "hergebruikte ruimte", en: "re-used space")
    case .publicShare: LocalizedText(nl: "openbaar deel van bruto", en: "public share of gross")
    case .expansion: LocalizedText(nl: "uitbreidingsvraag", en: "expansion")
    case .replacement: LocalizedText(nl: "vervangingsvraag", en: "replacement")
    case .additional: LocalizedText(nl: "aanvullende vraag", en: "additional demand")
    }
  }

  /// The parameter that fills an empty cell: key and member for a sector; nil where an empty cell stays empty.
  func parameter(for sector: String) -> (key: String, member: String)? {
    let park = LocationType.businessPark.rawValue
    return switch self {
    case .shareOnParks: ("demand/location-preference", sector + "/" + park)
    case .landPerJob: ("demand/land-per-job", sector + "/" + park)
    case .publicShare: ("demand/public-share", park)
    default: nil
    }
  }
}
