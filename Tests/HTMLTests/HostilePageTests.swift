import Testing

@testable import HTML

/// Pages made to break a parser: each is read in time and memory in proportion to its length.
@Suite struct HostilePageTests {
  private static let times = 2_000

  /// A tree may be deeper than the stack where the adoption agency wraps what is closed already.
  private static let maxTreeDepth = 2 * MarkupBuilder.maxDepth

  /// Text that moves when it grows leaves twice its length behind, and a NUL becomes three bytes.
  private static let maxGrowth = 12

  private static func page(_ start: String, _ unit: String, _ end: String = "") -> [UInt8] {
    [UInt8]((start + String(repeating: unit, count: times) + end).utf8)
  }

  /// Pages by what they repeat: before, the unit, after.
  private static let units: [(String, String, String)] = [
    ("", "<div>", ""), ("", "<div>x", "</div>"), ("", "<b>", ""), ("", "<b><p>", "</b>"), ("", "<table>", ""),
    ("", "<table><tr><td>", ""), ("<table>", " </y>x</y>", ""), ("<table>", "<b>x<tr>", ""), ("<a ", "b=c ", ">"),
    ("", "<body a=x><i b>", ""), ("", "<", ""), ("", "</", ""), ("", "&", ""), ("", "&notit;", ""), ("", "\0", ""),
    ("<svg>", "a\0", ""), ("<a b='", "a\0", "'>"), ("<a\0", "a\0", ">"), ("<!--", "a\0", "-->"), ("", "<!-- ", ""),
    ("", "<a ", ""), ("", "<a b='", ""), ("<script>", "<!--<script>", ""), ("", "<style>a</style>", ""),
    ("", "<template>", ""), ("", "<template><td>", ""), ("", "<svg><foreignObject><p>", ""),
    ("", "<math><mi><svg><desc><table><td>", ""), ("<svg>", "<![CDATA[]]>", ""), ("", "<select><option>", ""),
    ("<select>", "<div>", ""), ("", "<ul><li>", ""), ("", "</p>", ""), ("", "</br>", ""), ("", "<a><div>", ""),
    ("", "<nobr>", ""), ("", "<div><object></div>", ""), ("", "<frameset>", ""), ("", "<!DOCTYPE html>", ""),
    ("", "\r", ""), ("<table><colgroup>", "<col>x", ""), ("", "<b><i><p></b></i>", ""),
    ("", "<a><b><i><div></a></b></i><span>", ""), ("", "a&lt;b<!---->", ""), ("", "a</y>", ""),
    ("", "<noscript>", ""), ("", "<plaintext>", ""), ("", "<ruby><rb><rt>", ""), ("", "</html>x<!---->", ""),
  ]

  @Test func repetitionsAreReadInBounds() {
    for (start, unit, end) in Self.units {
      for isScripting in [true, false] {
        let bytes = Self.page(start, unit, end)
        let markup = Markup(parsing: bytes, isScripting: isScripting)
        #expect(markup.nodeCount <= MarkupBuilder.freeCopies + bytes.count, "\(start)\(unit)")
        #expect(markup.decoded.count <= Self.maxGrowth * bytes.count, "\(start)\(unit)")
        #expect(depth(of: markup) <= Self.maxTreeDepth, "\(start)\(unit)")
      }
    }
  }

  private func depth(of markup: Markup) -> Int {
    var depths = [0]
    depths.reserveCapacity(markup.nodeCount)
    var deepest = 0
    var node = markup.after(.document, within: .document)
    var byNode = [Int](repeating: 0, count: markup.nodeCount)
    while let current = node {
      let depth = markup.parent(current).map { byNode[Int($0.index)] + 1 } ?? 0
      byNode[Int(current.index)] = depth
      deepest = max(deepest, depth)
      node = markup.after(current, within: .document)
    }
    return deepest
  }

  @Test func deepElementsKeepTheirTextAndTheirEnds() {
    let count = MarkupBuilder.maxDepth + 100
    let source =
      String(repeating: "<div>", count: count) + "<a href=x>deep</a>, <script>1<2</script>"
      + String(repeating: "</div>", count: count) + "<p>after"
    let markup = Markup(parsing: [UInt8](source.utf8))
    var text: [UInt8] = []
    markup.appendTextContent(of: .document, to: &text)
    #expect(String(decoding: text, as: UTF8.self) == "deep, 1<2after")
    let paragraph = markup.firstElement(.p, within: .document)
    #expect(paragraph.flatMap { markup.parent($0) }.map { markup.isElement($0, .body) } == true)
    let link = markup.firstElement(.a, within: .document)
    #expect(link.map { markup.text(of: markup.firstChild($0) ?? $0) } == [UInt8]("deep".utf8))
  }

  @Test func attributesAreBounded() {
    let names = (0..<2 * MarkupTokenizer.maxAttributes).map { "a\($0)=\($0)" }
    let markup = Markup(parsing: [UInt8](("<i " + names.joined(separator: " ") + ">x").utf8))
    let element = markup.firstElement(.i, within: .document)
    #expect(element.map { markup.attributes($0).count } == MarkupTokenizer.maxAttributes)
    let value = markup.name("a7").flatMap { name in element.flatMap { markup.value($0, name) } }
    #expect(value == [0x37])
  }

  @Test func manyDistinctFormattingElementsDoNotMultiply() {
    let tags = (0..<600).map { "<b id=\($0)>" }.joined()
    let bytes = [UInt8]((tags + String(repeating: "<p>x", count: Self.times)).utf8)
    #expect(Markup(parsing: bytes).nodeCount <= MarkupBuilder.freeCopies + bytes.count)
  }

  @Test func textThatGrowsInTwoPlacesIsKept() {
    let markup = Markup(parsing: Self.page("<table>", " </y>x</y>"))
    let table = markup.firstElement(.table, within: .document)
    let inside = table.flatMap { markup.firstChild($0) }
    let before = table.flatMap { markup.previous($0) }
    #expect(inside.map { markup.text(of: $0) } == [UInt8](repeating: 0x20, count: Self.times))
    #expect(before.map { markup.text(of: $0) } == [UInt8](repeating: 0x78, count: Self.times))
  }

  @Test func everyPrefixAndEveryByteIsRead() {
    let source =
      "<!DOCTYPE html PUBLIC \"a\" 'b'><html lang=en><head><title>a&amp;b</title><script><!--<script>x</script>-->"
      + "</script></head><body class='x &lt;' data-é=\"1\"><!-- c --!><p>é&#x1F600;<b>1<i>2</b>3</i><table><tr>a<td>b"
      + "</table><svg viewBox=1><![CDATA[x]]></svg><math><mi>a</mi></math><select><option>o</select><template><td>t"
    let bytes = [UInt8](source.utf8)
    for length in 0...bytes.count {
      #expect(Markup(parsing: [UInt8](bytes[..<length])).nodeCount > 3)
    }
    for index in bytes.indices {
      for byte: UInt8 in [0, 0x26, 0x3C, 0x3E] {
        var changed = bytes
        changed[index] = byte
        #expect(Markup(parsing: changed).nodeCount > 3)
      }
    }
  }

  /// Tags, text and noise in any order, from a seed that the failure names.
  @Test(arguments: 0..<12 as Range<UInt64>)
  func randomTagsAreRead(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func pick(_ count: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state >> 33) % count
    }
    let names = [
      "a", "b", "p", "div", "table", "tr", "td", "tbody", "caption", "col", "select", "option", "li", "dd", "svg",
      "math", "mi", "desc", "foreignObject", "template", "form", "button", "nobr", "h1", "input", "frameset", "html",
      "body", "head", "object", "ruby", "rt", "pre", "annotation-xml encoding=text/html", "y",
    ]
    let noise = ["x", " ", "&lt;", "\0", "\n", "<!--c-->", "<![CDATA[z]]>", "<script>s</script>", "<br/>", "é"]
    var source = ""
    for _ in 0..<1_500 {
      switch pick(10) {
      case 0...4: source += "<\(names[pick(names.count)])>"
      case 5...7: source += "</\(names[pick(names.count)].prefix { $0 != " " })>"
      default: source += noise[pick(noise.count)]
      }
    }
    let markup = Markup(parsing: [UInt8](source.utf8))
    check(markup)
    check(Markup(fragment: [UInt8](source.utf8), context: "td"))
    check(Markup(fragment: [UInt8](source.utf8), context: "template"))
    check(Markup(fragment: [UInt8](source.utf8), context: "math", namespace: .mathML))
  }

  /// Each node is its parent's child once, and its neighbours know it.
  private func check(_ markup: Markup) {
    for index in 0..<Int32(markup.nodeCount) {
      var previous: MarkupNode?
      for child in markup.children(MarkupNode(index: index)) {
        #expect(markup.parent(child)?.index == index)
        #expect(markup.previous(child) == previous)
        previous = child
      }
      #expect(markup.lastChild(MarkupNode(index: index)) == previous)
    }
  }
}
