import EnergyHubs
import Provenance
import Quantities

/// One connection's series in one direction of several files — *samengevoegde meetreeks*.
struct JoinedMeters {
  private(set) var series: RawSeries?
  private(set) var overlaps: [PartOverlap] = []

  init(_ parts: [MeterSeries]) {
    guard let first = parts.first else { return }
    guard parts.count > 1 else {
      series = first.series
      return
    }
    var values = first.series.kilowatts
    var sources = [Int](repeating: 0, count: values.count)
    var found: [Int: PartOverlap] = [:]
    for (place, part) in parts.enumerated().dropFirst() {
      for (step, value) in part.series.kilowatts.enumerated() where !value.isNaN {
        guard !values[step].isNaN else {
          values[step] = value
          sources[step] = place
          continue
        }
        let key = place * parts.count + sources[step]
        var overlap = found[key] ?? Self.overlap(parts[sources[step]], part, step)
        let isFirst = overlap.different == 0
        if !overlap.add(Double(values[step]), Double(value)), isFirst { overlap.time = part.series.year.spelled(step) }
        found[key] = overlap
      }
    }
    series = RawSeries(name: first.series.name, year: first.series.year, kilowatts: values)
    overlaps = found.sorted { $0.key < $1.key }.map(\.value)
  }

  private static func overlap(_ first: MeterSeries, _ second: MeterSeries, _ step: Int) -> PartOverlap {
    PartOverlap(
      .init(file: first.file, record: first.connection), .init(file: second.file, record: second.connection),
      time: second.series.year.spelled(step))
  }
}
