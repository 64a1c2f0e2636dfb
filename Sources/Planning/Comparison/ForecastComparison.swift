import Provenance
import Quantities
import SpaceDemand

/// Two forecasts and why they differ — *verschil tussen twee ramingen*.
public struct ForecastComparison: Codable, Sendable, Equatable {
  /// The part of one cause, ha.
  public struct Part: Codable, Sendable, Equatable {
    public let component: ForecastComponent
    public let value: Double
  }

  /// What is compared, in words.
  public let from: LocalizedText
  public let to: LocalizedText
  /// The figures as they are quoted: land still needed, ha.
  public let figureFrom: Double
  public let figureTo: Double
  /// Every cause in a fixed order; the values sum to the difference.
  public let parts: [Part]
  /// The lines that bring it about.
  public let contributions: [ForecastContribution]

  init<Figure: Derivation>(from: LocalizedText, to: LocalizedText, _ difference: ForecastDifference<Figure>) {
    self.from = from
    self.to = to
    figureFrom = difference.from.figure.number
    figureTo = difference.to.figure.number
    parts = ForecastComponent.allCases.map { Part(component: $0, value: difference.part($0).number) }
    contributions = difference.contributions.map {
      ForecastContribution(component: $0.component, area: $0.area, name: $0.name, value: $0.figure.number)
    }
  }

  public var difference: Double { figureTo - figureFrom }
}
