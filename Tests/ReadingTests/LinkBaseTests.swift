import Document
import Testing

@testable import Reading

@Suite struct LinkBaseTests {
  /// Base, reference, where it leads, and of what kind it is.
  static let cases: [(String, String, String, Link.Kind)] = [
    ("https://a.example/x/y.html", "https://b.example/z", "https://b.example/z", .external),
    ("https://a.example/x/y.html", "https://A.example/z", "https://A.example/z", .internal),
    ("https://a.example/x/y.html", "z.html", "https://a.example/x/z.html", .internal),
    ("https://a.example/x/y.html", "../z.html#part", "https://a.example/z.html#part", .internal),
    ("https://a.example/x/y.html", "../../../z", "https://a.example/z", .internal),
    ("https://a.example/x/y.html?q=1#f", "?q=2", "https://a.example/x/y.html?q=2", .internal),
    ("https://a.example/x/y.html", "/z/./w/..", "https://a.example/z/", .internal),
    ("https://a.example", "z", "https://a.example/z", .internal),
    ("https://a.example/x", "//b.example/y", "https://b.example/y", .external),
    ("https://a.example/x", "#part", "#part", .fragment),
    ("https://a.example/x", "mailto:ann@example.org", "mailto:ann@example.org", .mail),
    ("https://a.example/x", "javascript:alert(1)", "javascript:alert(1)", .blocked),
    ("https://a.example/x", " java\tscript:alert(1)", "javascript:alert(1)", .blocked),
    ("https://a.example/x", "JavaScript:alert(1)", "JavaScript:alert(1)", .blocked),
    ("https://a.example/x", "data:text/html,x", "data:text/html,x", .blocked),
    ("https://a.example/x", "file:///etc/passwd", "file:///etc/passwd", .blocked),
    ("https://a.example/x", "ftp://b.example/y", "ftp://b.example/y", .blocked),
    ("docs/a.md", "b.md", "docs/b.md", .internal),
    ("docs/a.md", "sub/../b.md#part", "docs/b.md#part", .internal),
    ("docs/a.md", "my%20file.md", "docs/my file.md", .internal),
    ("docs/a.md", "../b.md", "../b.md", .blocked),
    ("docs/a.md", "sub/../../b.md", "sub/../../b.md", .blocked),
    ("docs/a.md", "%2e%2e/b.md", "%2e%2e/b.md", .blocked),
    ("docs/a.md", "%2Fetc/passwd", "%2Fetc/passwd", .blocked),
    ("docs/a.md", "/etc/passwd", "/etc/passwd", .blocked),
    ("docs/a.md", "a%00b", "a%00b", .blocked),
    ("docs/a.md", "~/b.md", "~/b.md", .blocked),
    ("docs/a.md", "", "", .blocked),
    ("docs/a.md", "..", "..", .blocked),
    ("docs/a.md", "//b.example/y", "https://b.example/y", .external),
    ("docs/a.md", "http://b.example", "http://b.example", .external),
    ("a.md", "b.md", "b.md", .internal),
    ("-", "b.md", "b.md", .blocked),
    ("-", "https://b.example", "https://b.example", .external),
  ]

  @Test("What a local document may not follow leads to the web where the document says that it came from there")
  func declaredAddresses() {
    let base = LinkBase(location: "docs/a.html").declared(at: "https://a.example/x/y.html")
    #expect(base.resolved("/z").kind == .blocked)
    #expect(base.webAddress("/z") == "https://a.example/z")
    #expect(base.webAddress("../z?q#part") == "https://a.example/z?q#part")
    #expect(base.webAddress("javascript:alert(1)") == nil && base.webAddress("file:///etc/passwd") == nil)
    #expect(base.resolved("z.html").href == "docs/z.html")
    #expect(LinkBase(location: "-").declared(at: nil).webAddress("/z") == nil)
    #expect(LinkBase(location: "-").declared(at: "javascript:alert(1)").webAddress("/z") == nil)
  }

  @Test(arguments: cases.indices)
  func resolves(_ at: Int) {
    let (base, reference, href, kind) = Self.cases[at]
    let found = LinkBase(location: base).resolved(reference)
    #expect(found.href == href && found.kind == kind, "\(reference) on \(base): \(found)")
  }
}
