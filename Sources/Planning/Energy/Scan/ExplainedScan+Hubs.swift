import EnergyHubs
import Provenance
import Quantities
import WorkLocations

/// Figures of `energy scan --size`.
extension ExplainedScan {
  // MARK: Which there are

  /// Of a park, where its path asks for them: a hub costs a search.
  func hubFigures(_ place: Int, at steps: [String]) -> [ParkScanFigure] {
    guard let sizing else { return [] }
    switch steps.dropFirst().first {
    case ParkScanFigure.hubStep:
      let park = sizing.parks([place])[0]
      return HubScanFigure.allCases.filter { park[$0] != nil }.map { .hub($0) }
    case EnergyTopic.size.rawValue: return sizing.explained(place).steps.map { .sized($0) }
    default: return []
    }
  }

  // MARK: A park

  func hub(_ place: Int, _ figure: HubScanFigure) -> Explanation {
    guard let sizing else { return .nothing(figure.unit) }
    let rin = run.parks[place].rin
    func sized(_ figure: HubFigure) -> Explanation { reference(.park(rin, .sized(figure.steps))) }
    func onTheBill(_ power: Explanation) -> Explanation {
      Explanation(
        figure.label, .product, notation: "kW per uur × kwartier", unit: .kilowatt,
        parts: [power, Explanation(sizing.quarter)])
    }
    switch figure {
    case .electricity: return use(sizing.study(place))
    case .contracted: return onTheBill(contracts(sizing.study(place)))
    case .separate: return sized(.without(.separate, .total))
    case .joint: return sized(.without(.joint, .total))
    case .contract: return onTheBill(sized(.size(.contract)))
    case .panels:
      return Explanation(
        figure.label, .sum, notation: "Σ daken", unit: .kilowattPeak,
        parts: sizing.study(place).roofs.map { sized(.size(.roof($0.name))) })
    case .batteryEnergy: return sized(.size(.batteryEnergy))
    case .batteryPower: return sized(.size(.batteryPower))
    case .cost: return sized(.cost(.total))
    case .saving:
      return Explanation(
        figure.label, .difference, notation: "apart − hub", unit: .euro,
        parts: [reference(.park(rin, .hub(.separate))), reference(.park(rin, .hub(.cost)))])
    case .lowerBound: return sized(.proof(.lowerBound))
    case .gap: return sized(.proof(.gap))
    case .violation: return sized(.proof(.violation))
    case .contractNeeded: return onTheBill(sized(.shortage(.amount(.contractNeeded))))
    }
  }

  private func use(_ study: EnergyCase) -> Explanation {
    let leaves = EnergyLeaves(park: study)
    return leaves.yearly(
      HubScanFigure.electricity.label, .kilowattHour, of: .kilowatt, study.load, leaf: leaves.load)
  }

  private func contracts(_ study: EnergyCase) -> Explanation {
    let leaves = EnergyLeaves(park: study)
    return Explanation(
      LocalizedText(nl: "contracten per uur", en: "contracts by the hour"), .sum, notation: "Σ doelgroepen",
      unit: .kilowatt, parts: study.connections.compactMap(leaves.contract))
  }

  // MARK: A region

  func hub(_ places: [Int], _ figure: HubTotalFigure) -> Explanation {
    guard let sizing else { return .nothing(.one) }
    let parks = sizing.parks(places)
    switch figure {
    case .count(let count):
      let counted = parks.filter(count.counts)
      return .sum(
        figure.label, notation: "Σ terreinen", .count, counted.map { _ in 1 }, at: counted.indices,
        largest: Self.parksShown
      ) { .definition(1, .count, LocalizedText(both: counted[$0].name)) }
    case .sum(.gap):
      let sized = parks.filter { $0.hub != nil }
      return .highest(
        figure.label, notation: "max terreinen", .share, sized.map { $0.hub?.gap ?? 0 }, at: sized.indices,
        shown: Self.hoursShown, atLeastZero: sized.isEmpty
      ) { leaf(sized[$0], .gap) }
    case .sum(let item):
      let sized = parks.filter { $0.hub != nil }
      return .sum(
        figure.label, notation: "Σ terreinen met een hub", item.unit, sized.map { $0[item] ?? 0 }, at: sized.indices,
        largest: Self.parksShown
      ) { leaf(sized[$0], item) }
    }
  }

  private func leaf(_ park: SizeAllParks.Park, _ figure: HubScanFigure) -> Explanation {
    Explanation(
      figure.label + LocalizedText(both: ", " + park.name), value: park[figure] ?? 0, unit: figure.unit,
      basis: .figure(path: ScanFigure.park(park.rin, .hub(figure)).path))
  }
}
