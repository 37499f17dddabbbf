import Testing

@testable import Document

struct DisplayedAddressTests {
  @Test(arguments: [
    ("https://example.org/a?b#c", "https://example.org/a?b#c"),
    ("https://аpple.example/", "https://аpple.example/ (xn--pple-43d.example)"),
    ("https://xn--pple-43d.example/", "https://xn--pple-43d.example/ (аpple.example)"),
    ("https://bank.example@evil.example/", "https://bank.example@evil.example/ (leads to evil.example)"),
    ("https://bank.example:x@evil.example:80/", "https://bank.example:x@evil.example:80/ (leads to evil.example)"),
    ("https://example.org/@user", "https://example.org/@user"),
    ("https://evil.example\\@bank.example/", "https://evil.example\\@bank.example/"),
    ("mailto:a@b.example", "mailto:a@b.example"), ("-rf /", "-rf /"), ("$(reboot)", "$(reboot)"), ("", ""),
  ])
  func theTrueHostStandsBesideADoubtfulOne(_ address: String, _ shown: String) {
    #expect(displayed(address) == shown)
  }

  @Test func aLongOneIsShownByItsEnds() {
    let long = "https://a.example/" + String(repeating: "x", count: 9000) + "end"
    #expect(displayed(long).count == 401)
    #expect(displayed(long).hasPrefix("https://a.example/xx") && displayed(long).hasSuffix("xxend"))
    let short = "https://a.example/" + String(repeating: "x", count: 382)
    #expect(displayed(short) == short)
  }

  @Test func nothingInItIsAControl() {
    let hostile = "https://a.example/\u{1B}]0;x\u{07}\u{9B}2J\r\n\u{202E}moc\u{200B}"
    for scalar in displayed(hostile).unicodeScalars {
      #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
      #expect(scalar.value != 0x202E)
    }
  }
}
