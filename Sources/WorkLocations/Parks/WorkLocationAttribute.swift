import Quantities

/// One attribute of a work location under its name in the national register, with its place in `WorkLocationAttributes`.
///
/// Import, store, layers and checks all walk this one list, so an attribute is named once.
public struct WorkLocationAttribute: Sendable {
  /// Where the attribute lives and what it holds.
  public enum Slot: Sendable {
    case net(StoredAttribute<NetHectares>)
    case gross(StoredAttribute<GrossHectares>)
    case price(StoredAttribute<EuroPerSquareMetre>)
    case year(StoredAttribute<Int>)
    case indicator(StoredAttribute<Indicator>)
    case category(StoredAttribute<EnvironmentalCategory>)
    case text(StoredAttribute<String>)
  }

  /// Name in the IBIS export, in lower case: the column name of the store and of our layers.
  public let name: String
  public let slot: Slot

  public init(_ name: String, _ slot: Slot) {
    self.name = name
    self.slot = slot
  }

  /// In the order of the columns of the IBIS export.
  public static let all: [WorkLocationAttribute] = general + area + access + finance + obsolescence

  private static let general: [WorkLocationAttribute] = [
    .init("kern", .text(\.settlement)), .init("planfase", .text(\.planPhase)), .init("startjaar", .year(\.startYear)),
    .init("kavels_beschikbaar", .indicator(\.plotsAvailable)), .init("parkmanagement", .indicator(\.parkManagement)),
    .init("terreinbeheerder", .text(\.parkManager)), .init("gegevensbeheerder", .text(\.dataKeeper)),
    .init("opmerking_bij_jaargegevens", .text(\.remark)),
  ]

  private static let area: [WorkLocationAttribute] = [
    .init("bruto", .gross(\.gross)), .init("netto_ha", .net(\.net)),
    .init("totaal_uitgegeven_tm_vorig_jaar_ha", .net(\.issuedBefore)),
    .init("uitgifte_huidig_jaar_ha", .net(\.issuedThisYear)), .init("terugkoop_gemeente_ha", .net(\.boughtBack)),
    .init("terstond_uitgeefbaar", .net(\.immediatelyIssuableTotal)),
    .init("terstond_uitgeefbaar_gemeente_ha", .net(\.immediatelyIssuableMunicipal)),
    .init("terstond_uitgeefbaar_particulier_ha", .net(\.immediatelyIssuablePrivate)),
    .init("niet_terstond_uitgeefbaar_gemeente_ha", .net(\.laterIssuableMunicipal)),
    .init("niet_terstond_uitgeefbaar_particulier_ha", .net(\.laterIssuablePrivate)),
    .init("beoogd_jaar_niet_terstond_uitgeefbaar", .year(\.laterIssuableYearMunicipal)),
    .init("beoogd_jaar_niet_terstond_uitgeefbaar_particulier", .year(\.laterIssuableYearPrivate)),
    .init("totaal_uitgeefbaar_gemeente_ha", .net(\.issuableMunicipal)),
    .init("totaal_uitgeefbaar_particulier_ha", .net(\.issuablePrivate)),
    .init("grootst_uitgeefbaar_deel_ha", .net(\.largestIssuablePart)),
  ]

  private static let access: [WorkLocationAttribute] = [
    .init("max_milieucategorie", .category(\.maximumCategory)), .init("milieuzonering", .indicator(\.noiseZone)),
    .init("waterontsluiting", .text(\.waterAccess)), .init("spoorontsluiting", .text(\.railAccess)),
    .init("externe_bereikbaarheid", .text(\.externalAccess)), .init("parkeergelegenheid", .text(\.parking)),
  ]

  private static let finance: [WorkLocationAttribute] = [
    .init("min_verkoopprijs_euro_p_m2", .price(\.minimumSalePrice)),
    .init("max_verkoopprijs_euro_p_m2", .price(\.maximumSalePrice)),
    .init("min_erfpachtprijs_euro_p_m2", .price(\.minimumLeasePrice)),
    .init("max_erfpachtprijs_euro_p_m2", .price(\.maximumLeasePrice)),
  ]

  private static let obsolescence: [WorkLocationAttribute] = [
    .init("verouderd", .indicator(\.isObsolete)), .init("bruto_oppervlakte_verouderd", .gross(\.obsoleteArea)),
    .init("hoofdoorzaak_veroudering", .text(\.obsolescenceCause)), .init("oppervlakte_facelift", .gross(\.facelift)),
    .init("oppervlakte_revitalisatie", .gross(\.revitalisation)),
    .init("oppervlakte_zware_revitalisatie_ha", .gross(\.heavyRevitalisation)),
    .init("oppervlakte_herprofilering_ha", .gross(\.reprofiling)),
    .init("oppervlakte_transformatie_ha", .gross(\.transformation)),
    .init("herstructureringsfase", .text(\.restructuringPhase)),
    .init("herstructureringsplan", .text(\.restructuringPlan)),
  ]
}

extension WorkLocationAttribute.Slot {
  fileprivate typealias Path<Value> = WritableKeyPath<WorkLocationAttributes, Value?>

  fileprivate static func net(_ path: Path<NetHectares>) -> Self { .net(StoredAttribute(path)) }
  fileprivate static func gross(_ path: Path<GrossHectares>) -> Self { .gross(StoredAttribute(path)) }
  fileprivate static func price(_ path: Path<EuroPerSquareMetre>) -> Self { .price(StoredAttribute(path)) }
  fileprivate static func year(_ path: Path<Int>) -> Self { .year(StoredAttribute(path)) }
  fileprivate static func indicator(_ path: Path<Indicator>) -> Self { .indicator(StoredAttribute(path)) }
  fileprivate static func category(_ path: Path<EnvironmentalCategory>) -> Self { .category(StoredAttribute(path)) }
  fileprivate static func text(_ path: Path<String>) -> Self { .text(StoredAttribute(path)) }
}

extension WorkLocationAttributes {
  /// The number in a numeric attribute; nil when it is not filled in or holds text.
  public func number(_ attribute: WorkLocationAttribute) -> Double? {
    switch attribute.slot {
    case .net(let place): self[place]?.value
    case .gross(let place): self[place]?.value
    case .price(let place): self[place]?.value
    case .year(let place): self[place].map(Double.init)
    case .indicator, .category, .text: nil
    }
  }

  /// The text in a textual attribute; nil when it is not filled in or holds a number.
  public func text(_ attribute: WorkLocationAttribute) -> String? {
    switch attribute.slot {
    case .indicator(let place): self[place]?.rawValue
    case .category(let place): self[place]?.rawValue
    case .text(let place): self[place]
    case .net, .gross, .price, .year: nil
    }
  }

  /// Fills a numeric attribute; does nothing for a textual one.
  public mutating func set(_ attribute: WorkLocationAttribute, number: Double?) {
    switch attribute.slot {
    case .net(let place): self[place] = number.map(NetHectares.init)
    case .gross(let place): self[place] = number.map(GrossHectares.init)
    case .price(let place): self[place] = number.map(EuroPerSquareMetre.init)
    case .year(let place): self[place] = number.map { Int($0) }
    case .indicator, .category, .text: break
    }
  }

  /// Fills a textual attribute; an unknown indicator reads as unknown. Does nothing for a numeric one.
  public mutating func set(_ attribute: WorkLocationAttribute, text: String?) {
    switch attribute.slot {
    case .indicator(let place): self[place] = text.map { Indicator(rawValue: $0) ?? .unknown }
    case .category(let place): self[place] = text.map(EnvironmentalCategory.init(rawValue:))
    case .text(let place): self[place] = text
    case .net, .gross, .price, .year: break
    }
  }
}

extension WorkLocationAttribute {
  /// True when the attribute holds a number.
  public var isNumeric: Bool {
    switch slot {
    case .net, .gross, .price, .year: true
    case .indicator, .category, .text: false
    }
  }

  /// True when the attribute holds a whole year.
  public var isYear: Bool {
    if case .year = slot { return true }
    return false
  }
}
