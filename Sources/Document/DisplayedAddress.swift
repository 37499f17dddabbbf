import Text

/// An address as it may be shown: safe in a line of chrome, and with its true host beside it where the address as it is
/// written could be taken for another: letters that look like others, punycode, a user name before the host.
package func displayed(_ address: String) -> String {
  let shown = shortened(sanitised(address))
  guard let host = host(of: address) else { return shown }
  if host.isAfterUserName { return shown + " (leads to \(sanitised(host.name)))" }
  if host.name.utf8.contains(where: { $0 >= 0x80 }) {
    return shown + " (\(Punycode.ascii(host: host.name).map(sanitised) ?? "no host that can be looked up"))"
  }
  let isPunycode = host.name.hasPrefix("xn--") || host.name.holds(".xn--")
  guard isPunycode, let written = Punycode.unicode(host: host.name) else { return shown }
  return shown + " (\(sanitised(written)))"
}

/// Characters of an address that are shown, and those of its end among them: nobody reads on.
private let shownLength = 400
private let shownEnd = 60

private func shortened(_ address: String) -> String {
  guard address.utf8.count > shownLength, address.count > shownLength else { return address }
  return "\(address.prefix(shownLength - shownEnd))…\(address.suffix(shownEnd))"
}

/// The host of whatever has a scheme and an authority, in lower case and without its port.
private func host(of address: String) -> (name: String, isAfterUserName: Bool)? {
  guard let colon = address.firstIndex(of: ":"), address[colon...].hasPrefix("://") else { return nil }
  let rest = address[colon...].dropFirst(3)
  // A reverse stroke ends a host as a stroke does: WHATWG URL §4.4.
  let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != "\\" }
  let at = authority.lastIndex(of: "@")
  let name = at.map { authority[authority.index(after: $0)...] } ?? authority
  return (name.prefix { $0 != ":" }.lowercased(), at != nil)
}
