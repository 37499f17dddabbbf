import Testing

@testable import Document

@Suite("Parts of a URL")
struct URLPartsTests {
  @Test(
    "The site is the host without user, port and www.",
    arguments: [
      ("https://www.example.org/a", "example.org"), ("HTTP://Example.org:8080", "example.org"),
      ("http://ann:secret@news.example.org/", "news.example.org"), ("http://[::1]:80/x", "[::1]"),
      ("https://example.org?q#f", "example.org"),
    ])
  func site(url: String, site: String) {
    #expect(URLParts(url)?.site == site)
    #expect(URLParts(url)?.isWeb == true)
  }

  @Test(
    "What is no web address has no site",
    arguments: ["article.html", "mailto:ann@example.org", "https://", "1http://x"])
  func none(url: String) {
    #expect(URLParts(url)?.isWeb != true)
  }

  @Test("A saved page is of the site that it names")
  func saved() {
    func article(_ location: String, url: String?) -> Article {
      Article(
        origin: Origin(location: location, mediaType: "text/html", charset: "utf-8", bytes: 0),
        metadata: Metadata(url: url), pieces: [], extent: 0)
    }
    #expect(article("page.html", url: "https://www.example.org/a").site == "example.org")
    #expect(article("https://example.net/", url: "https://example.org/a").site == "example.net")
    #expect(article("page.html", url: nil).site == nil)
  }
}
