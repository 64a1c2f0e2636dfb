import EnergyHubs
import Provenance
import Quantities

/// `energy check`, explained: what was read of a park, and what follows from it at once.
struct ExplainedStudy: ExplainedEnergy {
  let root = EnergyTopic.study.rawValue
  let park: EnergyCase
  let leaves: EnergyLeaves
  private let most: HubSizes

  init(_ park: EnergyCase) {
    self.park = park
    leaves = EnergyLeaves(park: park)
    most = park.most(.init())
  }

  var figures: [EnergyStudyFigure] {
    let members = park.connections.flatMap { connection in
      StudyMemberFigure.allCases.filter { has($0, connection) }.map { EnergyStudyFigure.member(connection.id, $0) }
        + connection.cells.map { .cell(connection.id, column: $0.column) }
    }
    let completed = park.origins.completedSeries.keys.sorted().map { EnergyStudyFigure.completedSeries($0) }
    return StudyCount.allCases.map { .count($0) } + most.named.map { .most($0.name) } + [.feedIn, .meanPrice]
      + (park.heat.isEmpty ? [] : [.heat])
      + park.roofs.map { .fullLoadHours($0.name) } + numbers.map { .number($0) } + completed
      + members
  }

  /// Whether the study knows the figure of the connection.
  private func has(_ figure: StudyMemberFigure, _ connection: EnergyConnection) -> Bool {
    switch figure {
    case .contracted: leaves.contract(connection) != nil
    case .feedIn: connection.feedIn.contracted != nil
    case .filled: connection.profile.filledSteps > 0
    case .completed: connection.profile.completedDays > 0
    case .roof, .peak, .annual: true
    }
  }

  /// What a report prints beside the parameters themselves.
  var printed: [EnergyStudyFigure] {
    [.meanPrice, .feedIn] + numbers.filter(EnergyReportPaths.isPrintedNumber).map { .number($0) }
  }

  private var numbers: [String] { park.origins.values.keys.sorted() }

  func explanation(of figure: EnergyStudyFigure) -> Explanation {
    switch figure {
    case .most(let name): leaves.most(name, of: most)
    case .feedIn: leaves.feedInLimit.named(LocalizedText(nl: "teruglevering, hoogstens", en: "feed-in, at most"))
    case .meanPrice: meanPrice
    case .heat:
      leaves.yearly(
        LocalizedText(nl: "warmtevraag van een jaar", en: "heat asked for in a year"), .kilowattHour, of: .kilowatt,
        park.heat, leaf: leaves.heat)
    case .fullLoadHours(let name): fullLoadHours(park.roofs.first { $0.name == name }!)
    case .member(let id, let figure): member(connection(id), figure)
    case .cell(let id, let column): cell(column, of: connection(id))
    case .completedSeries(let column): completed(column)
    case .count(let count): counted(count)
    case .number(let key): park.origins.values[key]!
    }
  }

  private func connection(_ id: String) -> EnergyConnection { park.connections.first { $0.id == id }! }

  private var meanPrice: Explanation {
    let sum = leaves.total(
      LocalizedText(nl: "som van de stappen", en: "sum of the steps"), .euroPerKilowattHour, park.importPrice,
      leaf: leaves.importPrice)
    let mean = Explanation(
      LocalizedText(nl: "gemiddelde per kWh", en: "mean per kWh"), .quotient, notation: "Σ stappen / aantal",
      unit: .euroPerKilowattHour,
      parts: [
        sum,
        Explanation(
          LocalizedText(nl: "stappen", en: "steps"), value: Double(park.year.count), unit: .count, basis: .definition),
      ])
    return Explanation(
      LocalizedText(nl: "gemiddelde inkoopprijs", en: "mean price of buying"), .product, notation: "per kWh × 1 000",
      unit: .euroPerMegawattHour, parts: [mean, EnergyLeaves.perMegawattHour])
  }

  private func fullLoadHours(_ roof: EnergyRoof) -> Explanation {
    leaves.yearly(
      LocalizedText(nl: "vollasturen van \(roof.name)", en: "full-load hours of \(roof.name)"), .hour, of: .factor,
      roof.factor
    ) { leaves.factor(roof, $0) }
  }

  private func member(_ connection: EnergyConnection, _ figure: StudyMemberFigure) -> Explanation {
    switch figure {
    case .contracted: leaves.contract(connection)!
    case .feedIn: leaves.record(connection.feedIn.contracted?.value ?? .nan, of: connection, "feed_in_kw", .kilowatt)
    case .roof: leaves.record(connection.roofMost.value, of: connection, "roof_max_kw", .kilowattPeak)
    case .filled: filledSteps(connection)
    case .completed: completedDays(connection)
    case .peak:
      looked(
        connection, .peak, connection.profile.peak.value, .kilowatt,
        LocalizedText(nl: "piek van \(connection.name)", en: "peak of \(connection.name)"))
    case .annual:
      looked(
        connection, .annual, connection.profile.annual.value, .kilowattHour,
        LocalizedText(nl: "verbruik van \(connection.name)", en: "use of \(connection.name)"))
    }
  }

  /// A figure of `energy look`, under its path there.
  private func looked(
    _ connection: EnergyConnection, _ figure: MemberLookFigure, _ value: Double, _ unit: Unit, _ label: LocalizedText
  ) -> Explanation {
    Explanation(
      label, value: value, unit: unit,
      basis: .figure(path: LookFigure.member(connection.id, figure).path(in: .look)))
  }
}
