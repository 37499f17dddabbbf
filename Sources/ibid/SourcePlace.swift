import Document
import Glibc

/// A source as it was asked for: where it is, and the place in it that a `#fragment` names.
struct SourcePlace: Equatable {
  let location: String
  /// nil: none, or an empty one.
  let fragment: String?

  /// A file whose own name holds the sign goes before one with a fragment behind it.
  init(_ source: String) {
    let isWeb = WebAddress.isMeant(by: source)
    guard let sign = isWeb ? source.firstIndex(of: "#") : source.lastIndex(of: "#"),
      isWeb || (access(source, F_OK) != 0 && access(String(source[..<sign]), F_OK) == 0)
    else {
      location = source
      fragment = nil
      return
    }
    location = String(source[..<sign])
    let name = String(source[source.index(after: sign)...])
    fragment = name.isEmpty ? nil : name
  }
}
