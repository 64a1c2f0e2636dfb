import WorkLocations

/// A field that a mapping can fill, under its name in mapping files; the attributes of a park have theirs in
/// `WorkLocationAttribute`.
enum Field: String, CaseIterable {
  case rin = "rin_nummer"
  case name = "naam"
  case parkName = "plannaam"
  case municipalityCode = "gemeentecode"
  case municipalityName = "gemeente"
  case type = "werklocatietype"
  case kind = "soort"
  case year = "jaar"
  case referenceDate = "peildatum"
  case area = "vlak"
  case point = "punt"
  case category = "max_milieucategorie"
  case waterBound = "watergebonden"
  // Plots
  case plot = "kavel_id"
  case status
  case owner = "eigenaar"
  case plotArea = "kaveloppervlak"
  // Regions
  case region = "regiocode"
  case province = "provinciecode"
  case provinceName = "provincie"
  case corop = "coropcode"
  case coropName = "corop"
  case grouping = "groepering"
  case population = "inwoners"
  case landArea = "landoppervlak"
  case successor = "opvolger"
  // Economy
  case sector
  case jobs = "banen"
  case scenario
  case businessPark = "bedrijventerrein"
  case issued = "uitgegeven"
  case boughtBack = "teruggekocht"
  case establishment = "vestigingsnummer"
  case sbi
  case sbiVersion = "sbi_versie"
  case x, y
  // Plans
  case plan = "plan_id"
  case withdrawal = "onttrekking_id"
  case hardness = "planhardheid"
  case netArea = "oppervlakte"
  case expectedYear = "verwacht_jaar"
  case locationType = "locatietype"
  case largestPart = "grootste_deel"
  case returningShare = "terugkerend_aandeel"
  case housingArea = "woningbouwgebied"
}

extension SourceSubject {
  /// Names of the fields a mapping of this subject can fill.
  public var fields: [String] {
    ownFields.map(\.rawValue) + (self == .parks ? WorkLocationAttribute.all.map(\.name) : [])
  }

  private var ownFields: [Field] {
    switch self {
    case .parks:
      [.rin, .parkName, .municipalityCode, .municipalityName, .type, .kind, .year, .referenceDate, .area]
    case .plots: [.plot, .rin, .status, .owner, .plotArea, .category, .year, .referenceDate, .area]
    case .regions:
      [
        .region, .name, .province, .provinceName, .corop, .coropName, .grouping, .population, .landArea, .successor,
        .year, .referenceDate, .area,
      ]
    case .jobs: [.region, .municipalityName, .sector, .year, .jobs, .scenario]
    case .landuse: [.region, .municipalityName, .year, .businessPark]
    case .issuance: [.municipalityCode, .municipalityName, .rin, .year, .issued, .boughtBack]
    case .establishments:
      [
        .establishment, .name, .municipalityCode, .municipalityName, .sbi, .sbiVersion, .jobs, .x, .y, .year,
        .referenceDate, .point,
      ]
    case .plans:
      [
        .plan, .name, .municipalityCode, .municipalityName, .rin, .hardness, .netArea, .expectedYear, .locationType,
        .category, .waterBound, .largestPart, .referenceDate,
      ]
    case .withdrawals:
      [
        .withdrawal, .name, .municipalityCode, .municipalityName, .rin, .year, .netArea, .category, .waterBound,
        .returningShare, .housingArea, .referenceDate,
      ]
    }
  }
}
