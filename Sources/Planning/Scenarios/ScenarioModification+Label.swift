import Quantities

extension ScenarioModification {
  /// The change in a few words, for tables.
  public var label: LocalizedText {
    switch self {
    case .parameter(let change): change.label
    case .addPlan(let plan):
      LocalizedText(nl: "plan erbij: \(plan.name)", en: "plan added: \(plan.name)")
    case .plan(let id, let change): change.label(of: id)
    case .withdraw(let withdrawal):
      LocalizedText(
        nl: "onttrekking van \(withdrawal.park) in \(withdrawal.year)",
        en: "withdrawal of \(withdrawal.park) in \(withdrawal.year)")
    case .establishment(let firm):
      LocalizedText(nl: "vestiging \(firm.name) in \(firm.year)", en: "establishment \(firm.name) in \(firm.year)")
    case .addOn(let addOn): LocalizedText(nl: "aanvullend: ", en: "add-on: ") + addOn.label
    case .addOnAmount(let id, let change):
      LocalizedText(nl: "aanvullend \(id) ", en: "add-on \(id) ") + change.label
    }
  }
}

extension ParameterChange {
  fileprivate var label: LocalizedText {
    let place = [member.isEmpty ? nil : ":" + member, region.map { "@\($0)" }].compactMap { $0 }.joined()
    return LocalizedText(both: "\(key)\(place) ") + change.label
  }
}

extension AmountChange {
  fileprivate var label: LocalizedText { LocalizedText(nl: spelled(in: .nl), en: spelled(in: .en)) }

  private func spelled(in language: Language) -> String {
    func number(_ value: Double) -> String {
      let text = NumberStyle(decimals: Self.decimals, language: language)(value)
      let digits = text.reversed().drop { $0 == "0" }
      return String((digits.first?.isNumber == true ? digits : digits.dropFirst()).reversed())
    }
    return switch self {
    case .value(let value): "= " + number(value)
    case .factor(let factor): "× " + number(factor)
    case .delta(let delta): delta < 0 ? "− " + number(-delta) : "+ " + number(delta)
    }
  }

  /// Enough for a rate of a tenth of a percent.
  private static let decimals = 4
}

extension PlanChange {
  fileprivate func label(of id: String) -> LocalizedText {
    switch self {
    case .delay(let year): LocalizedText(nl: "plan \(id) naar \(year)", en: "plan \(id) to \(year)")
    case .delayed(let years):
      LocalizedText(nl: "plan \(id) \(years) jaar later", en: "plan \(id) \(years) years later")
    case .freeze: LocalizedText(nl: "plan \(id) bevroren", en: "plan \(id) frozen")
    case .harden: LocalizedText(nl: "plan \(id) hard", en: "plan \(id) hard")
    case .remove: LocalizedText(nl: "plan \(id) vervalt", en: "plan \(id) dropped")
    }
  }
}
