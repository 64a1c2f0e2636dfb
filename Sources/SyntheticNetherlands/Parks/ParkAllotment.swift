import PlaneGeometry
import Quantities
import WorkLocations

/// Which parks there are: number per municipality, purpose and gross area.
struct ParkAllotment {
  let facts: Facts
  let calibration: ExampleCalibration
  let budget: LandBudget
  let seed: UInt64
  let referenceDate: CalendarDate

  /// All parks in the order of municipality and number.
  func drafts() throws(ExampleError) -> [ParkDraft] {
    let seaports = budget.seaport.map(Self.seaportCount)
    let others = try otherCounts(seaports: seaports)
    var drafts: [ParkDraft] = []
    for i in facts.municipalities.indices {
      drafts += try parks(of: i, seaports: seaports[i], others: others[i], after: drafts.count)
    }
    assignDispersedCluster(&drafts)
    return drafts
  }

  private static func seaportCount(_ land: Int) -> Int {
    land > 0 ? max(1, Int((Double(land) / ExampleRecipe.Sizes.seaportPark).rounded())) : 0
  }

  /// Parks that are no seaport: the province's number by land, at least one where there is land.
  private func otherCounts(seaports: [Int]) throws(ExampleError) -> [Int] {
    var counts = facts.municipalities.map { _ in 0 }
    for (province, total) in calibration.parksByProvince.sorted(by: { $0.key < $1.key }) {
      let inside = facts.municipalities.indices.filter { facts.municipalities[$0].province == province }
      let parts = try Apportionment.divide(
        total - inside.reduce(0) { $0 + seaports[$1] }, by: inside.map { Double(budget.businessPark[$0]) },
        floors: inside.map(leastCount), subject: Subject.parks)
      for (i, part) in zip(inside, parts) { counts[i] = part }
    }
    return counts
  }

  private func leastCount(_ i: Int) -> Int { budget.businessPark[i] > 0 ? clusterSites(i) + campuses(i).count + 1 : 0 }

  /// Parks of an industry cluster that are no seaport.
  private func clusterSites(_ i: Int) -> Int {
    let isCluster = facts.clusters.contains { $0.municipalities.contains(facts.municipalities[i].code) }
    return isCluster ? ExampleRecipe.Roles.clusterSitesPerMunicipality : 0
  }

  private func campuses(_ i: Int) -> [PlaceFact] {
    facts.campuses.filter { $0.municipalities.contains(facts.municipalities[i].code) }
  }

  /// Purposes that a municipality must have a park for, by position among its parks from large to small: cluster sites
  /// are the largest, campuses follow after the first quarter.
  private func fixedRoles(_ i: Int, among count: Int) -> [Int: ParkRole] {
    let (sites, campuses) = (clusterSites(i), campuses(i))
    let first = max(sites, min(count / ExampleRecipe.Roles.campusAfter, count - campuses.count))
    return Dictionary(
      (0..<sites).map { ($0, .clusterSite) }
        + campuses.enumerated().map { (first + $0.offset, .campus($0.element.id)) }, uniquingKeysWith: { one, _ in one }
    )
  }

  private func parks(of i: Int, seaports: Int, others: Int, after count: Int) throws(ExampleError) -> [ParkDraft] {
    var stream = RandomStream(seed: seed, label: "parks \(facts.municipalities[i].code)")
    let harbours = try sizes(budget.seaport[i], count: seaports, &stream)
    let sites = try sizes(budget.businessPark[i], count: others, &stream)
    let roles = harbours.map { _ in ParkRole.seaport } + roles(of: sites, in: i, &stream)
    var drafts: [ParkDraft] = []
    for (k, gross) in (harbours + sites).enumerated() {
      guard let rin = RINNumber(Self.rin(count + k + 1)) else { continue }
      drafts.append(
        ParkDraft(
          municipality: i, rin: rin, number: k + 1, role: roles[k], cluster: cluster(of: i, role: roles[k]),
          gross: gross, startYear: startYear(&stream)))
    }
    return drafts
  }

  /// Gross areas from large to small.
  private func sizes(_ land: Int, count: Int, _ stream: inout RandomStream) throws(ExampleError) -> [Int] {
    guard count > 0 else { return [] }
    let smallest = min(ExampleRecipe.Sizes.smallest, land / (2 * count))
    let weights = (0..<count).map { _ in stream.lognormal(ExampleRecipe.Sizes.sigma) }
    return try Apportionment.divide(
      land, by: weights, floors: weights.map { _ in smallest }, subject: Subject.businessLand
    )
    .sorted(by: >)
  }

  private func roles(of sites: [Int], in i: Int, _ stream: inout RandomStream) -> [ParkRole] {
    let fixed = fixedRoles(i, among: sites.count)
    return sites.enumerated().map { k, gross in
      // All are drawn always, so that a rule that changes leaves the stream where it was.
      let isLarge = stream.happens(ExampleRecipe.Roles.largeSiteShare)
      let isZone = stream.happens(ExampleRecipe.Roles.zoneShare)
      let zone = stream.pick(ExampleRecipe.Roles.zoneTypes)
      if let role = fixed[k] { return role }
      if gross >= ExampleRecipe.Roles.largeSite { return isLarge ? .largeSite : .regular }
      return isZone ? .zone(zone) : .regular
    }
  }

  /// The cluster that names the municipality; a seaport that moved to a neighbour belongs to the nearest cluster.
  private func cluster(of i: Int, role: ParkRole) -> String? {
    guard role == .seaport || role == .clusterSite else { return nil }
    let fact = facts.municipalities[i]
    if let own = facts.clusters.first(where: { $0.municipalities.contains(fact.code) }) { return own.id }
    let distances = facts.clusters.compactMap { place in
      place.point.map { (id: place.id, distance: $0.distance(to: fact.point)) }
    }
    return distances.min { ($0.distance, $0.id) < ($1.distance, $1.id) }?.id
  }

  /// The sixth cluster has no municipalities: it takes the largest parks outside the others.
  private func assignDispersedCluster(_ drafts: inout [ParkDraft]) {
    guard let dispersed = facts.clusters.first(where: { $0.municipalities.isEmpty }) else { return }
    let named = Set(facts.clusters.flatMap(\.municipalities))
    let candidates = drafts.indices.filter {
      [.regular, .largeSite].contains(drafts[$0].role)
        && !named.contains(facts.municipalities[drafts[$0].municipality].code)
    }
    let largest = candidates.sorted { (-drafts[$0].gross, $0) < (-drafts[$1].gross, $1) }
    for i in largest.prefix(ExampleRecipe.Roles.dispersedSites) {
      drafts[i].role = .clusterSite
      drafts[i].cluster = dispersed.id
    }
  }

  private func startYear(_ stream: inout RandomStream) -> Int {
    let year = ExampleRecipe.Age.mean + ExampleRecipe.Age.spread * stream.normal()
    return min(max(Int(year), ExampleRecipe.Age.oldest), referenceDate.year - 1)
  }

  /// `SYN00001`: letters in front, so that nobody takes it for a number of the national register.
  private static func rin(_ position: Int) -> String {
    let digits = String(position)
    return "SYN" + String(repeating: "0", count: max(0, ExampleRecipe.numberLength - digits.count)) + digits
  }
}
