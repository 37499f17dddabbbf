import Testing

@testable import HTML

@Suite struct EncodingSnifferTests {
  private func sniff(_ page: String, label: String? = nil, after: [UInt8] = []) -> SniffedEncoding {
    EncodingSniffer.sniff([UInt8](page.utf8) + after, transportLabel: label)
  }

  @Test func marksComeFirst() {
    let page = [UInt8]("<meta charset=koi8-r>".utf8)
    #expect(
      EncodingSniffer.sniff([0xEF, 0xBB, 0xBF] + page, transportLabel: "latin1")
        == SniffedEncoding(name: "UTF-8", evidence: .byteOrderMark, markLength: 3))
    #expect(EncodingSniffer.sniff([0xFF, 0xFE, 0x3C, 0]).name == "UTF-16LE")
    #expect(EncodingSniffer.sniff([0xFE, 0xFF, 0, 0x3C]).name == "UTF-16BE")
  }

  @Test func transportComesBeforeThePage() {
    let found = sniff("<meta charset=koi8-r>", label: " Latin1 ")
    #expect(found == SniffedEncoding(name: "windows-1252", evidence: .transport))
    #expect(sniff("<meta charset=koi8-r>", label: "nonsense").name == "KOI8-R")
  }

  @Test(arguments: [
    ("<!doctype html><html><head><META CHARSET='Shift-JIS'>", "Shift_JIS"),
    ("<meta charset=utf-16le>", "UTF-8"), ("<meta charset=x-user-defined>", "windows-1252"),
    ("<meta http-equiv=content-type content='text/html; charset=\"big5\"'>", "Big5"),
    ("<meta content='text/html; charset = gb2312 ; x' http-equiv=Content-Type>", "GBK"),
    ("<!-- <meta charset=big5> --><meta charset=euc-kr>", "EUC-KR"),
    ("<!--><meta charset=euc-jp>", "EUC-JP"),
    ("<a title='<meta charset=big5>'><meta/charset=iso-8859-2>", "ISO-8859-2"),
    ("<?xml version='1.0' encoding=\"windows-1251\"?>", "windows-1251"),
    ("<meta charset=nonsense><meta charset=utf8>", "UTF-8"),
  ])
  func pagesDeclare(page: String, name: String) {
    #expect(sniff(page) == SniffedEncoding(name: name, evidence: .meta))
  }

  @Test(arguments: [
    "<meta content='text/html; charset=big5'>", "<metacharset=big5>", "<meta name=x content=y>", "<meta charset=>",
    "<!-- <meta charset=big5>", "<meta http-equiv=refresh content='1; charset=big5'>",
  ])
  func pagesDoNotDeclare(page: String) {
    #expect(sniff(page).evidence == .validUTF8)
  }

  @Test func onlyTheBeginningIsSearched() {
    let far = String(repeating: " ", count: EncodingSniffer.prescanLength - 20) + "<meta charset=koi8-r>"
    #expect(sniff(far).evidence == .validUTF8)
    let near = String(repeating: " ", count: EncodingSniffer.prescanLength - 21) + "<meta charset=koi8-r>"
    #expect(sniff(near).name == "KOI8-R")
  }

  @Test func bytesDecideLast() {
    #expect(sniff("caf\u{E9}").evidence == .validUTF8)
    #expect(sniff("caf", after: [0xE9, 0x0D]) == SniffedEncoding(name: "windows-1252", evidence: .locale))
    #expect(EncodingSniffer.sniff([0xE9], localeDefault: "windows-1251").name == "windows-1251")
    #expect(sniff("").name == "UTF-8")
  }

  @Test func labelsAreTheStandards() {
    #expect(EncodingSniffer.name(forLabel: [UInt8]("\tUnicode-1-1-UTF-8\n".utf8)) == "UTF-8")
    #expect(EncodingSniffer.name(forLabel: [UInt8]("visual".utf8)) == "ISO-8859-8")
    #expect(EncodingSniffer.name(forLabel: [UInt8]("elot_928".utf8)) == "ISO-8859-7")
    #expect(EncodingSniffer.name(forLabel: [UInt8]("hz-gb-2312".utf8)) == "replacement")
    #expect(EncodingSniffer.name(forLabel: [UInt8]("utf-7".utf8)) == nil)
    #expect(EncodingSniffer.name(forLabel: []) == nil)
  }

  @Test func whatIsNoUTF8IsReplaced() {
    func clean(_ bytes: [UInt8]) -> String { String(decoding: CleanText.clean(bytes), as: UTF8.self) }
    #expect(CleanText.clean([0x61, 0xFF, 0x62]) == [0x61, 0xEF, 0xBF, 0xBD, 0x62])
    #expect(clean([0xE2, 0x82, 0x41]) == "\u{FFFD}A")
    #expect(clean([0xED, 0xA0, 0x80]) == "\u{FFFD}\u{FFFD}\u{FFFD}")
    #expect(clean([0xF4, 0x90, 0x80, 0x80]) == "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}")
    #expect(clean([0xF0, 0x9F, 0x98, 0x80]) == "\u{1F600}")
    #expect(clean([0xC0, 0xAF, 0xE0, 0x80]) == "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}")
    #expect(clean([0xEF, 0xBB, 0xBF, 0x61]) == "a")
    #expect(CleanText.clean([UInt8]("a\r\nb\rc\n\r\r\nd\r".utf8)) == [UInt8]("a\nb\nc\n\n\nd\n".utf8))
  }
}
