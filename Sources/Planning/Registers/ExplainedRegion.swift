import Provenance
import Quantities
import SupplyDemandBalance
import WorkLocations

/// The figures of one region of a register by itself with the way to them — *registercijfers van een gebied*.
struct ExplainedRegion {
  private let register: Register
  private let inventory: SupplyInventory
  private let region: RegionCode
  private let parks: ExplainedParks
  private let planned: ExplainedPlanned
  private let check: RegisterCheck

  init(_ register: Register, _ inventory: SupplyInventory, _ check: RegisterCheck, _ region: RegionCode) {
    self.register = register
    self.inventory = inventory
    self.region = region
    self.check = check
    parks = ExplainedParks(register, inventory, in: region)
    planned = ExplainedPlanned(register, in: region)
  }

  func explanation(of figure: RegisterFigure) -> Explanation? {
    switch figure {
    case .supply(let kind, let record):
      inventory.explanation(of: kind, in: region, record: record) ?? record.flatMap { nothing(of: kind, at: $0) }
    case .uptake: Uptake(register).mean(in: region)
    case .parks(let figure): parks.explanation(of: figure)
    case .planned(let figure): planned.explanation(of: figure)
    case .landUse(let year): LandUseSeries(register).explanation(of: region, in: year)
    case .parksOfCluster(let key): clusters.first { $0.id == key }.map(parks(of:))
    case .homes(let area): housingAreas.first { $0.id == area }.flatMap(homes)
    case .messages(let figure): messages.explanation(of: figure)
    }
  }

  /// Checks the part of the register anew, so ask it once.
  var messages: ExplainedMessages { ExplainedMessages(messages: check.messages(about: register.part(in: region))) }

  /// A park that has other land to issue: a zero that says so.
  private func nothing(of kind: SupplyKind, at rin: String) -> Explanation? {
    guard kind == .immediate || kind == .later, parks.sites.contains(where: { $0.park.rin.text == rin }) else {
      return nil
    }
    return .definition(
      0, .netHectare, kind.label + LocalizedText(nl: ": dit terrein heeft er geen", en: ": this park has none"))
  }

  // MARK: Clusters and housing

  private var clusters: [Cluster] {
    let inside = Set(register.regions.municipalities(in: region))
    return register.records.clusters.filter { !inside.isDisjoint(with: $0.municipalities) }
  }

  private var housingAreas: [HousingArea] {
    let inside = Set(register.regions.municipalities(in: region))
    return register.records.housingAreas.filter { !inside.isDisjoint(with: $0.municipalities) }
  }

  private func parks(of cluster: Cluster) -> Explanation {
    let inside = Set(parks.sites.map(\.park.rin))
    return .counted(
      LocalizedText(nl: "aantal terreinen van \(cluster.name)", en: "number of parks of \(cluster.name)"),
      cluster.parks.filter(inside.contains).map { rin in
        RecordField(
          LocalizedText(nl: "terrein \(rin)", en: "park \(rin)"), table: "clusters", key: cluster.id,
          field: "rin_nummers", origin: cluster.origin)
      })
  }

  private func homes(of area: HousingArea) -> Explanation? {
    area.homes.map {
      .record(
        Double($0), .count,
        RecordField(
          LocalizedText(both: area.name), table: "woningbouwgebieden", key: area.id, field: "woningen",
          origin: area.origin))
    }
  }
}

extension ExplainedRegion {
  /// Every figure that there is, for listing.
  var figures: [RegisterFigure] {
    let lines = inventory.lines(in: region)
    let supply = SupplyKind.allCases.flatMap { kind in
      [RegisterFigure.supply(kind, record: nil)]
        + lines.filter { $0.kind == kind }.map { .supply(kind, record: $0.record) }
    }
    let all =
      supply + [.uptake] + parks.figures.map(RegisterFigure.parks) + planned.figures.map(RegisterFigure.planned)
      + others
    return all.filter { explanation(of: $0) != nil } + messages.figures.map(RegisterFigure.messages)
  }

  private var others: [RegisterFigure] {
    LandUseSeries(register).years.map { .landUse(year: $0) } + clusters.map { .parksOfCluster($0.id) }
      + housingAreas.map { .homes(area: $0.id) }
  }

  /// What a report of a province prints of the whole province.
  var printed: [RegisterFigure] {
    let areas: [ParkFigure.Measure] = [.gross, .net]
    let kinds = ParkKind.allCases.flatMap { kind in
      ([.count] + areas).map { ParkFigure($0, .kind(kind)) }
    }
    let quality = WorkLocation.fillable.flatMap { name in
      [ParkFigure(.count, .filledIn(name)), ParkFigure(.share, .filledIn(name))]
    }
    let ages = parks.sites.map { ParkFigure(.count, .measured($0.park.origin.referenceDate.description)) }.unique()
    return (counts + [ParkFigure(.gross)] + kinds + quality + ages).map(RegisterFigure.parks)
      + planned.figures.map(RegisterFigure.planned) + others
  }

  /// What a report of a province prints of a municipality in it, and of each park with land to issue.
  var printedOfMunicipality: [RegisterFigure] {
    guard !parks.sites.isEmpty else { return [] }
    return counts.map(RegisterFigure.parks)
      + parks.sites.filter { $0.issuable > .zero }.map(\.park.rin.text).flatMap { rin -> [RegisterFigure] in
        [.supply(.immediate, record: rin), .supply(.later, record: rin)]
          + [.availableFrom, .largestPart].map { .parks(ParkFigure($0, .park(rin))) }
      }
  }

  private var counts: [ParkFigure] {
    [ParkFigure(.count)] + Availability.allCases.map { ParkFigure(.count, .availability($0)) } + [ParkFigure(.net)]
  }
}
