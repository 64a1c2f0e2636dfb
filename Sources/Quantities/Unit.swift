/// The units that parameters and outputs may carry. A parameter file with another unit is refused.
public enum Unit: String, CaseIterable, Sendable, Codable, Hashable {
  /// Net or gross, as the forecast that it stands in.
  case hectare = "ha"
  case netHectare = "ha-net"
  case netHectarePerYear = "ha-net/year"
  case grossHectare = "ha-gross"
  case grossHectarePerYear = "ha-gross/year"
  case squareMetre = "m2"
  case cubicMetre = "m3"
  case squareMetrePerJob = "m2/job"
  case metre = "m"
  case kilometre = "km"
  case job
  case jobPerHectare = "job/ha"
  case share
  case sharePerYear = "share/year"
  case factor
  case year
  /// A year of the calendar, which is a name: no thousands mark.
  case calendarYear = "calendar-year"
  case count
  case one = "1"
  case euroPerSquareMetre = "EUR/m2"
  case terawattHour = "TWh"
  case kilowatt = "kW"
  case megawatt = "MW"
  case kilowattPeak = "kWp"
  case kilowattHour = "kWh"
  case megawattHour = "MWh"
  case hour = "h"
  case euro = "EUR"
  case euroPerKilowatt = "EUR/kW"
  case euroPerKilowattMonth = "EUR/kW/month"
  case euroPerKilowattYear = "EUR/kW/year"
  case euroPerKilowattHour = "EUR/kWh"
  case euroPerMegawattHour = "EUR/MWh"
  case kilogram = "kg"
  case kilogramPerKilowattHour = "kg/kWh"

  /// The unit as a reader sees it behind a number.
  public var symbol: LocalizedText {
    switch self {
    case .hectare: LocalizedText(both: "ha")
    case .netHectare: LocalizedText(nl: "ha netto", en: "ha net")
    case .netHectarePerYear: LocalizedText(nl: "ha netto per jaar", en: "ha net a year")
    case .grossHectare: LocalizedText(nl: "ha bruto", en: "ha gross")
    case .grossHectarePerYear: LocalizedText(nl: "ha bruto per jaar", en: "ha gross a year")
    case .squareMetre: LocalizedText(both: "m²")
    case .cubicMetre: LocalizedText(both: "m³")
    case .squareMetrePerJob: LocalizedText(nl: "m² per baan", en: "m² per job")
    case .job: LocalizedText(nl: "banen", en: "jobs")
    case .jobPerHectare: LocalizedText(nl: "banen per ha netto", en: "jobs per ha net")
    case .share, .factor, .one, .calendarYear: LocalizedText(both: "")
    case .sharePerYear: LocalizedText(nl: "per jaar", en: "a year")
    case .year: LocalizedText(nl: "jaar", en: "years")
    case .count: LocalizedText(both: "")
    case .euroPerSquareMetre: LocalizedText(both: "€/m²")
    case .metre, .kilometre, .terawattHour, .kilowatt, .megawatt, .kilowattPeak, .kilowattHour, .megawattHour,
      .kilogram, .kilogramPerKilowattHour:
      LocalizedText(both: rawValue)
    case .hour: LocalizedText(nl: "uur", en: "h")
    case .euro: LocalizedText(both: "€")
    case .euroPerKilowatt: LocalizedText(both: "€/kW")
    case .euroPerKilowattMonth: LocalizedText(nl: "€/kW per maand", en: "€/kW a month")
    case .euroPerKilowattYear: LocalizedText(nl: "€/kW per jaar", en: "€/kW a year")
    case .euroPerKilowattHour: LocalizedText(both: "€/kWh")
    case .euroPerMegawattHour: LocalizedText(both: "€/MWh")
    }
  }
}

extension Unit {
  /// The unit of an amount of land divided by years; itself for other units.
  public var perYear: Unit {
    switch self {
    case .netHectare: .netHectarePerYear
    case .grossHectare: .grossHectarePerYear
    default: self
    }
  }
}
