import Testing

@testable import Document

struct TrackingTests {
  @Test(arguments: [
    ("https://a.example/x?utm_source=n&id=7&fbclid=Z#part", "https://a.example/x?id=7#part"),
    ("https://a.example/x?UTM_Medium=mail", "https://a.example/x"),
    ("https://a.example/?gclid=1#utm_source=2", "https://a.example/#utm_source=2"),
    ("http://a.example/x?q=utm_source&&b", "http://a.example/x?q=utm_source&&b"),
    ("https://a.example/x#?fbclid=1", "https://a.example/x#?fbclid=1"),
    ("page.html?utm_source=n", "page.html?utm_source=n"),
    ("mailto:a@b.example?fbclid=1", "mailto:a@b.example?fbclid=1"),
    ("https://a.example/utm_source=1", "https://a.example/utm_source=1"),
  ]) func onlyWhatTracksIsLeftOut(address: String, wanted: String) {
    #expect(withoutTracking(address) == wanted)
  }
}
