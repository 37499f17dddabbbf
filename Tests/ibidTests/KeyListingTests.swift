import Foundation
import Screen
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

  @Test("The reader's own keys are listed, and a configuration that does not hold ends with 5")
  func configured() throws {
    let scratch = try Scratch()
    let config = try scratch.file("config.toml", "[keys]\nquit = [\"<F10>\", \"g<C-q>\"]\ntop = []\n")
    let text = try ProgramRun("keys", "--config", config).text
    #expect(text.contains("  <F10>  g<C-q> "))
    #expect(!text.contains("to the beginning") && text.contains("to the end"))
    let wrong = try scratch.file("wrong.toml", "[keys]\nnothing = \"x\"\n")
    for arguments in [["keys"], ["themes"], ["dump"], ["find", "--claim", "x", "-"], []] {
      let run = try ProgramRun(arguments + ["--config", wrong])
      #expect(run.status == 5 && run.errors.contains("wrong.toml, line 2"), "\(arguments): \(run.errors)")
    }
    #expect(try ProgramRun("dump", "--theme", "nothing").status == 5)
    let twice = try scratch.file("twice.toml", "[keys]\nquit = \"<F10>\"\ntop = \"<F10>\"\n")
    let run = try ProgramRun("keys", "--config", twice)
    #expect(run.status == 5 && run.errors.contains("<F10> is given to top and to quit"), "\(run.errors)")
    let broken = try scratch.file("broken.toml", "[keys]\nquit = \"x\n")
    #expect(try ProgramRun("keys", "--config", broken).errors.contains("broken.toml, line 2, column "))
  }

  @Test(arguments: ["j", "<C-d>", "<A-Left>", "<S-Tab>", "<Space>", "<F10>", "]c", "<C-w><C-w>", "|", "<"])
  func notationsAreReadAsTheyAreWritten(notation: String) throws {
    let keys = try #require(Key.parse(notation))
    #expect(keys.map(\.notation).joined() == notation)
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
