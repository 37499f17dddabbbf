import Foundation
import Session
import Testing

@testable import ibid

/// The parts of README.md that are made from tables are not stale. `UPDATE_GOLDENS=1` writes them anew.
@Suite(.serialized) struct ReadmeTests {
  @Test func exitCodes() throws {
    let rows =
      ExitStatus.allCases.map { "| \($0.rawValue) | \($0.meaning) |" }
      + ["| \(ExitStatus.ofSignals) | \(ExitStatus.meaningOfSignals) |"]
    try check("exit codes", ["| exit code | meaning |", "| --- | --- |"] + rows)
  }

  @Test func keys() throws {
    try check("keys", KeyListing.markdown(CommandRow.all))
  }

  /// Holds what stands between `<!-- name -->` and `<!-- /name -->` against `lines`.
  private func check(_ name: String, _ lines: [String]) throws {
    var text = try SourceTree.text("README.md")
    let start = try #require(text.range(of: "<!-- \(name) -->\n"))
    let end = try #require(text.range(of: "<!-- /\(name) -->"))
    let section = start.upperBound..<end.lowerBound
    let wanted = "\n" + lines.joined(separator: "\n") + "\n\n"
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1", text[section] != wanted {
      text.replaceSubrange(section, with: wanted)
      try text.write(to: SourceTree.root.appending(path: "README.md"), atomically: true, encoding: .utf8)
      return
    }
    #expect(text[section] == wanted, "the part “\(name)” of README.md is stale")
  }
}
