/// OSC 52: text handed to the terminal's clipboard.
enum Clipboard {
  /// xterm and tmux take about 100 KB of base64; what is longer is cut by some and dropped by others.
  static let limit = 74_994

  /// The sequence for a text, cut at a scalar's boundary where it is too long.
  static func sequence(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8.prefix(limit))
    if bytes.count == limit { dropPartialScalar(&bytes) }
    return Array("\u{1B}]52;c;".utf8) + base64(bytes) + [0x07]
  }

  private static func dropPartialScalar(_ bytes: inout [UInt8]) {
    guard let lead = bytes.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return }
    let length = bytes[lead] >= 0xF0 ? 4 : bytes[lead] >= 0xE0 ? 3 : bytes[lead] >= 0xC0 ? 2 : 1
    if lead + length > bytes.count { bytes.removeSubrange(lead...) }
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// RFC 4648 §4.
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(0) { $0 << 8 | UInt32($1) }
      bits <<= 8 * UInt32(3 - group.count)
      for index in 0..<4 {
        result.append(index <= group.count ? alphabet[Int(bits >> (18 - 6 * UInt32(index)) & 63)] : UInt8(ascii: "="))
      }
    }
    return result
  }
}
