import EnergyHubs
import Provenance
import Quantities

/// `energy grid`, explained: the feeder as it is now, and with the hub.
struct ExplainedGrid: ExplainedEnergy {
  let root = EnergyTopic.grid.rawValue
  private let now: ExplainedFeeder
  private let withHub: ExplainedFeeder?
  private let sizes: [(name: HubSizeName, explanation: Explanation)]

  /// - Parameter path: of the figure that is asked for; the hub is chosen where the request or the path asks for it.
  /// - Throws: as `CheckGrid` does.
  init(
    _ request: CheckGrid.Request, _ feeder: FeederFile, _ park: EnergyCase, _ library: PlanningLibrary, path: String
  ) throws(PlanningError) {
    var reader = ParameterReader(library.parameters, on: CalendarDate(startOf: park.year.year))
    let factor: Double
    do { factor = try reader.read(CheckGrid.powerFactorKey).value } catch { throw .missing([error]) }
    let start = root + "/" + GridFigure.hubStep
    now = try ExplainedFeeder(request, feeder, park, factor, hub: nil, root: root)
    var asked = request
    if (path + "/").hasPrefix(start + "/") { asked.hub = asked.hub ?? .init() }
    guard let (answer, hub) = try CheckGrid.hub(asked, feeder, park) else {
      (withHub, sizes) = (nil, [])
      return
    }
    withHub = try ExplainedFeeder(request, feeder, park, factor, hub: hub, root: start)
    sizes = answer.sizes.named.map { name, value, unit, label in
      let path = HubFigure.size(name).path(in: .size)
      return (name, Explanation(label, value: value, unit: unit, basis: .figure(path: path)))
    }
  }

  var figures: [GridFigure] {
    now.figures.map { .now($0) } + (withHub?.figures ?? []).map { .withHub($0) } + sizes.map { .hubSize($0.name) }
  }

  /// The hub costs a search.
  var others: [[String]] { withHub == nil ? [[GridFigure.hubStep]] : [] }

  func explanation(of figure: GridFigure) -> Explanation {
    switch figure {
    case .now(let figure): now.explanation(of: figure)
    case .withHub(let figure): withHub!.explanation(of: figure)
    case .hubSize(let name): sizes.first { $0.name == name }!.explanation
    }
  }
}
