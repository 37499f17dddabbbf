/// How the characters of a source are written as bytes.
package enum Charset: Sendable, Hashable {
  case utf8, utf16LE, utf16BE, utf32LE, utf32BE, windows1252
  /// Any other, by its name in lower case.
  case legacy(String)

  /// As the JSON names it.
  package var name: String {
    switch self {
    case .utf8: "utf-8"
    case .utf16LE: "utf-16le"
    case .utf16BE: "utf-16be"
    case .utf32LE: "utf-32le"
    case .utf32BE: "utf-32be"
    case .windows1252: "windows-1252"
    case .legacy(let label): label
    }
  }

  /// Written in units of more than a byte.
  var isWide: Bool {
    switch self {
    case .utf16LE, .utf16BE, .utf32LE, .utf32BE: true
    case .utf8, .windows1252, .legacy: false
    }
  }

  /// The charset of a label. ISO-8859-1 and ASCII are read as windows-1252, as the WHATWG's Encoding has it.
  package init(label: String) {
    let label = label.lowercased().filter { $0 != " " && $0 != "\"" && $0 != "'" }
    switch label {
    case "utf-8", "utf8", "unicode-1-1-utf-8": self = .utf8
    case "utf-16", "utf-16le", "utf16": self = .utf16LE
    case "utf-16be": self = .utf16BE
    case "utf-32", "utf-32le": self = .utf32LE
    case "utf-32be": self = .utf32BE
    case "windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "latin1", "l1", "ascii", "us-ascii", "x-cp1252":
      self = .windows1252
    default: self = .legacy(label)
    }
  }

  /// The charset of a source by its first bytes and what was declared: a byte order mark, then valid UTF-8 with
  /// something beyond ASCII in it, the NULs of UTF-16 and UTF-32, the declaration, mostly valid UTF-8, windows-1252.
  package static func detected(in sample: [UInt8], declared: String? = nil, isWhole: Bool) -> Charset {
    if let marked = marked(sample) { return marked }
    let count = counts(sample, isWhole: isWhole)
    if count.broken == 0, count.good > 0 { return .utf8 }
    if let wide = unmarkedWide(sample) { return wide }
    if let declared, !declared.isEmpty { return Charset(label: declared) }
    return count.broken == 0 || count.good >= goodShare * count.broken ? .utf8 : .windows1252
  }

  /// Sequences beyond ASCII that are well-formed, for each one that is not, from which on the source is UTF-8 with
  /// errors: in windows-1252 they happen once in hundreds of letters with accents.
  private static let goodShare = 2

  /// By the byte order mark.
  private static func marked(_ sample: [UInt8]) -> Charset? {
    if sample.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if sample.starts(with: [0xFF, 0xFE, 0, 0]) { return .utf32LE }
    if sample.starts(with: [0, 0, 0xFE, 0xFF]) { return .utf32BE }
    if sample.starts(with: [0xFF, 0xFE]) { return .utf16LE }
    if sample.starts(with: [0xFE, 0xFF]) { return .utf16BE }
    return nil
  }

  /// Well-formed and ill-formed sequences beyond ASCII; one that the sample's end cuts is neither.
  private static func counts(_ sample: [UInt8], isWhole: Bool) -> (good: Int, broken: Int) {
    var good = 0
    var broken = 0
    sample.withUnsafeBufferPointer { buffer in
      var at = 0
      while at < buffer.count {
        let length = sequenceLength(buffer, at)
        if length == 0 {
          if !isWhole && buffer.count - at < 4 && buffer[at] >= 0xC2 { break }
          broken += 1
        } else if length > 1 {
          good += 1
        }
        at += max(length, 1)
      }
    }
    return (good, broken)
  }

  /// By where the NULs of mostly ASCII text stand.
  private static func unmarkedWide(_ sample: [UInt8]) -> Charset? {
    let head = sample.prefix(4096)
    guard head.count >= 4 else { return nil }
    var nuls = [0, 0, 0, 0]
    for (at, byte) in head.enumerated() where byte == 0 { nuls[at % 4] += 1 }
    let most = head.count / 4 * 7 / 10
    let few = head.count / 40
    let isThere = nuls.map { $0 > 0 && $0 >= most }
    if isThere[1] && isThere[2] && isThere[3] && nuls[0] <= few { return .utf32LE }
    if isThere[0] && isThere[1] && isThere[2] && nuls[3] <= few { return .utf32BE }
    if isThere[1] && isThere[3] && nuls[0] + nuls[2] <= few { return .utf16LE }
    if isThere[0] && isThere[2] && nuls[1] + nuls[3] <= few { return .utf16BE }
    return nil
  }
}
