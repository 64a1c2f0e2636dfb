import EnergyHubs
import Provenance
import Quantities

extension ExplainedStudy {
  /// A cell of `connections.csv` as it stands.
  func cell(_ column: String, of connection: EnergyConnection) -> Explanation {
    let cell = connection.cells.first { $0.column == column }!
    return leaves.record(cell.value, of: connection, column, cell.unit)
  }

  /// A number of connections or parameters, one for each.
  func counted(_ count: StudyCount) -> Explanation {
    .counted(count.label, records(count))
  }

  private func records(_ count: StudyCount) -> [RecordField] {
    switch count {
    case .connections: park.connections.map(field)
    case .unmeasured: park.connections.filter { !$0.profile.isMeasured }.map(field)
    case .completed: park.connections.filter { $0.profile.completedDays > 0 }.map(field)
    case .parameters: park.parameters.map(field)
    case .assumptions: park.parameters.filter(\.isAssumption).map(field)
    }
  }

  private func field(_ connection: EnergyConnection) -> RecordField {
    RecordField(
      LocalizedText(both: connection.name), table: EnergyCaseFiles.connectionsFile, key: connection.id, field: "id",
      origin: nil)
  }

  private func field(_ parameter: ParameterReading) -> RecordField {
    RecordField(parameter.label, table: "parameters", key: parameter.path, field: "source", origin: nil)
  }
}

extension ExplainedStudy {
  /// Steps of a member that a stated rule filled.
  func filledSteps(_ connection: EnergyConnection) -> Explanation {
    stated(
      connection.profile.filledSteps, LocalizedText(nl: "gevulde stappen", en: "steps filled"),
      leaves.file(of: connection), connection.id)
  }

  /// Days of a member that took the values of others.
  func completedDays(_ connection: EnergyConnection) -> Explanation {
    stated(connection.profile.completedDays, Self.completed, leaves.file(of: connection), connection.id)
  }

  /// The same of a column of `series.csv`.
  func completed(_ column: String) -> Explanation {
    stated(park.origins.completedSeries[column] ?? 0, Self.completed, EnergyCaseFiles.seriesFile, column)
  }

  private static let completed = LocalizedText(nl: "aangevulde dagen", en: "completed days")

  private func stated(_ count: Int, _ label: LocalizedText, _ file: String, _ column: String) -> Explanation {
    Explanation(
      label, value: Double(count), unit: .count, basis: .record(table: file, key: column, field: label.nl, origin: nil))
  }
}

extension StudyCount {
  fileprivate var label: LocalizedText {
    switch self {
    case .connections: LocalizedText(nl: "aantal aansluitingen", en: "number of connections")
    case .unmeasured: LocalizedText(nl: "aansluitingen zonder meting", en: "connections without a measurement")
    case .completed: LocalizedText(nl: "aansluitingen met aangevulde dagen", en: "connections with completed days")
    case .parameters: LocalizedText(nl: "waarden uit de bibliotheek", en: "values of the library")
    case .assumptions: LocalizedText(nl: "aannames onder die waarden", en: "assumptions among those values")
    }
  }
}
