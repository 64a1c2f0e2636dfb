import Provenance
import Quantities
import WorkLocations

/// The issuable land of one park — *uitgeefbaar aanbod*: the park's own figures, spread over sizes by its plots; the plots
/// alone where the park has no figure.
struct ParkSupply {
  let park: WorkLocation
  let rules: SupplyRules
  let referenceYear: Int

  init(_ park: WorkLocation, rules: SupplyRules, referenceYear: Int) {
    self.park = park
    self.rules = rules
    self.referenceYear = referenceYear
  }

  /// Lines with land; a park without any has none.
  var lines: [SupplyLine] { immediate + later }

  private var attributes: WorkLocationAttributes { park.attributes }
  private var water: WaterAccess { park.isWaterBound ? .wet : .dry }

  private var immediate: [SupplyLine] {
    let area = attributes.immediatelyIssuable ?? total(of: plots(.immediatelyIssuable))
    guard area > .zero else { return [] }
    return [line(.immediate, area, plots: .immediatelyIssuable, from: referenceYear, assumed: [])]
  }

  /// Municipal and private land that is issuable later, each in its own year.
  private var later: [SupplyLine] {
    laterAreas.filter { $0.area > .zero }.map { area, year in
      line(
        .later, area, plots: .laterIssuable, from: year ?? referenceYear + Int(rules.laterDelay.value),
        assumed: year == nil ? [.year] : [])
    }
  }

  private var laterAreas: [(area: NetHectares, year: Int?)] {
    guard attributes.laterIssuable != nil else { return [(total(of: plots(.laterIssuable)), nil)] }
    return [
      (attributes.laterIssuableMunicipal ?? .zero, attributes.laterIssuableYearMunicipal),
      (attributes.laterIssuablePrivate ?? .zero, attributes.laterIssuableYearPrivate),
    ]
  }

  private func plots(_ status: PlotStatus) -> [Plot] { park.plots.filter { $0.status == status && $0.area > .zero } }
  private func total(of plots: [Plot]) -> NetHectares { plots.map(\.area).total().asNetHectares }

  private func line(
    _ kind: SupplyKind, _ area: NetHectares, plots status: PlotStatus, from year: Int, assumed: [SupplyLine.Assumption]
  ) -> SupplyLine {
    SupplyLine(
      kind: kind, record: park.rin.text, name: park.name, municipality: park.municipality, availableFrom: year,
      byClass: byClass(area, status),
      assumptions: (attributes.maximumCategory?.main == nil ? [.category] : []) + assumed, origin: park.origin)
  }

  /// Plots give the sizes, the park's figure gives the amount: plots that sum to another area are scaled to it.
  private func byClass(_ area: NetHectares, _ status: PlotStatus) -> [Double] {
    let category = rules.category(attributes.maximumCategory)
    let plots = plots(status)
    let total = total(of: plots).value
    guard total > 0 else {
      return rules.spread(area, largestPart: attributes.largestIssuablePart, category: category, water: water)
    }
    var byClass = [Double](repeating: 0, count: SpaceClass.all.count)
    for plot in plots {
      let space = SpaceClass(
        category: plot.category.map { rules.category($0) } ?? category, size: rules.size(squareMetres: plot.area.value),
        water: water)
      byClass[space.index] += plot.area.asNetHectares.value * area.value / total
    }
    return byClass
  }
}
