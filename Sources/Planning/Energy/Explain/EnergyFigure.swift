/// What a figure of an energy study is about: the first step of its path — *onderwerp*.
public enum EnergyTopic: String, CaseIterable, Sendable {
  /// What `energy check` tells of the study itself.
  case study = "studie"
  /// `energy look`, `frontier`, `size`, `dispatch`, `group` and `grid`.
  case look = "blik"
  case frontier = "afruil"
  case size = "maten"
  case dispatch = "inzet"
  case group = "groep"
  case grid = "net"
  /// What `energy report` adds: the use of the grid.
  case report = "rapport"
  /// What `energy share` gave out.
  case share = "deling"
}

/// A figure of one topic, by the steps of its path after the topic — *cijfer van een energiestudie*.
protocol EnergyFigure: Equatable {
  var steps: [String] { get }
}

extension EnergyFigure {
  func path(in topic: EnergyTopic) -> String { path(in: topic.rawValue) }

  /// - Parameter place: what the path begins with, such as a topic or a changed world.
  func path(in place: String) -> String { ([place] + steps).joined(separator: "/") }
}
