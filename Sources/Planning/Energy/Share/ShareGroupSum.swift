import EnergyHubs
import Provenance
import Quantities

/// Gives a sum over members to somebody else, if all of them agreed and nobody can be recognised in it — *som delen*.
public struct ShareGroupSum: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    public var receiver: String
    public var purpose: String
    public var quantity: String
    public var per: String
    /// First and last day; nil takes those of the study's year.
    public var from: String?
    public var to: String?
    /// The file to write.
    public var file: String

    public init(
      receiver: String, purpose: String, quantity: String = SharedQuantity.import.rawValue,
      per: String = SharedPeriod.step.rawValue, from: String? = nil, to: String? = nil, file: String
    ) {
      self.receiver = receiver
      self.purpose = purpose
      self.quantity = quantity
      self.per = per
      self.from = from
      self.to = to
      self.file = file
    }
  }

  public struct Response: Codable, Sendable, Equatable {
    public let release: LoggedRelease
    public let isSynthetic: Bool
    /// Connections of the study without consent for this; they are not in the sum.
    public let withoutConsent: [String]
    /// Connections in the sum whose profile was not metered.
    public let unmeasured: Int
    /// Connections that were measured for a part of the year; nil where there is none.
    public let completed: Int?
    public let figures: [Figure]
    /// Figures that were left out because one member is nearly all of them; nil where every one is there.
    public let hidden: Hidden?
    public let parameters: [ParameterReading]
  }

  /// Energy of the sum in a stretch of time, kWh, and its highest mean power in a step, kW; nil where one member is nearly all of it.
  public struct Figure: Codable, Sendable, Equatable {
    /// On the clock of the study: 2025-01-31 13:15.
    public let start: String
    public let energy: Double?
    public let peak: Double?
  }

  /// How many figures were left out, and why — *verborgen cijfers*.
  public struct Hidden: Codable, Sendable, Equatable {
    public let energies: Int
    public let peaks: Int
    /// Stretches of time in all.
    public let of: Int
    /// Largest share that one member may have in a figure.
    public let largestShare: Double

    /// Nil where nothing is.
    init?(_ figures: [Figure], largestShare: Double) {
      energies = figures.count { $0.energy == nil }
      peaks = figures.count { $0.peak == nil }
      of = figures.count
      self.largestShare = largestShare
      guard energies + peaks > 0 else { return nil }
    }
  }

  /// - Parameters:
  ///   - earlier: the log beside this study: what was given out before, to whomever; a stored study brings its own.
  ///   - today: the day of the release.
  /// - Throws: `PlanningError.invalidInput` with every reason at once not to give the sum.
  public func callAsFunction(
    _ request: Request, _ park: EnergyCase, earlier: [LoggedRelease], library: PlanningLibrary, today: CalendarDate
  ) throws(PlanningError) -> Response {
    var reader = ParameterReader(library.parameters, on: CalendarDate(startOf: park.year.year))
    let aggregates: AggregateGuard
    do { aggregates = try AggregateGuard(&reader) } catch { throw .missing([error]) }
    let earlier = park.releases + earlier
    let wish = try SharedWish(request, park, earlier.count, today)
    let sum = SharedSum(wish.release, park)
    let comparable = earlier.filter { $0.quantity.touches(wish.release.quantity) }
      .map { $0.release(as: wish.release.quantity) }
    let figures = sum.figures(by: aggregates)
    let hidden = Hidden(figures, largestShare: aggregates.largestShare)
    let found =
      aggregates.refusals(
        wish.release.release(as: wish.release.quantity), amounts: sum.amounts, earlier: comparable)
      + Self.refusals(sum, hidden, earlier, park, aggregates)
    guard found.isEmpty else { throw .invalidInput(found.map(\.diagnostic) + wish.missingConsents) }
    return Response(
      release: wish.release, isSynthetic: park.isSynthetic, withoutConsent: wish.withoutConsent,
      unmeasured: sum.unmeasured, completed: sum.completed, figures: figures, hidden: hidden,
      parameters: reader.readings)
  }

  /// A sum of which nothing can be shown, and one that tells with an earlier one what neither shows.
  private static func refusals(
    _ sum: SharedSum, _ hidden: Hidden?, _ earlier: [LoggedRelease], _ park: EnergyCase, _ limits: AggregateGuard
  ) -> [ReleaseRefusal] {
    if let hidden, hidden.energies == hidden.of {
      // A single figure is the whole period, which was judged already.
      return hidden.of > 1 ? [.cells(count: hidden.energies, of: hidden.of)] : []
    }
    return earlier.compactMap { other in
      let cells = sum.exposedRemainders(beside: SharedSum(other, park), by: limits)
      return cells > 0 ? .remainder(with: other.id, cells: cells) : nil
    }
  }
}

extension AggregateGuard {
  /// The thresholds of the library.
  init(_ reader: inout ParameterReader) throws(ParameterError) {
    self.init(
      fewestMembers: Int(try reader.read("energy-privacy/fewest-members").value.rounded()),
      largestShare: try reader.read("energy-privacy/largest-share").value)
  }
}

/// A request that was understood: what is to be released, and who agreed.
private struct SharedWish {
  let release: LoggedRelease
  let withoutConsent: [String]

  init(_ request: ShareGroupSum.Request, _ park: EnergyCase, _ earlier: Int, _ today: CalendarDate)
    throws(PlanningError)
  {
    var problems: [Diagnostic] = []
    let purpose = Self.code(request.purpose, of: DataPurpose.self, "purpose", &problems)
    let quantity = Self.code(request.quantity, of: SharedQuantity.self, "quantity", &problems)
    let per = Self.code(request.per, of: SharedPeriod.self, "per", &problems)
    let year = park.year.year
    let first = CalendarDate(startOf: year)
    let last = CalendarDate(startOf: year + 1).adding(days: -1)
    let from = Self.day(request.from, first, in: first...last, "from", &problems)
    let to = Self.day(request.to, last, in: first...last, "to", &problems)
    if from > to { problems.append(Self.order) }
    guard let purpose, let quantity, let per, problems.isEmpty else { throw .invalidInput(problems) }
    let use = DataUse(purpose: purpose, receiver: request.receiver, data: from...to, on: today)
    let register = ConsentRegister(park.consents)
    let all = park.connections.map(\.id)
    let left = register.missing(all, use)
    withoutConsent = left
    release = LoggedRelease(
      id: "p\(earlier + 1)", date: today, receiver: request.receiver, purpose: purpose, quantity: quantity, per: per,
      from: from, to: to, members: all.filter { !left.contains($0) }, file: request.file)
  }

  /// Which consents would help; told beside a refusal.
  var missingConsents: [Diagnostic] {
    guard !withoutConsent.isEmpty else { return [] }
    return [
      Diagnostic(
        .error, "share.no-consent", at: .init(file: EnergyCaseFiles.consentsFile),
        value: withoutConsent.joined(separator: ", "),
        message: LocalizedText(
          nl:
            "\(withoutConsent.count) aansluitingen geven voor dit doel, deze ontvanger en deze periode geen toestemming",
          en: "\(withoutConsent.count) connections give no consent for this purpose, receiver and period"),
        remedy: LocalizedText(
          nl: "Vraag toestemming en leg haar vast in consents.csv.",
          en: "Ask for consent and record it in consents.csv."))
    ]
  }

  private static func code<Code: RawRepresentable & CaseIterable>(
    _ text: String, of: Code.Type, _ field: String, _ problems: inout [Diagnostic]
  ) -> Code? where Code.RawValue == String {
    if let code = Code(rawValue: text) { return code }
    let list = Code.allCases.map(\.rawValue).joined(separator: ", ")
    problems.append(
      Diagnostic(
        .error, "share.unknown", at: .init(field: field), value: text,
        message: LocalizedText(nl: "deze waarde bestaat niet", en: "there is no such value"),
        remedy: LocalizedText(nl: "Kies uit: \(list).", en: "Choose one of: \(list).")))
    return nil
  }

  private static func day(
    _ text: String?, _ usual: CalendarDate, in year: ClosedRange<CalendarDate>, _ field: String,
    _ problems: inout [Diagnostic]
  ) -> CalendarDate {
    guard let text else { return usual }
    if let date = CalendarDate(text), year.contains(date) { return date }
    problems.append(
      Diagnostic(
        .error, "share.day", at: .init(field: field), value: text,
        message: LocalizedText(
          nl: "dit is geen dag in het jaar van de studie", en: "this is no day in the year of the study"),
        remedy: LocalizedText(
          nl: "Geef een datum van \(year.lowerBound) tot en met \(year.upperBound).",
          en: "Give a date from \(year.lowerBound) through \(year.upperBound).")))
    return usual
  }

  private static let order = Diagnostic(
    .error, "share.order", at: .init(field: "to"),
    message: LocalizedText(nl: "de laatste dag ligt vóór de eerste", en: "the last day lies before the first"),
    remedy: LocalizedText(nl: "Wissel ze om.", en: "Swap them."))
}
