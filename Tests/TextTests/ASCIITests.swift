import Testing
import Text

struct ASCIITests {
  @Test func lettersAndDigitsAreThoseOfASCIIAlone() {
    let bytes = (0...255).map { UInt8($0) }
    let text = { (kept: [UInt8]) in String(decoding: kept, as: UTF8.self) }
    #expect(text(bytes.filter(isLetter)) == "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    #expect(text(bytes.filter(isUpper)) == "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    #expect(text(bytes.filter(isDigit)) == "0123456789")
    #expect(bytes.filter { lowered($0) != $0 } == bytes.filter(isUpper))
    #expect(text(bytes.filter(isUpper).map(lowered)) == "abcdefghijklmnopqrstuvwxyz")
  }

  @Test func whatIsNotKeptIsPercentEncoded() {
    #expect(percentEncoded("a b/é\u{1}%", keeping: isLetter) == "a%20b%2F%C3%A9%01%25")
    #expect(percentEncoded("", keeping: isLetter) == "")
  }
}
