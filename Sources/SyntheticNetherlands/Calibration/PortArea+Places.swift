import WorkLocations

extension PortArea {
  /// Municipalities of the port area, as the industry clusters of the facts name them.
  var municipalities: [RegionCode] {
    switch self {
    case .rotterdam: ["GM0599"]
    case .noordzeekanaalgebied: ["GM0363", "GM0375", "GM0453", "GM0479"]
    case .zeeland: ["GM0654", "GM0715", "GM0718"]
    case .groningen: ["GM1966", "GM1979"]
    case .moerdijk: ["GM1709"]
    }
  }
}
