import Quantities
import WorkLocations

/// How the synthetic register is shaped — *recept*. Every number is an **assumption of the example** unless its line names a
/// source: chosen so that the generated parks look like parks. None of them is a planning quantity; those are parameters
/// (`ExampleCalibration`).
enum ExampleRecipe {
  /// Changes with every change of the recipe or of the generator, so that a snapshot names what made it.
  static let edition = 1
  /// Digits behind `SYN` in a RIN number.
  static let numberLength = 5
  /// Stands as remark with every park.
  static let remark = "Synthetisch voorbeeld, geen bestaand terrein"

  /// How many parks of which size.
  enum Sizes {
    /// Standard deviation of the logarithm of gross area: 1.20 in the 241 parks of the open part of IBIS (2022, 2024).
    static let sigma = 1.2
    /// A work location has at least 1 ha gross (IBIS, page "Type werklocatie").
    static let smallest = 10_000
    /// Seaport land per seaport park, m².
    static let seaportPark = 1_250_000.0
    /// Spread of net as share of gross: standard deviation 0.15 around the mean in the open part of IBIS; lower bound idem.
    static let netSpread = 0.15
    static let leastNetWeight = 0.26
    /// Share of a cell that parks may cover before land moves to neighbours in the COROP area.
    static let fullestCell = 0.35
    /// What remains of a municipality's land as ordinary business park beside its seaports, at least.
    static let leastBusinessShare = 0.15
  }

  /// What parks are for.
  enum Roles {
    /// Largest parks of each cluster municipality that belong to its industry cluster, seaports apart.
    static let clusterSitesPerMunicipality = 2
    /// Campuses come after one in so many of a municipality's parks, counted from the largest.
    static let campusAfter = 4
    /// Parks of the dispersed sixth cluster: the largest outside the five regional ones.
    static let dispersedSites = 24
    /// Economic zones (type C): 2 % of the parks in the open part of IBIS.
    static let zoneShare = 0.03
    static let zoneTypes: [(String, Double)] = [("C1", 4), ("C2", 1), ("C3", 1), ("C4", 1), ("C", 1)]
    /// Least gross area of a site for one large establishment, m²; the letter's threshold is 5 ha for the establishment.
    static let largeSite = 150_000
    static let largeSiteShare = 0.1
  }

  /// Form and place of the outlines, in metres.
  enum Outlines {
    /// Longer side divided by shorter side.
    static let aspect = 1.0...2.4
    static let fallbackAspect = 1.0...1.15
    /// Corner cut or notch, as share of the side.
    static let corner = 0.04...0.24
    static let chamferShare = 0.6
    /// A recess in the middle of a side: the stretch it lies in, and its depth, as share of the side.
    static let recessStart = 0.32...0.42
    static let recessEnd = 0.56...0.68
    static let recessDepth = 0.04...0.16
    static let recessShare = 0.55
    /// Slant of one side against the other.
    static let shear = -0.12...0.12
    /// Standard deviation of a park's turn against its neighbours in radians.
    static let turn = 0.06
    /// Parks that lie a quarter turn against the others.
    static let quarterTurnShare = 0.5
    /// Free strip between two parks.
    static let margin = 30.0
    static let decimals = 1000.0
  }

  /// Search for a free place.
  enum Placing {
    /// Parks for each hub around which parks gather.
    static let parksPerHub = 5
    static let hubSpread = 900.0
    /// Tries around a hub; each widens the search by `hubGrowth`.
    static let triesAtHub = 80
    static let hubGrowth = 1.04
    /// Step of the search over the whole cell, as share of the park's shorter side, with a least step.
    static let step = 0.25
    static let leastStep = 40.0
    /// Halvings of the way from a place outside the cell to the municipality's own point.
    static let halvings = 12
    static let triesForHub = 60
  }

  /// Issuable land.
  enum Supply {
    /// Parks with land that can be issued at once: 15 % of the parks in the open part of IBIS.
    static let immediateShare = 0.16
    static let laterShare = 0.09
    /// Most of a park's net area that can be issuable.
    static let immediateCap = 0.5
    static let laterCap = 0.35
    static let sigma = 1.0
    /// Exponent of net area in the weight of issuable land.
    static let netExponent = 0.8
    /// How much more a young park is likely to have issuable land.
    static let youngFactor = 5.0
    static let youngFrom = 1998
    /// Places chosen hold this many times what they have to carry.
    static let spareCapacity = 2.0
    /// Municipalities offer about 80 % of the land (IBIS 2009): all municipal, all private, or shared.
    static let allMunicipal = 0.72
    static let allPrivate = 0.14
    static let municipalPart = 0.3...0.7
    /// Years until later issuable land can be issued, and the share without a year.
    static let laterYears = 2...12
    static let laterYearMissing = 0.2
    /// Most of its issued area that a park issued in the last year.
    static let thisYearCap = 0.2
    static let boughtBackShare = 0.008
    static let boughtBack = 0.001...0.01
  }

  /// Plots, in m².
  enum Plots {
    static let typicalRegular = 6_000.0
    static let typicalLarge = 30_000.0
    static let typicalIssued = 120_000.0
    static let most = 9
    static let mostIssued = 3
    static let smallest = 400
    static let sigma = 1.2
  }

  /// Ages and obsolescence.
  enum Age {
    static let mean = 1984.0
    static let spread = 17.0
    static let oldest = 1930
    static let missing = 0.08
    static let oldUntil = 2000
    static let obsoleteUnknown = 0.1
    static let obsoletePart = 0.15...0.95
    static let causes = ["Technisch", "Economisch", "Maatschappelijk", "Ruimtelijk"]
    /// Obsolete parks with a restructuring plan, and the part of the obsolete area it covers.
    static let planned = 0.45
    static let plannedPart = 0.4...1.0
    static let phases = ["Planvorming", "Uitvoering", "Afgerond"]
  }

  /// Environment, access and management.
  enum Character {
    static let regularCategories: [(String?, Double)] = [
      ("2", 8), ("3", 46), ("4", 33), ("5", 7), (nil, 6),
    ]
    static let zoneCategories: [(String?, Double)] = [("1", 10), ("2", 65), ("3", 10), (nil, 15)]
    static let heavyCategories: [(String?, Double)] = [("4", 15), ("5", 60), ("6", 25)]
    static let campusCategories: [(String?, Double)] = [("2", 40), ("3", 60)]
    static let largeCategories: [(String?, Double)] = [("3", 25), ("4", 65), ("5", 10)]
    /// Water-bound parks in a dry municipality, and how much more with the share of water in its area.
    static let wetBase = 0.05
    static let wetByWater = 0.5
    static let waterUnknown = 0.07
    static let wetTexts = ["Ja, openbare kade", "Ja, particuliere kade", "Ja, kade niet in gebruik"]
    /// Wording of IBIS.
    static let dryText = "Nee, er is geen vaarwater aanwezig"
    static let unknownText = "Onbekend"
    static let railTexts: [(String?, Double)] = [
      ("Geen spoor", 88), ("Openbaar spoor", 3), ("Particulier spoor", 3), ("Onbekend", 3), (nil, 3),
    ]
    static let accessTexts: [(String?, Double)] = [("Goed", 50), ("Voldoende", 25), ("Matig", 10), (nil, 15)]
    static let parkingTexts: [(String?, Double)] = [("Voldoende", 55), ("Onvoldoende", 15), (nil, 30)]
    static let parkManagement: [(Indicator?, Double)] = [(.yes, 30), (.no, 45), (.unknown, 15), (nil, 10)]
    static let noiseZone = 0.05
    static let unfilledSupply = 0.1
  }

  /// Prices in euro per m² without VAT.
  enum Prices {
    static let byProvince: [RegionCode: Double] = [
      "PV20": 60, "PV21": 65, "PV22": 60, "PV23": 105, "PV24": 115, "PV25": 130, "PV26": 210, "PV27": 200, "PV28": 195,
      "PV29": 85, "PV30": 150, "PV31": 95,
    ]
    static let elsewhere = 110.0
    static let sigma = 0.18
    static let range = 1.0...1.35
    /// Parks with a price: of those with issuable land, and of the others.
    static let statedWithSupply = 0.8
    static let stated = 0.25
    static let rounding = 5.0
    static let leaseShare = 0.03
    /// Yearly lease as share of the price.
    static let leaseRate = 0.045
  }

  /// Plans and withdrawals.
  enum Plans {
    /// Mean plan area per hardness, m²: gives the number of plans.
    static let meanArea: [PlanHardness: Double] = [.hard: 80_000, .soft: 130_000, .frozen: 150_000]
    static let smallest = 10_000
    static let sigma = 0.9
    /// Years after the reference date in which plots come; the share of plans without a year.
    static let years: [PlanHardness: ClosedRange<Int>] = [.hard: 1...8, .soft: 3...16, .frozen: 8...16]
    static let yearMissing: [PlanHardness: Double] = [.hard: 0.05, .soft: 0.25, .frozen: 0.6]
    static let extends = 0.45
    static let wet = 0.07
    static let seaport = 0.05
    static let largestPart = 0.2...0.9
    /// Years of planned withdrawals, the first being the year of the reference date.
    static let withdrawalYears = 22
    static let withdrawalsPerYear = 5
    /// Least issued area of a park from which land is withdrawn, m², and the most of it that goes.
    static let withdrawalFrom = 40_000
    static let withdrawalCap = 0.6
    static let withdrawalSpare = 1.3
    static let forHousing = 0.6
    static let returningKnown = 0.3
    static let returning = 0.5...1.0
  }

  /// Issue of earlier years and jobs.
  enum Economy {
    static let issueYears = 14
    /// Invented history of jobs: the mean growth a year of a sector in a COROP area, and what a year differs from it.
    static let historyTrend = -0.015...0.02
    static let historyNoise = -0.02...0.02
    static let issueSigma = 1.0
    /// Municipalities and parks that issue land in a year, at least.
    static let issuingMunicipalities = 0.6
    static let issuingParks = 0.15
    /// Municipalities that buy land back in a year, and how much against what they issue.
    static let buyingBack = 0.04
    static let boughtBack = 0.05...0.4
    /// How far the jobs of a section follow business-park land instead of establishments.
    static let followsLand: [Swift.Character: Double] = [
      "B": 0.5, "C": 0.6, "D": 0.4, "E": 0.5, "F": 0.2, "H": 0.5,
    ]
  }
}
