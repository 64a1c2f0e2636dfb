import EnergyHubs
import Provenance
import Quantities
import WorkLocations

/// What all parks share: totals, rights, rhythms, sun and mixes.
extension ExplainedScan {
  func national(_ figure: NationalScanFigure) -> Explanation {
    func parks(_ figure: ParkScanFigure, _ unit: Unit, _ value: (Int) -> Double) -> Explanation {
      .sum(
        LocalizedText(both: ""), notation: "Σ terreinen", unit, run.parks.indices.map(value), at: run.parks.indices,
        largest: Self.parksShown
      ) { reference(.park(run.parks[$0].rin, figure)) }
    }
    switch figure {
    case .total(let use): return run.settings.national(use, parks: run.parks.count)
    case .weights(let use):
      return parks(.weight(use), .squareMetre) { weights($0, use).reduce(0, +) }
    case .contractFactor(let end):
      return terms.rights(end).contractFactor(
        peaks: reference(.national(.highestHours)), ownPeaks: reference(.national(.ownPeaks)))
    case .highestHours: return parks(.highestHour, .kilowatt) { run.years[$0].peak }
    case .ownPeaks: return parks(.ownPeaks, .kilowatt) { run.years[$0].ownPeaks }
    case .rhythm(let group, let figure): return rhythm(group, figure)
    case .sun(let figure): return sun(figure)
    case .land(let area, let type, let group):
      let land: Explanation = run.mixes.land(of: group, in: area, type)
      return land.folded(to: Self.parksShown)
    case .share(let area, let type, let group):
      return SectorMixes.share(
        kind(group), of: groups.map { reference(.national(.land(area, type, $0.id))) })
    }
  }

  private func rhythm(_ group: String, _ figure: NationalScanFigure.RhythmFigure) -> Explanation {
    let kind = kind(group)
    let readings = run.settings.rhythms[kind]
    func own(_ figure: NationalScanFigure.RhythmFigure) -> Explanation { reference(.national(.rhythm(group, figure))) }
    func shapes() -> [Double] { (0..<run.calendar.count).map { run.scan?.shape(kind, $0) ?? 0 } }
    switch figure {
    case .unscaled(let hour): return readings.explained.unscaled(hour, run.calendar)
    case .mean:
      let sum = hours(readings.rhythm.unscaled(run.calendar), .factor) { own(.unscaled($0)) }
      return Explanation(
        LocalizedText(both: ""), .quotient, notation: "Σ uren / uren", unit: .factor,
        parts: [
          sum.named(LocalizedText(nl: "som over het jaar", en: "sum over the year")),
          .definition(
            Double(run.calendar.count), .hour, LocalizedText(nl: "uren van het jaar", en: "hours of the year")),
        ])
    case .shape(let hour):
      return Explanation(
        LocalizedText(both: ""), .quotient, notation: "ongeschaald / gemiddelde", unit: .factor,
        parts: [readings.explained.unscaled(hour, run.calendar), own(.mean)])
    case .highest:
      return highestHour(shapes(), .factor) { own(.shape($0)) }
    case .year:
      return hours(shapes(), .hour) { own(.shape($0)) }
    }
  }

  private func sun(_ figure: NationalScanFigure.SunFigure) -> Explanation {
    let readings = run.settings.sun
    let calendar = run.calendar
    func own(_ figure: NationalScanFigure.SunFigure) -> Explanation { reference(.national(.sun(figure))) }
    func outputs() -> [Double] { (0..<calendar.count).map { run.scan?.sun($0) ?? 0 } }
    switch figure {
    case .height(let hour): return readings.explained.height(hour, calendar)
    case .month(let month):
      let heights = readings.rule.heights(calendar).enumerated().map { calendar.month[$0] == month ? $1 : 0 }
      return hours(heights, .factor) { own(.height($0)) }
    case .output(let hour):
      let month = calendar.month[hour]
      return SunAmounts.output(
        own(.height(hour)), ofMonth: own(.month(month)), yield: .parameter(readings.monthlyYields[month]))
    case .year:
      return hours(outputs(), .kilowattHour) { own(.output($0)) }
    }
  }
}

extension Explanation {
  /// The same figure under another name.
  func named(_ label: LocalizedText) -> Explanation { Explanation(label, value: value, unit: unit, basis: basis) }
}
