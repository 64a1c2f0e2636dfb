import EnergyHubs
import Provenance
import Quantities

/// Puts together what a park manager, the firms and the grid operator need to know of one park — *energierapport*.
///
/// Nothing is worked out twice: the parts are the answers of the other use-cases about the park. What is added are the curves of
/// the group and its use of the grid before and after. No quarter-hour value of a single firm is in it.
public struct ComposeEnergyReport: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    /// Name of the folder of the study; nil for the embedded example.
    public var folder: String?
    /// Key of the division and right of the group.
    public var group: DivideGroup.Request
    /// Bounds of what may be built.
    public var sizing: SizeHub.Request
    /// Somebody outside the group for whom only the annex is meant; nil for the group itself.
    public var receiver: String?
    /// Whether the command asked to complete days that were not measured; nil where it did not.
    public var completesYear: Bool?

    /// - Parameters:
    ///   - group: its contract is the right of the group; nil takes the group's peak with a reserve.
    ///   - sizing: its largest contract as a rule is that right too.
    public init(
      folder: String? = nil, group: DivideGroup.Request = .init(), sizing: SizeHub.Request = .init(),
      receiver: String? = nil, completesYear: Bool? = nil
    ) {
      self.folder = folder
      self.group = group
      self.sizing = sizing
      self.receiver = receiver
      self.completesYear = completesYear
    }
  }

  /// The content of the report; `Reporting` turns it into HTML, Typst and a workbook.
  public struct Response: Codable, Sendable, Equatable {
    public let request: Request
    /// The files of the study; none for the embedded example.
    public let inputs: [InputFile]
    public let check: CheckEnergyCase.Response
    public let look: LookAtGroup.Response
    public let frontier: TraceFrontier.Response
    public let group: DivideGroup.Response
    public let sizing: SizeHub.Response
    /// What the chosen sizes cost to buy; nil where nothing is possible.
    public let investment: HubInvestment?
    public let curves: GroupCurves
    public let grid: GridUse
    public let parameters: [ParameterReading]
    public let bibliography: [BibliographicSource]
    /// The trees of the figures; without steps, and for a receiver without members.
    public let explanations: BalanceExplanations

    public var study: EnergyCaseSummary { check.study }
    /// Which members have a row of their own on the page.
    public var members: ReportMembers { ReportMembers(look, sizing) }
  }

  /// A file as it was read — *invoerbestand*.
  public struct InputFile: Codable, Sendable, Equatable {
    public let name: String
    /// SHA-256 in hexadecimal.
    public let checksum: String
    public let byteCount: Int

    public init(name: String, checksum: String, byteCount: Int) {
      self.name = name
      self.checksum = checksum
      self.byteCount = byteCount
    }
  }

  /// - Throws: `PlanningError.invalidInput` for a park without connections, an unknown key, impossible bounds and missing
  ///   parameters. A park for which nothing is possible within the bounds gets a report all the same.
  public func callAsFunction(
    _ request: Request, _ park: EnergyCase, inputs: [InputFile] = [], library: PlanningLibrary
  ) throws(PlanningError) -> Response {
    let isInside = request.receiver == nil
    var told = park
    told.origins = park.origins.told(to: isInside ? .members : .group)
    let explainedGroup = try ExplainedGroup(request.group, told, library)
    let group = explainedGroup.response
    let look = try LookAtGroup()(park)
    let traced = TraceFrontier.Request(power: request.sizing.batteryPowerMost, points: Self.frontierPoints)
    let explainedFrontier = try ExplainedFrontier(traced, told)
    let solved = try SizeHub().solved(request.sizing, told)
    let sizing = solved.response
    let year = GroupYear(told, sizing, hub: solved.park)
    let explainedLook = try ExplainedLook(told)
    let use = ExplainedReport(year, sizing, look, explainedGroup, explainedLook)
    let explanations = EnergyReportExplanations(
      study: ExplainedStudy(told), group: explainedGroup, look: explainedLook,
      sizing: try ExplainedSizing.explained(solved), use: use,
      frontier: explainedFrontier, hasMembers: isInside)
    let readings = Set(group.parameters + park.parameters).orderedByPath()
    return Response(
      request: request, inputs: inputs, check: CheckEnergyCase()(park), look: look,
      frontier: explainedFrontier.response, group: group,
      sizing: sizing, investment: sizing.answer.map { HubInvestment($0, joint: sizing.joint, park) },
      curves: use.curves, grid: use.use, parameters: readings,
      bibliography: library.cited(by: readings), explanations: explanations.trees)
  }

  /// Enough for a smooth line.
  private static let frontierPoints = 33

  /// The files of a study with their checksums: those of a folder, or a stored study itself. What is absent is left out, for
  /// reading tells that.
  public static func inputs(of path: String, in environment: Environment) -> [InputFile] {
    let names = [
      EnergyCaseFiles.connectionsFile, EnergyTemplate.workbookFile, EnergyCaseFiles.loadFile,
      EnergyCaseFiles.seriesFile, EnergyCaseFiles.standardsFile, EnergyCaseFiles.consentsFile,
      EnergyCaseFiles.settingsFile,
    ]
    let files = names.map { (name: $0, path: path + "/" + $0) }
    let stored = (name: path.split(separator: "/").last.map(String.init) ?? path, path: path)
    return (files + [stored]).compactMap { file in
      (try? environment.sources.fingerprint(of: file.path)).map {
        InputFile(name: file.name, checksum: $0.checksum, byteCount: $0.byteCount)
      }
    }
  }
}

extension PlanDispatch {
  /// Every step at the sizes that `SizeHub` chose, their monthly peaks included; nil where no operation does it.
  func flows(_ sizes: HubSizes, _ park: EnergyCase) -> Flows? {
    let problem = park.dispatchProblem(sizes, room: Self.rounding * sizes.contract)
    return problem.leastCost().plan.map { Flows($0, problem, park.year) }
  }
}
