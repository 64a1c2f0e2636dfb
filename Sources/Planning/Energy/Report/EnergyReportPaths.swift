import Quantities

/// Under which paths the figures of a report are explained.
public enum EnergyReportPaths {
  public static func member(_ id: String, _ figure: Member) -> String {
    GroupFigure.member(id, figure.figure).path(in: .group)
  }

  /// Of the table of members.
  public enum Member: Sendable {
    case contract, peak, annual, costAlone, cost, saving, error

    fileprivate var figure: GroupMemberFigure {
      switch self {
      case .contract: .contracted
      case .peak: .peak
      case .annual: .annual
      case .costAlone: .costAlone
      case .cost: .cost
      case .saving: .saving
      case .error: .error
      }
    }
  }

  public static func shareOfTop(_ id: String) -> String { LookFigure.member(id, .shareOfTop).path(in: .look) }

  public static let contracts = GroupFigure.group(.contracts).path(in: .group)
  public static let peak = GroupFigure.group(.peak).path(in: .group)
  public static let costAlone = GroupFigure.group(.costAlone).path(in: .group)
  public static let shareOfTop = LookFigure.group(.shareOfTop).path(in: .look)
  public static let savingTogether = GroupFigure.group(.saving).path(in: .group)
  public static let costTogether = GroupFigure.group(.costTogether).path(in: .group)

  /// A size that was chosen, and what one more of it is worth after its price.
  public enum Size: Sendable {
    case contract, batteryEnergy, batteryPower, boiler
    case roof(String)

    fileprivate var name: HubSizeName {
      switch self {
      case .contract: .contract
      case .batteryEnergy: .batteryEnergy
      case .batteryPower: .batteryPower
      case .boiler: .boiler
      case .roof(let name): .roof(name)
      }
    }
  }

  public static func size(_ size: Size) -> String { HubFigure.size(size.name).path(in: .size) }
  public static func most(_ size: Size) -> String { HubFigure.most(size.name).path(in: .size) }
  public static func worth(_ size: Size) -> String { HubFigure.worth(size.name, .net).path(in: .size) }
  public static let boiler = HubFigure.flexible(.boiler).path(in: .size)
  public static let carbon = HubFigure.carbon(.total).path(in: .size)
  public static let switchedOff = HubFigure.flexible(.switchedOff).path(in: .size)

  /// A kind of cost, without the hub and with it.
  public static func cost(_ amount: KeyPath<HubCost, Double>) -> (separate: String, joint: String, hub: String) {
    let kind = kinds[amount] ?? .total
    return (
      HubFigure.without(.separate, kind).path(in: .size), HubFigure.without(.joint, kind).path(in: .size),
      HubFigure.cost(kind).path(in: .size)
    )
  }

  private static var kinds: [KeyPath<HubCost, Double>: HubCostKind] {
    [
      \.energy: .energy, \.contract: .contract, \.peaks: .peaks, \.panels: .panels, \.battery: .battery,
      \.boiler: .boiler,
    ]
  }

  /// Cost, then the rest of the proof in the order of the table.
  public static let proof: [String] =
    [HubFigure.cost(.total).path(in: .size)]
    + HubProof.allCases.filter { $0 != .gain }.map { HubFigure.proof($0).path(in: .size) }

  /// A row of the repairs, from 1: power, energy and cost.
  public static func repair(_ row: Int) -> [String] {
    RepairFigure.allCases.map { HubFigure.shortage(.repair(row, $0)).path(in: .size) }
  }

  /// Of a situation, in the order of the table.
  public static func situation(_ kind: GridUse.Situation.Kind) -> [String] {
    SituationFigure.allCases.map { ReportFigure.situation(kind, $0).path(in: .report) }
  }

  /// The highest import of the group while nothing is built.
  public static let peakWithoutHub = ReportFigure.situation(.joint, .importPeak).path(in: .report)

  /// Of a level in the order of the table: power, hours and energy before, hours and energy after.
  public static func level(_ level: GridUse.Level) -> [String] {
    LevelFigure.allCases.map { ReportFigure.level(ExplainedReport.percent(level), $0).path(in: .report) }
  }

  /// Of a point of the load-duration curve: hours, before and after.
  public static func duration(_ place: Int) -> [String] {
    DurationPointFigure.allCases.map { ReportFigure.duration(place, $0).path(in: .report) }
  }

  /// Of an hour of the day: mean of working days and of weekends, highest.
  public static func day(_ hour: Int) -> [String] {
    DayFigure.allCases.map { ReportFigure.day(hour, $0).path(in: .report) }
  }

  /// Of a day of the week of the peak: import before and after, then sun, charged and discharged.
  public static func week(_ day: CalendarDate) -> [String] {
    WeekFigure.allCases.map { ReportFigure.week(day.weekday + 1, $0).path(in: .report) }
  }

  /// Of a row of the frontier, from 1: storage and limit.
  public static func frontier(_ row: Int) -> [String] {
    [FrontierPointFigure.capacity, .limit].map { FrontierFigure.point(.row(row), $0).path(in: .frontier) }
  }

  /// Of the members that share a row, in the order of the table of members without their peaks.
  public static let others: [String] = OthersFigure.allCases.map { ReportFigure.others($0).path(in: .report) }

  /// A price or property of the study by its key.
  public static func number(_ key: String) -> String { EnergyStudyFigure.number(key).path(in: .study) }
  /// Key of the price of panels on a class of roof.
  public static func roofPrice(_ roof: String) -> String { EnergyOrigins.roofPrice(roof) }
  public static let feedInRight = EnergyStudyFigure.feedIn.path(in: .study)
  public static let meanPrice = EnergyStudyFigure.meanPrice.path(in: .study)

  /// Whether the table of what was used has a number under this key.
  static func isPrintedNumber(_ key: String) -> Bool {
    printedNumbers.contains(key) || key.hasPrefix(EnergyOrigins.roofPrice(""))
  }

  private static let printedNumbers: Set = [
    "contract_price", "peak_price", "battery_energy_price", "battery_power_price", "charge_efficiency",
    "discharge_efficiency", "hourly_loss", "wear", "eboiler_price", "eboiler_value",
  ]

  public static let simultaneity = LookFigure.group(.simultaneity).path(in: .look)
  public static let right = GroupFigure.group(.right).path(in: .group)
  public static let excessHours = GroupFigure.group(.excessHours).path(in: .group)
  public static let savingOfBuilding = ReportFigure.money(.savingOfBuilding).path(in: .report)
  public static let payback = ReportFigure.money(.payback).path(in: .report)
  /// What panels, a battery and an e-boiler cost to buy.
  public static let purchases: (panels: String, battery: String, boiler: String) = (
    ReportFigure.money(.panels).path(in: .report), ReportFigure.money(.battery).path(in: .report),
    ReportFigure.money(.boiler).path(in: .report)
  )
  /// What falls short, and the bound that is too tight.
  public static let shortage: (unserved: String, surplus: String, allowed: String, needed: String) = (
    shortage(.unserved), shortage(.surplus), shortage(.contractAllowed), shortage(.contractNeeded)
  )
  public static let feedIn: (allowed: String, more: String) = (shortage(.feedInAllowed), shortage(.feedInMore))

  private static func shortage(_ amount: ShortageAmount) -> String {
    HubFigure.shortage(.amount(amount)).path(in: .size)
  }

  /// What the cost lies above the lower bound.
  public static let gain = HubFigure.proof(.gain).path(in: .size)

  public static let annual = LookFigure.group(.annual).path(in: .look)
  public static let freed = GroupFigure.group(.freedFirm).path(in: .group)
  public static func freed(in kind: GridUse.Situation.Kind) -> String {
    ReportFigure.situation(kind, .freedFirm).path(in: .report)
  }
  public static let unused = LookFigure.group(.unused).path(in: .look)
  public static let saving = ReportFigure.money(.saving).path(in: .report)
  public static let investment = ReportFigure.money(.investment).path(in: .report)

  /// Of a month, from 1: import before and after, feed-in before and after.
  public static func month(_ number: Int) -> [String] {
    MonthFigure.allCases.map { ReportFigure.month(number, $0).path(in: .report) }
  }
}
