import Document
import Testing

@testable import Reading

private func piece(_ page: String) -> Piece {
  HTMLPage.read(Array(page.utf8), base: LinkBase(location: "https://courier.example/a/b")).piece
}

/// The blocks as lines: of images their address and what they show.
private func lines(_ page: String) -> [String] {
  piece(page).blocks.map { block in
    block.isPicture
      ? "figure \(block.image?.src ?? "") \(block.image?.alt ?? "")"
      : "\(block.role) " + String(decoding: block.text, as: UTF8.self)
  }
}

struct PagePictureTests {
  private static let ice = "figure https://courier.example/i.jpg Ice"

  private static let bare = "figure https://courier.example/i.jpg "
  private static let pages: [(String, [String])] = [
    ("<figure><img src=/i.jpg alt=Ice><figcaption>In May</figcaption></figure>", [ice, "caption In May"]),
    ("<figure><img src=/i.jpg><figcaption>In May</figcaption></figure>", [bare, "caption In May"]),
    ("<p>One<p><img src=/i.jpg alt=' Ice '><p>two", ["paragraph One", ice, "paragraph two"]),
    ("<p>One <img src=/i.jpg alt=Ice> goes on.<p>two", ["paragraph One goes on.", ice, "paragraph two"]),
    ("<p><img src=/i.jpg alt=Ice> One<p>two", [ice, "paragraph One", "paragraph two"]),
    ("<p>One<img src=/i.jpg alt='Ice'>", ["paragraph One", ice]),
    ("<hr><img src=/i.jpg alt=Ice><hr>", ["rule ", ice, "rule "]),
    ("<ul><li><img src=/i.jpg alt=Ice>One</ul>", [ice, "listItem One"]),
    ("<amp-img src=/i.jpg alt=Ice></amp-img>", [ice]),
    ("<img src='data:image/gif;base64,R0' data-src=/i.jpg alt=Ice>", [ice]),
  ]

  @Test(arguments: pages) func anImageIsABlock(page: String, wanted: [String]) {
    #expect(lines(page) == wanted)
  }

  @Test(arguments: [
    "<img src=/i.jpg>", "<img src=/i.jpg alt=''>", "<img src=/i.jpg alt=Ice width=1 height=1>",
    "<img src=/i.jpg alt=Ice hidden>", "<template><img src=/i.jpg alt=Ice></template>",
  ]) func whatShowsNothingIsNone(page: String) {
    #expect(lines("<p>One<p>" + page) == ["paragraph One"])
  }

  @Test func whatTheTextSaysIsNotSaidTwice() {
    #expect(lines("<a href=x><img src=/i.jpg alt='The ice'></a><h3>The ice</h3>") == ["heading The ice"])
    #expect(lines("<h3>The ice</h3><img src=/i.jpg alt='The ice'><p>x") == ["heading The ice", "paragraph x"])
    let figure = "<figure><img src=/i.jpg alt='The ice'><figcaption>The ice.</figcaption></figure>"
    #expect(lines(figure) == ["figure https://courier.example/i.jpg ", "caption The ice."])
  }

  @Test(arguments: [
    ("It froze <img class=emoji alt='❄' src=e>.", "It froze ❄."),
    ("So <img class='mwe-math-fallback' alt='a^2' src=m> holds", "So a^2 holds"),
    (
      "So <span style='display: none'><math><mi>a</mi></math></span><img class=math aria-hidden=true alt='a' src=m> is",
      "So a is"
    ),
  ]) func signsStandInTheirLine(page: String, wanted: String) {
    #expect(lines("<p>" + page) == ["paragraph " + wanted])
  }

  @Test func aCellWithNothingButAnImageHasItsWords() {
    let table =
      "<table><tr><td>Pier<td>Ice<tr><td>North<td><img alt=yes src=y><tr><td><img alt=no src=n>East<td>-</table>"
    #expect(lines(table) == ["table Pier\tIce\nNorth\tyes\nEast\t-"])
  }

  @Test func foldsBeginWhereTheyShould() throws {
    let details = piece("<details><summary><img src=i alt=Ice> More</summary><p>a<p>b</details>")
    #expect(details.blocks.map(\.isPicture) == [true, false, false, false])
    #expect(details.folds.map(\.blocks) == [2...3])
    #expect(details.folds.first?.label == "More")
    let before = piece("<p>x<p><img src=i alt=Ice><details><summary>More</summary><p>a</details>")
    #expect(before.folds.map(\.blocks) == [3...3])
  }
}
