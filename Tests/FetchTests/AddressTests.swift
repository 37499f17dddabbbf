import Document
import Testing

@testable import Fetch

struct AddressTests {
  @Test(
    arguments: [
      ("http://", .noHost), ("https:///path", .noHost), ("http://a b/", .badHost), ("http://-x.example/", .badHost),
      ("http://a.example:0/", .badPort), ("http://a.example:99999/", .badPort), ("http://a.example:x/", .badPort),
      ("http://user@a.example/", .userName), ("http://good.example\\@evil.example/", .userName),
      ("http://a.example/\u{1B}[2J", .control), ("http://a.example/\n", .control),
      ("http://a.example/\u{9B}2J", .control),
      ("http://$(reboot)/", .badHost), ("http://a.example;reboot/", .badHost), ("http://%41/", .badHost),
      ("http://[::1/", .badHost), ("http://[zz]/", .badHost), ("ftp://a.example/", .notWeb), ("-x", .notWeb),
      ("http://a.example/" + String(repeating: "a", count: 9000), .tooLong), ("http://a\u{200B}.example/", .badHost),
    ] as [(String, WebAddress.Flaw)])
  func whatIsNoAddressIsNotFetched(_ text: String, _ flaw: WebAddress.Flaw) {
    #expect(throws: flaw) { try WebAddress(text) }
    guard case .failed(.network(_, .badAddress(let words))) = Fetching.load(text).end else {
      Issue.record("it was fetched")
      return
    }
    #expect(words == flaw.words)
  }

  @Test(arguments: [
    ("HTTP://Example.ORG", "http://example.org/"), ("https://a.example:8080/x#y", "https://a.example:8080/x"),
    ("http://a.example?q", "http://a.example/?q"), ("http://a.example/a b\"c", "http://a.example/a%20b%22c"),
    ("http://a.example/%41;$(x)`y`|z", "http://a.example/%41;$(x)%60y%60%7Cz"),
    ("http://[2001:DB8::1]:80/", "http://[2001:db8::1]:80/"), ("http://a.example:/", "http://a.example/"),
    ("http://a.example/ü", "http://a.example/%C3%BC"), ("http://a.example/#f#g", "http://a.example/"),
  ])
  func anAddressIsAskedForAsItShouldBe(_ text: String, _ request: String) throws {
    #expect(try WebAddress(text).request == request)
  }

  @Test func theFragmentIsKept() throws {
    #expect(try WebAddress("http://a.example/#f#g").fragment == "f#g")
    #expect(try WebAddress("http://a.example/").fragment == nil)
    #expect(try WebAddress("http://a.example/#").fragment == "")
  }
}
