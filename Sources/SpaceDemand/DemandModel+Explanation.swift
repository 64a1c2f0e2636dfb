import Provenance
import Quantities
import WorkLocations

extension DemandModel {
  /// Where a figure of a region's demand comes from, by the same formulas that give the figure.
  /// - Returns: nil when there is no such sector, withdrawal or add-on in this case.
  public func explanation(of figure: DemandFigure, in region: RegionCode, scenario: String, horizon: Int)
    -> Explanation?
  {
    let item = demandCase(region, scenario, horizon)
    func parts(_ belongs: (Part) -> Bool = { _ in true }) -> [Explanation] {
      self.parts(of: item).filter(belongs).map(\.net)
    }
    return switch figure {
    case .total: total(Self.totalLabel.nl, Self.totalLabel.en, parts())
    case .grossTotal:
      total("ruimtevraag bruto", "gross demand", self.parts(of: item).map { grossed($0, item) }, unit: .grossHectare)
    case .expansion: total("uitbreidingsvraag", "expansion", parts(\.isExpansion))
    case .replacement: total("vervangingsvraag", "replacement", parts(\.isReplacement))
    case .additional: total("aanvullende vraag", "additional demand", parts(\.isAddOn))
    case .expansionOf(let sector, let type): expansion(item, sector, type)
    case .replacementOf(let id):
      withdrawals(in: region, through: horizon).first { $0.id == id }.map { replacement($0, item.coefficients) }
    case .addOn(let id): addOns.first { $0.id == id }.flatMap { additional(item, $0) }
    case .effect(let effect): self.effect(effect, item)
    case .effectOf(let effect, let sector, let type): self.effect(effect, item, sector, type)
    case .level(let last): level(after: last) { self.effect($0, item) }
    case .spaceClass(let space): spaceClass(space, item)
    case .sectorGroup(let id): sectorGroup(id, item)
    case .jobs(let sector, let atStart): jobs(item, sector, atStart ? startYear : horizon)
    }
  }

  /// Sector groups that demand is added up for.
  public var sectorGroups: [String] { groups.names }

  /// The figures that can be explained apart in a region, in the order of the demand lines.
  public func figures(in region: RegionCode, scenario: String, horizon: Int) -> [DemandFigure] {
    parts(of: demandCase(region, scenario, horizon)).map(\.figure)
  }

  /// A demand line as an explanation.
  private struct Part {
    let figure: DemandFigure
    let net: Explanation
    let locationType: LocationType

    var isExpansion: Bool { if case .expansionOf = figure { true } else { false } }
    var isReplacement: Bool { if case .replacementOf = figure { true } else { false } }
    var isAddOn: Bool { if case .addOn = figure { true } else { false } }
  }

  private func parts(of item: DemandCase) -> [Part] {
    let expansion = item.coefficients.sectors.flatMap { sector in
      LocationType.workLocations.map { type in
        Part(
          figure: .expansionOf(sector: sector.sector.id, locationType: type), net: self.expansion(item, sector, type),
          locationType: type)
      }
    }
    let replacement = withdrawals(in: item.region, through: item.horizon).map {
      Part(
        figure: .replacementOf(withdrawal: $0.id), net: self.replacement($0, item.coefficients),
        locationType: .businessPark)
    }
    let additional = addOns.compactMap { addOn in
      self.additional(item, addOn).map { Part(figure: .addOn(id: addOn.id), net: $0, locationType: addOn.locationType) }
    }
    return expansion + replacement + additional
  }

  private func expansion(_ item: DemandCase, _ sector: String, _ type: LocationType) -> Explanation? {
    guard LocationType.workLocations.contains(type) else { return nil }
    return item.coefficients.sectors.first { $0.sector.id == sector }.map { expansion(item, $0, type) }
  }

  func expansion(_ item: DemandCase, _ sector: SectorCoefficients, _ type: LocationType) -> Explanation {
    func land(_ year: Int) -> Explanation { area(item, sector, type, jobs(item, sector, year), year) }
    return expansion(sector, type, from: land(startYear), to: land(item.horizon))
  }

  private func grossed(_ part: Part, _ item: DemandCase) -> Explanation {
    gross(part.net, part.locationType, item.coefficients)
  }

  private func jobs(_ item: DemandCase, _ sector: String?, _ year: Int) -> Explanation? {
    guard let sector else { return total("banen in \(year)", "jobs in \(year)", jobs(item, year), unit: .job) }
    return item.coefficients.sectors.first { $0.sector.id == sector }.map { jobs(item, $0, year) }
  }

  private func total(_ nl: String, _ en: String, _ parts: [Explanation], unit: Unit = .netHectare) -> Explanation {
    .formula(.sum, unit, FormulaName(nl: nl, en: en, notation: "Σ"), parts)
  }
}

extension DemandModel {
  /// Demand of one class of land: each line times the share of it that falls in the class.
  private func spaceClass(_ space: SpaceClass, _ item: DemandCase) -> Explanation {
    let parts = explainedLines(item).compactMap { line -> Explanation? in
      guard line.net.value != 0, let share = line.share(space), share.value != 0 else { return nil }
      return .formula(
        .product, .netHectare,
        FormulaName(
          nl: "\(line.net.label.nl), \(space.label.nl)", en: "\(line.net.label.en), \(space.label.en)",
          notation: "vraag × aandeel"), [line.net, share])
    }
    return total("vraag naar \(space.label.nl)", "demand for \(space.label.en)", parts)
  }

  /// Demand of one sector group; nil where there is no such group.
  private func sectorGroup(_ id: String, _ item: DemandCase) -> Explanation? {
    guard groups.names.contains(id) else { return nil }
    let label = classification.groups.first { $0.id == id }?.label ?? LocalizedText(both: id)
    return total(
      "ruimtevraag van \(label.nl)", "demand of \(label.en)",
      explainedLines(item).filter { $0.sectorGroup == id }.map(\.net))
  }
}
