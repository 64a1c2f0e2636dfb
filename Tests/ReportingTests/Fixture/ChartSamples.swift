import Foundation
import Quantities
import Reporting
import Testing

/// One chart of each kind, with the crowding that real figures have.
enum ChartSamples {
  struct Sample: Sendable, CustomTestStringConvertible {
    let picture: Picture
    let twin: Table
    var testDescription: String { picture.name }

    struct Text: Sendable {
      let content: String
      let left: Double
      let right: Double
      let y: Double
    }

    /// The texts of the picture with about the room they take; the rim around a text is no text of its own.
    var texts: [Text] {
      picture.svg.matches(
        of: /<text x="([-\d.]+)" y="([-\d.]+)" font-size="([\d.]+)"[^>]*?text-anchor="(\w+)"([^>]*)>([^<]*)</
      ).filter { !$0.5.contains("aria-hidden") }.compactMap { match in
        guard let x = Double(match.1), let y = Double(match.2), let size = Double(match.3) else { return nil }
        let width = Double(match.6.count) * size * 0.5
        let left = match.4 == "end" ? x - width : match.4 == "middle" ? x - width / 2 : x
        return Text(content: String(match.6), left: left, right: left + width, y: y)
      }
    }
  }

  static func all(_ language: Language) -> [Sample] {
    let words = "Wat er te zien is."
    let (fan, tornado) = (fan(language), tornado(language))
    let (waterfall, heat) = (waterfall(language), heatMap(language))
    let scatters = [scatter(language, isLogarithmic: true), scatter(language, isLogarithmic: false)]
    let lines = [week(language), duration(language), frontier(language)] + beside(language)
    return [
      Sample(picture: fan.picture(alternative: words), twin: fan.twin(caption: words)),
      Sample(picture: tornado.picture(alternative: words), twin: tornado.twin(caption: words)),
      Sample(picture: waterfall.picture(alternative: words), twin: waterfall.twin(caption: words)),
      Sample(picture: heat.picture(alternative: words), twin: heat.twin(caption: words)),
    ] + scatters.map { Sample(picture: $0.picture(alternative: words), twin: $0.twin(caption: words)) }
      + lines.map { Sample(picture: $0.picture(alternative: words), twin: $0.twin(caption: words, at: [0, 24, 48])) }
  }

  static func heading(_ name: String, _ language: Language, unit: String) -> ChartHeading {
    ChartHeading(name: name, title: "Grafiek \(name)", unit: unit, numbers: NumberText(language: language))
  }

  // MARK: Uncertainty

  static func fan(_ language: Language) -> FanChart {
    let years = [2024, 2030, 2035, 2040, 2045, 2050]
    func quantiles(_ middle: (Double) -> Double, _ spread: Double) -> [FanChart.Quantiles] {
      years.enumerated().map { step, year in
        let (value, width) = (middle(Double(step)), spread * Double(step))
        return FanChart.Quantiles(
          year: year, p5: value - 1.6 * width, p10: value - 1.3 * width, p50: value, p90: value + 1.5 * width,
          p95: value + 2 * width)
      }
    }
    return FanChart(
      heading("waaier", language, unit: "ha netto"),
      fans: [
        .init("vraag", quantiles({ 112 * $0 }, 34)), .init("bruikbaar aanbod", quantiles({ 300 + 18 * $0 }, 9)),
      ],
      lines: [
        .init("scenario laag", years.enumerated().map { ($0.element, 70 * Double($0.offset)) }),
        .init("scenario hoog", years.enumerated().map { ($0.element, 118 * Double($0.offset)) }),
        .init("hard aanbod", [(2024, 300), (2030, 340), (2040, 410), (2050, 420)], isStep: true),
      ])
  }

  static func tornado(_ language: Language) -> TornadoChart {
    TornadoChart(
      heading("tornado", language, unit: "ha netto"), centre: -364,
      bars: [
        .init("Frictiereserve", atLow: -340, atHigh: -388),
        .init("Groei van het aantal banen", atLow: 96, atHigh: -811),
        .init("Ruimte per baan (terreinquotiënt)", atLow: -150, atHigh: -602),
        .init("Vervanging", atLow: -364, atHigh: -410), .init("Zachte plannen", atLow: -371, atHigh: -352),
      ])
  }

  static func waterfall(_ language: Language) -> WaterfallChart {
    WaterfallChart(
      heading("waterval", language, unit: "ha netto"), start: .init("Vraag in de vorige editie", 1240.5),
      steps: [
        .init("Nieuwe banencijfers", 96.5), .init("Minder ruimte per baan", -310), .init("Vervanging", 12),
        .init("Overig en afronding", -55),
      ], endLabel: "Vraag in deze editie")
  }

  static func scatter(_ language: Language, isLogarithmic: Bool) -> ScatterChart {
    func points(_ seed: Int) -> [ScatterChart.Point] {
      (1...20).map { index in
        let forecast = 12 * pow(1.25, Double(index))
        let wave = sin(Double(index * 7 + seed))
        return ScatterChart.Point(
          "COROP-gebied \(index)", forecast: forecast, realised: forecast * (1 + 0.3 * wave), size: forecast)
      }
    }
    return ScatterChart(
      heading(isLogarithmic ? "spreiding-log" : "spreiding", language, unit: "ha netto"),
      series: [.init("terreinquotiënt", points(1)), .init("trend van uitgifte", points(4))],
      bands: [.init("tot 50 % ernaast", low: 0.5, high: 1.5), .init("tot 20 % ernaast", low: 0.8, high: 1.2)],
      isLogarithmic: isLogarithmic)
  }

  // MARK: Energy

  private static func load(_ hour: Double) -> Double {
    let day = hour.truncatingRemainder(dividingBy: 24)
    let sun: Double = 260 * sin((day - 7) * Double.pi / 12)
    let noise: Double = 60 * sin(hour * 1.7)
    let season: Double = 90 * sin(hour / 1400)
    let load: Double = 420 + sun + noise + season
    return max(0, load)
  }

  static func week(_ language: Language) -> XYLineChart {
    let days = ["ma", "di", "wo", "do", "vr", "za", "zo"]
    let hours = (0..<168).map(Double.init)
    return XYLineChart(
      heading("week", language, unit: "kW"),
      axis: .init("uur van de week", ticks: days.enumerated().map { .init(Double($0.offset) * 24, $0.element) }),
      series: [
        .init("zonder sturing", hours.map { (x: $0, y: load($0)) }),
        .init("met batterij", hours.map { (x: $0, y: min(load($0), 600)) }),
      ], threshold: .init("gecontracteerd", 620))
  }

  static func duration(_ language: Language) -> XYLineChart {
    let before = (0..<8760).map { load(Double($0)) }.sorted(by: >)
    return XYLineChart(
      heading("duur", language, unit: "kW"), axis: .init("uren per jaar", includesZero: true),
      series: [
        .init("voor", before.enumerated().map { (x: Double($0.offset), y: $0.element) }),
        .init("na", before.enumerated().map { (x: Double($0.offset), y: min($0.element, 640)) }),
      ], threshold: .init("capaciteit", 700))
  }

  static func frontier(_ language: Language) -> XYLineChart {
    func peak(_ kWh: Double) -> Double { 300 + 500 / (1 + kWh / 240) }
    let sizes = stride(from: 0.0, through: 2000, by: 40)
    return XYLineChart(
      heading("grens", language, unit: "kW"), axis: .init("batterij, kWh", includesZero: true),
      series: [.init("laagste piek", sizes.map { (x: $0, y: peak($0)) })],
      marks: [.init("knik", x: 400, y: peak(400))])
  }

  /// Charts beside their table: names above the plot instead of at the ends.
  static func beside(_ language: Language) -> [XYLineChart] {
    let hours = (0..<168).map(Double.init)
    let sizes = stride(from: 0.0, through: 2000, by: 40)
    return [
      XYLineChart(
        heading("smal", language, unit: "kW"), axis: .init("dag", ticks: [.init(0, "ma"), .init(24, "di")]),
        series: [
          .init("nu", hours.map { (x: $0, y: load($0)) }),
          .init("met aanbevolen maten", hours.map { (x: $0, y: min(load($0), 600)) }),
          .init("batterij (laden is negatief)", hours.map { (x: $0, y: 200 * sin($0)) }),
        ], threshold: .init("contract straks", 620), size: .low),
      XYLineChart(
        heading("smal-grens", language, unit: "kW"), axis: .init("opslag, kWh", includesZero: true),
        series: [.init("laagste grens", sizes.map { (x: $0, y: 300 + 500 / (1 + $0 / 240)) })],
        marks: [.init("knik", x: 400, y: 480), .init("advies, met panelen", x: 1800, y: 420)], size: .beside),
    ]
  }

  static func heatMap(_ language: Language) -> HeatMapChart {
    let starts = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
    let names = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
    return HeatMapChart(
      heading("uurkaart", language, unit: "kW"),
      days: (0..<365).map { day in (0..<24).map { hour in load(Double(day * 24 + hour)) } },
      months: zip(names, starts).map { .init($0, firstDay: $1) }, threshold: 700)
  }
}
