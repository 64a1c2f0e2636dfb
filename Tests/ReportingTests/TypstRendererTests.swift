import Planning
import Quantities
import Reporting
import Testing

@Suite struct TypstRendererTests {
  @Test(arguments: [
    (#"a "b" \c"#, #""a \"b\" \\c""#), ("#panic()", "\"#panic()\""), ("een\ntwee\u{7}", #""een\ntwee ""#),
  ])
  func literalHoldsAnyText(_ text: String, _ literal: String) {
    #expect(TypstLiteral.string(text) == literal)
  }

  @Test func anArrayOfOneIsAnArray() {
    #expect(TypstLiteral.array(["1"]) == "(1, )")
    #expect(TypstLiteral.array([]) == "()")
  }

  @Test func namesEveryPictureItCarries() throws {
    let source = TypstRenderer().render(try StartpakketDocument.compose(Polder().response(), language: .en))
    #expect(source.pictures.count == 7)
    for name in source.pictures.keys { #expect(source.markup.contains("#picture(\"\(name)\", ")) }
    #expect(source.markup.contains("language: \"en\""))
  }
}
