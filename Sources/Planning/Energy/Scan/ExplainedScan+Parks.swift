import EnergyHubs
import Provenance
import Quantities
import WorkLocations

/// The figures of one park.
extension ExplainedScan {
  /// Hours that a tree writes out.
  static let hoursShown = 3
  /// Parks that a sum writes out.
  static let parksShown = 25

  func park(_ place: Int, _ figure: ParkScanFigure) -> Explanation {
    let rin = run.parks[place].rin
    func own(_ figure: ParkScanFigure) -> Explanation { reference(.park(rin, figure)) }
    switch figure {
    case .printed(let item, let end): return printed(place, item, end)
    case .inSum(let item, let end): return column(place, item, end)
    case .area: return run.parks[place].landInUse()
    case .weight(let use): return .sum(.squareMetre, nl: "gewicht", en: "weight", weightTrees(place, use))
    case .power(let group):
      return .part(
        .meanPower(reference(.national(.total(.electricity))), hours: run.calendar.count),
        weightTrees(place, .electricity)[kind(group)], of: reference(.national(.weights(.electricity))), .kilowatt)
    case .ownPeaks:
      return .ownPeaks(powers(rin), groups.map { reference(.national(.rhythm($0.id, .highest))) })
    case .highestHour:
      return highestHour(curves(place).load, .kilowatt) { own(.load($0)) }
    case .load(let hour):
      return .load(powers(rin), groups.map { reference(.national(.rhythm($0.id, .shape(hour)))) })
    case .net(let hour):
      return .net(
        own(.load(hour)), solar: own(.printed(.solar, .middle)), sun: reference(.national(.sun(.output(hour)))))
    case .imported:
      return hours(curves(place).net.map { max(0, $0) }, .kilowattHour, notation: "Σ max(0; netto)") { own(.net($0)) }
    case .distance: return distance(place)
    case .study(let steps): return look(place, steps)
    case .hub(let figure): return hub(place, figure)
    case .sized(let steps):
      let path = ScanFigure.park(rin, .sized(steps)).path
      return (try? sizing?.explained(place).explanation(of: path)) ?? .nothing(.one)
    }
  }

  /// The highest hour of a year.
  func highestHour(
    _ values: [Double], _ unit: Unit, atLeastZero: Bool = false, leaf: (Int) -> Explanation
  ) -> Explanation {
    .highest(
      LocalizedText(both: ""), notation: "hoogste uur", unit, values, at: values.indices, shown: Self.hoursShown,
      atLeastZero: atLeastZero, leaf: leaf)
  }

  /// The sum over the hours of a year.
  func hours(_ values: [Double], _ unit: Unit, notation: String = "Σ uren", leaf: (Int) -> Explanation)
    -> Explanation
  {
    .sum(
      LocalizedText(both: ""), notation: notation, unit, values, at: values.indices, largest: Self.hoursShown,
      leaf: leaf)
  }

  private func powers(_ rin: RINNumber) -> [Explanation] { groups.map { reference(.park(rin, .power($0.id))) } }

  /// kW per hour without panels and with them.
  private func curves(_ place: Int) -> (load: [Double], net: [Double]) {
    run.scan?.together([run.scanned[place]]) ?? ([], [])
  }

  private func weightTrees(_ place: Int, _ use: ScanUse) -> [Explanation] {
    let park = run.parks[place]
    let area = Explanation.squareMetres(reference(.park(park.rin, .area)))
    return zip(groups, run.settings.intensities(use)).map { group, intensity in
      let mix = NationalScanFigure.share(run.mixes.area(of: park.municipality), park.type.locationType, group.id)
      return .weight(area, reference(.national(mix)), .parameter(intensity))
    }
  }

  private func printed(_ place: Int, _ item: ScanItem, _ end: ScanEnd) -> Explanation {
    let rin = run.parks[place].rin
    guard studies[rin] == nil, item.isSpread else { return column(place, item, end) }
    return end.spread(reference(.park(rin, .inSum(item, end))), item.unit, by: terms.spread)
  }

  /// What a park adds to a total.
  func reference(adding place: Int, _ item: ScanItem, _ end: ScanEnd) -> Explanation {
    let rin = run.parks[place].rin
    return reference(.park(rin, studies[rin] == nil && item.isSpread ? .inSum(item, end) : .printed(item, end)))
  }

  /// A column before the spread of a single park.
  private func column(_ place: Int, _ item: ScanItem, _ end: ScanEnd) -> Explanation {
    if let studied = studied(place, item, end) { return studied }
    let rin = run.parks[place].rin
    switch item {
    case .exported:
      return .exported(
        reference(.park(rin, .imported)),
        annual: studies[rin] == nil
          ? reference(.park(rin, .inSum(.electricity, .middle))) : estimated(place).electricity.middle,
        yield: reference(.park(rin, .printed(.solarYield, .middle))))
    case .exportPeak: return exportPeak(place)
    default: return estimated(place)[item]?[end] ?? .nothing(item.unit)
    }
  }

  /// The columns by the formulas of the scan; one that has a name stands in the others as a reference.
  private func estimated(_ place: Int) -> ScanAmounts<Explanation> {
    let rin = run.parks[place].rin
    let isStudied = studies[rin] != nil
    let year = ScanYear<Explanation>(
      annual: .annual(powers(rin), groups.map { reference(.national(.rhythm($0.id, .year))) }),
      gas: .sum(
        .cubicMetre, nl: "aardgas", en: "natural gas",
        weightTrees(place, .gas).map { weight in
          .part(
            reference(.national(.total(.gas))), weight, of: reference(.national(.weights(.gas))), .cubicMetre)
        }),
      highestHour: reference(.park(rin, .highestHour)), ownPeaks: reference(.park(rin, .ownPeaks)),
      area: .squareMetres(reference(.park(rin, .area))), sunSum: reference(.national(.sun(.year))))
    return ScanAmounts(
      year, terms, factors: ScanBand { reference(.national(.contractFactor($0))) },
      named: { item, end, tree in
        isStudied && item.isSpread ? tree : reference(adding: place, item, end)
      })
  }

  private func exportPeak(_ place: Int) -> Explanation {
    let rin = run.parks[place].rin
    return highestHour(curves(place).net.map { -$0 }, .kilowatt, atLeastZero: true) { hour in
      Explanation(
        LocalizedText(nl: "teruglevering, \(time(hour))", en: "fed in, \(time(hour))"), .difference,
        notation: "0 − netto", unit: .kilowatt, parts: [.nothing(.kilowatt), reference(.park(rin, .net(hour)))])
    }
  }
}
