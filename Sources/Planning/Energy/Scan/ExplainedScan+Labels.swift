import Provenance
import Quantities
import WorkLocations

/// What every figure is called.
extension ExplainedScan {
  func label(_ figure: ScanFigure) -> LocalizedText {
    switch figure {
    case .park(let rin, let figure):
      label(figure) + LocalizedText(both: ", " + (positions[rin].map { run.parks[$0].name } ?? rin.text))
    case .region(let region, let figure): label(figure) + LocalizedText(both: ", " + name(region))
    case .station(let region, let name, let figure):
      label(figure)
        + LocalizedText(nl: ", station \(name), \(self.name(region))", en: ", station \(name), \(self.name(region))")
    case .national(let figure): label(figure)
    }
  }

  private func name(_ region: RegionCode) -> String { run.register.regions[region]?.name ?? region.text }

  private func name(_ group: String) -> LocalizedText { groups[kind(group)].label }

  private func at(_ hour: Int) -> LocalizedText { LocalizedText(both: ", " + time(hour)) }

  private func label(_ figure: ParkScanFigure) -> LocalizedText {
    switch figure {
    case .printed(let item, let end): item.label + end.suffix
    case .inSum(let item, let end): item.label + end.suffix + LocalizedText(nl: " (in een som)", en: " (in a sum)")
    case .area: LocalizedText(nl: "in gebruik", en: "in use")
    case .weight(let use): LocalizedText(nl: "gewicht voor ", en: "weight for ") + use.item.label
    case .power(let group): LocalizedText(nl: "gemiddeld vermogen van ", en: "mean power of ") + name(group)
    case .ownPeaks: LocalizedText(nl: "eigen pieken", en: "own peaks")
    case .highestHour: LocalizedText(nl: "hoogste uur", en: "highest hour")
    case .load(let hour): LocalizedText(nl: "vraag", en: "load") + at(hour)
    case .net(let hour): LocalizedText(nl: "netto vraag", en: "net load") + at(hour)
    case .imported: LocalizedText(nl: "ingekocht met alle panelen", en: "bought with all panels")
    case .distance: LocalizedText(nl: "afstand tot het naaste station", en: "distance to the nearest station")
    case .study: LocalizedText(nl: "uit de eigen studie", en: "from its own study")
    case .hub(let figure): figure.label
    case .sized: LocalizedText(nl: "van de dimensionering", en: "of the sizing")
    }
  }

  private func label(_ figure: ScanSum) -> LocalizedText {
    switch figure {
    case .item(let item, let end): item.label + end.suffix
    case .area: LocalizedText(nl: "in gebruik", en: "in use")
    case .parks: LocalizedText(nl: "terreinen", en: "parks")
    case .farthest: LocalizedText(nl: "verste terrein", en: "farthest park")
    }
  }

  private func label(_ figure: RegionScanFigure) -> LocalizedText {
    switch figure {
    case .sum(let figure): label(figure)
    case .power(let group): label(ParkScanFigure.power(group))
    case .load(let hour): label(ParkScanFigure.load(hour))
    case .net(let hour): label(ParkScanFigure.net(hour))
    case .hub(let figure): figure.label
    case .duration(let point, let figure):
      LocalizedText(nl: "duurkromme, punt \(point), ", en: "duration curve, point \(point), ")
        + LocalizedText(both: figure.rawValue)
    }
  }

  private func label(_ figure: NationalScanFigure) -> LocalizedText {
    switch figure {
    case .total(let use): use.item.label + LocalizedText(nl: " van alle terreinen", en: " of all parks")
    case .weights(let use):
      LocalizedText(nl: "gewicht van alle terreinen, ", en: "weight of all parks, ") + use.item.label
    case .contractFactor(let end):
      LocalizedText(nl: "gecontracteerd per kW eigen piek", en: "contracted per kW of own peak") + end.suffix
    case .highestHours: LocalizedText(nl: "hoogste uren van alle terreinen", en: "highest hours of all parks")
    case .ownPeaks: LocalizedText(nl: "eigen pieken van alle terreinen", en: "own peaks of all parks")
    case .rhythm(let group, let figure): label(figure) + LocalizedText(both: ", ") + name(group)
    case .sun(let figure): label(figure)
    case .land(let area, let type, let group): LocalizedText(nl: "grond van ", en: "land of ") + mix(area, type, group)
    case .share(let area, let type, let group):
      LocalizedText(nl: "aandeel van ", en: "share of ") + mix(area, type, group)
    }
  }

  private func mix(_ area: RegionCode?, _ type: LocationType, _ group: String) -> LocalizedText {
    name(group)
      + (area.map { LocalizedText(both: ", \(name($0))") } ?? LocalizedText(nl: ", heel het land", en: ", the country"))
      + LocalizedText(both: ", " + type.rawValue)
  }

  private func label(_ figure: NationalScanFigure.RhythmFigure) -> LocalizedText {
    switch figure {
    case .mean: LocalizedText(nl: "gemiddelde van de vorm", en: "mean of the shape")
    case .highest: LocalizedText(nl: "hoogste vorm", en: "highest shape")
    case .year: LocalizedText(nl: "vorm over het jaar", en: "shape over the year")
    case .unscaled(let hour): LocalizedText(nl: "vorm, ongeschaald", en: "shape, unscaled") + at(hour)
    case .shape(let hour): LocalizedText(nl: "vorm", en: "shape") + at(hour)
    }
  }

  private func label(_ figure: NationalScanFigure.SunFigure) -> LocalizedText {
    switch figure {
    case .year: LocalizedText(nl: "opbrengst per kWp in een jaar", en: "yield per kWp in a year")
    case .month(let month):
      LocalizedText(nl: "zonshoogten van maand \(month + 1)", en: "heights of the sun in month \(month + 1)")
    case .height(let hour): LocalizedText(nl: "sinus van de zonshoogte", en: "sine of the sun’s height") + at(hour)
    case .output(let hour): LocalizedText(nl: "opbrengst per kWp", en: "output per kWp") + at(hour)
    }
  }
}
