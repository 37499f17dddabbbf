import Document
import Testing

@testable import Reading

private func metadata(_ page: String) -> Metadata {
  HTMLPage.read(Array(page.utf8), base: LinkBase(location: "https://courier.example/a")).metadata
}

struct JSONReaderTests {
  private func value(_ text: String) -> JSONValue? { JSONReader.value(in: Array(text.utf8)) }

  @Test func valuesOfAllKinds() {
    let read = value(#"{"a": [1, -2.5e3, true, false, null, "x\n\u00e9\ud83d\ude00\/"], "b": {}}"#)
    #expect(
      read?["a"]
        == .array([
          .number("1"), .number("-2.5e3"), .bool(true), .bool(false), .null, .string("x\né😀/"),
        ]))
    #expect(read?["b"] == .object([]))
    #expect(read?["c"] == nil)
  }

  @Test func whatPagesGetWrongIsReadAllTheSame() {
    #expect(value("<!-- {\"a\": \"line\nend\",} -->")?["a"] == .string("line\nend"))
    #expect(value("[1, 2")?.elements == [.number("1"), .number("2")])
    #expect(value("{\"a\" 1}") == .object([]))
    #expect(value(#"{"a": "\ud83d"}"#)?["a"]?.text == "\u{FFFD}")
    #expect(value("no json") == nil)
  }

  @Test func depthIsBounded() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(value(deep) != nil)
    #expect(value(String(repeating: "{\"a\":", count: 100_000)) != nil)
  }
}

struct MetaContentTests {
  @Test func ofEqualNamesTheFirstSpeaks() {
    let page =
      "<meta name=DC.Title content='Ice'><meta property=dc.title content='Snow'><meta name=description content=Cold>"
    #expect(metadata(page).title == "Ice")
    #expect(metadata(page).description == "Cold")
  }

  @Test func namesBeyondThoseOfAnyPageAreNotKept() {
    let names = (0..<400).map { "<meta name=n\($0) content=x>" }.joined()
    #expect(metadata(names + "<meta name=description content=Cold>").description == nil)
    #expect(metadata("<meta name=description content=Cold>" + names).description == "Cold")
  }
}

struct DateTests {
  @Test(arguments: [
    ("2017-03-21", "2017-03-21"), ("2017-3-2T05:00:00-05:00", "2017-03-02T05:00:00-05:00"),
    ("2017-03-21 05:00 UTC", "2017-03-21T05:00Z"), ("2017-03-21T05:00:00.123+0100", "2017-03-21T05:00:00+01:00"),
    ("20170321", "2017-03-21"), ("2017/3/21", "2017-03-21"), ("March 21, 2017", "2017-03-21"),
    ("Tue, 21 Mar 2017 05:00:00 GMT", "2017-03-21"), ("21. März 2017", "2017-03-21"),
  ]) func datesAreWrittenAlike(text: String, wanted: String) {
    #expect(isoDate(text) == wanted)
  }

  @Test(arguments: ["", "soon", "2017-13-01", "1234-01-01", "12 of 30 comments"])
  func whatIsNoDate(text: String) { #expect(isoDate(text) == nil) }
}

struct PageTitleTests {
  @Test(arguments: [
    (["Ice in harbours"], ["Ice in harbours | The Courier"], "Ice in harbours"),
    (["The Courier", "Ice in the old harbours"], ["Ice in harbours - The Courier"], "Ice in the old harbours"),
    (["Opinion Ice in the harbours of old"], ["Ice in the harbours of old"], "Ice in the harbours of old"),
    (["Opinion | Ice in the harbours of old"], ["Ice there"], "Ice in the harbours of old"),
  ]) func theHeadingThatTheHeadSpeaksFor(headings: [String], heads: [String], wanted: String) {
    #expect(PageTitle(site: "The Courier").heading(of: headings, heads: heads) == wanted)
  }

  @Test func aHeadingThatNothingSpeaksForIsNone() {
    #expect(PageTitle(site: "The Courier").heading(of: ["The Courier"], heads: ["Ice in harbours"]) == nil)
    #expect(PageTitle(site: nil).heading(of: ["Menu", "Search"], heads: ["Ice in harbours"]) == nil)
  }

  @Test(arguments: [
    ("Ice in harbours | The Courier", "Ice in harbours"), ("Ice in harbours – News – The Courier", "Ice in harbours"),
    ("Ice-cold: a history of winter", "Ice-cold: a history of winter"), ("A - B", "A"),
  ]) func theSitesNameIsNoPartOfATitle(title: String, wanted: String) {
    #expect(PageTitle(site: "The Courier").withoutSite(title) == wanted)
  }
}

struct PageNamesTests {
  private let names = PageNames(publications: ["thecourier"])

  @Test func listsOfNames() {
    #expect(names.names(in: ["By Ann Lee, Bo Park and Cy Moss"], isList: true) == ["Ann Lee", "Bo Park", "Cy Moss"])
    #expect(names.names(in: ["Ann Lee, The Evening Post"], isList: false) == ["Ann Lee"])
    #expect(names.names(in: ["Ann Lee | The Evening Post"], isList: true) == ["Ann Lee"])
    #expect(names.names(in: ["The Courier", "Ann Lee"], isList: true) == ["Ann Lee"])
    #expect(names.names(in: ["https://courier.example/ann"], isList: true).isEmpty)
    #expect(names.names(in: ["Harbour Watch"], isList: true) == ["Harbour Watch"])
  }

  @Test(arguments: [
    (["By", "Ann Lee", "and", "Bo Park", "12 May 2020"], ["Ann Lee", "Bo Park"]),
    (["Written by: Ann Lee", "Senior Editor"], ["Ann Lee"]),
    (["Ann Lee", "Published", "Harbour Town"], ["Ann Lee"]),
    (["12 May 2020", "Ann Lee"], ["Ann Lee"]),
    (["Read more", "posts"], []),
  ]) func piecesOfABylines(pieces: [String], wanted: [String]) {
    #expect(names.names(inByline: pieces) == wanted)
  }
}

struct PageMetadataTests {
  @Test func linkedDataOfAnArticle() {
    let data = metadata(
      """
      <html lang=en><title>Ice | The Courier</title><script type="application/ld+json">
      {"@context": "https://schema.org", "@graph": [
        {"@type": "WebPage", "datePublished": "2019-01-01"},
        {"@type": ["NewsArticle"], "headline": "Ice &amp; harbours", "author": [{"@id": "#ann"}, "Bo Park"],
         "datePublished": "2020-05-12T08:00:00+02:00", "dateModified": "2020-05-13",
         "publisher": {"@type": "Organization", "name": "The Courier"}, "image": {"url": "https://courier.example/i.jpg"}},
        {"@id": "#ann", "@type": "Person", "name": "Ann Lee"},
        {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Another"}]}]}
      </script><p>Text.
      """)
    #expect(data.title == "Ice & harbours")
    #expect(data.bylines == ["Ann Lee", "Bo Park"])
    #expect(data.published == "2020-05-12T08:00:00+02:00")
    #expect(data.modified == "2020-05-13")
    #expect(data.publisher == "The Courier")
    #expect(data.image == "https://courier.example/i.jpg")
    #expect(data.language == "en")
    #expect(data.origins["published"] == "JSON-LD")
  }

  @Test func whatAReaderSeesSpeaksWhereTheHeadIsSilent() {
    let data = metadata(
      """
      <title>The ice in our harbours - Courier</title><link rel=canonical href="https://courier.example/2020/05/11/ice">
      <h1>The ice in our harbours</h1><div class="articleByline">By <a href=/ann>Ann Lee</a> <span>Reporter</span></div>
      <p>Updated on May 12, 2020<p>Text.
      """)
    #expect(data.title == "The ice in our harbours")
    #expect(data.bylines == ["Ann Lee"])
    #expect(data.published == "2020-05-12")
    #expect(data.url == "https://courier.example/2020/05/11/ice")
    #expect(data.origins["bylines"] == "a line with a name")
  }

  @Test func microdataAndAddresses() {
    let data = metadata(
      """
      <link rel=canonical href="https://courier.example/2020/05/11/ice"><h1>Ice in our old harbours</h1>
      <span itemprop=author itemscope><span itemprop=name>Ann Lee</span></span>
      """)
    #expect(data.bylines == ["Ann Lee"])
    #expect(data.published == "2020-05-11")
    let marked = metadata("<div itemprop=datePublished content='2020-05-12'>yesterday</div><p>Text.")
    #expect(marked.published == "2020-05-12")
  }

  @Test(arguments: [("19:05", "2025-12-18T19:05:00-08:00"), ("18:05", "2025-12-19T03:05:00+00:00")])
  func theDayIsThatOfThoseWhoPublishedIt(_ time: String, _ published: String) {
    let page = """
      <meta property="article:published_time" content="2025-12-19T03:05:00+00:00"><h1>Ice</h1>
      <time datetime="2025-12-18T\(time):00-08:00">Thursday</time><p>Text
      """
    #expect(metadata(page).published == published)
  }
}

struct AuthorTests {
  @Test(
    "Whom the page names, and not what is glued to the name or only looks like one",
    arguments: [
      ("<p itemprop=author><span>Ann Lee</span><span>City Columnist</span></p>", ["Ann Lee"]),
      ("<p itemprop=author><span>By</span> <b>Ann Lee</b></p>", ["Ann Lee"]),
      ("<p itemprop=author><b>Ann Lee</b> and <b>Bo Park</b></p>", ["Ann Lee", "Bo Park"]),
      ("<meta name='twitter:label1' content='Est. reading time'><meta name='twitter:data1' content='1 minute'>", []),
      ("<meta name='twitter:data1' content='Ann Lee'>", ["Ann Lee"]),
      ("<div class=author-bar><b>Text Size</b></div>", []),
    ]) func authors(page: String, wanted: [String])
  {
    #expect(metadata(page).bylines == wanted)
  }
}
