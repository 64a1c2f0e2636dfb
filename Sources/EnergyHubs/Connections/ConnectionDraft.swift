import Provenance
import Quantities

/// A connection as it was written down, before it is checked — *opgave van een aansluiting*.
public struct ConnectionDraft: Sendable, Codable, Hashable {
  public var ean: String
  /// `electricity`, `gas`, `heat` or `hydrogen`.
  public var carrier: String
  public var member: String
  public var networkOperator: String?
  public var station: String?
  public var offtake = ConnectionCapacity()
  public var feedIn = ConnectionCapacity()
  public var rights: [TransportRight] = []
  public var assets: [EnergyAsset] = []

  public init(ean: String, carrier: String, member: String) {
    self.ean = ean
    self.carrier = carrier
    self.member = member
  }

  /// The connection, or nil, and everything that is wrong or doubtful about it.
  public func checked() -> (connection: Connection?, diagnostics: [Diagnostic]) {
    let code = EANCode(ean)
    let kind = EnergyCarrier(rawValue: carrier)
    let found =
      codeProblems(code) + carrierProblems(kind) + capacityProblems + assetProblems
      + rights.flatMap { $0.problems(of: ean) }
    guard let code, let kind, !found.hasErrors else { return (nil, found) }
    return (Connection(self, ean: code, carrier: kind), found)
  }

  private func problem(
    _ severity: Diagnostic.Severity, _ code: String, _ field: String, _ value: String?, _ message: LocalizedText,
    _ remedy: LocalizedText
  ) -> Diagnostic {
    Diagnostic(
      severity, code, at: .init(field: field, record: ean), value: value, message: message, remedy: remedy)
  }

  private func codeProblems(_ code: EANCode?) -> [Diagnostic] {
    guard let code else {
      return [
        problem(
          .error, "connection.ean", "ean", ean,
          LocalizedText(nl: "een EAN-code heeft 18 cijfers", en: "an EAN code has 18 digits"),
          LocalizedText(nl: "Neem de code over van de energienota.", en: "Copy the code from the energy bill."))
      ]
    }
    return code.hasValidCheckDigit
      ? []
      : [
        problem(
          .warning, "connection.ean-check-digit", "ean", ean,
          LocalizedText(nl: "het controlecijfer klopt niet", en: "the check digit does not fit"),
          LocalizedText(nl: "Vergelijk de code met de energienota.", en: "Compare the code with the energy bill."))
      ]
  }

  private func carrierProblems(_ kind: EnergyCarrier?) -> [Diagnostic] {
    guard kind == nil else { return [] }
    let names = EnergyCarrier.allCases.map(\.rawValue).joined(separator: ", ")
    return [
      problem(
        .error, "connection.carrier", "carrier", carrier,
        LocalizedText(nl: "onbekende energiedrager", en: "unknown energy carrier"),
        LocalizedText(nl: "Kies uit: \(names).", en: "Choose one of: \(names)."))
    ]
  }

  private var capacityProblems: [Diagnostic] {
    [("offtake", offtake), ("feedIn", feedIn)].flatMap { field, capacity in
      sizeProblems(field, capacity) + contractProblems(field, capacity)
    }
  }

  private func sizeProblems(_ field: String, _ capacity: ConnectionCapacity) -> [Diagnostic] {
    [capacity.physical, capacity.contracted].compactMap { $0 }.filter { !($0.value >= 0 && $0.value.isFinite) }.map {
      problem(
        .error, "connection.capacity", field, String($0.value),
        LocalizedText(nl: "een vermogen is niet negatief", en: "a capacity is not negative"),
        LocalizedText(nl: "Laat een onbekend vermogen leeg.", en: "Leave an unknown capacity empty."))
    }
  }

  private func contractProblems(_ field: String, _ capacity: ConnectionCapacity) -> [Diagnostic] {
    guard let physical = capacity.physical, let contracted = capacity.contracted, contracted > physical else {
      return []
    }
    return [
      problem(
        .error, "connection.contract-exceeds-cable", field, contracted.formatted(in: .nl),
        LocalizedText(
          nl: "het gecontracteerde vermogen is hoger dan wat de aansluiting fysiek kan",
          en: "the contracted capacity is higher than the connection can carry"),
        LocalizedText(
          nl: "Controleer beide getallen in de aansluitovereenkomst.",
          en: "Check both numbers in the connection agreement."))
    ]
  }

  private var assetProblems: [Diagnostic] {
    assets.enumerated().filter { $0.element.sizes.contains { !($0 >= 0 && $0.isFinite) } }.map { index, _ in
      Diagnostic(
        .error, "connection.asset", at: .init(row: index + 1, field: "assets", record: ean),
        message: LocalizedText(nl: "een installatie heeft een negatieve maat", en: "an asset has a negative size"),
        remedy: LocalizedText(nl: "Verbeter de maat.", en: "Correct the size."))
    }
  }
}
