import Quantities
import SpaceDemand
import WorkLocations

/// One change of a scenario — *wijziging*.
public enum ScenarioModification: Codable, Sendable, Equatable {
  case parameter(ParameterChange)
  case addPlan(NewPlan)
  case plan(id: String, PlanChange)
  case withdraw(ParkWithdrawal)
  case establishment(NewEstablishment)
  case addOn(NewAddOn)
  case addOnAmount(id: String, AmountChange)
}

/// Another amount, or a change of the one there is.
public enum AmountChange: Codable, Sendable, Equatable {
  case value(Double)
  case factor(Double)
  case delta(Double)

  func applied(to amount: Double) -> Double {
    switch self {
    case .value(let value): value
    case .factor(let factor): amount * factor
    case .delta(let delta): amount + delta
    }
  }
}

/// A parameter from a date on, for a member and a region — *andere parameterwaarde*.
public struct ParameterChange: Codable, Sendable, Equatable {
  public let key: String
  /// Empty for a parameter of one value.
  public let member: String
  /// Nil changes it everywhere.
  public let region: RegionCode?
  /// First day of the change; nil takes the reference date of the register.
  public let from: CalendarDate?
  public let change: AmountChange

  public init(
    key: String, member: String = "", region: RegionCode? = nil, from: CalendarDate? = nil, change: AmountChange
  ) {
    self.key = key
    self.member = member
    self.region = region
    self.from = from
    self.change = change
  }
}

/// What happens to a plan that is in the register — *planwijziging*.
public enum PlanChange: Codable, Sendable, Equatable {
  case delay(to: Int)
  case delayed(years: Int)
  case freeze
  /// Becomes a hard plan, in another year where one is given.
  case harden(year: Int?)
  case remove
}

/// A plan that is not in the register — *nieuw plan*.
public struct NewPlan: Codable, Sendable, Equatable {
  public let id: String
  public let name: String
  public let municipality: RegionCode
  public let hardness: PlanHardness
  public let area: NetHectares
  public let year: Int?
  public let locationType: LocationType
  public let category: EnvironmentalCategory?
  public let isWaterBound: Bool
  public let largestPart: NetHectares?

  public init(
    id: String, name: String, municipality: RegionCode, hardness: PlanHardness, area: NetHectares, year: Int? = nil,
    locationType: LocationType = .businessPark, category: EnvironmentalCategory? = nil, isWaterBound: Bool = false,
    largestPart: NetHectares? = nil
  ) {
    self.id = id
    self.name = name
    self.municipality = municipality
    self.hardness = hardness
    self.area = area
    self.year = year
    self.locationType = locationType
    self.category = category
    self.isWaterBound = isWaterBound
    self.largestPart = largestPart
  }
}

/// A park, or a part of it, that gets another use — *onttrekking, transformatie*.
public struct ParkWithdrawal: Codable, Sendable, Equatable {
  public let park: String
  /// Nil takes the whole net park.
  public let area: NetHectares?
  public let year: Int
  /// Nil takes that of the park.
  public let category: EnvironmentalCategory?
  public let isWaterBound: Bool?
  /// Share that must return elsewhere; nil takes the parameter.
  public let returningShare: Double?

  public init(
    park: String, area: NetHectares? = nil, year: Int, category: EnvironmentalCategory? = nil,
    isWaterBound: Bool? = nil, returningShare: Double? = nil
  ) {
    self.park = park
    self.area = area
    self.year = year
    self.category = category
    self.isWaterBound = isWaterBound
    self.returningShare = returningShare
  }
}

/// One firm that asks for land in one region and year — *grootschalige vestiging*.
public struct NewEstablishment: Codable, Sendable, Equatable {
  public let id: String
  public let name: String
  public let region: RegionCode
  public let area: NetHectares
  public let year: Int
  public let sectorGroup: String
  public let space: SpaceClass
  public let locationType: LocationType

  public init(
    id: String, name: String, region: RegionCode, area: NetHectares, year: Int, sectorGroup: String, space: SpaceClass,
    locationType: LocationType = .businessPark
  ) {
    self.id = id
    self.name = name
    self.region = region
    self.area = area
    self.year = year
    self.sectorGroup = sectorGroup
    self.space = space
    self.locationType = locationType
  }
}

/// A line of demand outside the trend — *nieuwe aanvullende vraag*.
public struct NewAddOn: Codable, Sendable, Equatable {
  public let id: String
  public let label: LocalizedText
  public let amountPerYear: NetHectares
  public let firstYear: Int
  public let lastYear: Int
  public let returnsFrom: Int?
  public let sectorGroup: String
  public let space: SpaceClass
  public let locationType: LocationType
  public let allocation: AddOn.Allocation

  public init(
    id: String, label: LocalizedText, amountPerYear: NetHectares, firstYear: Int, lastYear: Int,
    returnsFrom: Int? = nil, sectorGroup: String, space: SpaceClass, locationType: LocationType = .businessPark,
    allocation: AddOn.Allocation
  ) {
    self.id = id
    self.label = label
    self.amountPerYear = amountPerYear
    self.firstYear = firstYear
    self.lastYear = lastYear
    self.returnsFrom = returnsFrom
    self.sectorGroup = sectorGroup
    self.space = space
    self.locationType = locationType
    self.allocation = allocation
  }
}
