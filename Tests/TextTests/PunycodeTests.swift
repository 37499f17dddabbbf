import Testing

@testable import Text

struct PunycodeTests {
  /// Names of hosts, and what RFC 3492's procedure makes of them.
  private static let pairs = [
    ("münchen.example", "xn--mnchen-3ya.example"), ("bücher.example", "xn--bcher-kva.example"),
    ("例え.example", "xn--r8jz45g.example"), ("пример.example", "xn--e1afmkfd.example"),
    ("аpple.example", "xn--pple-43d.example"), ("a.example", "a.example"), ("", ""), ("ü", "xn--tda"),
    ("☃.example", "xn--n3h.example"),
  ]

  @Test(arguments: pairs) func namesAreWrittenInASCIIAndBack(_ written: String, _ ascii: String) {
    #expect(Punycode.ascii(host: written) == ascii)
    #expect(Punycode.unicode(host: ascii) == written)
  }

  @Test(arguments: ["xn--\u{FC}", "xn--99999999", "xn--a-b!c", "xn--" + String(repeating: "z", count: 80)])
  func whatIsNonePassesForNothing(_ host: String) {
    #expect(Punycode.unicode(host: host) == nil)
  }

  @Test func anyLabelsComeBackAsTheyWere() {
    let seed = UInt64.random(in: 1...UInt64.max)
    var state = seed
    func next(_ limit: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % limit
    }
    for _ in 0..<2000 {
      var label = String.UnicodeScalarView()
      for _ in 0...next(12) {
        let value = [UInt32(0x61 + next(26)), UInt32(0xDF + next(0x2000)), UInt32(0x1F300 + next(300))][Int(next(3))]
        if let scalar = Unicode.Scalar(value) { label.append(scalar) }
      }
      let host = String(label)
      #expect(Punycode.ascii(host: host).flatMap(Punycode.unicode) == host, "seed \(seed)")
      // Any digits decode to something or to nothing, and never trap.
      _ = Punycode.unicode(host: "xn--" + String((0..<next(20)).map { _ in "abcxyz0189-"[Int(next(11))] }))
    }
  }
}

extension String {
  fileprivate subscript(_ place: Int) -> Character { self[index(startIndex, offsetBy: place)] }
}
