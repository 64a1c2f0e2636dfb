import Uncertainty

extension BandModel {
  /// Bits of a counter word that hold the sector; the rest holds the region's key.
  static let sectorBits: UInt32 = 8
  static let mostSectors = 1 << Int(sectorBits)
  static let mostRegionKey = UInt32.max >> sectorBits
  private static let most = 1 << 20

  var problems: [BandModelError.Problem] {
    let axes = axisProblems
    return axes.isEmpty ? centreProblems + spreadProblems + classProblems + keyProblems : axes
  }

  private var axisProblems: [BandModelError.Problem] {
    let axes = [
      ("regions", sizes.regions, 1...Self.most), ("sectors", sizes.sectors, 1...Self.mostSectors),
      ("types", sizes.types, 1...Self.most), ("add-ons", sizes.addOns, 0...Self.mostSectors),
      ("years", sizes.years, 1...Self.most), ("coefficient sets", sizes.coefficientSets, 1...Self.most),
    ]
    return axes.filter { !$0.2.contains($0.1) }.map { .size(of: $0.0, is: $0.1, allowed: $0.2) }
  }

  private static let amount = 0...Double.greatestFiniteMagnitude
  private static let any = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
  private static let share = 0.0...1.0
  /// The median of a factor and of a deviation, so that the median of the draws is the centre path.
  private static let factor = 1.0...1.0
  private static let deviation = 0.0...0.0

  private var centreProblems: [BandModelError.Problem] {
    let (regions, sectors, years) = (sizes.regions, sizes.sectors, sizes.years)
    let coefficients = sizes.coefficientSets * sectors * sizes.types * years
    let sets = centre.coefficientSet.map(Double.init)
    return Self.check("jobs", centre.jobs, regions * sectors * years, Self.amount)
      + Self.check("coefficient set", sets, regions, 0...Double(sizes.coefficientSets - 1))
      + Self.check("preference", centre.preference, coefficients, Self.share)
      + Self.check("land per job", centre.landPerJob, coefficients, Self.amount)
      + Self.check("concentration", centre.concentration, regions * sectors * sizes.types, Self.amount)
      + Self.check("replacement", centre.replacement, regions * years, Self.any)
      + Self.check("add-ons", centre.addOns, sizes.addOns * regions * years, Self.any)
      + Self.check("hard supply", centre.hard, regions * years, Self.any)
      + Self.check("soft plans", centre.soft, regions * years, Self.any)
  }

  private var spreadProblems: [BandModelError.Problem] {
    let sectors = sizes.sectors
    let bands = [
      ("land per job band", spread.landPerJob, sectors, Self.factor),
      ("land per job drift band", spread.landPerJobDrift, sectors, Self.deviation),
      ("preference band", spread.preference, sectors, Self.factor),
      ("preference drift band", spread.preferenceDrift, sectors, Self.deviation),
      ("replacement band", [spread.replacement], 1, Self.factor),
      ("add-on band", spread.addOns, sizes.addOns, Self.factor),
    ]
    return Self.check("growth level", spread.growthLevel, sectors, Self.amount)
      + Self.check("growth shock", spread.growthShock, sectors, Self.amount)
      + Self.check("common share", [spread.commonShare], 1, Self.share)
      + Self.check("correlation", spread.correlation.entries, sectors * sectors, -1...1)
      + Self.check("soft realisation", [spread.softRealisation.value], 1, Self.share)
      + bands.flatMap { Self.check($0.0, $0.1.map(\.value), $0.2, $0.3) }
  }

  private var classProblems: [BandModelError.Problem] {
    guard let classes else { return [] }
    let expansion = sizes.coefficientSets * sizes.sectors * sizes.types * classes.classes
    return Self.check("classes of expansion", classes.expansion, expansion, Self.share)
      + Self.check("classes of replacement", classes.replacement, sizes.regions * classes.classes, Self.share)
      + Self.check("classes of add-ons", classes.addOns, sizes.addOns * classes.classes, Self.share)
      + Self.check("years of classes", classes.years.map(Double.init), classes.years.count, 0...Double(sizes.years - 1))
  }

  private var keyProblems: [BandModelError.Problem] {
    let fits = regionKeys.count == sizes.regions && regionKeys.allSatisfy { $0 <= Self.mostRegionKey }
    return fits && Set(regionKeys).count == regionKeys.count ? [] : [.regionKeys]
  }

  /// The wrong length alone, or every wrong value.
  private static func check(_ name: String, _ values: [Double], _ count: Int, _ range: ClosedRange<Double>)
    -> [BandModelError.Problem]
  {
    guard values.count == count else { return [.length(of: name, is: values.count, shouldBe: count)] }
    return values.enumerated().filter { !range.contains($0.element) }.map {
      .value(of: name, at: $0.offset, is: $0.element)
    }
  }
}
