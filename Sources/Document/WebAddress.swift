import Text

/// The address of a page: http or https, a host, a path. Whatever was typed or linked, what comes out of it holds no
/// blank, no control and no user name.
package struct WebAddress: Sendable, Equatable {
  /// Why a text is no address that can be fetched.
  package enum Flaw: Error, Equatable, Sendable {
    case notWeb, noHost, badHost, badPort, control, userName, tooLong
  }

  /// `http` or `https`.
  package let scheme: String
  /// In lower case, as written: punycode or not.
  package let host: String
  /// Without the colon; empty: the scheme's own.
  package let port: String
  /// From the slash on, with the query, percent-encoded where that is needed.
  package let path: String
  /// Without the `#`; nil: there is none.
  package let fragment: String?

  /// Bytes of an address at most: RFC 9110 §4.1 asks for 8000.
  package static let limit = 8192

  /// Whether `text` begins as an address of the web does, and not as a path.
  package static func isMeant(by text: String) -> Bool {
    let start = text.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://")
  }

  package init(_ text: String) throws(Flaw) {
    guard Self.isMeant(by: text), let colon = text.firstIndex(of: ":") else { throw .notWeb }
    guard text.utf8.count <= Self.limit else { throw .tooLong }
    guard !text.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }) else {
      throw .control
    }
    scheme = text[..<colon].lowercased()
    let rest = text[colon...].dropFirst(3)
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !authority.contains("@") else { throw .userName }
    (host, port) = try Self.split(authority)
    let after = rest.dropFirst(authority.count)
    let path = after.prefix { $0 != "#" }
    self.path = Self.encoded(path.hasPrefix("/") ? String(path) : "/" + path)
    fragment = path.count < after.count ? String(after.dropFirst(path.count + 1)) : nil
  }

  /// As it is asked for: without the fragment.
  package var request: String { scheme + "://" + authority + path }

  private var authority: String { port.isEmpty ? host : host + ":" + port }

  // MARK: Host and path

  private static func split(_ authority: Substring) throws(Flaw) -> (host: String, port: String) {
    let isBracketed = authority.hasPrefix("[")
    let end = isBracketed ? authority.firstIndex(of: "]") : nil
    let afterHost = end.map { authority.index(after: $0) } ?? authority.firstIndex(of: ":") ?? authority.endIndex
    let host = authority[..<afterHost].lowercased()
    let rest = authority[afterHost...]
    guard !host.isEmpty else { throw .noHost }
    guard isBracketed ? isAddress(host) : isName(host) else { throw .badHost }
    guard !rest.isEmpty else { return (host, "") }
    let port = rest.dropFirst()
    guard rest.hasPrefix(":"), port.isEmpty || (UInt16(port) ?? 0) > 0, port.utf8.allSatisfy(isDigit) else {
      throw .badPort
    }
    return (host, String(port))
  }

  /// Labels of letters, digits, hyphens and underscores; what is not ASCII is left to name lookup.
  private static func isName(_ host: String) -> Bool {
    let isPlain = host.utf8.allSatisfy { $0 >= 0x80 || isDigit($0) || isLetter($0) || [0x2D, 0x2E, 0x5F].contains($0) }
    let hasSpace = host.unicodeScalars.contains {
      $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
    }
    return isPlain && !hasSpace && !host.hasPrefix("-") && !host.hasPrefix(".") && host.utf8.count <= 253
  }

  /// `[2001:db8::1]`; no zone, which means nothing outside this machine.
  private static func isAddress(_ host: String) -> Bool {
    host.hasSuffix("]")
      && host.utf8.dropFirst().dropLast().allSatisfy {
        isDigit($0) || (0x61...0x66).contains($0) || $0 == 0x3A || $0 == 0x2E
      }
  }

  /// What may stand in a path or a query as it is: WHATWG URL §1.3.
  private static func encoded(_ path: String) -> String {
    percentEncoded(path) { byte in
      switch byte {
      case 0...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D, 0x7F...: false
      case _: true
      }
    }
  }
}

extension WebAddress.Flaw {
  /// What is wrong, in words that end a sentence.
  package var words: String {
    switch self {
    case .notWeb: "it begins with neither http:// nor https://"
    case .noHost: "it names no host"
    case .badHost: "its host is none that can be looked up"
    case .badPort: "its port is no number from 1 to 65535"
    case .control: "it holds control characters"
    case .userName: "it holds a user name, which ibid sends nowhere and which often hides the true host"
    case .tooLong: "it is longer than \(WebAddress.limit) bytes"
    }
  }
}
