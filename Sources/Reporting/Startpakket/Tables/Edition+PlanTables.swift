import Planning
import Quantities
import SpaceDemand
import WorkLocations

extension Edition {
  var planTable: Table {
    Table(
      caption: words("Plannen", "Plans"),
      columns: [
        Table.Column(words("Plan", "Plan")), Table.Column(words("Gemeente", "Municipality")),
        Table.Column(words("Hardheid", "Firmness")), .number(words("Oppervlakte", "Area"), unit: netUnit),
        .number(words("Verwacht jaar", "Expected year")), Table.Column(words("Soort terrein", "Type")),
        Table.Column(words("Milieucategorie", "Category")), Table.Column(words("Aan water", "Water-bound")),
      ],
      rows: response.planCapacities.sorted {
        ($0.hardness.order, $0.municipality, $0.id) < ($1.hardness.order, $1.municipality, $1.id)
      }
      .map { plan in
        Table.Row([
          .text(plan.name), .text(name(of: plan.municipality)), .text(plan.hardness.label[language]),
          planned(.amount(plan.area), .plans, .area, plan.id),
          planned(.year(plan.expectedYear), .plans, .year, plan.id), .text(plan.locationType.label[language]),
          .text(plan.maximumCategory?.rawValue ?? words("onbekend", "unknown")),
          .text(plan.isWaterBound ? words("ja", "yes") : words("nee", "no")),
        ])
      })
  }

  /// Land that leaves the stock and the demand it brings back.
  var withdrawalTable: Table {
    Table(
      caption: words("Onttrekkingen en wat ervoor terug moet komen", "Withdrawals and what must replace them"),
      columns: [
        Table.Column(words("Onttrekking", "Withdrawal")), Table.Column(words("Gemeente", "Municipality")),
        .number(words("Jaar", "Year")), .number(words("Verdwijnt", "Disappears"), unit: netUnit),
        Table.Column(words("Milieucategorie", "Category")), Table.Column(words("Oorzaak", "Cause")),
        .number(words("Vervangingsvraag", "Replacement demand"), unit: netUnit, isAssumed: marks.replacement),
      ],
      rows: response.withdrawals.sorted { ($0.year, $0.id) < ($1.year, $1.id) }.map { withdrawal in
        Table.Row([
          .text(withdrawal.name), .text(name(of: withdrawal.municipality)),
          planned(.year(withdrawal.year), .withdrawals, .year, withdrawal.id),
          planned(.amount(withdrawal.area), .withdrawals, .area, withdrawal.id),
          .text(withdrawal.maximumCategory?.rawValue ?? words("onbekend", "unknown")),
          .text(cause(of: withdrawal)), replacementCell(withdrawal),
        ])
      })
  }

  /// The cell of one record, with the way to its tree.
  private func planned(
    _ cell: Table.Cell, _ topic: PlannedFigure.Topic, _ measure: PlannedFigure.Measure, _ key: String
  ) -> Table.Cell {
    cell.explained(by: explanation(of: .planned(PlannedFigure(topic, measure, .record(key))), in: province))
  }

  private func cause(of withdrawal: Withdrawal) -> String {
    guard let id = withdrawal.housingArea else { return words("niet opgegeven", "not stated") }
    let area = response.housingAreas.first { $0.id == id }?.name ?? id
    return words("woningbouw \(area)", "housing \(area)")
  }

  /// What the withdrawal asks for at the last horizon; empty when it lies after it.
  private func replacementCell(_ withdrawal: Withdrawal) -> Table.Cell {
    guard let scenario = scenarios.first, let horizon = horizons.last,
      let demand = balance.demand(of: province, scenario: scenario, horizon: horizon)
    else { return .empty }
    let lines = demand.lines.filter { $0.component == .replacement(withdrawal: withdrawal.id) }
    guard !lines.isEmpty else { return .empty }
    return .amount(lines.map(\.net).total())
      .explained(by: explanation(of: .replacementOf(withdrawal: withdrawal.id), in: demand))
  }

  var clusterTable: Table {
    Table(
      caption: words("Clusters en campussen", "Clusters and campuses"),
      columns: [
        Table.Column(words("Naam", "Name")), Table.Column(words("Soort", "Kind")), Table.Column(words("Fase", "Phase")),
        Table.Column(words("Gemeenten in de provincie", "Municipalities in the province")),
        .number(words("Terreinen", "Parks")),
      ],
      rows: response.clusters.sorted { ($0.kind.rawValue, $0.name) < ($1.kind.rawValue, $1.name) }.map { cluster in
        Table.Row([
          .text(cluster.name), .text(cluster.kind.label[language]), .text(cluster.phase ?? ""),
          .text(placesInside(cluster.municipalities)),
          .count(cluster.parks.count).explained(by: explanation(of: .parksOfCluster(cluster.id), in: province)),
        ])
      })
  }

  var housingAreaTable: Table {
    Table(
      caption: words("Grootschalige woningbouwgebieden", "Large housing areas"),
      columns: [
        Table.Column(words("Gebied", "Area")),
        Table.Column(words("Gemeenten in de provincie", "Municipalities in the province")),
        .number(words("Woningen", "Homes")),
      ],
      rows: response.housingAreas.map { area in
        Table.Row([
          .text(area.name), .text(placesInside(area.municipalities)),
          (area.homes.map(Table.Cell.count) ?? .empty).explained(
            by: explanation(of: .homes(area: area.id), in: province)),
        ])
      })
  }

  private func placesInside(_ codes: [RegionCode]) -> String {
    let inside = Set(response.municipalities.map(\.code))
    return codes.filter(inside.contains).map(name).joined(separator: ", ")
  }

  /// The land-use statistics and, in the reference year, the register's own totals.
  var landUseTable: Table {
    Table(
      caption: words("Bodemgebruik naast het register", "Land use beside the register"),
      columns: [
        Table.Column(words("Jaar", "Year")), .number(words("Bodemgebruik", "Land use"), unit: "ha"),
        .number(words("Register bruto", "Register gross"), unit: "ha"),
        .number(words("Register netto", "Register net"), unit: "ha"), Table.Column(words("Herkomst", "Origin")),
      ],
      rows: response.landUse.map { point in
        Table.Row([
          .year(point.year),
          .amount(point.businessPark, decimals: 0).explained(
            by: explanation(of: .landUse(year: point.year), in: province)),
          .empty, .empty,
          .text(point.isSynthetic ? words("synthetisch voorbeeld", "synthetic example") : words("CBS", "CBS")),
        ])
      } + [
        Table.Row([
          .year(referenceDate.year), .empty,
          .amount(registerGross, decimals: 0).explained(by: explanation(of: .parks(ParkFigure(.gross)), in: province)),
          .amount(registerNet, decimals: 0).explained(by: explanation(of: .parks(ParkFigure(.net)), in: province)),
          .text(isSynthetic ? words("register (synthetisch)", "register (synthetic)") : words("register", "register")),
        ])
      ])
  }

  var registerGross: GrossHectares { response.parks.compactMap(\.attributes.gross).total() }
  var registerNet: NetHectares { response.parks.compactMap(\.attributes.net).total() }
}

extension PlanHardness {
  fileprivate var order: Int { Self.allCases.firstIndex(of: self)! }
}
