import Planning
import Quantities

/// The trade-off between kW and kWh, for the terminal and for data files — *afruiltabel*.
public enum FrontierTable {
  public static func text(_ frontier: TraceFrontier.Response, language: Language) -> String {
    let lines = EnergyLines(study: frontier.study, language: language)
    let header = [
      lines.words("Grens kW", "Limit kW"), lines.words("Opslag kWh", "Storage kWh"),
      lines.words("kWh per kW lager", "kWh per kW less"), lines.words("Beslissend", "Deciding"), "",
    ]
    return lines.text(
      figures(frontier, lines) + [""] + lines.table(header, frontier.points.map { row($0, frontier, lines) }))
  }

  private static func figures(_ frontier: TraceFrontier.Response, _ lines: EnergyLines) -> [String] {
    var rows = [
      (lines.words("Piek zonder opslag, kW", "Peak without storage, kW"), lines.number(frontier.peak)),
      (
        lines.words("Vermogen van de opslag, kW", "Power of the storage, kW") + lines.mark, lines.number(frontier.power)
      ),
      (lines.words("Laagst haalbare grens, kW", "Lowest possible limit, kW"), lines.number(frontier.lowestLimit)),
    ]
    if let limit = frontier.limitForCapacity, let capacity = frontier.request.capacity {
      rows.append(
        (
          lines.words("Grens met \(lines.number(capacity)) kWh, kW", "Limit with \(lines.number(capacity)) kWh, kW"),
          lines.number(limit, 1)
        ))
    }
    if let limit = frontier.request.limit {
      rows.append(
        (
          lines.words("Opslag voor \(lines.number(limit)) kW, kWh", "Storage for \(lines.number(limit)) kW, kWh"),
          lines.number(frontier.pointForLimit?.capacity, 1)
        ))
    }
    return lines.pairs(rows)
  }

  private static func row(_ point: TraceFrontier.Point, _ frontier: TraceFrontier.Response, _ lines: EnergyLines)
    -> [String]
  {
    let isKnee = point == frontier.knee
    return [
      lines.number(point.limit, 1), lines.number(point.capacity, 1), lines.number(point.marginal, 2),
      point.capacity > 0 ? "\(point.from) – \(point.to)" : "",
      isKnee ? lines.words("← knik", "← knee") : "",
    ]
  }

  /// A row per point.
  public static func csv(_ frontier: TraceFrontier.Response) -> String {
    CommaSeparated.text(
      ["limit_kw", "capacity_kwh", "marginal_kwh_per_kw", "from", "to"],
      frontier.points.map { point in
        [point.limit, point.capacity, point.marginal].map { CommaSeparated.number($0) } + [point.from, point.to]
      })
  }
}
