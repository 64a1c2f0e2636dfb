import EnergyHubs
import Quantities

/// One choice of all that may be chosen — *geval*: an e-boiler of one size, with one combination of the devices that have a
/// threshold.
struct HubCase: Sendable {
  /// The park with this e-boiler and no other.
  let park: EnergyCase
  let problem: SizingProblem
  let found: SizingCase

  /// EUR a year for having the devices and the e-boiler at all, and in all.
  var fixedCost: Double { found.fixedCost + park.boilerCost }
  var cost: Double { found.cost + park.boilerCost }
  /// EUR a year that nothing else with these devices undercuts.
  var lowerBound: Double { certificate.lowerBound + fixedCost }

  var certificate: SizingCertificate { found.answer.certificate }
}

extension EnergyCase {
  /// Sizes of the e-boiler among which is chosen, kW; one where there is nothing to choose.
  var boilerSizes: [Double] {
    flexibility.boilerSizes.isEmpty ? [flexibility.boiler] : Set(flexibility.boilerSizes + [0]).sorted()
  }

  /// With an e-boiler of this size, kW, and nothing left to choose of it.
  func with(boiler: Double) -> EnergyCase {
    var park = self
    park.flexibility.boiler = boiler
    park.flexibility.boilerSizes = []
    return park
  }

  /// EUR a year of the e-boiler that is there.
  var boilerCost: Double { flexibility.boiler * flexibility.boilerPrice }

  /// Every choice that is possible, the cheapest first. Sizes of an e-boiler are a few questions each.
  /// - Parameter contract: takes the place of the study's bounds; nil leaves them.
  /// - Throws: `SizingError` as `Sizing.cases` does; what is short is that of the largest e-boiler.
  func hubCases(_ request: SizeHub.Request, contract: Double? = nil) throws(SizingError) -> [HubCase] {
    var cases: [HubCase] = []
    var last: SizingError?
    for size in boilerSizes {
      let park = with(boiler: size)
      let problem = park.sizingProblem(request, contract: contract)
      do throws(SizingError) {
        let found = try Sizing.cases(problem, thresholds: park.thresholds(in: problem))
        cases += found.map { HubCase(park: park, problem: problem, found: $0) }
      } catch {
        guard case .infeasible = error else { throw error }
        last = error
      }
    }
    if let last, cases.isEmpty { throw last }
    return cases.sorted { $0.cost < $1.cost }
  }
}
