import Document
import Testing

@testable import Analysis

@Suite("Which names and dates are the article's own")
struct ArticleNamesTests {
  /// `T` a title, `b` a byline, `B` one that names who wrote the article, `d` a date, `.` anything else; of each, `x`:
  /// it is the article's own.
  private func own(_ page: String) -> String {
    let blocks = page.map { letter in
      let role: Role =
        switch letter {
        case "T": .title
        case "b", "B": .byline
        case "d": .dateline
        case _: .paragraph
        }
      return Block(role: role, text: Array("Ann Lee".utf8))
    }
    let names = ArticleNames(blocks, namesAuthor: page.map { $0 == "B" })
    return blocks.indices.map { names.contains($0) ? "x" : "-" }.joined()
  }

  @Test(
    "The first of each under the title, however much stands between",
    arguments: [
      ("T..b..d", "---x--x"), ("b.T.d.b", "----x-x"), ("T.bb.dd", "--x--x-"), ("..bd", "----"),
    ])
  func underTitle(page: String, wanted: String) { #expect(own(page) == wanted) }

  @Test("A known name near the title is, and where none is there the first on the page")
  func known() {
    #expect(own("T.b.B") == "--x-x")
    #expect(own(".B.T.b") == "-x---x")
    let far = String(repeating: ".", count: 15)
    #expect(own("T" + far + "b") == "-" + far.map { _ in "-" } + "-", "one block too far")
    #expect(own("T" + String(far.dropLast()) + "b").hasSuffix("x"))
    #expect(own("T" + far + far + "B.B").hasSuffix("x--"))
  }
}
