import Document
import Testing

@testable import Reading

private func lines(_ page: String) -> [String] {
  let piece = HTMLPage.read(Array(page.utf8), base: LinkBase(location: "https://courier.example/a")).piece
  return piece.blocks.map { String(decoding: $0.text, as: UTF8.self) }
}

private func origin(_ page: String) -> String? {
  HTMLPage.read(Array(page.utf8), base: LinkBase(location: "https://courier.example/a")).metadata.origins["text"]
}

struct UnseenTextTests {
  private static let first =
    "The ice was measured each morning at seven by the harbour master, who wrote it down in a book that is kept to this "
    + "day in the tower above the northern pier, where anybody may read it."
  private static let second =
    "Nobody has found another book of its kind between the two towns, and those who looked for one in the winter of the "
    + "great frost came home with nothing but cold hands and an old map of the coast."
  private static let shell = "<p>Menu<p>You need scripts.<div id=app></div>"

  private static func linked(_ body: String) -> String {
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"\(body)\"}</script>"
  }

  @Test func theTextOfJSONStandsBehindWhatIsShown() {
    let page = Self.shell + Self.linked(Self.first + "\\n\\n" + Self.second + " Less < more &amp; more.")
    #expect(lines(page) == ["Menu", "You need scripts.", Self.first, Self.second + " Less < more & more."])
    #expect(origin(page) == "JSON-LD articleBody")
  }

  @Test func markupInItIsRead() {
    let page = Self.shell + Self.linked("<p>\(Self.first)<\\/p><p>\(Self.second)<\\/p>")
    #expect(lines(page).suffix(2) == [Self.first, Self.second])
  }

  @Test func noscriptAndTemplatesAreRead() {
    let text = "<p>\(Self.first)<p>\(Self.second)"
    #expect(lines(Self.shell + "<noscript>\(text)</noscript>").suffix(2) == [Self.first, Self.second])
    #expect(lines(Self.shell + "<template>\(text)</template>").suffix(2) == [Self.first, Self.second])
    #expect(origin(Self.shell + "<template>\(text)</template>") == "<template>")
  }

  @Test func aPageOfNothingSaysWhatItHasForThoseWithoutScripts() {
    let words = "<noscript>You need to enable JavaScript.</noscript>"
    #expect(lines("<div id=app></div>" + words) == ["You need to enable JavaScript."])
    #expect(origin("<div id=app></div>" + words) == "<noscript>")
    #expect(lines(Self.shell + words).count == 2)
    #expect(lines("<div id=app></div><noscript><img src=dot.gif></noscript>").isEmpty)
  }

  @Test func whatIsShownIsEnough() {
    let text = "<p>\(Self.first)<p>\(Self.second)"
    #expect(lines(text + Self.linked(Self.second + Self.first)) == [Self.first, Self.second])
    #expect(origin(text) == nil)
    #expect(lines(Self.shell + Self.linked("Too short to be a text.")).count == 2)
    #expect(lines(Self.shell + "<template><p>\(Self.first)</template>").count == 2)
  }

  @Test func aShadowRootIsShown() {
    #expect(
      lines("<p>One<x-y><template shadowrootmode=open><p>two</template></x-y><p>three") == ["One", "two", "three"])
  }
}
