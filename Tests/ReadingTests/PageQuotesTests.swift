import Document
import Testing

@testable import Reading

private func blocks(_ page: String) -> [Block] {
  HTMLPage.read(Array(page.utf8), base: LinkBase(location: "https://courier.example/a")).piece.blocks
}

private func lines(_ page: String) -> [String] {
  blocks(page).map { block in
    "\(block.role)\(block.level > 0 ? "\(block.level)" : "") " + String(decoding: block.text, as: UTF8.self)
  }
}

struct PageQuotesTests {
  @Test func aDefinitionStandsUnderItsTerm() throws {
    let page =
      "<dl><dt>Brash <i>ice</i><dd>Small pieces.<p>Of old ice.<dt>Floe<dd>A sheet.<dl><dt>Pan<dd>Round.</dl></dl>x"
    #expect(
      lines(page) == [
        "paragraph Brash ice", "paragraph1 Small pieces.", "paragraph1 Of old ice.", "paragraph Floe",
        "paragraph1 A sheet.", "paragraph1 Pan", "paragraph2 Round.", "paragraph x",
      ])
    let term = try #require(blocks(page).first)
    #expect(term.inlines.contains(Inline(range: 0..<9, style: .strong)))
    #expect(blocks(page).last?.inlines.isEmpty == true)
    #expect(blocks("<dl><dt><p>One<p>Two<dd>x</dl>")[1].inlines.map(\.style) == [.strong])
  }

  @Test(arguments: [
    ("<ruby>氷<rp>(</rp><rt>こおり</rt><rp>)</rp></ruby>の海", "氷(こおり)の海"),
    ("<ruby>氷 <rt> こおり </rt></ruby> の", "氷(こおり) の"),
    ("<ruby>氷<rt></rt></ruby>の", "氷の"),
    ("<ruby>氷<rt>こおり<rt>ice</ruby>", "氷(こおり)(ice)"),
    ("<ruby>氷<rtc><rt>ice</rt></rtc></ruby>", "氷(ice)"),
  ]) func aReadingStandsInParentheses(page: String, wanted: String) {
    #expect(lines("<p>" + page) == ["paragraph " + wanted])
  }

  @Test(arguments: [
    "<aside class=pullquote><p>No ice</aside>", "<div class='c-pull-quote'>No ice</div>",
    "<figure class=wp-block-pullquote><blockquote><p>No ice</blockquote></figure>",
    "<aside class=pullQuote><div class=pullquote>No ice</div></aside>",
  ]) func whatIsSetOutIsAQuote(page: String) {
    #expect(lines("<p>One" + page + "<p>two") == ["paragraph One", "quote1 No ice", "paragraph two"])
  }

  @Test(arguments: ["<aside class=quote>No ice</aside>", "<div class='pull-right quote'>No ice</div>"])
  func whatIsCalledAnythingElseIsNone(page: String) {
    #expect(lines(page) == ["paragraph No ice"])
  }

  @Test(arguments: [
    ("<math><mfenced><mi>x</mi><mi>y</mi></mfenced></math>", "(x, y)"),
    ("<math><semantics><mrow></mrow><annotation>x^2</annotation></semantics></math>", "x^2"),
    ("<math><msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt></math>", "√(a+b)"),
  ]) func formulas(page: String, wanted: String) {
    #expect(lines("<p>" + page) == ["paragraph " + wanted])
  }

  @Test func abbreviationsHaveTheirStyle() {
    #expect(blocks("<p><abbr title='World Ice Office'>WIO</abbr>").first?.inlines.map(\.style) == [.abbreviation])
  }
}
