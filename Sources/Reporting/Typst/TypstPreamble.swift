/// The look of the PDF: page, cover, headings, tables and pictures as Typst functions.
enum TypstPreamble {
  static let functions = colours + cover + report + brief + text + pictures + tables

  private static let colours = """
    #let ink = rgb("#1b2733")
    #let primary = rgb("#0b4f6c")
    #let accent = rgb("#a6500f")
    #let muted = rgb("#566270")
    #let hairline = rgb("#c5ced6")
    #let surface = rgb("#f3f6f8")
    #let warning = rgb("#fff4d6")
    #let tones = (shortage: rgb("#f8e8c6"), severe: rgb("#eec98a"), surplus: rgb("#d3efeb"))
    #let sign = text(fill: accent, weight: "bold")[†]
    #let assumed(words) = words + sign

    """

  private static let report = """
    #let report(language: "nl", title: "", subtitle: "", summary: "", foot: "", notice: none, facts: (), contents: "", body) = {
      set document(title: title, description: summary, author: "Werklocaties")
      set text(font: ("Open Sans", "DejaVu Sans"), size: 9.5pt, lang: language, fill: ink, number-width: "tabular")
      set par(leading: 0.72em, spacing: 1.05em)
      show heading.where(level: 1): set heading(numbering: "1")
      show heading.where(level: 1): it => block(above: 2.6em, below: 1.2em, sticky: true, text(19pt, fill: primary, weight: "bold", it))
      show heading.where(level: 2): it => block(above: 1.7em, below: 0.8em, sticky: true, text(12.5pt, fill: primary, weight: "bold", it))
      show figure.where(kind: table): set block(breakable: true)
      show figure.caption: it => block(sticky: true, width: 100%, align(left, text(8.5pt, weight: "semibold", it.body)))
      show figure.where(kind: table): set figure.caption(position: top)
      show link: set text(fill: primary)
      show raw: set text(font: "DejaVu Sans Mono", size: 0.88em)
      front(title, subtitle, notice, facts)
      set page(paper: "a4", margin: (x: 20mm, top: 24mm, bottom: 24mm),
        header: text(8pt, fill: muted, grid(columns: (1fr, auto), title, subtitle)),
        footer: context text(8pt, fill: muted, grid(columns: (1fr, auto), foot, counter(page).display())))
      {
        set heading(numbering: none)
        show heading: set heading(numbering: none)
        outline(title: contents, depth: 1)
      }
      body
    }

    """

  /// Dense pages without a cover: what must be read stands on as few of them as it takes.
  private static let brief = """
    #let title-words(title) = { show std.title: set text(size: if title.len() > 40 { 13pt } else { 17pt }); show std.title: set block(above: 1.5mm, below: 0pt); std.title(title) }
    #let banner(title, subtitle, notice, facts) = {
      block(fill: primary, inset: 4mm, width: 100%, {
        set text(fill: white)
        grid(columns: (1.3fr, 1fr), column-gutter: 6mm, align: (left + horizon, left + horizon),
          text(8.5pt, subtitle) + title-words(title),
          grid(columns: (1fr, 1fr), gutter: 2mm, ..facts.map(fact => text(7pt, fact.at(0)) + linebreak() + text(8.5pt, weight: "semibold", fact.at(1)))))
      })
      if notice != none {
        block(fill: warning, inset: 2.5mm, width: 100%, above: 2mm, stroke: (left: 1.2mm + accent), text(8pt, weight: "semibold", notice))
      }
    }
    #let brief(language: "nl", title: "", subtitle: "", summary: "", foot: "", notice: none, facts: (), contents: "", body) = {
      set document(title: title, description: summary, author: "Werklocaties")
      set text(font: ("Open Sans", "DejaVu Sans"), size: 8.5pt, lang: language, fill: ink, number-width: "tabular")
      set par(leading: 0.6em, spacing: 0.8em)
      set page(paper: "a4", margin: (x: 16mm, top: 15mm, bottom: 13mm), header-ascent: 40%, footer-descent: 35%,
        header: context if counter(page).get().first() > 1 { text(7.5pt, fill: muted, grid(columns: (1fr, auto), title, subtitle)) },
        footer: context text(7.5pt, fill: muted, grid(columns: (1fr, auto), foot, counter(page).display())))
      show heading.where(level: 1): set heading(numbering: "1")
      show heading.where(level: 1): it => block(above: 1.4em, below: 0.8em, sticky: true, text(14pt, fill: primary, weight: "bold", it))
      show heading.where(level: 2): it => block(above: 1.1em, below: 0.6em, sticky: true, text(10.5pt, fill: primary, weight: "bold", it))
      show figure.where(kind: table): set block(breakable: true)
      show figure.caption: it => block(sticky: true, width: 100%, align(left, text(8pt, weight: "semibold", it.body)))
      show figure.where(kind: table): set figure.caption(position: top)
      show link: set text(fill: primary)
      show raw: set text(font: "DejaVu Sans Mono", size: 0.88em)
      banner(title, subtitle, notice, facts)
      body
    }

    """

  private static let cover = """
    #let front(title, subtitle, notice, facts) = {
      set page(paper: "a4", margin: (x: 20mm, top: 75mm, bottom: 24mm), fill: primary, header: none, footer: none)
      set text(fill: white)
      text(13pt, subtitle)
      v(-2mm)
      text(34pt, weight: "bold", std.title(title))
      v(12mm)
      grid(columns: (1fr, 1fr), gutter: 6mm,
        ..facts.map(fact => block(stroke: (top: 0.6pt + white), inset: (top: 2.5mm), width: 100%, text(8.5pt, fact.at(0)) + linebreak() + text(11pt, weight: "semibold", fact.at(1)))))
      if notice != none {
        v(1fr)
        block(fill: warning, inset: 5mm, width: 100%, stroke: (left: 2mm + accent), text(fill: ink, size: 11pt, weight: "semibold", notice))
      }
    }

    """

  private static let text = """
    #let chapter(words, starts-page: false) = { if starts-page { pagebreak(weak: true) }; heading(level: 1, words) }
    #let section(words) = heading(level: 2, words)
    #let listing(words) = block(fill: surface, stroke: 0.5pt + hairline, inset: 3mm, width: 100%, breakable: true, raw(words, block: true))
    #let callout(kind, words, body) = block(
      fill: if kind == "synthetic" { warning } else { surface }, inset: 4mm, width: 100%, breakable: false, above: 1.4em, below: 1.4em,
      stroke: (left: 1.6mm + (if kind == "synthetic" { accent } else if kind == "assumption" { muted } else { primary })),
      strong(words) + parbreak() + body)
    #let key-figures(items, dense: false) = block(above: 1.4em, below: 1.4em, grid(columns: (1fr,) * calc.min(items.len(), if dense { 5 } else { 3 }), stroke: 0.5pt + hairline, inset: if dense { 2.2mm } else { 3.5mm },
      ..items.map(item => {
        text(if dense { 14pt } else { 17pt }, fill: primary, weight: "bold", item.at(0))
        text(if dense { 8pt } else { 9pt }, " " + item.at(1)) + if item.at(3) { sign }
        linebreak()
        text(if dense { 7.5pt } else { 8.5pt }, fill: muted, item.at(2))
      })))

    """

  private static let pictures = """
    #let picture(file, alternative, caption, source, mark: false) = block(breakable: false, above: 1.6em, figure(
      image(file, alt: alternative, width: 100%),
      caption: caption + if mark { sign } + text(fill: muted, weight: "regular", " " + source),
      kind: image, supplement: none))

    """

  private static let tables = """
    #let beside(picture, twin) = block(breakable: false, width: 100%, above: 0.6em, below: 0.6em, {
      show figure.where(kind: image): set block(above: 0pt)
      grid(columns: (1.4fr, 1fr), column-gutter: 5mm, picture, { set block(above: 0pt); twin })
    })
    #let cell(words, total: false, mark: false, tone: "none") = table.cell(
      fill: tones.at(tone, default: none), stroke: if total { (top: 0.7pt + ink) } else { (:) },
      { if total { strong(words) } else { words }; if mark { sign } })
    #let breakable(words) = raw(words.clusters().chunks(8).map(part => part.join()).join(sym.zws))
    #let head(column) = text(hyphenate: true, strong(column.at(0))) + if column.at(3) { sign } + if column.at(1) != "" { linebreak() + text(fill: muted, weight: "regular", size: 0.9em, column.at(1)) }
    #let data-table(caption, columns, notes, dense: false, ..cells) = {
      let size = if dense or columns.len() > 7 { 7pt } else { 8pt }
      figure(kind: table, supplement: none, caption: caption, block(width: 100%, {
        set text(size: size)
        set par(leading: 0.5em)
        table(
          columns: columns.map(column => column.at(4) * 1fr),
          align: (x, y) => if columns.at(x).at(2) { right } else { left } + if y == 0 { bottom } else { top },
          inset: (x: 1.3mm, y: if dense { 0.85mm } else { 1.1mm }), stroke: (x, y) => (bottom: if y == 0 { 1pt + primary } else { 0.4pt + hairline }),
          fill: (x, y) => if y == 0 { surface },
          table.header(..columns.map(head)), ..cells,
          ..if notes.len() > 0 { (table.footer(repeat: false, table.cell(colspan: columns.len(), align: left, stroke: none, fill: none, for note in notes { block(above: 0.5em, below: 0.5em, text(if dense { 7pt } else { 8pt }, fill: muted, note)) })),) })
      }))
      v(if dense { 0.2em } else { 0.6em })
    }

    """
}
