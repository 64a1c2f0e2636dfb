import Provenance
import Quantities
import WorkLocations

/// The totals of supply in one region at one horizon, ha net; the formulas stand at `Balance` — *aanbodsommen*.
///
/// Example: hard 40 + 24 ha with 1/16 friction and an iron stock of 2 years × 4 ha keeps 64 − 4 − 8 = 52 ha; with soft plans of
/// 16 ha of which half comes about 60 ha are usable.
struct BalanceAmounts<Figure: Derivation> {
  /// Only the kinds that have land at the horizon.
  let byKind: [SupplyKind: Figure]
  let hard: Figure
  let friction: Figure
  let ironStock: Figure
  let usable: Figure
  let usableWithSoft: Figure

  /// - Parameters:
  ///   - parts: land of the supply lines that are available at the horizon, per kind in their order.
  ///   - rounding: applied to each amount before it is added or subtracted.
  init(
    parts: [[Figure]], rules: BalanceRules, meanUptake: NetHectares, region: RegionCode,
    rounding: Rounding
  ) {
    func rounded(_ figure: Figure) -> Figure { .rounded(figure, rounding, .netHectare) }
    var byKind: [SupplyKind: Figure] = [:]
    for (kind, land) in zip(SupplyKind.ordered, parts) where !land.isEmpty {
      byKind[kind] = rounded(.supply(kind.label, land))
    }
    hard = .sum(
      .netHectare, nl: "hard aanbod", en: "hard supply", SupplyKind.allCases.filter(\.isHard).compactMap { byKind[$0] })
    friction = rounded(.frictionalReserve(hard, .parameter(rules.frictionalReserve)))
    let uptake = Figure.record(meanUptake.value, .netHectarePerYear, .meanUptake(in: region))
    let kept = rounded(.years(.parameter(rules.ironStockYears), of: uptake))
    ironStock = .ironStock(kept, room: .difference(hard, friction))
    usable = .usable(hard, friction, ironStock)
    let soft = rounded(.realised(byKind[.softPlan] ?? .noSoftPlans, .parameter(rules.softRealisation)))
    usableWithSoft = .sum(
      .netHectare, nl: "bruikbaar met zachte plannen", en: "usable with soft plans", [usable, soft])
    self.byKind = byKind
  }
}

extension Derivation {
  /// The land of supply lines, line by line.
  static func supply(_ lines: [SupplyLine]) -> Self {
    .supply(lines.first?.kind.label ?? LocalizedText(nl: "aanbod", en: "supply"), lines.map(Self.land))
  }

  fileprivate static func supply(_ label: @autoclosure () -> LocalizedText, _ land: [Self]) -> Self {
    .formula(.sum, .netHectare, FormulaName(nl: label().nl, en: label().en, notation: "Σ"), land)
  }

  static func land(of line: SupplyLine) -> Self { .record(line.net.value, .netHectare, line.field) }

  fileprivate static func frictionalReserve(_ hard: Self, _ share: Self) -> Self {
    .formula(
      .product, .netHectare, FormulaName(nl: "frictiereserve", en: "frictional reserve", notation: "aandeel × hard"),
      [share, hard])
  }

  fileprivate static func years(_ years: Self, of uptake: Self) -> Self {
    .formula(
      .product, .netHectare, FormulaName(nl: "jaren uitgifte", en: "years of uptake", notation: "jaren × uitgifte"),
      [years, uptake])
  }

  fileprivate static func difference(_ hard: Self, _ friction: Self) -> Self {
    .formula(
      .difference, .netHectare,
      FormulaName(nl: "hard na frictie", en: "hard after friction", notation: "hard − frictie"), [hard, friction])
  }

  /// At least nothing, at most what friction leaves.
  fileprivate static func ironStock(_ wanted: Self, room: Self) -> Self {
    let atMost = Self.formula(
      .minimum, .netHectare,
      FormulaName(nl: "hoogstens wat er is", en: "at most what there is", notation: "min(jaren × uitgifte, rest)"),
      [wanted, room])
    return .formula(
      .maximum, .netHectare, FormulaName(nl: "ijzeren voorraad", en: "iron stock", notation: "max(0, …)"),
      [.noLand, atMost])
  }

  fileprivate static func usable(_ hard: Self, _ friction: Self, _ ironStock: Self) -> Self {
    .formula(
      .difference, .netHectare,
      FormulaName(nl: "bruikbaar aanbod", en: "usable supply", notation: "hard − frictie − ijzeren voorraad"),
      [hard, friction, ironStock])
  }

  fileprivate static func realised(_ soft: Self, _ share: Self) -> Self {
    .formula(
      .product, .netHectare,
      FormulaName(nl: "zachte plannen die doorgaan", en: "soft plans that come about", notation: "zacht × realisatie"),
      [soft, share])
  }

  fileprivate static var noSoftPlans: Self {
    .definition(0, .netHectare, LocalizedText(nl: "geen zachte plannen", en: "no soft plans"))
  }
}

extension SupplyLine {
  /// The field of the register that the land of this line stands in.
  var field: RecordField {
    let label = LocalizedText(both: name)
    return switch kind {
    case .immediate:
      RecordField(label, table: "werklocaties", key: record, field: "terstond_uitgeefbaar", origin: origin)
    case .later:
      RecordField(label, table: "werklocaties", key: record, field: "niet_terstond_uitgeefbaar", origin: origin)
    case .hardPlan, .softPlan, .frozen:
      RecordField(label, table: "plancapaciteit", key: record, field: "oppervlakte", origin: origin)
    }
  }
}

extension Balance {
  /// The table of the mean uptake of a market: a figure over its rows, that stands as one record here.
  public static let uptakeTable = "uitgifte"
}

extension RecordField {
  fileprivate static func meanUptake(in region: RegionCode) -> RecordField {
    RecordField(
      LocalizedText(nl: "gemiddelde uitgifte per jaar", en: "mean yearly uptake"), table: Balance.uptakeTable,
      key: region.text,
      field: "uitgegeven − teruggekocht", origin: nil)
  }
}
