import Provenance
import Quantities

/// The compact form in which profiles are kept — *opgeslagen profiel*: a short header, then kW as 32-bit floats.
///
/// | Bytes | Content, little endian |
/// |---|---|
/// | 4 | `WLP1` |
/// | 4 | CRC-32 of everything after it |
/// | 4 | year |
/// | 1, 1, 1, 1 | minutes in a step; clock (0 Dutch, 1 UTC); origin (0 measured, 1 standard, 2 derived); 0 |
/// | 4 | steps filled in the lower half and days completed in the upper, or bytes in the name of the standard profile |
/// | 4 | number of steps |
/// | n | name of the standard profile, UTF-8 |
/// | 4 each | kW |
///
/// What is written here is readable by anyone who has the bytes: encryption is the store's.
public enum ProfileBytes {
  private static let mark = Array("WLP1".utf8)
  private static let wordSize = MemoryLayout<UInt32>.size
  private static let halfWidth = UInt16.bitWidth

  public static func encoded(_ profile: Profile) -> [UInt8] {
    var body: [UInt8] = []
    body.reserveCapacity(wordSize * (profile.kilowatts.count + wordSize * 2))
    append(UInt32(truncatingIfNeeded: profile.year.year), to: &body)
    let (kind, number, name) = parts(of: profile.origin)
    body += [UInt8(profile.year.step.minutes), profile.year.clock == .dutch ? 0 : 1, kind, 0]
    append(number, to: &body)
    append(UInt32(profile.kilowatts.count), to: &body)
    body += name
    for value in profile.kilowatts { append(value.bitPattern, to: &body) }
    var bytes = mark
    append(CyclicRedundancyCheck.value(of: body), to: &bytes)
    return bytes + body
  }

  /// The profile, or what is wrong with the bytes.
  public static func decoded(_ bytes: [UInt8], place: Diagnostic.Place = .init()) -> Result<Profile, ProfileDamage> {
    guard bytes.starts(with: mark) else { return .failure(.init(.unknownForm, place)) }
    var reader = Reader(bytes: bytes, at: mark.count)
    guard let check = reader.word(), check == CyclicRedundancyCheck.value(of: bytes[reader.at...]) else {
      return .failure(.init(.damaged, place))
    }
    guard let profile = reader.profile() else { return .failure(.init(.damaged, place)) }
    return .success(profile)
  }

  private static func append(_ word: UInt32, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private static func parts(of origin: Profile.Origin) -> (UInt8, UInt32, [UInt8]) {
    switch origin {
    case .measured(let filled): (0, UInt32(filled), [])
    case .completed(let days, let filled): (0, UInt32(days) << halfWidth | UInt32(filled), [])
    case .standard(let name): (1, UInt32(name.utf8.count), Array(name.utf8))
    case .derived: (2, 0, [])
    }
  }

  private struct Reader {
    let bytes: [UInt8]
    var at: Int

    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
      guard count >= 0, bytes.count - at >= count else { return nil }
      defer { at += count }
      return bytes[at..<at + count]
    }

    mutating func word() -> UInt32? {
      take(wordSize).map { $0.reversed().reduce(0) { $0 << UInt32(UInt8.bitWidth) | UInt32($1) } }
    }

    mutating func profile() -> Profile? {
      guard let number = word(), let kinds = take(wordSize).map({ Array($0) }), let extra = word(), let count = word()
      else { return nil }
      guard let step = TimeStep(rawValue: Int(kinds[0])), kinds[1] <= 1 else { return nil }
      let year = ProfileYear(Int(number), step: step, clock: kinds[1] == 0 ? .dutch : .utc)
      guard let origin = origin(kinds[2], extra), Int(count) == year.count, at + wordSize * year.count == bytes.count
      else { return nil }
      return Profile(
        year, kilowatts: (0..<year.count).compactMap { _ in word().map(Float.init(bitPattern:)) }, origin: origin)
    }

    mutating func origin(_ kind: UInt8, _ extra: UInt32) -> Profile.Origin? {
      switch kind {
      case 0: measured(days: Int(extra >> halfWidth), filled: Int(UInt16(truncatingIfNeeded: extra)))
      case 1: take(Int(extra)).map { .standard(name: String(decoding: $0, as: UTF8.self)) }
      case 2: .derived
      default: nil
      }
    }

    private func measured(days: Int, filled: Int) -> Profile.Origin {
      days > 0 ? .completed(days: days, filled: filled) : .measured(filled: filled)
    }
  }
}

/// Bytes that are no profile, as an error that says so.
public struct ProfileDamage: Error, Sendable, Hashable {
  public enum Kind: Sendable, Hashable { case unknownForm, damaged }
  public let kind: Kind
  public let place: Diagnostic.Place

  init(_ kind: Kind, _ place: Diagnostic.Place) {
    self.kind = kind
    self.place = place
  }

  public var diagnostic: Diagnostic {
    Diagnostic(
      .error, kind == .damaged ? "profile.damaged" : "profile.unknown-form", at: place,
      message: LocalizedText(
        nl: kind == .damaged ? "het opgeslagen profiel is beschadigd" : "dit is geen opgeslagen profiel",
        en: kind == .damaged ? "the stored profile is damaged" : "this is no stored profile"),
      remedy: LocalizedText(
        nl: "Zet een reservekopie terug of lees de meetgegevens opnieuw in.",
        en: "Restore a backup or import the measurements again."))
  }
}
