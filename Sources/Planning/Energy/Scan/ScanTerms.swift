import EnergyHubs
import Provenance
import Quantities
import SpaceDemand

/// The values that the columns of every park share, over numbers and over trees — *termen van de energiescan*.
struct ScanTerms<Figure: Derivation>: Sendable {
  let weather: ScanWeather<Figure>
  let roof: ScanBand<Figure>
  let panel: ScanBand<Figure>
  let spread: ScanBand<Figure>
  private let rules: [RightsAmounts<Figure>]
  /// Where contract and peak are those of a study, the reserve by itself.
  private let studied: [RightsAmounts<Figure>]

  init(_ settings: EnergyScanSettings) {
    let weather = ScanWeather<Figure>(settings.weather)
    self.weather = weather
    roof = ScanBand(settings.roofShare)
    panel = ScanBand(settings.panelArea)
    spread = ScanBand(settings.parkSpread)
    let unused = ScanBand<Figure>(settings.unusedShare)
    let reserve = ScanBand<Figure>(settings.reserve)
    func rights(_ end: ScanEnd, _ reserve: Figure) -> RightsAmounts<Figure> {
      RightsAmounts(
        unusedShare: unused[end], quarterFactor: .parameter(settings.quarterFactor), reserve: reserve)
    }
    rules = ScanEnd.allCases.map { rights($0, Self.reserve(reserve, $0, weather)) }
    studied = ScanEnd.allCases.map { rights($0, reserve[$0.opposite]) }
  }

  /// Rights in the middle and at both ends, where less is unused and a group keeps more, for a cold year too, and the other
  /// way round.
  func rights(_ end: ScanEnd) -> RightsAmounts<Figure> { rules[end.place] }

  /// The same of a park with a study.
  func studiedRights(_ end: ScanEnd) -> RightsAmounts<Figure> { studied[end.place] }

  private static func reserve(_ reserve: ScanBand<Figure>, _ end: ScanEnd, _ weather: ScanWeather<Figure>) -> Figure {
    func kept(_ reserve: Figure, _ year: Figure) -> Figure {
      let above: Figure = .formula(
        .product, .factor,
        FormulaName(
          nl: "piek en reserve in dat jaar", en: "peak and reserve in that year", notation: "(1 + reserve) × weerjaar"),
        .formula(
          .sum, .factor, FormulaName(nl: "één plus de reserve", en: "one plus the reserve", notation: "1 + reserve"),
          .one, reserve), year)
      return .formula(
        .difference, .share,
        FormulaName(nl: "reserve met weerjaar", en: "reserve with the weather", notation: "factor − 1"),
        above, .one)
    }
    return switch end {
    case .middle: reserve.middle
    case .low: kept(reserve.high, weather.peak.high)
    case .high: kept(reserve.low, weather.peak.low)
    }
  }

  /// kWp on the roofs of an area in m².
  func solar(_ area: Figure, _ end: ScanEnd) -> Figure {
    let roofs: Figure = .formula(
      .product, .squareMetre,
      FormulaName(nl: "dak voor panelen", en: "roof for panels", notation: "in gebruik × dakdeel"),
      area, roof[end])
    return .formula(
      .quotient, .kilowattPeak,
      FormulaName(nl: "zonnepanelen", en: "panels", notation: "dak / m² per kWp"), roofs, panel[end.opposite])
  }
}

/// What one park's year is made of, before the columns — *grondslag van de kolommen*.
struct ScanYear<Figure: Derivation> {
  /// kWh and m³ a year.
  let annual: Figure
  let gas: Figure
  /// kW, and the sum of those of every kind of firm.
  let highestHour: Figure
  let ownPeaks: Figure
  /// m² in use.
  let area: Figure
  /// kWh per kWp.
  let sunSum: Figure
}

/// The columns of a park before what a single park may differ — *kolommen van een terrein, zoals zij optellen*.
struct ScanAmounts<Figure: Derivation> {
  let electricity: ScanBand<Figure>
  let gas: ScanBand<Figure>
  let peak: ScanBand<Figure>
  let contracted: ScanBand<Figure>
  let unused: ScanBand<Figure>
  let freed: ScanBand<Figure>
  let solar: ScanBand<Figure>
  let solarYield: ScanBand<Figure>

  /// - Parameters:
  ///   - factors: contracted over own peaks.
  ///   - named: what stands in other columns for one that has a name of its own.
  init(
    _ year: ScanYear<Figure>, _ terms: ScanTerms<Figure>, factors: ScanBand<Figure>,
    named: (ScanItem, ScanEnd, Figure) -> Figure = { _, _, figure in figure }
  ) {
    let weather = terms.weather
    func across(
      _ item: ScanItem, _ middle: Figure, _ years: ScanWeather<Figure>.Years
    ) -> ScanBand<Figure> {
      let named = named(item, .middle, middle)
      return ScanBand { $0 == .middle ? middle : ScanWeather.across(named, $0, item.unit, years) }
    }
    electricity = across(.electricity, year.annual, weather.electricity)
    gas = across(.gas, year.gas, weather.gas)
    let quarter = terms.rights(.middle).quarter(year.highestHour)
    peak = across(.peak, quarter, weather.peak)
    let highest = named(.peak, .middle, quarter)
    let contracted = ScanBand { terms.rights($0).contracted(year.ownPeaks, factor: factors[$0]) }
    self.contracted = contracted
    let rights = ScanBand { named(.contracted, $0, contracted[$0]) }
    unused = ScanBand { RightsAmounts.left(rights[$0], highest) }
    freed = ScanBand { terms.rights($0).freed(rights[$0], highest) }
    let solar = ScanBand { terms.solar(year.area, $0) }
    self.solar = solar
    solarYield = ScanBand { end in
      let yield: Figure = .formula(
        .product, .kilowattHour,
        FormulaName(
          nl: "opbrengst in een gemiddeld jaar", en: "yield in a mean year", notation: "kWp × zon van het jaar"),
        named(.solar, end, solar[end]), year.sunSum)
      return ScanWeather.across(yield, end, .kilowattHour, weather.sun)
    }
  }

  /// Nil for a column without a band.
  subscript(item: ScanItem) -> ScanBand<Figure>? {
    switch item {
    case .electricity: electricity
    case .gas: gas
    case .peak: peak
    case .contracted: contracted
    case .unused: unused
    case .freed: freed
    case .solar: solar
    case .solarYield: solarYield
    case .exported, .exportPeak: nil
    }
  }
}
