import Quantities
import WorkLocations

/// The attributes of the national register for a generated park, some left open as in the real one.
struct ParkAttributes {
  let draft: ParkDraft
  let municipality: MunicipalityFact
  let plots: [Plot]
  let referenceDate: CalendarDate
  private var stream: RandomStream
  private var attributes = WorkLocationAttributes()

  init(
    _ draft: ParkDraft, in municipality: MunicipalityFact, plots: [Plot], seed: UInt64, referenceDate: CalendarDate
  ) {
    self.draft = draft
    self.municipality = municipality
    self.plots = plots
    self.referenceDate = referenceDate
    stream = RandomStream(seed: seed, label: "attributes \(municipality.code) \(draft.number)")
  }

  /// All attributes.
  mutating func filled() -> WorkLocationAttributes {
    fillGeneral()
    fillArea()
    fillIssuable()
    fillAccess()
    fillPrices()
    fillObsolescence()
    return attributes
  }

  private mutating func fillGeneral() {
    attributes.settlement = municipality.name
    attributes.planPhase = "Onherroepelijk"
    attributes.startYear = stream.happens(ExampleRecipe.Age.missing) ? nil : draft.startYear
    attributes.plotsAvailable = draft.supply.issuable > 0 ? .yes : .no
    attributes.parkManagement = stream.pick(ExampleRecipe.Character.parkManagement)
    attributes.parkManager = "Gemeente \(municipality.name)"
    attributes.dataKeeper = "Werklocaties (synthetisch)"
    attributes.remark = ExampleRecipe.remark
  }

  private mutating func fillArea() {
    let supply = draft.supply
    attributes.gross = GrossHectares(squareMetres: draft.gross)
    attributes.net = NetHectares(squareMetres: draft.net)
    attributes.issuedThisYear = NetHectares(squareMetres: supply.issuedThisYear)
    attributes.boughtBack = NetHectares(squareMetres: supply.boughtBack)
    attributes.issuedBefore = NetHectares(squareMetres: draft.issued - supply.issuedThisYear + supply.boughtBack)
  }

  /// A park without issuable land may leave the fields open: nil, which is not zero.
  private mutating func fillIssuable() {
    let supply = draft.supply
    let isOpen = stream.happens(ExampleRecipe.Character.unfilledSupply)
    let years = (0..<2).map { _ in laterYear() }
    if supply.issuable == 0, isOpen { return }
    attributes.immediatelyIssuableTotal = NetHectares(squareMetres: supply.immediate)
    attributes.immediatelyIssuableMunicipal = NetHectares(squareMetres: supply.immediateMunicipal)
    attributes.immediatelyIssuablePrivate = NetHectares(squareMetres: supply.immediatePrivate)
    attributes.laterIssuableMunicipal = NetHectares(squareMetres: supply.laterMunicipal)
    attributes.laterIssuablePrivate = NetHectares(squareMetres: supply.laterPrivate)
    attributes.issuableMunicipal = NetHectares(squareMetres: supply.immediateMunicipal + supply.laterMunicipal)
    attributes.issuablePrivate = NetHectares(squareMetres: supply.immediatePrivate + supply.laterPrivate)
    attributes.laterIssuableYearMunicipal = supply.laterMunicipal > 0 ? years[0] : nil
    attributes.laterIssuableYearPrivate = supply.laterPrivate > 0 ? years[1] : nil
    attributes.largestIssuablePart = largestIssuablePart
  }

  private mutating func laterYear() -> Int? {
    let year = referenceDate.year + stream.whole(ExampleRecipe.Supply.laterYears)
    return stream.happens(ExampleRecipe.Supply.laterYearMissing) ? nil : year
  }

  private var largestIssuablePart: NetHectares {
    let issuable = plots.filter { [.immediatelyIssuable, .laterIssuable].contains($0.status) }
    return issuable.map(\.area).max()?.asNetHectares ?? .zero
  }

  private mutating func fillAccess() {
    attributes.maximumCategory = draft.category
    attributes.noiseZone = stream.happens(ExampleRecipe.Character.noiseZone) || draft.type == .seaport ? .yes : .no
    attributes.waterAccess = waterText()
    attributes.railAccess = stream.pick(ExampleRecipe.Character.railTexts)
    attributes.externalAccess = stream.pick(ExampleRecipe.Character.accessTexts)
    attributes.parking = stream.pick(ExampleRecipe.Character.parkingTexts)
  }

  private mutating func waterText() -> String? {
    let isWet = stream.happens(
      ExampleRecipe.Character.wetBase + ExampleRecipe.Character.wetByWater * municipality.waterShare)
    let wet = stream.pick(ExampleRecipe.Character.wetTexts)
    let isUnknown = stream.happens(ExampleRecipe.Character.waterUnknown)
    if isWet || draft.type == .seaport { return wet }
    return isUnknown ? ExampleRecipe.Character.unknownText : ExampleRecipe.Character.dryText
  }

  private mutating func fillPrices() {
    let base = ExampleRecipe.Prices.byProvince[municipality.province] ?? ExampleRecipe.Prices.elsewhere
    let least = Self.rounded(base * stream.lognormal(ExampleRecipe.Prices.sigma))
    let greatest = Self.rounded(least * stream.between(ExampleRecipe.Prices.range))
    let isLeased = stream.happens(ExampleRecipe.Prices.leaseShare)
    let stated = draft.supply.issuable > 0 ? ExampleRecipe.Prices.statedWithSupply : ExampleRecipe.Prices.stated
    guard stream.happens(stated) else { return }
    attributes.minimumSalePrice = EuroPerSquareMetre(least)
    attributes.maximumSalePrice = EuroPerSquareMetre(max(least, greatest))
    guard isLeased else { return }
    attributes.minimumLeasePrice = EuroPerSquareMetre(least * ExampleRecipe.Prices.leaseRate)
    attributes.maximumLeasePrice = EuroPerSquareMetre(max(least, greatest) * ExampleRecipe.Prices.leaseRate)
  }

  private static func rounded(_ price: Double) -> Double {
    (price / ExampleRecipe.Prices.rounding).rounded() * ExampleRecipe.Prices.rounding
  }

  private mutating func fillObsolescence() {
    let isUnknown = stream.happens(ExampleRecipe.Age.obsoleteUnknown)
    guard draft.isObsolete else {
      attributes.isObsolete = isUnknown ? .unknown : .no
      return
    }
    let area = Int(Double(draft.gross) * stream.between(ExampleRecipe.Age.obsoletePart))
    attributes.isObsolete = .yes
    attributes.obsoleteArea = GrossHectares(squareMetres: area)
    attributes.obsolescenceCause = stream.pick(ExampleRecipe.Age.causes)
    fillRestructuring(obsolete: area)
  }

  private mutating func fillRestructuring(obsolete: Int) {
    let (name, slot) = stream.pick(Self.restructurings)
    let area = GrossHectares(squareMetres: Int(Double(obsolete) * stream.between(ExampleRecipe.Age.plannedPart)))
    let phase = stream.pick(ExampleRecipe.Age.phases)
    guard stream.happens(ExampleRecipe.Age.planned) else { return attributes.restructuringPlan = "Geen" }
    attributes.restructuringPlan = name
    attributes.restructuringPhase = phase
    attributes[keyPath: slot] = area
  }

  /// Steps of restructuring with the attribute that holds their area.
  private static let restructurings: [(String, WritableKeyPath<WorkLocationAttributes, GrossHectares?> & Sendable)] = [
    ("Facelift", \.facelift), ("Revitalisering", \.revitalisation), ("Zware revitalisering", \.heavyRevitalisation),
    ("Herprofilering", \.reprofiling), ("Transformatie", \.transformation),
  ]
}
