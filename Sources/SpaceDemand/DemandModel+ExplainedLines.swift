import Provenance
import Quantities
import WorkLocations

/// A line of demand of one sector group with the way to it.
package struct ExplainedLine {
  package let sectorGroup: String
  package let net: Explanation
  /// Identifier of the add-on that the line is of; nil for other lines.
  package let addOn: String?
  /// Part of it that falls in a class of land; nil for none.
  package let share: (SpaceClass) -> Explanation?

  package init(
    sectorGroup: String, net: Explanation, addOn: String? = nil, share: @escaping (SpaceClass) -> Explanation?
  ) {
    self.sectorGroup = sectorGroup
    self.net = net
    self.addOn = addOn
    self.share = share
  }
}

extension DemandModel {
  /// The lines as they are added up per sector group and class of land: a withdrawal stands once for every group.
  func explainedLines(_ item: DemandCase) -> [ExplainedLine] {
    expansionLines(item) + replacementLines(item) + addOnLines(item)
  }

  private func expansionLines(_ item: DemandCase) -> [ExplainedLine] {
    item.coefficients.sectors.flatMap { sector in
      LocationType.workLocations.map { type in
        ExplainedLine(sectorGroup: sector.sector.group, net: expansion(item, sector, type)) { space in
          sector.shares[type]?.share(of: space)
        }
      }
    }
  }

  private func replacementLines(_ item: DemandCase) -> [ExplainedLine] {
    let withdrawals = withdrawals(in: item.region, through: item.horizon)
    guard !withdrawals.isEmpty else { return [] }
    let shares = classification.groups.map { groupShare($0, item) }
    return withdrawals.flatMap { withdrawal in
      let net: Explanation = replacement(withdrawal, item.coefficients)
      return classification.groups.indices.map { group in
        ExplainedLine(sectorGroup: classification.groups[group].id, net: part(net, shares[group])) { space in
          item.coefficients.share(of: space, in: withdrawal, group: group)
        }
      }
    }
  }

  func part(_ net: Explanation, _ share: Explanation) -> Explanation {
    .formula(
      .product, .netHectare,
      FormulaName(
        nl: "\(net.label.nl), \(share.label.nl)", en: "\(net.label.en), \(share.label.en)",
        notation: "vervanging × aandeel"), [net, share])
  }

  /// Share of a sector group in the region's park land at the start; the groups share equally where there is none.
  func groupShare(_ group: SectorGroup, _ item: DemandCase) -> Explanation {
    let land = item.coefficients.uses.map { use -> (group: String, area: Explanation) in
      let sector = item.coefficients.sectors[use.sector]
      return (use.sectorGroup, area(item, sector, use.type, jobs(item, sector, startYear), startYear))
    }
    let ofGroup = land.filter { $0.group == group.id }.map(\.area)
    let all = land.filter { use in classification.groups.contains { $0.id == use.group } }.map(\.area)
    let whole = Explanation.sum(.netHectare, nl: "terrein van alle doelgroepen", en: "land of all groups", all)
    guard whole.value > 0 else {
      let count = Explanation.definition(
        Double(classification.groups.count), .count, LocalizedText(nl: "doelgroepen", en: "groups"))
      return .formula(
        .quotient, .share, FormulaName(nl: "gelijk deel", en: "equal part", notation: "1 / aantal"), .one, count)
    }
    let own = Explanation.sum(
      .netHectare, nl: "terrein van \(group.label.nl)", en: "land of \(group.label.en)", ofGroup)
    return .share(own, of: whole, nl: "aandeel van \(group.label.nl)", en: "share of \(group.label.en)")
  }

  private func addOnLines(_ item: DemandCase) -> [ExplainedLine] {
    addOns.compactMap { addOn in
      guard let net: Explanation = additional(item, addOn) else { return nil }
      return ExplainedLine(sectorGroup: addOn.sectorGroup, net: net, addOn: addOn.id) { space in
        .record(
          addOn.profile.shares[space.index], .share,
          RecordField(
            LocalizedText(nl: "aandeel van \(space.label.nl)", en: "share of \(space.label.en)"),
            table: "aanvullende vraag", key: addOn.id, field: "segmentprofiel", origin: nil))
      }
    }
  }

  /// Replacement and add-ons through a year, as far as there are any; replacement as one line that spreads over classes of land
  /// as all of it through `lastYear` does.
  package func linesOutsideTrend(in region: RegionCode, scenario: String, year: Int, lastYear: Int) -> [ExplainedLine] {
    let replaced = replacementLines(demandCase(region, scenario, lastYear))
    let all = Explanation.sum(.netHectare, nl: "vervanging", en: "replacement", replaced.map(\.net))
    let net = explanation(of: .replacement, in: region, scenario: scenario, horizon: year)
    let replacement = net.flatMap { net in
      net.value == 0
        ? nil
        : ExplainedLine(sectorGroup: "", net: net) { space in
          let parts = replaced.compactMap { line in line.share(space).map { self.part(line.net, $0) } }
          return .share(
            .sum(.netHectare, nl: space.label.nl, en: space.label.en, parts), of: all,
            nl: "aandeel in de vervanging", en: "share in replacement")
        }
    }
    return [replacement].compactMap { $0 }
      + addOnLines(demandCase(region, scenario, year)).filter { $0.net.value != 0 }
  }
}
