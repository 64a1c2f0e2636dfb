import Provenance
import Quantities
import WorkLocations

/// Issue of land per municipality in the years before the reference date; the last of them also per park.
struct IssueSeries {
  let facts: Facts
  let calibration: ExampleCalibration
  let budget: LandBudget
  let seed: UInt64
  let referenceDate: CalendarDate

  private var lastYear: Int { referenceDate.year - 1 }

  /// Gives each park what it issued and bought back in the last year.
  func fillLastYear(_ drafts: inout [ParkDraft]) throws(ExampleError) {
    let units = drafts.map { draft in
      var stream = stream(draft.municipality, "issue of park \(draft.number)")
      let isActive = draft.supply.issuable > 0
      return IssueDivision.Unit(
        province: facts.municipalities[draft.municipality].province,
        rank: stream.share() / (isActive ? ExampleRecipe.Supply.youngFactor : 1),
        weight: Double(draft.issued + 1) * stream.lognormal(ExampleRecipe.Economy.issueSigma),
        cap: Int(Double(draft.issued) * ExampleRecipe.Supply.thisYearCap))
    }
    let issued = try IssueDivision(calibration: calibration).divide(
      year: lastYear, over: units, share: ExampleRecipe.Economy.issuingParks)
    for i in drafts.indices {
      drafts[i].supply.issuedThisYear = issued[i]
      drafts[i].supply.boughtBack = boughtBack(drafts[i])
    }
  }

  private func boughtBack(_ draft: ParkDraft) -> Int {
    var stream = stream(draft.municipality, "buy-back of park \(draft.number)")
    let part = stream.between(ExampleRecipe.Supply.boughtBack)
    return stream.happens(ExampleRecipe.Supply.boughtBackShare) ? Int(Double(draft.issued) * part) : 0
  }

  /// Observations of every municipality with parks, by year and municipality.
  /// - Parameter from: first year; nil takes that of the recipe. Years before the first published one issue as much as it.
  func observations(of drafts: [ParkDraft], from: Int? = nil, origin: Origin) throws -> [IssueObservation] {
    let members = facts.municipalities.indices.filter { budget.seaport[$0] + budget.businessPark[$0] > 0 }
    var result: [IssueObservation] = []
    let usual = referenceDate.year - ExampleRecipe.Economy.issueYears
    for year in min(from ?? usual, usual)..<lastYear {
      result += try earlier(year, members: members, origin: origin)
    }
    return result + (try last(of: drafts, members: members, origin: origin))
  }

  private func earlier(_ year: Int, members: [Int], origin: Origin) throws -> [IssueObservation] {
    let units = members.map { i in
      var stream = stream(i, "issue of \(year)")
      let land = Double(budget.seaport[i] + budget.businessPark[i])
      return IssueDivision.Unit(
        province: facts.municipalities[i].province, rank: stream.share(),
        weight: land * stream.lognormal(ExampleRecipe.Economy.issueSigma), cap: nil)
    }
    let issued = try IssueDivision(calibration: calibration).divide(
      year: year, over: units, share: ExampleRecipe.Economy.issuingMunicipalities)
    return try zip(members, issued).map { i, issued in
      var stream = stream(i, "buy-back of \(year)")
      let part = stream.between(ExampleRecipe.Economy.boughtBack)
      let back = stream.happens(ExampleRecipe.Economy.buyingBack) ? Int(Double(issued) * part) : 0
      return try observation(i, year: year, issued: issued, boughtBack: back, origin: origin)
    }
  }

  private func last(of drafts: [ParkDraft], members: [Int], origin: Origin) throws -> [IssueObservation] {
    var sums = facts.municipalities.map { _ in (issued: 0, boughtBack: 0) }
    for draft in drafts {
      sums[draft.municipality].issued += draft.supply.issuedThisYear
      sums[draft.municipality].boughtBack += draft.supply.boughtBack
    }
    return try members.map { i in
      try observation(i, year: lastYear, issued: sums[i].issued, boughtBack: sums[i].boughtBack, origin: origin)
    }
  }

  private func observation(
    _ i: Int, year: Int, issued: Int, boughtBack: Int, origin: Origin
  ) throws -> IssueObservation {
    try IssueObservation(
      municipality: facts.municipalities[i].code, year: year, issued: NetHectares(squareMetres: issued),
      boughtBack: NetHectares(squareMetres: boughtBack), origin: origin)
  }

  private func stream(_ municipality: Int, _ subject: String) -> RandomStream {
    RandomStream(seed: seed, label: "\(facts.municipalities[municipality].code) \(subject)")
  }
}
