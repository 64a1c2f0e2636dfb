import Provenance
import Quantities
import WorkLocations

/// Reads parameters for one region and goes on past those that are missing, so that all of them are reported at once.
///
/// A missing parameter gives a reading of zero. It never reaches a result: `finish` throws as soon as anything is missing.
struct RegionReader {
  /// The region and those around it, the most specific first.
  private let regions: [String]
  private var reader: ParameterReader
  private var missing: [ParameterError] = []

  init(_ reader: ParameterReader, regions: [String]) {
    self.reader = reader
    self.regions = regions
  }

  mutating func read(_ key: String, _ member: String = "") -> ParameterReading {
    do {
      return try reader.read(key, member, regions: regions)
    } catch {
      return nothing(key, member, error)
    }
  }

  mutating func timeline(_ key: String, _ member: String) -> [ParameterReading] {
    do {
      return try reader.readTimeline(key, member, regions: regions)
    } catch {
      return [nothing(key, member, error)]
    }
  }

  /// One value for each key.
  mutating func perKey<Key: Hashable, Value>(_ keys: [Key], _ value: (Key, inout RegionReader) -> Value) -> [Key: Value]
  {
    var values: [Key: Value] = [:]
    for key in keys { values[key] = value(key, &self) }
    return values
  }

  /// One value for each location type that is confronted with supply.
  mutating func perType<Value>(_ value: (LocationType, inout RegionReader) -> Value) -> [LocationType: Value] {
    perKey(LocationType.workLocations, value)
  }

  /// Share of a sector group's demand per plot-size class.
  mutating func sizes(of group: String) -> [PlotSizeClass: ParameterReading] {
    perKey(PlotSizeClass.allCases) { $1.read("segments/size-share", "\(group)/\($0.rawValue)") }
  }

  /// The reader with the log of everything that was read.
  func finish() throws(DemandError) -> ParameterReader {
    guard missing.isEmpty else { throw DemandError(missing) }
    return reader
  }

  private mutating func nothing(_ key: String, _ member: String, _ error: ParameterError) -> ParameterReading {
    if !missing.contains(error) { missing.append(error) }
    return ParameterReading(
      key: key, member: member, label: LocalizedText(both: key), unit: .one,
      dated: DatedValue(from: reader.date, value: 0, kind: .assumption))
  }
}
