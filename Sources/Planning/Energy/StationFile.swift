import PlaneGeometry
import Provenance
import Quantities
import SourceMapping

/// Stations of the grid and where they stand, as a file of a grid operator has them — *onderstations*.
public struct StationFile: Sendable, Equatable {
  public struct Station: Codable, Sendable, Equatable {
    public let name: String
    /// RD New, metres.
    public let place: Point

    public init(name: String, place: Point) {
      self.name = name
      self.place = place
    }
  }

  /// The file as messages show it.
  public let name: String
  /// Each under a name of its own.
  public let stations: [Station]
  /// Names that several stations have in the file, and what those are called here.
  let sharedNames: [String: [String]]
  /// Stations that the file gives no place.
  public let unplaced: Int

  /// - Parameter operators: who runs each station, to tell those of one name apart.
  public init(name: String, stations: [Station], operators: [String?] = [], unplaced: Int = 0) {
    let names = StationNames(stations.map(\.name), operators: operators)
    self.name = name
    self.stations = zip(names.distinct, stations).map { Station(name: $0, place: $1.place) }
    sharedNames = names.shared
    self.unplaced = unplaced
  }

  /// A layer of points, or a table with coordinates in columns; degrees and RD are told apart by their size.
  /// - Throws: `PlanningError.invalidInput` without a column of names, without any place, and for places outside the country.
  public init(_ table: SourceTable, name: String) throws(PlanningError) {
    let columns = table.columns.map { $0.lowercased() }
    func position(_ names: [String]) -> Int? { names.compactMap { columns.firstIndex(of: $0) }.first }
    guard let names = position(Self.nameColumns) else { throw .invalidInput([Self.noName(name)]) }
    let (x, y) = (position(Self.eastColumns), position(Self.northColumns))
    let operatorColumn = position(Self.operatorColumns)
    var stations: [Station] = []
    var operators: [String?] = []
    var problems: [Diagnostic] = []
    var unplaced = 0
    for row in table.rows {
      let columns = x.flatMap { x in y.flatMap { Self.point(row.cells[x], row.cells[$0]) } }
      guard let point = row.geometry?.boundingBox?.center ?? columns else {
        unplaced += 1
        continue
      }
      if let place = Self.place(point), let label = Self.text(row.cells[names]) {
        stations.append(Station(name: label, place: place))
        operators.append(operatorColumn.flatMap { Self.text(row.cells[$0]) })
      } else {
        problems.append(Self.outside(name, row.number, point))
      }
    }
    if stations.isEmpty, problems.isEmpty { problems.append(Self.noPlaces(name)) }
    guard problems.isEmpty else { throw .invalidInput(problems) }
    self.init(name: name, stations: stations, operators: operators, unplaced: unplaced)
  }

  static let nameColumns = ["station", "naam", "name", "onderstation"]
  static let operatorColumns = ["netbeheerder", "operator", "beheerder"]
  static let eastColumns = ["x", "lon", "rd_x", "longitude", "lengtegraad"]
  static let northColumns = ["y", "lat", "rd_y", "latitude", "breedtegraad"]

  private static func point(_ x: SourceCell, _ y: SourceCell) -> Point? {
    number(x).flatMap { x in number(y).map { Point(x: x, y: $0) } }
  }

  private static func number(_ cell: SourceCell) -> Double? {
    switch cell {
    case .number(let number): number
    case .text(let text): Double(text)
    case .empty: nil
    }
  }

  private static func text(_ cell: SourceCell) -> String? {
    switch cell {
    case .text(let text) where !text.isEmpty: text
    case .number(let number): number.plain
    default: nil
    }
  }

  /// In RD New; nil outside the country.
  private static func place(_ point: Point) -> Point? {
    guard let seen = CoordinateReferenceSystem.recognition(ofBounds: BoundingBox(point)) else { return nil }
    let ordered = seen.axesSwapped ? Point(x: point.y, y: point.x) : point
    guard seen.system != .rdNew else { return ordered }
    return try? CoordinateTransformation(from: seen.system, to: .rdNew).transform(ordered)
  }
}

extension StationFile {
  /// The nearest station to a place and how far it is, m; the first of equals.
  public func nearest(to place: Point) -> (position: Int, distance: Double) {
    var best = (position: 0, distance: Double.infinity)
    for (position, station) in stations.enumerated() {
      let distance = station.place.distance(to: place)
      if distance < best.distance { best = (position, distance) }
    }
    return best
  }

  private static func noName(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "stations.no-name", at: .init(file: file),
      message: LocalizedText(
        nl: "er is geen kolom met namen van stations", en: "there is no column of names of stations"),
      remedy: LocalizedText(
        nl: "Noem een kolom \(nameColumns.joined(separator: " of ")).",
        en: "Name a column \(nameColumns.joined(separator: " or "))."))
  }

  private static func noPlaces(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "stations.no-place", at: .init(file: file),
      message: LocalizedText(nl: "geen station heeft een plaats", en: "no station has a place"),
      remedy: LocalizedText(
        nl: "Geef kolommen x en y (RD) of lon en lat (graden), of een laag met punten.",
        en: "Give columns x and y (RD) or lon and lat (degrees), or a layer of points."))
  }

  private static func outside(_ file: String, _ row: Int, _ point: Point) -> Diagnostic {
    Diagnostic(
      .error, "stations.outside", at: .init(file: file, row: row), value: "\(point.x), \(point.y)",
      message: LocalizedText(
        nl: "dit station heeft geen naam of ligt niet in Nederland",
        en: "this station has no name or does not lie in the Netherlands"),
      remedy: LocalizedText(nl: "Controleer naam en coördinaten.", en: "Check the name and the coordinates."))
  }
}
