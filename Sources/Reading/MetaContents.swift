/// What `<meta>` elements say, by their names in lower case, the first of each name. A list, for a page has a few dozen; a
/// Dictionary of Strings would cost the first frame more, for the look-up of its type alone.
struct MetaContents {
  private var entries: [(name: String, content: String)] = []

  /// Names beyond the first so many are not kept: no page that means what it says has as many.
  private static let limit = 256

  mutating func add(_ content: String, named name: String) {
    if entries.count < Self.limit, self[name] == nil { entries.append((name, content)) }
  }

  subscript(name: String) -> String? { entries.first { $0.name == name }?.content }
}
