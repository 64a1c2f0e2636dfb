import PlaneGeometry
import Provenance
import Quantities

extension RegisterRules {
  func areas(of park: WorkLocation) -> [Diagnostic] {
    let a = park.attributes
    return [
      exceeds(park, "netto_ha", a.net?.value, "bruto", a.gross?.value, code: "net-exceeds-gross"),
      exceeds(
        park, "terstond_uitgeefbaar", a.immediatelyIssuable?.value, "netto_ha", a.net?.value,
        code: "issuable-exceeds-net"),
      exceeds(
        park, "grootst_uitgeefbaar_deel_ha", a.largestIssuablePart?.value, "uitgeefbaar", issuable(a)?.value,
        code: "largest-exceeds-issuable"),
      exceeds(park, "uitgegeven", a.issued?.value, "netto_ha", a.net?.value, code: "issued-exceeds-net"),
    ].compactMap { $0 } + restructuring(of: park)
  }

  func prices(of park: WorkLocation) -> [Diagnostic] {
    let a = park.attributes
    return [
      exceeds(
        park, "min_verkoopprijs_euro_p_m2", a.minimumSalePrice?.value, "max_verkoopprijs_euro_p_m2",
        a.maximumSalePrice?.value, code: "sale-price-order"),
      exceeds(
        park, "min_erfpachtprijs_euro_p_m2", a.minimumLeasePrice?.value, "max_erfpachtprijs_euro_p_m2",
        a.maximumLeasePrice?.value, code: "lease-price-order"),
    ].compactMap { $0 }
  }

  /// A park that is called obsolete needs a cause and an area.
  func obsolescence(of park: WorkLocation) -> [Diagnostic] {
    let a = park.attributes
    guard a.isObsolete == .yes else { return [] }
    let missing = [
      a.obsolescenceCause == nil ? "hoofdoorzaak_veroudering" : nil,
      a.obsoleteArea == nil ? "bruto_oppervlakte_verouderd" : nil,
    ]
    return missing.compactMap { $0 }.map { field in
      problem(
        .warning, "obsolete-incomplete", park, field: field, nl: "verouderd terrein zonder \(field)",
        en: "obsolete park without \(field)", remedy: Self.correctSource)
    }
  }

  /// The stated gross area against the area of the outline, both in RD.
  func outline(of park: WorkLocation) -> [Diagnostic] {
    guard let outline = park.outline else { return [] }
    var problems: [Diagnostic] = []
    if let reason = outline.invalidReason {
      problems.append(
        problem(
          .warning, "outline-invalid", park, field: "vlak", value: reason, nl: "het vlak is geen geldige veelhoek",
          en: "the outline is not a valid polygon", remedy: Self.correctSource))
    }
    guard let stated = park.attributes.gross, stated > .zero else { return problems }
    let drawn = SquareMetres(outline.area).asGrossHectares
    guard (drawn - stated).value.magnitude > areaTolerance * stated.value else { return problems }
    let style = NumberStyle.plain(decimals: 2)
    return problems + [
      problem(
        .warning, "area-differs", park, field: "bruto", value: "\(style(stated.value)) / \(style(drawn.value)) ha",
        nl: "de opgegeven bruto oppervlakte wijkt af van het vlak",
        en: "the stated gross area differs from the outline",
        remedy: LocalizedText(
          nl: "Controleer of het vlak en de oppervlakte bij hetzelfde plan horen.",
          en: "Check whether outline and area belong to the same plan."))
    ]
  }

  func codes(of park: WorkLocation) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    if !park.type.isKnown {
      problems.append(unknownCode(park, field: "werklocatietype", value: park.type.rawValue))
    }
    if let category = park.attributes.maximumCategory, !category.isKnown {
      problems.append(unknownCode(park, field: "max_milieucategorie", value: category.rawValue))
    }
    return problems
  }

  func place(of park: WorkLocation, in register: Register) -> [Diagnostic] {
    guard register.regions[park.municipality] == nil else { return [] }
    return [
      problem(
        .warning, "municipality-unknown", park, field: "gemeentecode", value: park.municipality.text,
        nl: "de gemeente staat niet in het register; het terrein telt in geen enkele regio mee",
        en: "the municipality is not in the register; the park counts in no region",
        remedy: LocalizedText(
          nl: "Vul de gemeentecode in de bron aan of importeer de gemeenten.",
          en: "Complete the municipality code in the source or import the municipalities."))
    ]
  }

  func age(of park: WorkLocation, in register: Register) -> [Diagnostic] {
    let years = register.referenceDate.year - park.origin.referenceDate.year
    guard years >= staleAfterYears else { return [] }
    return [
      problem(
        .note, "measurement-old", park, value: park.origin.referenceDate.description,
        nl: "de laatste meting is \(years) jaar oud", en: "the latest measurement is \(years) years old",
        remedy: LocalizedText(nl: "Vraag een nieuwe meting.", en: "Ask for a new measurement."))
    ]
  }

  /// Two parks of one name in one municipality: legal, but easily a double count.
  public func duplicateNames(among parks: [WorkLocation]) -> [Diagnostic] {
    struct Key: Hashable {
      let municipality: RegionCode
      let name: String
    }
    var seen: [Key: RINNumber] = [:]
    seen.reserveCapacity(parks.count)
    return parks.compactMap { park in
      let key = Key(municipality: park.municipality, name: park.name.lowercased())
      guard let first = seen[key] else {
        seen[key] = park.rin
        return nil
      }
      return problem(
        .note, "duplicate-name", park, field: "plannaam", value: "RIN \(first)",
        nl: "een ander terrein in deze gemeente heet hetzelfde",
        en: "another park in this municipality has the same name",
        remedy: LocalizedText(
          nl: "Controleer dat het niet hetzelfde terrein is.", en: "Check that it is not the same park."))
    }
  }

  private func restructuring(of park: WorkLocation) -> [Diagnostic] {
    let a = park.attributes
    let areas: [(String, GrossHectares?)] = [
      ("bruto_oppervlakte_verouderd", a.obsoleteArea), ("oppervlakte_facelift", a.facelift),
      ("oppervlakte_revitalisatie", a.revitalisation), ("oppervlakte_zware_revitalisatie_ha", a.heavyRevitalisation),
      ("oppervlakte_herprofilering_ha", a.reprofiling), ("oppervlakte_transformatie_ha", a.transformation),
    ]
    return areas.compactMap { field, area in
      exceeds(park, field, area?.value, "bruto", a.gross?.value, code: "restructuring-exceeds-gross")
    }
  }

  private func issuable(_ a: WorkLocationAttributes) -> NetHectares? {
    guard a.immediatelyIssuable != nil || a.laterIssuable != nil else { return nil }
    return (a.immediatelyIssuable ?? .zero) + (a.laterIssuable ?? .zero)
  }

  /// A problem when the first amount is larger than the second by more than the four decimals of the register.
  private func exceeds(
    _ park: WorkLocation, _ field: String, _ amount: Double?, _ limitField: String, _ limit: Double?, code: String
  ) -> Diagnostic? {
    let style = NumberStyle.plain(decimals: 4)
    guard let amount, let limit, amount > limit, style(amount) != style(limit) else { return nil }
    return problem(
      .warning, code, park, field: field, value: "\(style(amount)) > \(style(limit))",
      nl: "\(field) is groter dan \(limitField)", en: "\(field) is larger than \(limitField)",
      remedy: Self.correctSource)
  }

  private func unknownCode(_ park: WorkLocation, field: String, value: String) -> Diagnostic {
    problem(
      .note, "code-unknown", park, field: field, value: value, nl: "onbekende code, bewaard zoals gevonden",
      en: "unknown code, kept as found",
      remedy: LocalizedText(
        nl: "Controleer de code bij de bronhouder.", en: "Check the code with the keeper of the source."))
  }
}
