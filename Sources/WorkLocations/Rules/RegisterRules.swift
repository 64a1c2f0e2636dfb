import Provenance
import Quantities

/// Every rule that the records of a register must keep together — *registerregels*. A record on its own is already valid
/// by construction; these rules look at amounts beside each other, at references and at age.
///
/// Source of the rules: validation in the provincial IBIS applications (data standards 1c, 1d).
public struct RegisterRules: Sendable {
  /// Share by which a stated gross area may differ from its outline.
  public let areaTolerance: Double
  /// Years after which a measurement is called old.
  public let staleAfterYears: Int
  public let sectors: SectorClassification

  public init(areaTolerance: Double, staleAfterYears: Int, sectors: SectorClassification) {
    self.areaTolerance = areaTolerance
    self.staleAfterYears = staleAfterYears
    self.sectors = sectors
  }

  /// All problems, ordered by record and rule.
  public func check(_ register: Register) -> [Diagnostic] {
    let parks = register.parks.flatMap { check($0, in: register) }
    let together = [
      duplicateNames(among: register.parks), plans(register), withdrawals(register), clusters(register), jobs(register),
      boundaries(register),
    ]
    return parks + together.flatMap { $0 }
  }

  private func check(_ park: WorkLocation, in register: Register) -> [Diagnostic] {
    let groups = [
      inconsistencies(of: park), codes(of: park), place(of: park, in: register), age(of: park, in: register),
    ]
    return groups.flatMap { $0 }
  }

  /// What a park says that cannot be true together: amounts, prices, obsolescence, outline.
  public func inconsistencies(of park: WorkLocation) -> [Diagnostic] {
    areas(of: park) + prices(of: park) + obsolescence(of: park) + outline(of: park)
  }

  /// A problem of a park, with its RIN number as place.
  func problem(
    _ severity: Diagnostic.Severity, _ code: String, _ park: WorkLocation, field: String? = nil, value: String? = nil,
    nl: String, en: String, remedy: LocalizedText
  ) -> Diagnostic {
    Diagnostic(
      severity, "park." + code, at: .init(row: park.origin.row, field: field, record: "RIN \(park.rin) \(park.name)"),
      value: value, message: LocalizedText(nl: nl, en: en), remedy: remedy)
  }

  static let correctSource = LocalizedText(
    nl: "Verbeter het gegeven in de bron en importeer opnieuw.", en: "Correct the source and import again.")
}
