import EnergyHubs
import PlaneGeometry
import Provenance
import Quantities
import WorkLocations

/// Figures of several parks: regions, stations and the duration curve.
extension ExplainedScan {
  func sum(_ places: [Int], _ figure: ScanSum) -> Explanation {
    switch figure {
    case .item(let item, let end):
      return sum(places, item.unit, places.map { figures[$0][item, end] }) { reference(adding: $0, item, end) }
    case .area:
      return sum(places, .netHectare, places.map { run.parks[$0].areaInUse.value }) {
        reference(.park(run.parks[$0].rin, .area))
      }
    case .parks:
      return sum(places, .count, places.map { _ in 1 }) {
        .definition(1, .count, LocalizedText(both: run.parks[$0].name))
      }
    case .farthest: return farthest(places)
    }
  }

  func region(_ region: RegionCode, _ figure: RegionScanFigure) -> Explanation {
    let places = run.places(in: region)
    func own(_ figure: RegionScanFigure) -> Explanation { reference(.region(region, figure)) }
    switch figure {
    case .sum(let figure): return sum(places, figure)
    case .power(let group):
      let places = places.filter { studies[run.parks[$0].rin] == nil }
      return sum(places, .kilowatt, places.map { run.scanned[$0].meanPowers[kind(group)] }) {
        reference(.park(run.parks[$0].rin, .power(group)))
      }
    case .load(let hour):
      let estimated = Explanation.load(
        groups.map { own(.power($0.id)) }, groups.map { reference(.national(.rhythm($0.id, .shape(hour)))) })
      return withStudies(estimated, places, hour)
    case .net(let hour):
      return .net(
        own(.load(hour)), solar: own(.sum(.item(.solar, .middle))), sun: reference(.national(.sun(.output(hour)))))
    case .hub(let figure): return hub(places, figure)
    case .duration(let point, let figure): return duration(point, figure, region, places)
    }
  }

  private func sum(_ places: [Int], _ unit: Unit, _ values: [Double], leaf: (Int) -> Explanation) -> Explanation {
    .sum(
      LocalizedText(both: ""), notation: "Σ terreinen", unit, values, at: values.indices, largest: Self.parksShown
    ) { leaf(places[$0]) }
  }

  /// The hour at a rank of the curve, in MW.
  private func duration(_ point: Int, _ figure: DurationFigure, _ region: RegionCode, _ places: [Int]) -> Explanation {
    let hours = run.calendar.count
    let rank = EnergyScanRun.rank(of: point, among: hours)
    guard figure != .hours, let curves = run.together(places, studies: studied) else {
      return .definition(
        Double(rank), .hour,
        LocalizedText(
          nl: "uren boven dit punt: \(point) % van \(hours - 1), naar beneden afgerond",
          en: "hours above this point: \(point)% of \(hours - 1), rounded down"))
    }
    let values = figure == .load ? curves.load : curves.net
    let order = values.indices.sorted { (-values[$0], $0) < (-values[$1], $1) }
    return Explanation(
      LocalizedText(both: ""), .quotient, notation: "kW / 1 000", unit: .megawatt,
      parts: [
        reference(.region(region, figure == .load ? .load(order[rank]) : .net(order[rank]))),
        .definition(Kilowatts.perMegawatt, .factor, LocalizedText(nl: "kW in een MW", en: "kW in a MW")),
      ])
  }

  /// km to the farthest of some parks.
  private func farthest(_ places: [Int]) -> Explanation {
    let distances = places.map { near?[$0]?.distance ?? 0 }
    let highest = Explanation.highest(
      LocalizedText(nl: "verste terrein", en: "farthest park"), notation: "max terreinen", .metre, distances,
      at: distances.indices, shown: Self.hoursShown
    ) { reference(.park(run.parks[places[$0]].rin, .distance)) }
    return Explanation(
      LocalizedText(both: ""), .quotient, notation: "m / 1 000", unit: .kilometre,
      parts: [
        highest,
        .definition(
          EnergyScanRun.metresPerKilometre, .factor, LocalizedText(nl: "m in een km", en: "m in a km")),
      ])
  }

  /// From the middle of the outline to the nearest station.
  func distance(_ place: Int) -> Explanation {
    guard let stations, let near = near?[place], let middle = run.parks[place].outline?.centroid else {
      return .nothing(.metre)
    }
    let park = run.parks[place]
    let station = stations.stations[near.position]
    func square(_ axis: String, _ end: Double, _ start: Double) -> Explanation {
      let apart = Explanation(
        LocalizedText(both: axis), .difference, notation: "station − terrein", unit: .metre,
        parts: [
          .record(
            end, .metre,
            RecordField(
              LocalizedText(both: station.name), table: stations.name, key: station.name, field: axis, origin: nil)),
          .record(
            start, .metre,
            RecordField(
              LocalizedText(nl: "zwaartepunt van het vlak", en: "middle of the outline"), table: "werklocaties",
              key: park.rin.text, field: "vlak, " + axis, origin: park.origin)),
        ])
      return Explanation(
        LocalizedText(nl: "\(axis), in het kwadraat", en: "\(axis), squared"), .product, notation: axis + "²",
        unit: .factor,
        parts: [apart, apart])
    }
    let sum = Explanation(
      LocalizedText(nl: "som van de kwadraten", en: "sum of squares"), .sum, notation: "x² + y²", unit: .factor,
      parts: [square("x", station.place.x, middle.x), square("y", station.place.y, middle.y)])
    return Explanation(
      LocalizedText(both: ""), .power, notation: "√(x² + y²)", unit: .metre,
      parts: [sum, .definition(1 / 2, .one, LocalizedText(nl: "wortel", en: "square root"))])
  }
}
