import Provenance
import Quantities
import SupplyDemandBalance
import WorkLocations

/// The figures of the parks of one region with the way to them: counts and sums over the records of the register.
struct ExplainedParks {
  let region: RegionCode
  let sites: [SiteSupply]
  let referenceYear: Int
  /// Years until later land is ready where the register names none.
  let laterDelay: ParameterReading

  init(_ register: Register, _ inventory: SupplyInventory, in region: RegionCode) {
    self.region = region
    sites = SiteSupply.all(register.parks(in: region), inventory.lines(in: region))
    referenceYear = register.referenceDate.year
    laterDelay = inventory.laterDelay
  }

  /// - Returns: nil for a park that is not there or does not hold the number, and for what cannot be added up, such as years.
  func explanation(of figure: ParkFigure) -> Explanation? {
    let chosen = sites.filter(figure.selection.contains)
    switch (figure.measure, figure.selection) {
    case (.count, .park), (.share, .park): return nil
    case (.count, let selection): return count(chosen, selection)
    case (.share, let selection):
      return .share(
        reference(count(chosen, selection), selection), of: reference(count(sites, .all), .all),
        nl: "deel van de terreinen" + selection.label.nl,
        en: "part of the parks" + selection.label.en)
    case (.availableFrom, .park): return chosen.first.flatMap(availableFrom)
    case (.availableFrom, _): return nil
    case (.attribute(let name), .park): return chosen.first.flatMap { record(name, of: $0.park) }
    case (.attribute(let name), let selection): return sum(name, over: chosen, selection)
    }
  }

  private func count(_ chosen: [SiteSupply], _ selection: ParkFigure.Selection) -> Explanation {
    .counted(
      LocalizedText(nl: "aantal terreinen", en: "number of parks") + selection.label,
      chosen.map { $0.park.field(selection.field) })
  }

  private func reference(_ count: Explanation, _ selection: ParkFigure.Selection) -> Explanation {
    count.reference(to: RegisterFigure.parks(ParkFigure(.count, selection)).path(in: region))
  }

  private func sum(_ name: String, over chosen: [SiteSupply], _ selection: ParkFigure.Selection) -> Explanation? {
    guard let unit = WorkLocationAttribute.numeric(name)?.unit, unit == .netHectare || unit == .grossHectare else {
      return nil
    }
    return .total(
      LocalizedText(nl: "\(name) van de terreinen", en: "\(name) of the parks") + selection.label, unit,
      chosen.compactMap { record(name, of: $0.park) })
  }

  private func record(_ name: String, of park: WorkLocation) -> Explanation? {
    guard let attribute = WorkLocationAttribute.numeric(name), let unit = attribute.unit,
      let number = park.attributes.number(attribute)
    else { return nil }
    return .record(number, unit, park.field(name))
  }

  // MARK: Later land

  /// The first of the years of the municipality's and the private land.
  private func availableFrom(_ site: SiteSupply) -> Explanation? {
    guard site.later > .zero else { return nil }
    let attributes = site.park.attributes
    let named = [
      (
        attributes.laterIssuableMunicipal, attributes.laterIssuableYearMunicipal,
        "beoogd_jaar_niet_terstond_uitgeefbaar"
      ),
      (
        attributes.laterIssuablePrivate, attributes.laterIssuableYearPrivate,
        "beoogd_jaar_niet_terstond_uitgeefbaar_particulier"
      ),
    ].filter { ($0.0 ?? .zero) > .zero }
    let years = named.map { _, year, field in
      year.map { Explanation.record(Double($0), .calendarYear, site.park.field(field)) } ?? delayed
    }
    guard years.count > 1 else { return years.first ?? delayed }
    return .formula(
      .minimum, .calendarYear, FormulaName(nl: "eerste jaar van uitgifte", en: "first year of issue", notation: "min"),
      years)
  }

  private var delayed: Explanation {
    .formula(
      .sum, .calendarYear,
      FormulaName(nl: "jaar van uitgifte", en: "year of issue", notation: "peiljaar + uitstel"),
      .definition(Double(referenceYear), .calendarYear, LocalizedText(nl: "peiljaar", en: "reference year")),
      .parameter(laterDelay))
  }
}

extension ExplainedParks {
  /// Every figure that there is, for listing.
  var figures: [ParkFigure] {
    let selections: [ParkFigure.Selection] =
      [.all] + ParkKind.allCases.map { .kind($0) } + Availability.allCases.map { .availability($0) }
      + WorkLocation.fillable.map { .filledIn($0) }
      + sites.map { .measured($0.park.origin.referenceDate.description) }.unique()
    let parks = sites.map { ParkFigure.Selection.park($0.park.rin.text) }
    let attributes = WorkLocationAttribute.all.filter(\.isNumeric).map { ParkFigure.Measure($0.name) ?? .count }
    return [.count, .share].flatMap { measure in selections.map { ParkFigure(measure, $0) } }
      + ([ParkFigure.Measure.gross, .net] + attributes).unique().flatMap { measure in
        (selections + parks).map { ParkFigure(measure, $0) }
      } + parks.map { ParkFigure(.availableFrom, $0) }
  }
}

extension WorkLocation {
  /// A field of the park in the register, under the park's name.
  func field(_ name: String) -> RecordField {
    RecordField(LocalizedText(both: self.name), table: "werklocaties", key: rin.text, field: name, origin: origin)
  }

  /// How completeness names the outline beside the attributes.
  static let outlineName = "vlak"
  /// What can be filled in, in the order in which completeness tells it.
  static let fillable = [outlineName] + WorkLocationAttribute.all.map(\.name)

  func isFilledIn(_ name: String) -> Bool {
    if name == Self.outlineName { return outline != nil }
    return WorkLocationAttribute.all.first { $0.name == name }.map(attributes.isFilledIn) ?? false
  }
}

extension WorkLocationAttribute {
  /// Nil for text.
  var unit: Unit? {
    switch slot {
    case .net: .netHectare
    case .gross: .grossHectare
    case .price: .euroPerSquareMetre
    case .year: .calendarYear
    case .indicator, .category, .text: nil
    }
  }
}

extension Explanation {
  /// How many records there are, each counted as one.
  static func counted(_ label: LocalizedText, _ fields: [RecordField]) -> Explanation {
    total(label, .count, fields.map { .record(1, .count, $0) })
  }

  /// The sum of some records; of none a zero that says so.
  static func total(_ label: LocalizedText, _ unit: Unit, _ parts: [Explanation]) -> Explanation {
    guard !parts.isEmpty else {
      return .definition(0, unit, label + LocalizedText(nl: ": er is geen record", en: ": there is no record"))
    }
    return .formula(.sum, unit, FormulaName(label, notation: "Σ"), parts)
  }
}
