import Quantities
import WorkLocations

/// Net area, category, age and issuable land of the parks, adding up to the calibration.
struct ParkStock {
  let facts: Facts
  let calibration: ExampleCalibration
  let seed: UInt64

  func fill(_ drafts: inout [ParkDraft]) throws(ExampleError) {
    try fillNet(&drafts, where: { $0.role == .seaport }, total: calibration.seaport.net)
    try fillNet(&drafts, where: { $0.role != .seaport }, total: calibration.businessPark.net)
    try fillIssuable(&drafts)
    fillOwners(&drafts)
    fillObsolescence(&drafts)
    fillCategories(&drafts)
  }

  private func stream(_ subject: String, _ draft: ParkDraft) -> RandomStream {
    RandomStream(seed: seed, label: "\(subject) \(facts.municipalities[draft.municipality].code) \(draft.number)")
  }

  private func fillNet(
    _ drafts: inout [ParkDraft], where isMember: (ParkDraft) -> Bool, total: NetHectares
  ) throws(ExampleError) {
    let members = drafts.indices.filter { isMember(drafts[$0]) }
    let weights = members.map { i in
      var stream = stream("net", drafts[i])
      let share = 1 + ExampleRecipe.Sizes.netSpread * stream.normal()
      return Double(drafts[i].gross) * max(share, ExampleRecipe.Sizes.leastNetWeight)
    }
    let parts = try Apportionment.divide(
      total.wholeSquareMetres, by: weights, caps: members.map { drafts[$0].gross }, subject: Subject.net)
    for (i, part) in zip(members, parts) { drafts[i].net = part }
  }

  private func fillIssuable(_ drafts: inout [ParkDraft]) throws(ExampleError) {
    let immediate = try issuable(
      calibration.immediatelyIssuable, in: drafts, share: ExampleRecipe.Supply.immediateShare,
      cap: ExampleRecipe.Supply.immediateCap, subject: Subject.immediatelyIssuable)
    let later = try issuable(
      calibration.laterIssuable, in: drafts, share: ExampleRecipe.Supply.laterShare,
      cap: ExampleRecipe.Supply.laterCap, subject: Subject.laterIssuable)
    for i in drafts.indices {
      drafts[i].supply.immediate = immediate[i]
      drafts[i].supply.later = later[i]
    }
  }

  /// Divides issuable land over a share of the parks, young ones first of all.
  private func issuable(
    _ total: NetHectares, in drafts: [ParkDraft], share: Double, cap: Double, subject: LocalizedText
  ) throws(ExampleError) -> [Int] {
    var rank: [Double] = []
    var weight: [Double] = []
    for draft in drafts {
      var stream = stream(subject.en, draft)
      let youth = draft.startYear >= ExampleRecipe.Supply.youngFrom ? ExampleRecipe.Supply.youngFactor : 1
      rank.append(stream.share() / youth)
      weight.append(stream.lognormal(ExampleRecipe.Supply.sigma) * netWeight(draft))
    }
    let ranked = drafts.indices.sorted { (rank[$0], $0) < (rank[$1], $1) }
    let need = Double(total.wholeSquareMetres) * ExampleRecipe.Supply.spareCapacity
    let chosen = Selection.first(of: ranked, atLeast: Int(share * Double(drafts.count)), enough: need) {
      Double(drafts[$0].net) * cap
    }
    let parts = try Apportionment.divide(
      total.wholeSquareMetres, by: chosen.map { weight[$0] }, caps: chosen.map { Int(Double(drafts[$0].net) * cap) },
      subject: subject)
    var result = drafts.map { _ in 0 }
    for (i, part) in zip(chosen, parts) { result[i] = part }
    return result
  }

  private func netWeight(_ draft: ParkDraft) -> Double {
    Power.of(Double(draft.net), ExampleRecipe.Supply.netExponent)
  }

  private func fillOwners(_ drafts: inout [ParkDraft]) {
    for i in drafts.indices {
      var stream = stream("owner", drafts[i])
      let choice = stream.share()
      let part = stream.between(ExampleRecipe.Supply.municipalPart)
      let isPrivate = choice < ExampleRecipe.Supply.allPrivate
      let isMunicipal = choice >= 1 - ExampleRecipe.Supply.allMunicipal
      drafts[i].supply.municipalPart = isPrivate ? 0 : isMunicipal ? 1 : part
    }
  }

  /// The calibrated share of the parks, old ones first of all.
  private func fillObsolescence(_ drafts: inout [ParkDraft]) {
    let ranked = drafts.indices.map { i in
      var stream = stream("obsolete", drafts[i])
      let isOld = drafts[i].startYear <= ExampleRecipe.Age.oldUntil
      return (rank: stream.share() + (isOld ? 0 : 1), index: i)
    }
    .sorted(by: <)
    let count = Int((calibration.obsoleteShare * Double(drafts.count)).rounded())
    for (_, i) in ranked.prefix(count) { drafts[i].isObsolete = true }
  }

  private func fillCategories(_ drafts: inout [ParkDraft]) {
    for i in drafts.indices {
      var stream = stream("category", drafts[i])
      let choices = Self.categories(of: drafts[i].role)
      drafts[i].category = stream.pick(choices).map(EnvironmentalCategory.init(rawValue:))
    }
  }

  private static func categories(of role: ParkRole) -> [(String?, Double)] {
    switch role {
    case .seaport, .clusterSite: ExampleRecipe.Character.heavyCategories
    case .campus: ExampleRecipe.Character.campusCategories
    case .zone: ExampleRecipe.Character.zoneCategories
    case .largeSite: ExampleRecipe.Character.largeCategories
    case .regular: ExampleRecipe.Character.regularCategories
    }
  }
}
