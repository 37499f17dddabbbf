/// Writes the fields of a message.
struct FieldWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ byte: UInt8) { bytes.append(byte) }

  /// In so many bytes, big end first; a negative number as 0.
  mutating func put(number: Int, bytes count: Int = 8) {
    let number = max(number, 0)
    for index in (0..<count).reversed() { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }

  /// With its length; what is longer than a text may be is cut.
  mutating func put(_ text: String) {
    let utf8 = text.utf8.prefix(FieldReader.textLimit)
    put(number: utf8.count, bytes: 4)
    bytes += utf8
  }

  /// A flag, and the text behind it.
  mutating func put(optional text: String?) {
    put(text == nil ? 0 : 1)
    if let text { put(text) }
  }

  mutating func put(optional number: Int?) {
    put(number == nil ? 0 : 1)
    if let number { put(number: number) }
  }
}

/// Reads the fields of a message, whatever they hold.
struct FieldReader {
  /// Bytes of a text at most: a header field or an address, never a body.
  static let textLimit = 1 << 14

  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  mutating func byte() throws(WireError) -> UInt8 {
    guard let byte = rest.popFirst() else { throw .badField }
    return byte
  }

  mutating func flag() throws(WireError) -> Bool {
    let byte = try byte()
    guard byte <= 1 else { throw .badField }
    return byte == 1
  }

  /// Not negative.
  mutating func number(bytes count: Int = 8) throws(WireError) -> Int {
    guard rest.count >= count else { throw .badField }
    var value: UInt64 = 0
    for byte in rest.prefix(count) { value = value << 8 | UInt64(byte) }
    rest = rest.dropFirst(count)
    guard let number = Int(exactly: value) else { throw .badField }
    return number
  }

  /// Broken UTF-8 is repaired.
  mutating func text() throws(WireError) -> String {
    let count = try number(bytes: 4)
    guard count <= Self.textLimit, count <= rest.count else { throw .badField }
    defer { rest = rest.dropFirst(count) }
    return String(decoding: rest.prefix(count), as: UTF8.self)
  }

  mutating func optionalText() throws(WireError) -> String? { try flag() ? try text() : nil }

  mutating func optionalNumber() throws(WireError) -> Int? { try flag() ? try number() : nil }

  /// All that is left.
  mutating func remainder() -> [UInt8] {
    defer { rest = [] }
    return Array(rest)
  }

  /// Nothing may be left over.
  func end() throws(WireError) {
    guard rest.isEmpty else { throw .badField }
  }
}
