/// JSON as bytes, written value by value; commas come by themselves.
struct JSONText {
  /// What was written so far; whoever takes it away leaves it empty.
  var bytes: [UInt8] = []
  private var needsComma = false

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends what was written so far to `others`; the state stays.
  mutating func move(to others: inout [UInt8]) {
    others.append(contentsOf: bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func beginObject() { open(UInt8(ascii: "{")) }
  mutating func endObject() { close(UInt8(ascii: "}")) }
  mutating func beginArray() { open(UInt8(ascii: "[")) }
  mutating func endArray() { close(UInt8(ascii: "]")) }

  mutating func key(_ name: String) {
    value(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func value(_ text: String?) {
    guard var text else { return null() }
    separate()
    text.withUTF8 { appendQuoted($0) }
  }

  /// UTF-8.
  mutating func value(_ text: ArraySlice<UInt8>) {
    separate()
    text.withUnsafeBufferPointer { appendQuoted($0) }
  }

  mutating func value(_ number: Int?) {
    guard let number else { return null() }
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// A number that is none becomes null.
  mutating func value(_ number: Double) {
    guard number.isFinite else { return null() }
    separate()
    bytes.append(contentsOf: number.description.utf8)
  }

  mutating func value(_ fact: Bool) {
    separate()
    bytes.append(contentsOf: (fact ? "true" : "false").utf8)
  }

  mutating func value(_ range: Range<Int>) {
    beginArray()
    value(range.lowerBound)
    value(range.upperBound)
    endArray()
  }

  mutating func value(_ texts: [String]) {
    beginArray()
    for text in texts { value(text) }
    endArray()
  }

  mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// An array whose elements, with their commas, were written elsewhere.
  mutating func array(_ name: String, _ elements: [UInt8]) {
    key(name)
    beginArray()
    bytes.append(contentsOf: elements)
    endArray()
  }

  mutating func field(_ name: String, _ text: String?) {
    key(name)
    value(text)
  }

  mutating func field(_ name: String, _ number: Int?) {
    key(name)
    value(number)
  }

  mutating func field(_ name: String, _ texts: [String]) {
    key(name)
    value(texts)
  }

  mutating func field(_ name: String, _ range: Range<Int>) {
    key(name)
    value(range)
  }

  /// Before a value, a key or an opening bracket.
  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  /// RFC 8259 §7.
  private mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    for index in text.indices where text[index] < 0x20 || text[index] == 0x22 || text[index] == 0x5C {
      bytes.append(contentsOf: text[start..<index])
      appendEscape(text[index])
      start = index + 1
    }
    bytes.append(contentsOf: text[start..<text.count])
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }
}
