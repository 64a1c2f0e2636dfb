import Provenance
import Quantities
import WorkLocations

/// An invented history of jobs per COROP area and sector — *verzonnen banengeschiedenis*. It leads up to the jobs of the
/// register and has nothing to do with the invented issue: a back-test on it shows that the computation works, never that a
/// method does.
///
/// Formula: J(t − 1) = J(t) / (1 + g + e(t)), rounded to whole jobs at the end.
/// - g: mean growth of the sector in the area, drawn once; e: what a year differs from it, drawn each year
///   (`ExampleRecipe.Economy`).
struct JobHistory {
  let facts: Facts
  let seed: UInt64

  /// Counts of the years before those of `present`, by area, sector and year.
  func counts(before present: [JobCount], from firstYear: Int, origin: Origin) throws -> [JobCount] {
    guard let year = present.first?.year, firstYear < year else { return [] }
    let corops = Dictionary(facts.municipalities.map { ($0.code, $0.corop) }, uniquingKeysWith: { first, _ in first })
    var sums: [Place: Double] = [:]
    for count in present {
      guard let corop = corops[count.region] else { continue }
      sums[Place(corop: corop, sector: count.sector), default: 0] += count.jobs.value
    }
    return try sums.keys.sorted().flatMap { place in
      try history(of: place, jobs: sums[place] ?? 0, years: firstYear..<year, origin: origin)
    }
  }

  private func history(of place: Place, jobs: Double, years: Range<Int>, origin: Origin) throws -> [JobCount] {
    var stream = RandomStream(seed: seed, label: "jobs of \(place.corop) in \(place.sector)")
    let trend = stream.between(ExampleRecipe.Economy.historyTrend)
    var jobs = jobs
    var counts: [JobCount] = []
    for year in years.reversed() {
      jobs /= 1 + trend + stream.between(ExampleRecipe.Economy.historyNoise)
      counts.append(
        try JobCount(
          region: place.corop, sector: place.sector, year: year, jobs: Jobs(jobs.rounded()), origin: origin))
    }
    return counts.reversed()
  }

  private struct Place: Hashable, Comparable {
    let corop: RegionCode
    let sector: String

    static func < (left: Self, right: Self) -> Bool { (left.corop, left.sector) < (right.corop, right.sector) }
  }
}
