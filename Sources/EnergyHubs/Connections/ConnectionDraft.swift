import Provenance
import Quantities

/// A connection as it was written down, before it is checked — *opgave van een aansluiting*.
public struct ConnectionDraft: Sendable, Codable, Hashable {
  public var id: String
  public var name: String?
  /// The code as it was written; where it is absent, an id of 18 digits is the code.
  public var ean: String?
  public var networkOperator: String?
  public var station: String?
  public var offtake = ConnectionCapacity()
  public var feedIn = ConnectionCapacity()
  public var rights: [TransportRight] = []
  public var assets: [EnergyAsset] = []

  public init(id: String) { self.id = id }

  /// The connection, or nil, and everything that is wrong or doubtful about it.
  /// - Parameter place: where it was written down; the field is filled in.
  public func checked(at place: Diagnostic.Place = .init()) -> (connection: Connection?, diagnostics: [Diagnostic]) {
    var check = ConnectionCheck(place: place, record: id)
    let code = ean.map { EANCode($0) } ?? EANCode(id)
    check.code(ean ?? id, code, isStated: ean != nil)
    check.capacity(offtake, contract: "contract_kw", cable: "physical_kw")
    check.capacity(feedIn, contract: "feed_in_kw", cable: "feed_in_physical_kw")
    for asset in assets { check.asset(asset) }
    for right in rights { check.right(right) }
    let connection = Connection(self, ean: code)
    check.rights(connection.mostAllowed(.offtake), cable: offtake.physical, "contract_kw")
    check.rights(connection.mostAllowed(.feedIn), cable: feedIn.physical, "feed_in_kw")
    return (check.found.hasErrors ? nil : connection, check.found)
  }

  /// Codes that stand at more than one connection, with the positions at which each is repeated.
  public static func repeatedCodes(_ codes: [EANCode?]) -> [Int] {
    var seen: Set<EANCode> = []
    return codes.indices.filter { place in codes[place].map { !seen.insert($0).inserted } ?? false }
  }
}

/// Collects what is wrong with one connection.
private struct ConnectionCheck {
  let place: Diagnostic.Place
  let record: String
  var found: [Diagnostic] = []

  init(place: Diagnostic.Place, record: String) {
    self.place = place
    self.record = record
  }

  private mutating func add(
    _ severity: Diagnostic.Severity, _ code: String, _ field: String, _ value: String?, _ message: LocalizedText,
    _ remedy: LocalizedText
  ) {
    var place = place
    place.field = field
    place.record = record
    found.append(
      Diagnostic(severity, "connection." + code, at: place, value: value, message: message, remedy: remedy))
  }

  /// A code that is stated must be one; an id may be anything.
  mutating func code(_ text: String, _ code: EANCode?, isStated: Bool) {
    let field = isStated ? "ean" : "id"
    guard let code else {
      guard isStated else { return }
      return add(
        .error, "ean", field, text,
        LocalizedText(nl: "een EAN-code heeft 18 cijfers", en: "an EAN code has 18 digits"),
        LocalizedText(
          nl: "Neem de code over van de energienota; maak de kolom in een rekenblad tekst.",
          en: "Copy the code from the energy bill; make the column text in a spreadsheet."))
    }
    guard !code.hasValidCheckDigit else { return }
    add(
      .warning, "ean-check-digit", field, text,
      LocalizedText(
        nl: "het controlecijfer van de EAN-code klopt niet", en: "the check digit of the EAN code does not fit"),
      LocalizedText(nl: "Vergelijk de code met de energienota.", en: "Compare the code with the energy bill."))
  }

  mutating func capacity(_ capacity: ConnectionCapacity, contract: String, cable: String) {
    for (field, power) in [(contract, capacity.contracted), (cable, capacity.physical)] {
      guard let power, !(power.value >= 0 && power.value.isFinite) else { continue }
      add(
        .error, "capacity", field, String(power.value),
        LocalizedText(nl: "een vermogen is niet negatief", en: "a capacity is not negative"),
        LocalizedText(nl: "Laat een onbekend vermogen leeg.", en: "Leave an unknown capacity empty."))
    }
    guard let physical = capacity.physical, let contracted = capacity.contracted, contracted > physical else { return }
    add(
      .error, "contract-exceeds-cable", contract, "\(contracted.value) > \(physical.value)",
      LocalizedText(
        nl: "het gecontracteerde vermogen is hoger dan wat de aansluiting fysiek kan",
        en: "the contracted capacity is higher than the connection can carry"),
      LocalizedText(
        nl: "Controleer beide getallen in de aansluitovereenkomst.",
        en: "Check both numbers in the connection agreement."))
  }

  /// All rights together may come to more than the cable: not at once, then.
  mutating func rights(_ allowed: Kilowatts?, cable: Kilowatts?, _ field: String) {
    guard let allowed, let cable, allowed > cable, !found.hasErrors else { return }
    add(
      .warning, "rights-exceed-cable", field, "\(allowed.value) > \(cable.value)",
      LocalizedText(
        nl: "alle rechten samen zijn meer dan de aansluiting fysiek kan",
        en: "all rights together are more than the connection can carry"),
      LocalizedText(
        nl: "Controleer of de rechten bovenop het vaste recht komen.",
        en: "Check whether the rights come on top of the firm one."))
  }

  mutating func asset(_ asset: EnergyAsset) {
    guard asset.sizes.contains(where: { !($0 >= 0 && $0.isFinite) }) else { return }
    add(
      .error, "asset", "assets", asset.sizes.map { String($0) }.joined(separator: ", "),
      LocalizedText(nl: "een installatie heeft een negatieve maat", en: "an asset has a negative size"),
      LocalizedText(nl: "Verbeter de maat.", en: "Correct the size."))
  }

  mutating func right(_ right: TransportRight) {
    guard !right.isSound else { return }
    add(
      .error, "right", "rights", String(right.power.value),
      LocalizedText(
        nl: "een transportrecht heeft een onmogelijk vermogen, aandeel of tijdvak",
        en: "a transport right has an impossible power, share or window"),
      LocalizedText(
        nl: "Vermogen niet negatief, aandeel van 0 tot en met 1, tijdvak binnen het etmaal.",
        en: "Power not negative, share from 0 to 1, window within the day."))
  }
}
