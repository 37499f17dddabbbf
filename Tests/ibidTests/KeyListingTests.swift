import Foundation
import Session
import Testing

@testable import ibid

struct KeyListingTests {
  private func rows(_ commands: Command...) -> [CommandRow] { commands.compactMap { CommandRow.row($0) } }

  @Test func textStandsByAreaAndAligned() {
    let lines = KeyListing.text(rows(.lineDown, .pipe, .halfPageUp)).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 7)
    #expect(lines[0] == "Move" && lines[3].isEmpty && lines[4] == "Select, copy, hand on")
    let helps = rows(.lineDown, .halfPageUp, .pipe).map(\.help)
    let starts = zip([lines[1], lines[2], lines[5]], helps).map { line, help in
      line.range(of: help).map { line.distance(from: line.startIndex, to: $0.lowerBound) }
    }
    #expect(Set(starts).count == 1 && starts[0] != nil)
  }

  @Test func jsonHoldsEveryRowOfTheTable() throws {
    let run = try ProgramRun("keys", "--json")
    #expect(run.status == 0)
    let parsed = try #require(run.json as? [[String: Any]])
    #expect(parsed.map { $0["command"] as? String } == CommandRow.all.map(\.name))
    #expect(parsed.map { $0["keys"] as? [String] } == CommandRow.all.map(\.keys))
    #expect(parsed.allSatisfy { ($0["contexts"] as? [String])?.isEmpty == false })
  }

  @Test func markdownKeepsPipesInsideTheirCells() {
    let lines = KeyListing.markdown(rows(.pipe))
    #expect(lines.count == 3)
    #expect(lines[2].contains("`\\|`"))
  }

  @Test func theManualHasTheKeys() throws {
    #expect(try ProgramRun("--generate-manual").text.contains(".SH KEYS"))
  }
}
