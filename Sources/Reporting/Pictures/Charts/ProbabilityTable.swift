import Quantities

/// How likely a shortage is per region and year, as a table with tones beside the numbers — *kanstabel*.
package struct ProbabilityTable: Sendable {
  package struct Row: Sendable, Hashable {
    let region: String
    /// One share per year, 0 to 1; nil where nothing was drawn.
    let probabilities: [Double?]
    /// Anchors of the trees behind them; empty for none.
    let explanations: [String?]
    let isTotal: Bool

    package init(_ region: String, _ probabilities: [Double?], explanations: [String?] = [], isTotal: Bool = false) {
      self.region = region
      self.probabilities = probabilities
      self.explanations = explanations
      self.isTotal = isTotal
    }
  }

  let years: [Int]
  let rows: [Row]
  let language: Language

  package init(years: [Int], rows: [Row], language: Language) {
    self.years = years
    self.rows = rows
    self.language = language
  }

  package func table(caption: String, isAssumed: Bool = false) -> Table {
    Table(
      caption: caption,
      columns: [Table.Column(words("Gebied", "Area"))]
        + years.map { Table.Column.number(String($0), unit: "%", isAssumed: isAssumed) },
      rows: rows.map { row in
        let cells = row.probabilities.enumerated().map { place, probability in
          cell(probability).explained(by: row.explanations.isEmpty ? nil : row.explanations[place])
        }
        return Table.Row([.text(row.region)] + cells, isTotal: row.isTotal)
      },
      notes: [
        RichText(
          words(
            "Kans in procenten. Licht getint: een tekort is waarschijnlijker dan niet (meer dan 50 %). Donker getint: zeer waarschijnlijk (meer dan 90 %).",
            "Probability in per cent. Light tint: a shortage is more likely than not (over 50%). Dark tint: very likely (over 90%)."
          ))
      ])
  }

  private func cell(_ probability: Double?) -> Table.Cell {
    guard let probability else { return .empty }
    return Table.Cell(.number(probability * 100, decimals: 0), tone: Self.tone(probability))
  }

  private static func tone(_ probability: Double) -> Table.Cell.Tone {
    probability > veryLikely ? .severe : probability > likely ? .shortage : .none
  }

  private func words(_ dutch: String, _ english: String) -> String { language == .nl ? dutch : english }

  private static let likely = 0.5
  private static let veryLikely = 0.9
}
