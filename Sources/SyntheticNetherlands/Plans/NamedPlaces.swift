import Provenance
import WorkLocations

/// Industry clusters and campuses by name with generated parks, and the large housing areas.
struct NamedPlaces {
  let facts: Facts
  let drafts: [ParkDraft]

  func clusters(origin: Origin) throws -> [Cluster] {
    let clusters = try facts.clusters.map { place in
      try cluster(place, kind: .industryCluster, origin: origin) { $0.cluster == place.id }
    }
    let campuses = try facts.campuses.map { place in
      try cluster(place, kind: .campus, origin: origin) { $0.role == .campus(place.id) }
    }
    return clusters + campuses
  }

  private func cluster(
    _ place: PlaceFact, kind: Cluster.Kind, origin: Origin, isMember: (ParkDraft) -> Bool
  ) throws -> Cluster {
    let parks = drafts.filter(isMember)
    let codes = Set(place.municipalities).union(parks.map { facts.municipalities[$0.municipality].code })
    return try Cluster(
      id: place.id, name: place.name, kind: kind, phase: place.phase, municipalities: codes.sorted(),
      parks: parks.map(\.rin), point: place.point, origin: origin)
  }

  func housingAreas(origin: Origin) throws -> [HousingArea] {
    try facts.housingAreas.map { place in
      try HousingArea(
        id: place.id, name: place.name, municipalities: place.municipalities, homes: place.homes, point: place.point,
        origin: origin)
    }
  }
}
