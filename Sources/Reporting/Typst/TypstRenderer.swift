import Planning
import Quantities

/// Turns a document into Typst markup with its pictures, fit for PDF/UA-1 and PDF/A-2a — *PDF-rapport*.
///
/// The look lives in `TypstPreamble`; the content is calls of its functions with string literals only.
public struct TypstRenderer: Sendable {
  public init() {}

  public func render(_ document: Document) -> TypesetSource {
    let blocks = TypstBlocks(language: document.language, style: document.style)
    let chapters = document.chapters.map { chapter in
      ([heading(of: chapter)] + chapter.blocks.map(blocks.render)).joined(separator: "\n")
    }
    let markup = ([TypstPreamble.functions, opening(document)] + chapters).joined(separator: "\n\n") + "\n"
    return TypesetSource(
      markup: markup,
      pictures: Dictionary(document.pictures.map { ($0.name, $0.picture.svg) }, uniquingKeysWith: { first, _ in first })
    )
  }

  private func heading(of chapter: Chapter) -> String {
    "#chapter(\(TypstLiteral.string(chapter.title)), starts-page: \(chapter.startsPage))"
  }

  private func opening(_ document: Document) -> String {
    let facts = TypstLiteral.array(
      document.facts.map { TypstLiteral.array([$0.name, $0.value].map(TypstLiteral.string)) })
    let contents = LocalizedText(nl: "Inhoud", en: "Contents")[document.language]
    return """
      #show: \(document.style == .book ? "report" : "brief").with(
        language: \(TypstLiteral.string(document.language.rawValue)),
        title: \(TypstLiteral.string(document.title)),
        subtitle: \(TypstLiteral.string(document.subtitle)),
        summary: \(TypstLiteral.string(document.summary)),
        foot: \(TypstLiteral.string(document.footer)),
        notice: \(document.syntheticNotice.map(TypstLiteral.string) ?? "none"),
        facts: \(facts),
        contents: \(TypstLiteral.string(contents)),
      )
      """
  }
}
