import Foundation
import FoundationXML
import Quantities
import Reporting
import Testing

@Suite struct HTMLRendererTests {
  func page(_ polder: Polder = Polder()) throws -> String {
    HTMLRenderer().render(try StartpakketDocument.compose(try polder.response(), language: .nl))
  }

  @Test func nothingFromTheDataBecomesMarkup() throws {
    let page = try page(Polder(nasty: "<script>alert('x')</script>&\u{1}"))
    #expect(!page.contains("<script"))
    #expect(page.contains("Terrein 1a&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp; "))
    #expect(!page.contains("href=\"javascript:"))
    #expect(page.contains("href=\"https://example.org/handreiking?a=1&amp;b=2\""))
  }

  /// The body is written as XML, so a parser finds every tag that is not closed.
  @Test func bodyIsWellFormed() throws {
    let page = try page(Polder(nasty: " & <Zn. \"'"))
    let body = try #require(page.range(of: "<body>")).lowerBound..<(try #require(page.range(of: "</body>"))).upperBound
    let parser = XMLParser(data: Data(page[body].utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError)) in line \(parser.lineNumber)")
  }

  @Test func hasOneTitleLandmarksAndASkipLink() throws {
    let page = try page()
    #expect(page.contains("<html lang=\"nl\">"))
    #expect(occurrences(of: "<h1>", in: page) == 1)
    #expect(occurrences(of: "<main ", in: page) == 1)
    #expect(occurrences(of: "<nav ", in: page) == 1)
    #expect(page.contains("href=\"#inhoud\""))
  }

  @Test func everyTableHasACaptionAndHeaderCells() throws {
    let page = try page()
    let tables = page.components(separatedBy: "<table>").dropFirst()
    #expect(tables.count > 20)
    for table in tables {
      let own = table.components(separatedBy: "</table>")[0]
      #expect(own.contains("<caption>") && own.contains("<th scope=\"col\""))
    }
  }

  @Test func everyIdentifierIsUnique() throws {
    let identifiers = try page().matches(of: /\sid="([^"]+)"/).map { String($0.1) }
    #expect(Set(identifiers).count == identifiers.count)
  }

  @Test func standsOnItsOwn() throws {
    let page = try page()
    #expect(page.firstMatch(of: /(src|srcset)=|@import|<link/) == nil)
    #expect(page.matches(of: /url\(([^)]*)\)/).allSatisfy { $0.1.hasPrefix("#") })
  }

  private func occurrences(of part: String, in text: String) -> Int { text.components(separatedBy: part).count - 1 }
}
