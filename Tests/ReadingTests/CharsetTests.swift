import Testing

@testable import Reading

@Suite struct CharsetTests {
  private static func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit))
      return isBigEndian ? [high, low] : [low, high]
    }
  }

  private static func utf32(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar -> [UInt8] in
      let bytes = (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> UInt32(8 * $0)) }
      return isBigEndian ? bytes.reversed() : bytes
    }
  }

  private static let sentence = "Zürich, naïve œuvre – “so” 漢字 😀, and more words in plain letters here."

  /// Bytes, what was declared, and the charset that is found.
  static let detections: [(name: String, bytes: [UInt8], declared: String?, charset: Charset)] = [
    ("nothing", [], nil, .utf8),
    ("ASCII", Array("plain words".utf8), nil, .utf8),
    ("ASCII declared otherwise", Array("plain words".utf8), "koi8-r", .legacy("koi8-r")),
    ("UTF-8", Array(sentence.utf8), nil, .utf8),
    ("UTF-8 declared Latin", Array(sentence.utf8), "iso-8859-1", .utf8),
    ("UTF-8 marked", [0xEF, 0xBB, 0xBF] + Array("words".utf8), nil, .utf8),
    ("UTF-16 marked", [0xFF, 0xFE] + utf16(sentence, isBigEndian: false), nil, .utf16LE),
    ("UTF-16 marked, big", [0xFE, 0xFF] + utf16(sentence, isBigEndian: true), nil, .utf16BE),
    ("UTF-16 unmarked", utf16("Plain words in English.", isBigEndian: false), nil, .utf16LE),
    ("UTF-16 unmarked, big", utf16("Plain words in English.", isBigEndian: true), nil, .utf16BE),
    ("UTF-32 unmarked", utf32("Plain words in English.", isBigEndian: false), nil, .utf32LE),
    ("UTF-32 unmarked, big", utf32("Plain words in English.", isBigEndian: true), nil, .utf32BE),
    ("UTF-32 marked", [0xFF, 0xFE, 0, 0] + utf32(sentence, isBigEndian: false), nil, .utf32LE),
    ("windows-1252", [0x5A, 0xFC, 0x72, 0x69, 0x63, 0x68, 0x20, 0x93, 0x73, 0x6F, 0x94], nil, .windows1252),
    ("UTF-8 with a slip", Array("naïve œuvre – so ".utf8) + [0xFF] + Array(" on".utf8), nil, .utf8),
    ("declared", [0xCF, 0xF0, 0xE8], "windows-1251", .legacy("windows-1251")),
  ]

  @Test(arguments: detections.indices)
  func detects(_ at: Int) {
    let row = Self.detections[at]
    #expect(
      Charset.detected(in: row.bytes, declared: row.declared, isWhole: true) == row.charset, "\(row.name)")
  }

  @Test func sampleMayEndInsideOfACharacter() {
    let bytes = Array(String(repeating: "a", count: 30).utf8) + [0xE2, 0x80]
    #expect(Charset.detected(in: bytes, isWhole: false) == .utf8)
    #expect(Charset.detected(in: bytes, isWhole: true) == .windows1252)
  }

  @Test func wideEncodingsComeBackWhole() {
    let text = Array(Self.sentence.utf8)
    for isBig in [false, true] {
      let mark: [UInt8] = isBig ? [0xFE, 0xFF] : [0xFF, 0xFE]
      let bytes = Self.utf16(Self.sentence, isBigEndian: isBig)
      #expect(transcoded(bytes, from: isBig ? .utf16BE : .utf16LE).text == text)
      #expect(transcoded(mark + bytes, from: isBig ? .utf16BE : .utf16LE).text == text)
      let wide = Self.utf32(Self.sentence, isBigEndian: isBig)
      #expect(transcoded(wide, from: isBig ? .utf32BE : .utf32LE).text == text)
    }
  }

  @Test func brokenWideUnitsAreReplaced() {
    // A lone surrogate, and half a unit.
    #expect(transcoded([0x00, 0xD8, 0x41, 0x00, 0x42], from: .utf16LE).text == Array("\u{FFFD}A\u{FFFD}".utf8))
    #expect(transcoded([0, 0x11, 0, 0, 0, 0, 0, 0x41], from: .utf32BE).text == Array("\u{FFFD}A".utf8))
  }

  @Test func windows1252HasItsQuotesAndTheEuro() {
    let bytes: [UInt8] = [0x80, 0x93, 0x61, 0x94, 0x97, 0xE9, 0x81]
    #expect(transcoded(bytes, from: .windows1252).text == Array("€“a”—é\u{81}".utf8))
  }

  @Test func iconvReadsOthersAndSaysWhatItCannot() {
    let cyrillic = transcoded([0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], from: .legacy("windows-1251"))
    #expect(cyrillic.text == Array("Привет".utf8) || cyrillic.notice != nil)
    let unknown = transcoded([0x41, 0xE9], from: .legacy("no-such-charset"))
    #expect(unknown.text == Array("Aé".utf8))
    #expect(unknown.notice?.contains("no-such-charset") == true)
  }

  @Test func labels() {
    #expect(Charset(label: "UTF-8") == .utf8)
    #expect(Charset(label: "ISO-8859-1") == .windows1252)
    #expect(Charset(label: "\"Shift_JIS\"") == .legacy("shift_jis"))
  }

  @Test func repairReplacesEachBrokenPart() {
    // WHATWG Encoding: one U+FFFD for a maximal part of a sequence.
    let cases: [(bytes: [UInt8], text: String)] = [
      ([0x61, 0xFF, 0x62], "a\u{FFFD}b"), ([0xE2, 0x82], "\u{FFFD}"), ([0xE2, 0x82, 0x61], "\u{FFFD}a"),
      ([0xF0, 0x9F, 0x98], "\u{FFFD}"), ([0xC0, 0xAF], "\u{FFFD}\u{FFFD}"),
      ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"), ([0x80], "\u{FFFD}"),
    ]
    for (bytes, text) in cases {
      #expect(repairedUTF8(bytes) == Array(text.utf8))
      #expect(repairedUTF8(bytes) == Array(String(decoding: bytes, as: UTF8.self).utf8))
      #expect(!isValidUTF8(bytes))
    }
  }

  @Test func binariesAreNamed() {
    let names: [([UInt8], String?)] = [
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG image"), (Array("%PDF-1.7\n".utf8), "a PDF document"),
      ([0x50, 0x4B, 0x03, 0x04, 0x14], "a ZIP archive (or an office document, or an EPUB)"),
      ([0x7F, 0x45, 0x4C, 0x46, 2], "an ELF program"), (Array("abc\0\0\0\0def".utf8), "binary data"),
      (Array(repeating: 3, count: 50), "binary data"), (Array("plain \u{1B}[1mwords".utf8), nil), ([], nil),
    ]
    for (bytes, name) in names { #expect(BinaryKind.detected(in: bytes, charset: .utf8) == name) }
    let wide = Self.utf16("Plain words", isBigEndian: false)
    #expect(BinaryKind.detected(in: wide, charset: .utf16LE) == nil)
  }

  @Test func mediaTypes() {
    let cases: [(MediaType?, String, String, MediaType)] = [
      (nil, "a.txt", "<html>", .text), (nil, "a.md", "", .markdown), (nil, "dir.md/a", "words", .text),
      (nil, "a.HTML.gz", "", .html), (.markdown, "a.html", "", .markdown), (nil, "-", "  <!DOCTYPE html><p>x", .html),
      (nil, "-", "<?xml version='1.0'?>\n<html>", .html), (nil, "-", "# One\n\nA [link](x).\n", .markdown),
      (nil, "-", "# One\n\nwords", .text), (nil, "https://example.org/a.html?x=.md", "", .html),
    ]
    for (declared, location, text, type) in cases {
      #expect(
        MediaType.detected(declared: declared, location: location, sample: Array(text.utf8)) == type, "\(location)")
    }
    #expect(MediaType(declared: "text/html; charset=utf-8") == .html)
    #expect(MediaType(declared: "image/png") == nil)
  }
}
