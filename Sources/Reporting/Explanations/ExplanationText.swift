import Planning
import Provenance
import Quantities

/// An explanation as indented text: each figure with its unit and how it follows from what stands under it; a parameter with
/// its source or the mark of an assumption; a record with its file and row.
///
///     balans = -10,8906 ha netto  [bruikbaar − vraag]
///       bruikbaar aanbod = 6,0938 ha netto  [hard − frictie − ijzeren voorraad]
///         …
///           Terrein 1001 = 2 ha netto  (werklocaties 1001, terstond_uitgeefbaar; polder.csv rij 1001, synthetisch)
///
/// A tree of a province runs to tens of thousands of lines. Text for a reader goes as deep as `lineLimit` allows, the same depth
/// everywhere, and says what it leaves out; a sum that is longer than that shows its largest parts. A deeper path or the JSON
/// shows the rest.
public struct ExplanationText: Sendable {
  private let wording: ExplanationWording
  private let lineLimit: Int?

  /// Lines that a reader can take in: a few screens.
  public static let readableLines = 200
  /// Parts of a sum that is longer than that: the largest.
  private static let partsShown = 20

  /// - Parameters:
  ///   - snapshots: the files of the register, for the names that origins stand for.
  ///   - bibliography: the sources that parameters name.
  ///   - lineLimit: most lines of the text, unless the figure's own parts are more; nil writes the whole tree.
  public init(
    language: Language, snapshots: [SourceSnapshot], bibliography: [BibliographicSource], lineLimit: Int? = nil
  ) {
    wording = ExplanationWording(language: language, snapshots: snapshots, bibliography: bibliography)
    self.lineLimit = lineLimit
  }

  /// The answer of `werklocaties explain`: the figure's path and the tree, as deep as a reader can take in.
  public static func text(_ response: ExplainFigure.Response, language: Language) -> String {
    let text = ExplanationText(
      language: language, snapshots: response.register.snapshots, bibliography: response.bibliography,
      lineLimit: readableLines)
    return response.request.figure + "\n\n" + text(response.explanation)
  }

  /// The same of a figure of the energy scan.
  public static func text(_ response: ExplainScan.Response, language: Language) -> String {
    let text = ExplanationText(
      language: language, snapshots: response.register.snapshots, bibliography: response.bibliography,
      lineLimit: readableLines)
    let warning = response.isConfidential ? "\n" + ConfidentialFigures.warning(language) + "\n" : ""
    return response.request.figure + "\n\n" + text(response.explanation) + warning
  }

  /// The answer of `werklocaties study … --explain`.
  public static func text(_ response: ExplainStudy.Response, language: Language) -> String {
    let text = ExplanationText(
      language: language, snapshots: response.files, bibliography: response.bibliography, lineLimit: readableLines)
    return response.request.figure + "\n\n" + text(response.explanation) + fingerprints(response.files)
  }

  /// The answer of `werklocaties compare runs|studies … --explain`.
  public static func text<Request>(_ response: ComparisonExplanation<Request>, language: Language) -> String {
    let text = ExplanationText(
      language: language, snapshots: response.registers.flatMap(\.snapshots) + response.files,
      bibliography: response.bibliography, lineLimit: readableLines)
    return response.figure + "\n\n" + text(response.explanation) + fingerprints(response.files)
  }

  /// The files of a study with their checksums; a register shows those of its own.
  private static func fingerprints(_ files: [SourceSnapshot]) -> String {
    let lines = files.map { "\($0.fileName)  SHA-256 \($0.checksum)\n" }
    return lines.isEmpty ? "" : "\n" + lines.joined()
  }

  public func callAsFunction(_ explanation: Explanation) -> String {
    let shown =
      lineLimit.map { limit in
        explanation.folded(
          to: Self.partsShown, longerThan: max(limit, Self.partsShown + 1), [.sum, .maximum])
      } ?? explanation
    return lines(shown, depth: 0, through: deepest(shown)).map { $0 + "\n" }.joined()
  }

  private func lines(_ explanation: Explanation, depth: Int, through deepest: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    let line =
      "\(indent)\(explanation.label[wording.language]) = \(wording.amount(explanation))  \(basis(explanation.basis))"
    let parts = explanation.parts
    guard !parts.isEmpty else { return [line] }
    guard depth < deepest else { return [line + leftOut(parts.count)] }
    return [line] + parts.flatMap { lines($0, depth: depth + 1, through: deepest) }
  }

  /// The deepest level at which the text stays within the limit; the figure's own parts are always shown.
  private func deepest(_ explanation: Explanation) -> Int {
    guard let lineLimit else { return .max }
    var (depth, level, lines) = (0, [explanation], 1)
    while !level.isEmpty {
      level = level.flatMap(\.parts)
      lines += level.count
      if lines > lineLimit, depth > 0 { return depth }
      depth += 1
    }
    return depth
  }

  private func leftOut(_ count: Int) -> String {
    LocalizedText(
      nl: count == 1 ? " … 1 onderdeel" : " … \(count) onderdelen", en: count == 1 ? " … 1 part" : " … \(count) parts")[
        wording.language]
  }

  private func basis(_ basis: Explanation.Basis) -> String {
    if case .formula(_, let notation, _) = basis { return "[\(notation)]" }
    return "(\(wording.origin(basis)))"
  }
}
