import Provenance
import Quantities
import WorkLocations

/// The issuable land of one park — *uitgeefbaar aanbod*: the park's own figures, spread over sizes by its plots; the plots
/// alone where the park has no figure.
struct ParkSupply {
  let park: WorkLocation
  let referenceYear: Int
  private let category: SupplyRecord.Category
  private let water: WaterAccess

  init(_ park: WorkLocation, referenceYear: Int) {
    self.park = park
    self.referenceYear = referenceYear
    category = SupplyRecord.Category(park.attributes.maximumCategory)
    water = park.isWaterBound ? .wet : .dry
  }

  /// Records with land; a park without any has none.
  var records: [SupplyRecord] { immediate + later }

  private var attributes: WorkLocationAttributes { park.attributes }

  private var immediate: [SupplyRecord] {
    let plots = plots(.immediatelyIssuable)
    let area = attributes.immediatelyIssuable ?? total(of: plots)
    guard area > .zero else { return [] }
    return [record(.immediate, area, plots, from: referenceYear)]
  }

  /// Municipal and private land that is issuable later, each in its own year.
  private var later: [SupplyRecord] {
    let plots = plots(.laterIssuable)
    return laterAreas(plots).filter { $0.area > .zero }.map { area, year in record(.later, area, plots, from: year) }
  }

  private func laterAreas(_ plots: [Plot]) -> [(area: NetHectares, year: Int?)] {
    guard attributes.laterIssuable != nil else { return [(total(of: plots), nil)] }
    return [
      (attributes.laterIssuableMunicipal ?? .zero, attributes.laterIssuableYearMunicipal),
      (attributes.laterIssuablePrivate ?? .zero, attributes.laterIssuableYearPrivate),
    ]
  }

  private func plots(_ status: PlotStatus) -> [Plot] { park.plots.filter { $0.status == status && $0.area > .zero } }
  private func total(of plots: [Plot]) -> NetHectares { plots.map(\.area).total().asNetHectares }

  private func record(_ kind: SupplyKind, _ area: NetHectares, _ plots: [Plot], from year: Int?) -> SupplyRecord {
    SupplyRecord(
      kind: kind, record: park.rin.text, name: park.name, municipality: park.municipality, year: year, area: area,
      largestPart: attributes.largestIssuablePart,
      pieces: plots.map { .init(area: $0.area, category: $0.category.map { .init($0) } ?? .asPark) },
      category: category, water: water, origin: park.origin)
  }
}
