import Provenance
import Quantities
import WorkLocations

/// A figure of the plans or the withdrawals of a region as the register has them — *plannen en onttrekkingen*:
///
///     register/PV22/plannen/aantal             register/PV22/onttrekkingen/aantal
///     register/PV22/plannen/aantal/hardheid/zacht
///     register/PV22/plannen/oppervlakte        register/PV22/onttrekkingen/oppervlakte
///     register/PV22/plannen/oppervlakte/P7     register/PV22/onttrekkingen/oppervlakte/W3
///     register/PV22/plannen/jaar/P7            register/PV22/onttrekkingen/jaar/W3
public struct PlannedFigure: Hashable, Sendable {
  public enum Topic: String, Hashable, Sendable, CaseIterable {
    case plans = "plannen"
    case withdrawals = "onttrekkingen"
  }

  public enum Measure: String, Hashable, Sendable, CaseIterable {
    case count = "aantal"
    case area = "oppervlakte"
    /// First year of issue, or year in which land leaves the stock; of one record only.
    case year = "jaar"
  }

  public enum Selection: Hashable, Sendable {
    case all
    case hardness(PlanHardness)
    /// One plan or withdrawal, by its key.
    case record(String)
  }

  public let topic: Topic
  public let measure: Measure
  public let selection: Selection

  public init(_ topic: Topic, _ measure: Measure, _ selection: Selection = .all) {
    self.topic = topic
    self.measure = measure
    self.selection = selection
  }

  /// - Parameter steps: the path after the region; nil when it names no figure.
  init?(_ steps: [String]) {
    guard steps.count > 1, let topic = Topic(rawValue: steps[0]), let measure = Measure(rawValue: steps[1]) else {
      return nil
    }
    let rest = Array(steps.dropFirst(2))
    guard topic == .plans, rest.count == 2, rest[0] == Self.hardnessStep, let hardness = PlanHardness(rawValue: rest[1])
    else {
      // A key of the user may hold a slash; it is always the last step.
      self.init(topic, measure, rest.isEmpty ? .all : .record(rest.joined(separator: "/")))
      return
    }
    self.init(topic, measure, .hardness(hardness))
  }

  fileprivate static let hardnessStep = "hardheid"

  var steps: [String] { [topic.rawValue, measure.rawValue] + selection.steps }
}

extension PlannedFigure.Selection {
  fileprivate var steps: [String] {
    switch self {
    case .all: []
    case .hardness(let hardness): [PlannedFigure.hardnessStep, hardness.rawValue]
    case .record(let key): [key]
    }
  }

  fileprivate var label: LocalizedText {
    switch self {
    case .all, .record: LocalizedText(both: "")
    case .hardness(let hardness): LocalizedText(both: ", ") + hardness.label
    }
  }
}

/// The figures of plans and withdrawals of one region with the way to them.
struct ExplainedPlanned {
  /// What both kinds of records have.
  private struct Row {
    let key: String
    let name: String
    let hardness: PlanHardness?
    let area: NetHectares
    let year: Int?
    let origin: Origin
  }

  private let rows: [PlannedFigure.Topic: [Row]]

  init(_ register: Register, in region: RegionCode) {
    let inside = Set(register.regions.municipalities(in: region))
    rows = [
      .plans: register.records.planCapacities.filter { inside.contains($0.municipality) }.map {
        Row(
          key: $0.id, name: $0.name, hardness: $0.hardness, area: $0.area, year: $0.expectedYear, origin: $0.origin)
      },
      .withdrawals: register.records.withdrawals.filter { inside.contains($0.municipality) }.map {
        Row(key: $0.id, name: $0.name, hardness: nil, area: $0.area, year: $0.year, origin: $0.origin)
      },
    ]
  }

  /// - Returns: nil for a record that is not there or names no year.
  func explanation(of figure: PlannedFigure) -> Explanation? {
    let chosen = (rows[figure.topic] ?? []).filter { row in
      switch figure.selection {
      case .all: true
      case .hardness(let hardness): row.hardness == hardness
      case .record(let key): row.key == key
      }
    }
    let label = figure.topic.label + figure.selection.label
    switch (figure.measure, figure.selection) {
    case (.count, .record), (.year, .all), (.year, .hardness): return nil
    case (.count, _):
      let number = LocalizedText(nl: "aantal ", en: "number of ") + label
      return .counted(number, chosen.map { field(figure, $0) })
    case (.area, .record): return chosen.first.map { area(figure, $0) }
    case (.area, _):
      return .total(
        LocalizedText(nl: "oppervlakte van ", en: "area of ") + label, .netHectare, chosen.map { area(figure, $0) })
    case (.year, .record):
      return chosen.first.flatMap { row in row.year.map { .record(Double($0), .calendarYear, field(figure, row)) } }
    }
  }

  private func area(_ figure: PlannedFigure, _ row: Row) -> Explanation {
    .record(row.area.value, .netHectare, field(figure, row))
  }

  private func field(_ figure: PlannedFigure, _ row: Row) -> RecordField {
    RecordField(
      LocalizedText(both: row.name), table: figure.topic.table, key: row.key, field: figure.field, origin: row.origin)
  }

  /// Every figure that there is, for listing.
  var figures: [PlannedFigure] {
    PlannedFigure.Topic.allCases.flatMap { topic in
      let groups: [PlannedFigure.Selection] =
        [.all] + (topic == .plans ? PlanHardness.allCases.map { .hardness($0) } : [])
      let own = (rows[topic] ?? []).map { PlannedFigure.Selection.record($0.key) }
      return groups.map { PlannedFigure(topic, .count, $0) } + (groups + own).map { PlannedFigure(topic, .area, $0) }
        + own.map { PlannedFigure(topic, .year, $0) }
    }
  }
}

extension PlannedFigure {
  /// The column of the register that the figure rests on.
  fileprivate var field: String {
    switch (measure, topic) {
    case (.count, .plans): "plan_id"
    case (.count, .withdrawals): "onttrekking_id"
    case (.area, _): "oppervlakte"
    case (.year, .plans): "verwacht_jaar"
    case (.year, .withdrawals): "jaar"
    }
  }
}

extension PlannedFigure.Topic {
  fileprivate var table: String { self == .plans ? "plancapaciteit" : "onttrekkingen" }

  fileprivate var label: LocalizedText {
    switch self {
    case .plans: LocalizedText(nl: "de plannen", en: "the plans")
    case .withdrawals: LocalizedText(nl: "de onttrekkingen", en: "the withdrawals")
    }
  }
}
