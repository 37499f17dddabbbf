/// A value of JSON as pages carry it. The members of an object stand in the order of the source.
package enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// As written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  package struct Member: Sendable, Equatable {
    package var name: String
    package var value: JSONValue
  }

  /// The first member of that name; nil: it is no object, or has none.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// Text, or a number as it is written.
  package var text: String? {
    switch self {
    case .string(let text): text
    case .number(let text): text
    case .null, .bool, .array, .object: nil
    }
  }

  /// What an array holds; anything else is its own only element.
  package var elements: [JSONValue] {
    if case .array(let values) = self { return values }
    return [self]
  }
}

/// Reads JSON (RFC 8259) as leniently as pages need it: line ends in strings, commas at the end, what stands before and
/// after the value. Total: what breaks off ends where it breaks off. Nothing is read below a depth of `depthLimit`.
package struct JSONReader {
  private let bytes: [UInt8]
  private var at = 0
  /// No page nests what it says of itself deeper.
  private static let depthLimit = 64

  /// nil: no value begins in it.
  package static func value(in bytes: [UInt8]) -> JSONValue? {
    var reader = JSONReader(bytes: bytes)
    guard let start = bytes.firstIndex(where: { $0 == 0x7B || $0 == 0x5B }) else { return nil }
    reader.at = start
    return reader.value(depth: 0)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func value(depth: Int) -> JSONValue? {
    skipBlanks()
    guard at < bytes.count, depth < Self.depthLimit else { return nil }
    switch bytes[at] {
    case 0x7B: return object(depth: depth)
    case 0x5B: return array(depth: depth)
    case 0x22: return .string(string())
    case _: return word()
    }
  }

  private mutating func object(depth: Int) -> JSONValue {
    at += 1
    var members: [JSONValue.Member] = []
    while true {
      skipBlanks()
      guard at < bytes.count, bytes[at] == 0x22 else {
        if at < bytes.count, bytes[at] == 0x7D { at += 1 }
        return .object(members)
      }
      let name = string()
      skipBlanks()
      guard at < bytes.count, bytes[at] == 0x3A else { return .object(members) }
      at += 1
      guard let value = value(depth: depth + 1) else { return .object(members) }
      members.append(JSONValue.Member(name: name, value: value))
    }
  }

  private mutating func array(depth: Int) -> JSONValue {
    at += 1
    var values: [JSONValue] = []
    while true {
      skipBlanks()
      guard at < bytes.count else { return .array(values) }
      if bytes[at] == 0x5D {
        at += 1
        return .array(values)
      }
      guard bytes[at] != 0x7D, bytes[at] != 0x3A, let value = value(depth: depth + 1) else { return .array(values) }
      values.append(value)
    }
  }

  /// Blanks and commas: where commas stand tells nothing that is needed.
  private mutating func skipBlanks() {
    while at < bytes.count, bytes[at] <= 0x20 || bytes[at] == 0x2C { at += 1 }
  }

  /// A number, `true`, `false` or `null`; nil: none of these.
  private mutating func word() -> JSONValue? {
    let start = at
    while at < bytes.count, Self.isWordByte(bytes[at]) { at += 1 }
    guard at > start else { return nil }
    switch String(decoding: bytes[start..<at], as: UTF8.self) {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    case let word: return .number(word)
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
    case _: false
    }
  }

  private mutating func string() -> String {
    at += 1
    var text: [UInt8] = []
    while at < bytes.count, bytes[at] != 0x22 {
      if bytes[at] == 0x5C {
        at += 1
        escape(to: &text)
      } else {
        text.append(bytes[at])
        at += 1
      }
    }
    at = min(at + 1, bytes.count)
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func escape(to text: inout [UInt8]) {
    guard at < bytes.count else { return }
    let byte = bytes[at]
    at += 1
    switch byte {
    case 0x62, 0x66: text.append(0x20)
    case 0x6E: text.append(0x0A)
    case 0x72: text.append(0x0D)
    case 0x74: text.append(0x09)
    case 0x75:
      guard var code = unit() else { return }
      if code & 0xFC00 == 0xD800, at + 1 < bytes.count, bytes[at] == 0x5C, bytes[at + 1] == 0x75 {
        at += 2
        code = unit().map { 0x10000 + (code & 0x3FF) << 10 + $0 & 0x3FF } ?? 0xFFFD
      }
      text += Array(String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
    case _: text.append(byte)
    }
  }

  /// Four hexadecimal digits.
  private mutating func unit() -> UInt32? {
    guard at + 4 <= bytes.count, let code = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
    else { return nil }
    at += 4
    return code
  }
}
