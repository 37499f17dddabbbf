import Document

/// What the links of a document are resolved against: its URL, or the folder of a local file.
package struct LinkBase: Sendable, Equatable {
  private enum Place: Equatable {
    case url(scheme: String, host: String, path: String)
    /// The path of the folder, `""` for the current one.
    case folder(String)
    /// Nowhere: standard input.
    case none
  }

  private let place: Place
  /// Where the document says that it is on the web; nil: nowhere, or it came from there.
  private var origin: Place?

  /// A path, an http(s) URL, or `-`.
  package init(location: String) {
    if let parts = URLParts(location), parts.isWeb {
      place = .url(scheme: parts.scheme, host: parts.host, path: parts.path)
    } else if location == "-" || location.isEmpty || URLParts(location) != nil {
      place = .none
    } else {
      place = .folder(location.lastIndex(of: "/").map { String(location[...$0]) } ?? "")
    }
  }

  /// The URL; nil: it is none.
  var address: String? {
    guard case .url(let scheme, let host, let path) = place else { return nil }
    return scheme + "://" + host + path
  }

  /// The same for a document that says where on the web it is.
  func declared(at address: String?) -> LinkBase {
    guard case .url = place else {
      var base = self
      base.origin = address.flatMap { URLParts($0)?.isWeb == true ? LinkBase(location: $0).place : nil }
      return base
    }
    return self
  }

  /// Where a relative link that is not followed here leads on the web; nil: nowhere.
  func webAddress(_ reference: String) -> String? {
    let reference = Self.cleaned(reference)
    guard case .url(let scheme, let host, let path) = origin, URLParts(reference) == nil, !reference.isEmpty else {
      return nil
    }
    return scheme + "://" + host + Self.joined(path, reference)
  }

  /// Where a link leads, and of what kind it is. What must not be followed is `blocked`, and stays as it is written.
  package func resolved(_ reference: String) -> (href: String, kind: Link.Kind) {
    let reference = Self.cleaned(reference)
    if reference.hasPrefix("#") { return (reference, .fragment) }
    if let parts = URLParts(reference) {
      switch parts.scheme {
      case "http", "https": return (reference, kind(ofHost: parts.host))
      case "mailto": return (reference, .mail)
      default: return (reference, .blocked)
      }
    }
    switch place {
    case .url(let scheme, let host, let path):
      if reference.hasPrefix("//") { return resolved(scheme + ":" + reference) }
      return (scheme + "://" + host + Self.joined(path, reference), .internal)
    case .folder(let folder):
      if reference.hasPrefix("//") { return resolved("https:" + reference) }
      guard let path = Self.pathBelow(reference) else { return (reference, .blocked) }
      return (folder + path, .internal)
    case .none:
      return reference.hasPrefix("//") ? resolved("https:" + reference) : (reference, .blocked)
    }
  }

  private func kind(ofHost other: String) -> Link.Kind {
    guard case .url(_, let host, _) = place else { return .external }
    return other == host ? .internal : .external
  }

  /// Without tabs and line ends, and without blanks at its ends, as WHATWG URL §4.4 has it.
  private static func cleaned(_ reference: String) -> String {
    let bytes = reference.utf8
    let isClean = bytes.allSatisfy { $0 >= 0x20 } && bytes.first != 0x20 && bytes.last != 0x20
    if isClean { return reference }
    var scalars = reference.unicodeScalars.filter { $0 != "\t" && $0 != "\n" && $0 != "\r" }[...]
    scalars = scalars.drop { $0.value <= 0x20 }
    while let last = scalars.last, last.value <= 0x20 { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  /// A reference against the path of a URL, RFC 3986 §5.2.
  private static func joined(_ base: String, _ reference: String) -> String {
    let basePath = Substring(base.utf8.prefix { $0 != 0x3F && $0 != 0x23 })
    if reference.isEmpty { return String(Substring(base.utf8.prefix { $0 != 0x23 })) }
    if reference.hasPrefix("?") { return String(basePath) + reference }
    let end = reference.utf8.firstIndex { $0 == 0x3F || $0 == 0x23 } ?? reference.endIndex
    let path = reference[..<end]
    if path.hasPrefix("/"), !path.utf8.contains(0x2E) { return reference }
    let folder = basePath.utf8.lastIndex(of: 0x2F).map { basePath[...$0] } ?? "/"
    let whole = path.hasPrefix("/") ? String(path) : String(folder) + path
    return "/"
      + withoutDots(whole.split(separator: "/", omittingEmptySubsequences: false).dropFirst(), clamped: true).path
      + reference[end...]
  }

  /// The path of a local link that stays below its folder; nil: it does not, or names no file.
  private static func pathBelow(_ reference: String) -> String? {
    let end = reference.firstIndex { $0 == "?" || $0 == "#" } ?? reference.endIndex
    guard let path = percentDecoded(reference[..<end]), !path.hasPrefix("/"), !path.hasPrefix("~"), !path.isEmpty,
      !path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
    else { return nil }
    let (result, isBelow) = withoutDots(
      path.split(separator: "/", omittingEmptySubsequences: false)[...], clamped: false)
    guard isBelow, !result.isEmpty else { return nil }
    return result + (reference[end...].hasPrefix("#") ? reference[end...] : "")
  }

  /// The segments without `.` and `..`; whether none of them led out.
  private static func withoutDots(
    _ segments: some BidirectionalCollection<Substring>, clamped: Bool
  ) -> (path: String, isBelow: Bool) {
    var kept: [Substring] = []
    var isBelow = true
    for segment in segments {
      if segment == ".." {
        if kept.isEmpty { isBelow = clamped } else { kept.removeLast() }
      } else if segment != "." {
        kept.append(segment)
      }
    }
    if let last = segments.last, last == "." || last == ".." { kept.append("") }
    return (kept.joined(separator: "/"), isBelow)
  }

  private static func percentDecoded(_ text: Substring) -> String? {
    let bytes = Reading.percentDecoded(Array(text.utf8))
    return isValidUTF8(bytes) ? String(decoding: bytes, as: UTF8.self) : nil
  }
}

/// Bytes of a URL with what is written as `%XX` in it (RFC 3986 §2.1).
func percentDecoded(_ source: [UInt8]) -> [UInt8] {
  var bytes: [UInt8] = []
  var at = 0
  while at < source.count {
    if source[at] == 0x25, at + 2 < source.count,
      let value = UInt8(String(decoding: source[(at + 1)...(at + 2)], as: UTF8.self), radix: 16)
    {
      bytes.append(value)
      at += 3
    } else {
      bytes.append(source[at])
      at += 1
    }
  }
  return bytes
}
