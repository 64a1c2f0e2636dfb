import PlaneGeometry
import Quantities
import WorkLocations

/// What a generated park is for; decides its type, size, category and place.
enum ParkRole: Hashable {
  case seaport, clusterSite, largeSite, regular
  case campus(String)
  case zone(String)
}

/// A park on its way to the register. Areas are whole square metres, so that they add up exactly.
struct ParkDraft {
  let municipality: Int
  let rin: RINNumber
  /// Position among the parks of its municipality, from 1.
  let number: Int
  var role: ParkRole
  /// Industry cluster that the park belongs to.
  var cluster: String?
  let gross: Int
  var net = 0
  var startYear: Int
  var supply = ParkSupply()
  var category: EnvironmentalCategory?
  var isObsolete = false
  var outline: MultiPolygon?

  /// Issued net area.
  var issued: Int { net - supply.issuable }

  var type: WorkLocationType {
    switch role {
    case .seaport: .seaport
    case .zone(let code): WorkLocationType(rawValue: code)
    case .clusterSite, .largeSite, .regular, .campus: .businessPark
    }
  }

  var kind: ParkKind {
    if cluster != nil { return .industryCluster }
    return switch role {
    case .campus: .campus
    case .largeSite: .largeEstablishment
    case .seaport, .clusterSite, .regular, .zone: .regular
    }
  }

  /// Generic noun of the name: no real park is called so.
  var noun: String {
    switch role {
    case .seaport: "Voorbeeldhaven"
    case .campus: "Voorbeeldcampus"
    case .zone: "Voorbeeldzone"
    case .clusterSite, .largeSite: "Voorbeeldterrein"
    case .regular: "Voorbeeldpark"
    }
  }
}

/// Issuable and lately issued land of a park in whole square metres.
struct ParkSupply {
  var immediate = 0
  var later = 0
  /// Part of the issuable land that the municipality owns.
  var municipalPart = 1.0
  var issuedThisYear = 0
  var boughtBack = 0

  var issuable: Int { immediate + later }
  var immediateMunicipal: Int { Int(Double(immediate) * municipalPart) }
  var immediatePrivate: Int { immediate - immediateMunicipal }
  var laterMunicipal: Int { Int(Double(later) * municipalPart) }
  var laterPrivate: Int { later - laterMunicipal }
}
