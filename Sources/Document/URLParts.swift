import Text

/// The parts of an absolute URL, RFC 3986 §3.
package struct URLParts: Sendable, Equatable {
  /// In lower case.
  package private(set) var scheme: String
  /// With its port, in lower case; empty where the URL has none.
  package private(set) var host = ""
  /// With query and fragment, from the slash on.
  package private(set) var path = ""

  /// An http(s) URL with a host.
  package var isWeb: Bool { (scheme == "http" || scheme == "https") && !host.isEmpty }

  /// The host as a reader calls it: without user, port and "www.".
  package var site: String {
    let name = host.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    // What is in brackets is an IPv6 address, with colons of its own.
    let end = name.hasPrefix("[") ? name.firstIndex(of: "]").map { name.index(after: $0) } : name.firstIndex(of: ":")
    let bare = name[..<(end ?? name.endIndex)]
    return String(bare.hasPrefix("www.") ? bare.dropFirst(4) : bare)
  }

  /// nil: there is no scheme.
  package init?(_ text: String) {
    guard let colon = text.utf8.firstIndex(of: 0x3A), let first = text.utf8.first, isLetter(first),
      text[..<colon].utf8.allSatisfy({
        isLetter($0) || isDigit($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
      })
    else { return nil }
    scheme = text[..<colon].lowercased()
    let rest = text[text.index(after: colon)...]
    guard rest.hasPrefix("//") else { return }
    let authority = rest.utf8.dropFirst(2).prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    host = Substring(authority).lowercased()
    path = String(rest[authority.endIndex...])
  }
}
