import ForecastBands
import Provenance
import Quantities
import Uncertainty
import WorkLocations

/// The parameters that say how uncertain a forecast is — *onzekerheidsparameters*.
struct UncertaintyCoefficients {
  /// Probability that a value lies between the low and high of its parameter.
  let bandProbability: ParameterReading
  /// Standard deviation of yearly growth around the scenario, per sector in the order of the classification.
  let growthShock: [ParameterReading]
  /// Share of the variance of growth that all regions have in common.
  let commonShare: ParameterReading
  /// Correlation of growth, sector by sector.
  let correlation: [ParameterReading?]
  /// Share of soft plans that comes about, of the country.
  let softRealisation: ParameterReading
  let largeShortage: ParameterReading
  let acceptedRisk: ParameterReading
  /// How far a break-even is looked for: growth a year either way, and times the value.
  let breakEvenGrowth: ParameterReading
  let breakEvenFactor: ParameterReading

  init(_ sectors: [Sector], reader: inout ParameterReader) throws(ParameterError) {
    bandProbability = try reader.read("uncertainty/band-probability")
    var shocks: [ParameterReading] = []
    for sector in sectors { shocks.append(try reader.read("uncertainty/job-growth-shock", sector.id)) }
    growthShock = shocks
    commonShare = try reader.read("uncertainty/region-common-share")
    var correlation: [ParameterReading?] = []
    for left in sectors {
      for right in sectors {
        correlation.append(left.id == right.id ? nil : try Self.correlation(left, right, &reader))
      }
    }
    self.correlation = correlation
    softRealisation = try reader.read("supply/soft-plan-realisation")
    largeShortage = try reader.read("uncertainty/large-shortage")
    acceptedRisk = try reader.read("uncertainty/accepted-risk")
    breakEvenGrowth = try reader.read("uncertainty/break-even-growth")
    breakEvenFactor = try reader.read("uncertainty/break-even-factor")
  }

  /// Of two sectors by their groups; a pair is named in alphabetical order.
  private static func correlation(_ left: Sector, _ right: Sector, _ reader: inout ParameterReader)
    throws(ParameterError) -> ParameterReading
  {
    let pair = [left.group, right.group].sorted()
    return try reader.read("uncertainty/sector-correlation", pair.joined(separator: "/"))
  }

  /// Chance of staying below the high value of a band (and above the low one).
  var oneSided: Double { (1 + bandProbability.value) / 2 }

  /// Where the break-even of a group is looked for.
  func searchRange(of group: InputGroup) -> ClosedRange<Double> {
    let ends: (lowest: Double, highest: Double) = searchEnds(of: group)
    return ends.lowest...ends.highest
  }

  /// The ends of that range: as much growth less as more, and from nothing to some times the value.
  func searchEnds<Figure: Derivation>(of group: InputGroup) -> (lowest: Figure, highest: Figure) {
    let isAddition = group.change == .addition
    let unit: Unit = isAddition ? .sharePerYear : .factor
    let reading = isAddition ? breakEvenGrowth : breakEvenFactor
    let none = Figure.definition(0, unit, LocalizedText(nl: "geen", en: "none"))
    let width = Figure.formula(
      .maximum, unit, FormulaName(nl: "zoekbereik", en: "search range", notation: "max(0, bereik)"), none,
      .parameter(reading))
    guard isAddition else { return (none, width) }
    let less = Figure.formula(
      .difference, unit, FormulaName(nl: "zoekbereik omlaag", en: "search range downwards", notation: "0 − bereik"),
      none, width)
    return (less, width)
  }

  /// Every sector against every sector, row by row, with ones on the diagonal.
  var correlationEntries: [Double] { correlation.map { $0?.value ?? 1 } }
}

extension UncertaintyCoefficients {
  /// What cannot be drawn from: a band that holds never or always, and a standard deviation below zero.
  var problems: [Diagnostic] {
    (isBandPossible ? [] : [Self.band(bandProbability)]) + growthShock.compactMap(Self.shock)
  }

  /// Whether low and high of a parameter can be read as quantiles.
  var isBandPossible: Bool { bandProbability.value > 0 && bandProbability.value < 1 }

  private static func band(_ reading: ParameterReading) -> Diagnostic {
    Diagnostic(
      .error, "forecast.band-probability", at: .init(record: reading.path), value: String(reading.value),
      message: LocalizedText(
        nl: "een band met kans 0 of 1 zegt niets over de waarden erbuiten",
        en: "a band of probability 0 or 1 says nothing about the values outside it"),
      remedy: LocalizedText(
        nl: "Geef een kans tussen 0 en 1, bijvoorbeeld 0.8.",
        en: "Give a probability between 0 and 1, for example 0.8."))
  }

  private static func shock(_ reading: ParameterReading) -> Diagnostic? {
    guard reading.value < 0 else { return nil }
    return Diagnostic(
      .error, "forecast.growth-shock", at: .init(record: reading.path), value: String(reading.value),
      message: LocalizedText(
        nl: "een standaardafwijking kan niet onder nul liggen", en: "a standard deviation cannot lie below zero"),
      remedy: LocalizedText(nl: "Geef een waarde van nul of meer.", en: "Give a value of zero or more."))
  }
}
