import Provenance
import Quantities
import WorkLocations

/// Planned withdrawals: the same area each year, from a few parks that lose land once; most for the large housing areas.
struct WithdrawalDrawing {
  let facts: Facts
  let calibration: ExampleCalibration
  let drafts: [ParkDraft]
  let seed: UInt64
  let referenceDate: CalendarDate
  let origin: Origin

  func withdrawals() throws -> [Withdrawal] {
    var stream = RandomStream(seed: seed, label: "withdrawals")
    var candidates = ranked(&stream)
    var result: [Withdrawal] = []
    for offset in 0..<ExampleRecipe.Plans.withdrawalYears {
      let sites = sites(of: offset, from: &candidates)
      let areas = try Apportionment.divide(
        calibration.withdrawalPerYear.wholeSquareMetres,
        by: sites.map { _ in stream.lognormal(ExampleRecipe.Plans.sigma) },
        caps: sites.map { Self.cap(drafts[$0.park]) }, subject: Subject.withdrawals)
      for (site, area) in zip(sites, areas) {
        result.append(
          try withdrawal(result.count + 1, site, year: referenceDate.year + offset, area: area, &stream))
      }
    }
    return result
  }

  private struct Site {
    let park: Int
    let housingArea: PlaceFact?
  }

  /// Parks in random order that can lose land: no cluster, campus or seaport, and enough issued.
  private func ranked(_ stream: inout RandomStream) -> [Int] {
    let parks = drafts.indices.filter {
      drafts[$0].kind == .regular && drafts[$0].issued >= ExampleRecipe.Plans.withdrawalFrom
    }
    return parks.map { (stream.share(), $0) }.sorted(by: <).map(\.1)
  }

  /// Parks of one year, taken out of the candidates: housing areas by turns, then anywhere until there is room enough.
  private func sites(of offset: Int, from candidates: inout [Int]) -> [Site] {
    let perYear = ExampleRecipe.Plans.withdrawalsPerYear
    let forHousing = Int((Double(perYear) * ExampleRecipe.Plans.forHousing).rounded())
    var sites: [Site] = []
    for turn in 0..<forHousing where !facts.housingAreas.isEmpty {
      let area = facts.housingAreas[(offset * forHousing + turn) % facts.housingAreas.count]
      let place = candidates.firstIndex {
        area.municipalities.contains(facts.municipalities[drafts[$0].municipality].code)
      }
      if let place { sites.append(Site(park: candidates.remove(at: place), housingArea: area)) }
    }
    let held = sites.reduce(0.0) { $0 + Double(Self.cap(drafts[$1.park])) }
    let need = calibration.withdrawalPerYear.wholeSquareMetres
    let others = Selection.first(
      of: candidates, atLeast: perYear - sites.count, enough: Double(need) * ExampleRecipe.Plans.withdrawalSpare - held
    ) { Double(Self.cap(drafts[$0])) }
    candidates.removeFirst(others.count)
    return sites + others.map { Site(park: $0, housingArea: nil) }
  }

  private static func cap(_ draft: ParkDraft) -> Int {
    Int(Double(draft.issued) * ExampleRecipe.Plans.withdrawalCap)
  }

  private func withdrawal(
    _ number: Int, _ site: Site, year: Int, area: Int, _ stream: inout RandomStream
  ) throws -> Withdrawal {
    let draft = drafts[site.park]
    let fact = facts.municipalities[draft.municipality]
    let share = stream.between(ExampleRecipe.Plans.returning)
    return try Withdrawal(
      id: "SYN-onttrekking-\(number)", name: "Voorbeeldonttrekking \(fact.name) \(number)", municipality: fact.code,
      park: draft.rin, year: year, area: NetHectares(squareMetres: area), maximumCategory: draft.category,
      isWaterBound: false, returningShare: stream.happens(ExampleRecipe.Plans.returningKnown) ? share : nil,
      housingArea: site.housingArea?.id, origin: origin)
  }
}
