import Fetch

/// The reader's verdicts on the pages of a site: a small file a site in the state folder. Files are 0600, folders 0700; a
/// file is written anew and renamed.
struct SiteStore {
  let folder: String

  /// nil: the environment names no home.
  init?(environment: (String) -> String?) {
    guard let state = UserFolder.state.path(environment) else { return nil }
    folder = state + "/sites"
  }

  /// Empty: there are none, or the file is no file of ours.
  func verdicts(on site: String) -> [String: Bool] {
    guard let bytes = readWhole(path(of: site), limit: Self.sizeLimit) else { return [:] }
    return Self.parse(String(decoding: bytes, as: UTF8.self), site: site)
  }

  /// false: they could not be written.
  func save(_ verdicts: [String: Bool], on site: String) -> Bool {
    guard makeFolders(folder) else { return false }
    let facts = [["ibid-site", "1"], ["site", site]] + VerdictLines.facts(verdicts)
    return writeAnew(Array(FactLines.format(facts).utf8), to: path(of: site))
  }

  /// A file of one site larger than this is not read: it is not ours.
  private static let sizeLimit = 1 << 20

  private func path(of site: String) -> String { folder + "/" + StateFolder.fileName(for: site) }

  /// Empty: of another site, or of a version to come. Lines that it does not know are passed over.
  static func parse(_ text: String, site: String) -> [String: Bool] {
    let lines = FactLines.parse(text)
    guard lines.first == ["ibid-site", "1"], lines.dropFirst().first == ["site", site] else { return [:] }
    var verdicts: [String: Bool] = [:]
    for parts in lines where parts[0] == "verdict" { VerdictLines.take(parts, into: &verdicts) }
    return verdicts
  }
}

/// Verdicts as facts: `verdict`, 1 (the article) or 0, the beginning of the block's text.
enum VerdictLines {
  static func facts(_ verdicts: [String: Bool]) -> [[String]] {
    verdicts.sorted { $0.key < $1.key }.map { ["verdict", $0.value ? "1" : "0", $0.key] }
  }

  static func take(_ parts: [String], into verdicts: inout [String: Bool]) {
    guard parts.count > 2, parts[0] == "verdict" else { return }
    verdicts[parts[2]] = parts[1] == "1"
  }
}
