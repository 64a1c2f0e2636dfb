import EnergyHubs
import Provenance
import Quantities

extension EnergyLeaves {
  /// What lies above the peak of a contract where the rule of under-use holds, else nothing.
  func atRisk(_ label: LocalizedText, _ contract: Explanation, peak: Explanation) -> Explanation {
    let zero = Explanation(LocalizedText(nl: "niets", en: "nothing"), value: 0, unit: .kilowatt, basis: .definition)
    let used = Explanation(
      LocalizedText(nl: "piek, minstens nul", en: "peak, at least zero"), .maximum, notation: "max(0; piek)",
      unit: .kilowatt, parts: [peak, zero])
    let free = Explanation(
      LocalizedText(nl: "onbenut", en: "unused"), .maximum, notation: "max(0; contract − piek)", unit: .kilowatt,
      parts: [
        Explanation(
          LocalizedText(nl: "contract boven de piek", en: "contract above the peak"), .difference,
          notation: "contract − piek", unit: .kilowatt, parts: [contract, used]), zero,
      ])
    return Explanation(
      label, .product, notation: "onbenut × regel", unit: .kilowatt,
      parts: [free, rule(contract.value, used.value, free.value)])
  }

  /// 1 where the rule holds: at most a share used, or at least an amount unused.
  private func rule(_ contract: Double, _ peak: Double, _ free: Double) -> Explanation {
    let rule = park.coefficients.underuse
    let holds = free > 0 && rule.atRisk(contracted: Kilowatts(contract), peak: Kilowatts(peak)) > .zero
    let share = coefficient("energy/underuse-share", rule.usedShare, .share)
    let power = coefficient("energy/underuse-power", rule.unused.value, .kilowatt)
    return Explanation(
      LocalizedText(
        nl: holds ? "de regel geldt" : "de regel geldt niet", en: holds ? "the rule holds" : "the rule does not hold"),
      value: holds ? 1 : 0, unit: .factor,
      basis: .optimum(
        Optimum(
          LocalizedText(
            nl: "geldt als piek / contract hoogstens het aandeel is, of onbenut minstens het vermogen",
            en: "holds where peak / contract is at most the share, or unused at least the power"),
          evidence: [
            .init(
              LocalizedText(nl: "benut deel", en: "share used"), peak / max(contract, .leastNormalMagnitude), .share),
            .init(share.label, share.value, .share), .init(power.label, power.value, .kilowatt),
          ])))
  }
}
