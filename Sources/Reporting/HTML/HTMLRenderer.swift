import Quantities

/// Turns a document into one self-contained page: no scripts, no requests, readable without style — *HTML-rapport*.
///
/// Aims at WCAG 2.1 AA: landmarks, a skip link, headings in order, tables with captions and header cells, every picture with
/// a text and a table beside it, and no meaning in colour alone.
public struct HTMLRenderer: Sendable {
  public init() {}

  public func render(_ document: Document) -> String {
    let page = HTMLPage(document: document)
    return """
      <!DOCTYPE html>
      <html lang="\(document.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Markup.escaped(document.title))</title>
      <meta name="description" content="\(Markup.escaped(document.summary))">
      <style>
      \(HTMLStyle.sheet)
      </style>
      </head>
      <body>
      <a class="wl-skip-link" href="#inhoud">\(page.words("Naar de inhoud", "Skip to content"))</a>
      \(page.cover)
      \(page.contents)
      <main id="inhoud" class="wl-document" tabindex="-1">
      \(page.chapters)
      </main>
      \(page.footer)
      </body>
      </html>

      """
  }
}

/// The parts of the page.
struct HTMLPage {
  let document: Document

  func words(_ dutch: String, _ english: String) -> String {
    Markup.escaped(LocalizedText(nl: dutch, en: english)[document.language])
  }

  var cover: String {
    """
    <header class="wl-cover">
    <div class="wl-cover__inner">
    <p class="wl-cover__kicker">\(Markup.escaped(document.subtitle))</p>
    <h1>\(Markup.escaped(document.title))</h1>
    <dl class="wl-facts">
    \(document.facts.map(fact).joined(separator: "\n"))
    </dl>
    \(document.syntheticNotice.map { "<p class=\"wl-synthetic\" role=\"note\">\(Markup.escaped($0))</p>" } ?? "")
    </div>
    </header>
    """
  }

  private func fact(_ fact: Document.Fact) -> String {
    "<div><dt>\(Markup.escaped(fact.name))</dt><dd>\(Markup.escaped(fact.value))</dd></div>"
  }

  var contents: String {
    let entries = document.chapters.map { "<li><a href=\"#\($0.id)\">\(Markup.escaped($0.title))</a></li>" }
    return """
      <nav class="wl-contents" aria-labelledby="inhoudsopgave">
      <h2 id="inhoudsopgave">\(words("Inhoud", "Contents"))</h2>
      <ol>
      \(entries.joined(separator: "\n"))
      </ol>
      </nav>
      """
  }

  var chapters: String {
    document.chapters.enumerated().map { number, chapter in
      """
      <section aria-labelledby="\(chapter.id)"\(chapter.startsPage ? " class=\"wl-starts-page\"" : "")>
      <h2 id="\(chapter.id)"><span class="wl-number">\(number + 1)</span> \(Markup.escaped(chapter.title))</h2>
      \(chapter.blocks.map(HTMLBlocks(language: document.language).render).joined(separator: "\n"))
      </section>
      """
    }.joined(separator: "\n")
  }

  var footer: String {
    let notice = document.syntheticNotice.map { "<p class=\"wl-synthetic\">\(Markup.escaped($0))</p>" } ?? ""
    return "<footer class=\"wl-footer\"><p>\(Markup.escaped(document.footer))</p>\(notice)</footer>"
  }
}
