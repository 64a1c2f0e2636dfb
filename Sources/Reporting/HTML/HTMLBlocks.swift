import Quantities

/// Blocks as HTML elements.
struct HTMLBlocks: Sendable {
  let language: Language

  func render(_ block: Block) -> String {
    switch block {
    case .heading(let title): "<h3>\(Markup.escaped(title))</h3>"
    case .paragraph(let text): "<p>\(inline(text))</p>"
    case .callout(let callout): render(callout)
    case .keyFigures(let figures): render(figures)
    case .table(let table): render(table)
    case .figure(let figure): render(figure)
    case .explanations(let section):
      (section.onScreen.map { "<p>\(inline($0))</p>\n" } ?? "") + HTMLExplanations(mark: mark).render(section)
    case .list(let items): list("ul", items)
    case .numberedList(let items): list("ol", items)
    case .code(let text): "<pre tabindex=\"0\"><code>\(Markup.escaped(text))</code></pre>"
    case .pageBreak: "<div class=\"wl-page-break\"></div>"
    }
  }

  func inline(_ text: RichText) -> String { text.spans.map(inline).joined() }

  private func inline(_ span: RichText.Span) -> String {
    switch span {
    case .plain(let text): Markup.escaped(text)
    case .strong(let text): "<strong>\(Markup.escaped(text))</strong>"
    case .code(let text): "<code>\(Markup.escaped(text))</code>"
    case .assumed(let text): Markup.escaped(text) + mark
    case .link(let text, let address): link(text, address)
    case .explained(let span, let anchor):
      "<a class=\"wl-figure-link\" href=\"#\(Markup.escaped(anchor))\">\(inline(span))</a>"
    }
  }

  /// Only web addresses become links, so that no text from a file can run anything.
  private func link(_ text: String, _ address: String) -> String {
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else { return Markup.escaped(text) }
    return "<a href=\"\(Markup.escaped(address))\">\(Markup.escaped(text))</a>"
  }

  /// The sign for the eye, the words for the ear.
  private var mark: String {
    "<span class=\"wl-mark\" aria-hidden=\"true\">\(AssumptionMark.sign)</span>"
      + "<span class=\"wl-hidden\"> (\(Markup.escaped(AssumptionMark.spoken[language])))</span>"
  }

  private func list(_ element: String, _ items: [RichText]) -> String {
    "<\(element)>\(items.map { "<li>\(inline($0))</li>" }.joined())</\(element)>"
  }

  private func render(_ callout: Callout) -> String {
    """
    <div class="wl-callout wl-callout--\(callout.kind.rawValue)" role="note">
    <p class="wl-callout__title">\(Markup.escaped(callout.title))</p>
    <p>\(inline(callout.text))</p>
    </div>
    """
  }

  private func render(_ figures: [KeyFigure]) -> String {
    let items = figures.map { figure in
      "<div><dt>\(inline(figure.label))</dt><dd><span class=\"wl-key__value\">\(inline(figure.value))"
        + "</span> \(Markup.escaped(figure.unit))\(figure.isAssumed ? mark : "")</dd></div>"
    }
    return "<dl class=\"wl-key\">\(items.joined())</dl>"
  }

  private func render(_ figure: Figure) -> String {
    let parts = "\(picture(figure))\n\(render(figure.twin))"
    return figure.layout == .tableBelow
      ? parts : "<div class=\"wl-beside\">\n<div>\(picture(figure))</div>\n<div>\(render(figure.twin))</div>\n</div>"
  }

  private func picture(_ figure: Figure) -> String {
    """
    <figure class="wl-figure">
    \(figure.picture.svg)
    <figcaption>\(Markup.escaped(figure.caption))\(figure.isAssumed ? mark : "") <span class="wl-source">\(Markup.escaped(figure.source))</span></figcaption>
    </figure>
    """
  }

  // MARK: Tables

  private func render(_ table: Table) -> String {
    let notes = table.notes + (table.hasAssumptions ? [RichText(AssumptionMark.legend[language])] : [])
    let below = notes.map { "<p class=\"wl-note\">\(inline($0))</p>" }.joined()
    return """
      <div class="wl-table" role="region" aria-label="\(Markup.escaped(table.caption))" tabindex="0">
      <table>
      <caption>\(Markup.escaped(table.caption))</caption>
      <thead><tr>\(table.columns.map(header).joined())</tr></thead>
      <tbody>
      \(table.rows.map { row($0, table.columns) }.joined(separator: "\n"))
      </tbody>
      </table>
      </div>
      \(below)
      """
  }

  private func header(_ column: Table.Column) -> String {
    let unit = column.unit.isEmpty ? "" : " <span class=\"wl-unit\">\(Markup.escaped(column.unit))</span>"
    return
      "<th scope=\"col\"\(numeric(column))>\(Markup.escaped(column.title))\(column.isAssumed ? mark : "")\(unit)</th>"
  }

  private func row(_ row: Table.Row, _ columns: [Table.Column]) -> String {
    let cells = zip(row.cells, columns).enumerated().map { index, pair in cell(pair.0, pair.1, isFirst: index == 0) }
    return "<tr\(row.isTotal ? " class=\"wl-total\"" : "")>\(cells.joined())</tr>"
  }

  private func cell(_ cell: Table.Cell, _ column: Table.Column, isFirst: Bool) -> String {
    let content = words(cell) + (cell.isAssumed ? mark : "")
    if isFirst { return "<th scope=\"row\"\(numeric(column))>\(content)</th>" }
    let tone = cell.tone == .none ? "" : " data-tone=\"\(cell.tone.rawValue)\""
    return "<td\(numeric(column))\(tone)>\(content)</td>"
  }

  private func words(_ cell: Table.Cell) -> String {
    let text = linked(Markup.escaped(cell.text(in: language)), to: cell.explanation)
    guard case .code = cell.content else { return text }
    return "<code class=\"wl-key-text\">\(text)</code>"
  }

  private func linked(_ text: String, to anchor: String?) -> String {
    anchor.map { "<a href=\"#\(Markup.escaped($0))\">\(text)</a>" } ?? text
  }

  private func numeric(_ column: Table.Column) -> String { column.kind == .number ? " class=\"wl-n\"" : "" }
}
