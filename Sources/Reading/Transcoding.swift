import CSystem

/// `bytes` in UTF-8, without a byte order mark, and what the reader should be told of it.
package func transcoded(_ bytes: [UInt8], from charset: Charset) -> (text: [UInt8], notice: String?) {
  switch charset {
  case .utf8: (repairedUTF8(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]), nil)
  case .utf16LE: (fromUTF16(bytes, isBigEndian: false), nil)
  case .utf16BE: (fromUTF16(bytes, isBigEndian: true), nil)
  case .utf32LE: (fromUTF32(bytes, isBigEndian: false), nil)
  case .utf32BE: (fromUTF32(bytes, isBigEndian: true), nil)
  case .windows1252: (fromWindows1252(bytes), nil)
  case .legacy(let label): fromLegacy(bytes, label: label)
  }
}

/// U+FFFD.
private let replacement: UInt32 = 0xFFFD

private func append(_ value: UInt32, to text: inout [UInt8]) {
  if value < 0x80 {
    text.append(UInt8(truncatingIfNeeded: value))
  } else if value < 0x800 {
    text.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
    text.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
  } else if value < 0x10000 {
    text.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
    text.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
    text.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
  } else {
    text.append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
    text.append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
    text.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
    text.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
  }
}

private func fromUTF16(_ bytes: [UInt8], isBigEndian: Bool) -> [UInt8] {
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count)
  let count = bytes.count / 2
  func unit(_ at: Int) -> UInt32 {
    let (a, b) = (UInt32(bytes[2 * at]), UInt32(bytes[2 * at + 1]))
    return isBigEndian ? a << 8 | b : b << 8 | a
  }
  var at = 0
  while at < count {
    let first = unit(at)
    at += 1
    if at == 1 && first == 0xFEFF { continue }
    guard 0xD800...0xDFFF ~= first else {
      append(first, to: &text)
      continue
    }
    if first < 0xDC00, at < count, 0xDC00...0xDFFF ~= unit(at) {
      append(0x10000 + (first - 0xD800) << 10 + (unit(at) - 0xDC00), to: &text)
      at += 1
    } else {
      append(replacement, to: &text)
    }
  }
  if bytes.count % 2 == 1 { append(replacement, to: &text) }
  return text
}

private func fromUTF32(_ bytes: [UInt8], isBigEndian: Bool) -> [UInt8] {
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count / 2)
  for at in stride(from: 0, to: bytes.count - bytes.count % 4, by: 4) {
    let parts = (0..<4).map { UInt32(bytes[at + (isBigEndian ? $0 : 3 - $0)]) }
    let value = parts.reduce(0) { $0 << 8 | $1 }
    if at == 0 && value == 0xFEFF { continue }
    append(Unicode.Scalar(value) == nil ? replacement : value, to: &text)
  }
  if bytes.count % 4 != 0 { append(replacement, to: &text) }
  return text
}

/// What windows-1252 has at 0x80…0x9F (WHATWG Encoding, index-windows-1252); elsewhere a byte is its scalar.
private let windows1252High: [UInt32] = [
  0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
  0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
  0x017E, 0x0178,
]

private func fromWindows1252(_ bytes: [UInt8]) -> [UInt8] {
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count + bytes.count / 8)
  for byte in bytes {
    if byte < 0x80 {
      text.append(byte)
    } else {
      append(byte < 0xA0 ? windows1252High[Int(byte - 0x80)] : UInt32(byte), to: &text)
    }
  }
  return text
}

/// By the system's iconv. Where it does not know the charset, or has no table for it, windows-1252 and a notice.
private func fromLegacy(_ bytes: [UInt8], label: String) -> (text: [UInt8], notice: String?) {
  let converter = iconv_open("UTF-8", label)
  guard let converter, Int(bitPattern: converter) != -1 else {
    return (
      fromWindows1252(bytes),
      "This system cannot read the charset \(label); the text is shown as windows-1252. Convert it to UTF-8 first."
    )
  }
  defer { iconv_close(converter) }
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count * 2)
  var input = bytes.map { CChar(bitPattern: $0) }
  input.withUnsafeMutableBufferPointer { buffer in
    var next = buffer.baseAddress
    var left = buffer.count
    while left > 0 {
      let before = left
      convertPortion(converter, &next, &left, &text)
      if left == before {
        append(replacement, to: &text)
        next = next.map { $0 + 1 }
        left -= 1
      }
    }
  }
  return (repairedUTF8(text), nil)
}

/// One call of iconv; it stops at the end, at a full output, and at what it cannot read.
private func convertPortion(
  _ converter: iconv_t, _ next: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, _ text: inout [UInt8]
) {
  let room = 1 << 15
  let portion = [UInt8](unsafeUninitializedCapacity: room) { output, count in
    output.withMemoryRebound(to: CChar.self) { output in
      var end = output.baseAddress
      var free = room
      _ = iconv(converter, &next, &left, &end, &free)
      count = room - free
    }
  }
  text += portion
}
