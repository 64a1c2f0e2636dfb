import Quantities

/// Why two forecasts differ — *oorzaak van het verschil*.
public enum ForecastComponent: String, Sendable, Codable, CodingKeyRepresentable, Hashable, CaseIterable {
  case jobs = "banen"
  case preference = "locatietypevoorkeur"
  case landPerJob = "ruimte-per-baan"
  /// Expansion that one of the two gives as an amount only, so that it cannot be split.
  case published = "uitbreiding-als-bedrag"
  case reused = "hergebruik"
  case replacement = "vervanging"
  case additional = "aanvullend"
  /// How much hard and soft land there is.
  case supply = "aanbod"
  /// Which of it is counted: hard, soft, in part or not at all.
  case hardness = "planhardheid"
  case reserve = "reserve"
  /// Net or gross.
  case measure = "bruto-netto"
  /// Parts of the region that only one of the two is about.
  case region = "gebied"
  case rounding = "afronding"

  public var label: LocalizedText {
    switch self {
    case .jobs: LocalizedText(nl: "banen", en: "jobs")
    case .preference: LocalizedText(nl: "locatietypevoorkeur", en: "location preference")
    case .landPerJob: LocalizedText(nl: "ruimte per baan", en: "land per job")
    case .published: LocalizedText(nl: "uitbreiding als bedrag", en: "expansion as an amount")
    case .reused: LocalizedText(nl: "hergebruik", en: "re-used land")
    case .replacement: LocalizedText(nl: "vervanging", en: "replacement")
    case .additional: LocalizedText(nl: "aanvullende vraag", en: "add-ons")
    case .supply: LocalizedText(nl: "omvang van het aanbod", en: "amount of supply")
    case .hardness: LocalizedText(nl: "welk aanbod telt (hard, zacht)", en: "which supply counts (hard, soft)")
    case .reserve: LocalizedText(nl: "reserve", en: "reserve")
    case .measure: LocalizedText(nl: "definitie: bruto of netto", en: "definition: gross or net")
    case .region: LocalizedText(nl: "definitie: gebied", en: "definition: region")
    case .rounding: LocalizedText(nl: "afronding", en: "rounding")
    }
  }
}

/// The part of a difference that one line of the tables brings, ha.
public struct ForecastContribution: Sendable, Codable, Hashable {
  public let component: ForecastComponent
  /// Part of the region; empty where a forecast has no parts.
  public let area: String
  /// The line; empty for supply.
  public let name: String
  public let value: Double

  public init(component: ForecastComponent, area: String, name: String, value: Double) {
    self.component = component
    self.area = area
    self.name = name
    self.value = value
  }
}

/// Splits the difference between two forecasts over its causes — *ontleding van een verschil*.
///
/// Lines of the same part and name are laid beside each other. Where both have jobs, J, P, Q and the measure (net or gross)
/// are factors of one product and get their Shapley mean; amounts get theirs with the measure; supply with the part of it that
/// counts. A line that one of the two does not have is a line without jobs and amounts at the other's coefficients. A part of
/// the region that one of the two is not about goes to the region, whole. The parts sum to the difference.
///
/// Source: domain notes 1.2. Not covered: sectors that are divided otherwise in the two; they differ by jobs then, on both sides.
///
/// Example: 100 jobs more × 200 m² = 2 ha net, against 100 × 300 m² = 3 ha net at a public share of 0.25, so 4 ha gross. Land
/// per job gives 100 × 100 / 10,000 × (1 + 4/3) / 2 = 1.167 ha, the measure 1/3 × (2 + 3) / 2 = 0.833 ha: together 2 ha.
public struct ForecastDifference: Sendable {
  public let from: ForecastOutline
  public let to: ForecastOutline
  /// Every cause of every line that is not nothing, in the order of the lines.
  public let contributions: [ForecastContribution]

  public init(from: ForecastOutline, to: ForecastOutline) {
    self.from = from
    self.to = to
    let common = from.areas.intersection(to.areas)
    let lines = Self.pairs(from, to, common).flatMap(Self.contributions)
    let supply = common.sorted().flatMap {
      Self.contributions($0, from.supply[$0] ?? .init(), to.supply[$0] ?? .init())
    }
    let rounding = ForecastContribution(
      component: .rounding, area: "", name: "", value: to.rounding - from.rounding)
    contributions = (lines + supply + Self.regions(from, to, common) + [rounding]).filter { $0.value != 0 }
  }

  public var total: Double { to.figure - from.figure }

  /// The part of each cause; nothing where it plays no role.
  public subscript(component: ForecastComponent) -> Double {
    contributions.filter { $0.component == component }.reduce(0) { $0 + $1.value }
  }
}

extension ForecastDifference {
  private struct Pair {
    let from: ForecastOutline.Line
    let to: ForecastOutline.Line
  }

  private struct Key: Hashable {
    let area: String
    let name: String
  }

  /// Lines of the common parts, those of `from` first; of lines with one name in a part the k-th meets the k-th.
  private static func pairs(_ from: ForecastOutline, _ to: ForecastOutline, _ common: Set<String>) -> [Pair] {
    var waiting = Dictionary(grouping: to.lines.filter { common.contains($0.area) }, by: key)
    var pairs = from.lines.filter { common.contains($0.area) }.map { line in
      let found = waiting[key(line)]?.first
      if found != nil { waiting[key(line)]?.removeFirst() }
      return Pair(from: line, to: found ?? line.absent)
    }
    for line in to.lines where waiting[key(line)]?.first == line {
      waiting[key(line)]?.removeFirst()
      pairs.append(Pair(from: line.absent, to: line))
    }
    return pairs
  }

  private static func key(_ line: ForecastOutline.Line) -> Key { Key(area: line.area, name: line.name) }

  private static func contributions(_ pair: Pair) -> [ForecastContribution] {
    let amounts: [(ForecastComponent, Double, Double)] = [
      (.reused, -pair.from.reused, -pair.to.reused), (.replacement, pair.from.replacement, pair.to.replacement),
      (.additional, pair.from.additional, pair.to.additional),
    ]
    let measures = (pair.from.measure, pair.to.measure)
    let split = growth(pair) + amounts.flatMap { product([$0.0, .measure], ($0.1, measures.0), ($0.2, measures.1)) }
    return split.map {
      ForecastContribution(component: $0.0, area: pair.from.area, name: pair.from.name, value: $0.1)
    }
  }

  /// Expansion: by jobs, preference and land per job where both have them, else as an amount.
  private static func growth(_ pair: Pair) -> [(ForecastComponent, Double)] {
    let (from, to) = (expansion(pair.from, beside: pair.to), expansion(pair.to, beside: pair.from))
    guard let from, let to else {
      return product(
        [.published, .measure], (pair.from.growth, pair.from.measure), (pair.to.growth, pair.to.measure))
    }
    let parts = ShapleyMean.parts(ForecastDifference.factors.count) { isNew in
      let expansion = ForecastOutline.Expansion(
        jobs: isNew[0] ? to.jobs : from.jobs, preference: isNew[1] ? to.preference : from.preference,
        landPerJob: isNew[2] ? to.landPerJob : from.landPerJob)
      return expansion.area * (isNew.last == true ? pair.to.measure : pair.from.measure)
    }
    return Array(zip(ForecastDifference.factors, parts))
  }

  private static let factors: [ForecastComponent] = [.jobs, .preference, .landPerJob, .measure]

  /// The expansion of a line from jobs; of a line without any growth, no jobs at the other's coefficients.
  private static func expansion(_ line: ForecastOutline.Line, beside other: ForecastOutline.Line)
    -> ForecastOutline.Expansion?
  {
    if let expansion = line.expansion { return expansion }
    return line.published == 0 ? other.expansion?.withoutJobs : nil
  }

  private static func contributions(_ area: String, _ from: ForecastOutline.Supply, _ to: ForecastOutline.Supply)
    -> [ForecastContribution]
  {
    let components: [ForecastComponent] = [.supply, .hardness]
    let split =
      product(components, (-from.hard, from.hardCounted), (-to.hard, to.hardCounted))
      + product(components, (-from.soft, from.softCounted), (-to.soft, to.softCounted))
      + [(.reserve, to.reserve - from.reserve)]
    return split.map { ForecastContribution(component: $0.0, area: area, name: "", value: $0.1) }
  }

  /// The parts of two factors of a product.
  private static func product(
    _ components: [ForecastComponent], _ from: (Double, Double), _ to: (Double, Double)
  ) -> [(ForecastComponent, Double)] {
    let parts = ShapleyMean.parts(components.count) { isNew in
      (isNew[0] ? to.0 : from.0) * (isNew[1] ? to.1 : from.1)
    }
    return Array(zip(components, parts))
  }

  private static func regions(_ from: ForecastOutline, _ to: ForecastOutline, _ common: Set<String>)
    -> [ForecastContribution]
  {
    from.areas.union(to.areas).subtracting(common).sorted().map { area in
      ForecastContribution(
        component: .region, area: area, name: "", value: to.figure(in: area) - from.figure(in: area))
    }
  }
}

extension ForecastOutline {
  /// What a part of the region brings to the figure.
  fileprivate func figure(in area: String) -> Double {
    lines.filter { $0.area == area }.reduce(0) { $0 + $1.figure } - (supply[area]?.takenOff ?? 0)
  }
}
