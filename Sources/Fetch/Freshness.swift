/// How long a page holds without asking its server again: RFC 9111 §5.2, as far as a reader of one page needs it.
enum Freshness {
  /// A server's word is taken for a day: an article that was mended should not stay unmended for a year.
  private static let longest = 86_400

  /// Seconds; 0: it is to be asked.
  static func seconds(cacheControl: String?) -> Int {
    let directives = directives(cacheControl)
    guard !directives.contains("no-cache"), !directives.contains("no-store"),
      let age = directives.first(where: { $0.hasPrefix("max-age=") })
    else { return 0 }
    return min(max(0, Int(age.dropFirst(8).filter { $0 != "\"" }) ?? 0), longest)
  }

  /// The server does not forbid it.
  static func mayBeKept(cacheControl: String?) -> Bool { !directives(cacheControl).contains("no-store") }

  private static func directives(_ field: String?) -> [String] {
    (field ?? "").lowercased().split(separator: ",").map { $0.filter { $0 != " " } }
  }
}
