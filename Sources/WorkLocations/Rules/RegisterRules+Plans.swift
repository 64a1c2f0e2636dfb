import Provenance
import Quantities

extension RegisterRules {
  func plans(_ register: Register) -> [Diagnostic] {
    let parks = Self.byNumber(register.parks)
    return register.records.planCapacities.flatMap { plan in
      let record = "plan \(plan.id)"
      return unknownMunicipality(plan.municipality, record: record, row: plan.origin.row, register)
        + missingPark(plan.park, parks, .init(row: plan.origin.row, field: "rin_nummer", record: record))
        + missingYear(plan, record)
    }
  }

  func withdrawals(_ register: Register) -> [Diagnostic] {
    let parks = Self.byNumber(register.parks)
    return register.records.withdrawals.flatMap { withdrawal in
      let record = "onttrekking \(withdrawal.id)"
      let place = Diagnostic.Place(row: withdrawal.origin.row, field: "rin_nummer", record: record)
      return unknownMunicipality(withdrawal.municipality, record: record, row: withdrawal.origin.row, register)
        + missingPark(withdrawal.park, parks, place) + tooLarge(withdrawal, parks, place)
    }
  }

  func clusters(_ register: Register) -> [Diagnostic] {
    let parks = Self.byNumber(register.parks)
    return register.records.clusters.flatMap { cluster in
      cluster.parks.flatMap {
        missingPark($0, parks, .init(row: cluster.origin.row, field: "terreinen", record: "cluster \(cluster.id)"))
      }
    }
  }

  private static func byNumber(_ parks: [WorkLocation]) -> [RINNumber: WorkLocation] {
    Dictionary(parks.map { ($0.rin, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func missingYear(_ plan: PlanCapacity, _ record: String) -> [Diagnostic] {
    guard plan.expectedYear == nil else { return [] }
    return [
      Diagnostic(
        .note, "plan.year-missing", at: .init(row: plan.origin.row, field: "verwacht_jaar", record: record),
        message: LocalizedText(
          nl: "plan zonder verwacht jaar; de balans neemt een standaardjaar aan",
          en: "plan without an expected year; the balance assumes one"),
        remedy: LocalizedText(nl: "Vul het jaar in.", en: "Fill in the year."))
    ]
  }

  private func unknownMunicipality(_ code: RegionCode, record: String, row: Int?, _ register: Register) -> [Diagnostic]
  {
    guard register.regions[code] == nil else { return [] }
    return [
      Diagnostic(
        .warning, "record.municipality-unknown", at: .init(row: row, field: "gemeentecode", record: record),
        value: code.text,
        message: LocalizedText(
          nl: "de gemeente staat niet in het register", en: "the municipality is not in the register"),
        remedy: LocalizedText(nl: "Controleer de gemeentecode.", en: "Check the municipality code."))
    ]
  }

  private func missingPark(_ rin: RINNumber?, _ parks: [RINNumber: WorkLocation], _ place: Diagnostic.Place)
    -> [Diagnostic]
  {
    guard let rin, parks[rin] == nil else { return [] }
    return [
      Diagnostic(
        .warning, "record.park-missing", at: place, value: rin.text,
        message: LocalizedText(
          nl: "verwijst naar een terrein dat er niet is", en: "refers to a park that is not there"),
        remedy: LocalizedText(
          nl: "Controleer het RIN-nummer of importeer het terrein.", en: "Check the RIN number or import the park."))
    ]
  }

  private func tooLarge(_ withdrawal: Withdrawal, _ parks: [RINNumber: WorkLocation], _ place: Diagnostic.Place)
    -> [Diagnostic]
  {
    guard let net = withdrawal.park.flatMap({ parks[$0]?.attributes.net }), withdrawal.area > net else { return [] }
    return [
      Diagnostic(
        .warning, "withdrawal.exceeds-park", at: place, value: NumberStyle.plain(decimals: 4)(withdrawal.area.value),
        message: LocalizedText(
          nl: "de onttrekking is groter dan het netto terrein", en: "the withdrawal is larger than the net park"),
        remedy: Self.correctSource)
    ]
  }
}
