import Quantities

/// Blocks as calls of the preamble's functions.
struct TypstBlocks: Sendable {
  let language: Language
  /// In a brief document the foot of the page says what the mark means, not each table.
  var style = Document.Style.book

  func render(_ block: Block) -> String {
    switch block {
    case .heading(let title): "#section(\(TypstLiteral.string(title)))"
    case .paragraph(let text): "#par[\(inline(text))]"
    case .callout(let callout): render(callout)
    case .keyFigures(let figures): render(figures)
    case .table(let table): render(table)
    case .figure(let figure): render(figure)
    case .explanations(let section): section.onPaper.map { "#par[\(inline($0))]" } ?? ""
    case .list(let items): "#list\(items.map { "[\(inline($0))]" }.joined())"
    case .numberedList(let items): "#enum\(items.map { "[\(inline($0))]" }.joined())"
    case .code(let text): "#listing(\(TypstLiteral.string(text)))"
    case .pageBreak: "#pagebreak(weak: true)"
    }
  }

  /// Markup with nothing but calls: a literal per span.
  func inline(_ text: RichText) -> String { text.spans.map { "#" + expression($0) + ";" }.joined() }

  private func expression(_ span: RichText.Span) -> String {
    switch span {
    case .plain(let text): TypstLiteral.string(text)
    case .strong(let text): "strong(\(TypstLiteral.string(text)))"
    case .code(let text): "raw(\(TypstLiteral.string(text)))"
    case .assumed(let text): "assumed(\(TypstLiteral.string(text)))"
    case .link(let text, let address): link(text, address)
    case .explained(let span, _): expression(span)
    }
  }

  private func link(_ text: String, _ address: String) -> String {
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else { return TypstLiteral.string(text) }
    return "link(\(TypstLiteral.string(address)), \(TypstLiteral.string(text)))"
  }

  private func render(_ callout: Callout) -> String {
    "#callout(\(TypstLiteral.string(callout.kind.rawValue)), \(TypstLiteral.string(callout.title)))[\(inline(callout.text))]"
  }

  private func render(_ figures: [KeyFigure]) -> String {
    let items = figures.map { figure in
      TypstLiteral.array(
        [figure.value.plain, figure.unit, figure.label.plain].map(TypstLiteral.string) + [
          figure.isAssumed ? "true" : "false"
        ])
    }
    return "#key-figures(\(TypstLiteral.array(items)), dense: \(style == .brief))"
  }

  private func render(_ figure: Figure) -> String {
    let arguments = [figure.picture.fileName, figure.picture.alternative, figure.caption, figure.source]
    let words = arguments.map(TypstLiteral.string).joined(separator: ", ")
    let picture = "#picture(\(words), mark: \(figure.isAssumed))"
    let twin = render(figure.twin)
    return figure.layout == .tableBelow ? picture + "\n" + twin : "#beside[\(picture)][\n\(twin)\n]"
  }

  // MARK: Tables

  private func render(_ table: Table) -> String {
    let columns = zip(table.columns, weights(of: table)).map { column, weight in
      TypstLiteral.array([
        TypstLiteral.string(column.title), TypstLiteral.string(column.unit), column.kind == .number ? "true" : "false",
        column.isAssumed ? "true" : "false", String(weight),
      ])
    }
    let notes =
      table.notes + (table.hasAssumptions && style == .book ? [RichText(AssumptionMark.legend[language])] : [])
    return """
      #data-table(
        \(TypstLiteral.string(table.caption)),
        \(TypstLiteral.array(columns)),
        \(TypstLiteral.array(notes.map { "[\(inline($0))]" })),\(style == .brief ? " dense: true," : "")
      \(table.rows.map(row).joined(separator: "\n"))
      )
      """
  }

  /// Relative widths by what the columns hold: no wider than a long name, no narrower than the longest word of the title;
  /// columns of figures in one unit are equally wide.
  private func weights(of table: Table) -> [Int] {
    let own = table.columns.indices.map { weight(of: $0, in: table) }
    return zip(table.columns, own).map { column, weight in
      guard column.kind == .number, !column.unit.isEmpty else { return weight }
      return zip(table.columns, own).filter { $0.0.kind == .number && $0.0.unit == column.unit }.map(\.1).max()
        ?? weight
    }
  }

  private func weight(of index: Int, in table: Table) -> Int {
    let column = table.columns[index]
    let words = (column.title + " " + column.unit).split(separator: " ").map(\.count)
    let longest = table.rows.prefix(Self.rowsMeasured).map { $0.cells[index].text(in: language).count }.max() ?? 0
    return Self.margin + max(words.max() ?? 0, min(longest, Self.widest))
  }

  private func words(_ cell: Table.Cell) -> String {
    let text = TypstLiteral.string(cell.text(in: language))
    guard case .code = cell.content else { return text }
    return "breakable(\(text))"
  }

  private static let rowsMeasured = 100
  private static let widest = 34
  /// Letters that the space beside a column takes.
  private static let margin = 3

  private func row(_ row: Table.Row) -> String {
    "  " + row.cells.map { cell($0, isTotal: row.isTotal) + "," }.joined(separator: " ")
  }

  /// Plain text is a bare literal; only what differs is a call.
  private func cell(_ cell: Table.Cell, isTotal: Bool) -> String {
    let text = words(cell)
    guard isTotal || cell.isAssumed || cell.tone != .none else { return text }
    return "cell(\(text), total: \(isTotal), mark: \(cell.isAssumed), tone: \(TypstLiteral.string(cell.tone.rawValue)))"
  }
}
