import Foundation
import Testing

/// The harness itself, over what the program does on a terminal.
@Suite(.serialized) struct TerminalRunTests {
  @Test func theScreenShowsWhatIsPrinted() throws {
    let scratch = try Scratch()
    let file = try scratch.file("a.txt", "Printed on a terminal: é漢😀\n")
    let run = try TerminalRun(["dump", file], columns: 60, rows: 10, home: scratch.url)
    let rows = try run.wait(forText: "terminal")
    #expect(rows.count == 10)
    #expect(rows[0] == "Printed on a terminal: é漢😀")
    #expect(try run.waitForEnd() == .exit(0))
  }

  @Test func keysReachTheProgramAndSignalsEndIt() throws {
    let scratch = try Scratch()
    let run = try TerminalRun(["dump", "-"], home: scratch.url)
    run.send("typed words\r\u{4}")
    try run.wait(for: "the words typed, and the words printed") { rows in
      rows.filter { $0.contains("typed words") }.count == 2
    }
    #expect(try run.waitForEnd() == .exit(0))
    let waiting = try TerminalRun(["dump", "-"], home: scratch.url)
    waiting.send(signal: SIGTERM)
    #expect(try waiting.waitForEnd() == .signal(SIGTERM))
  }

  @Test func aTerminalThatHangsUpEndsTheProgram() throws {
    let scratch = try Scratch()
    let run = try TerminalRun(["dump", "-"], home: scratch.url)
    run.hangUp()
    #expect(try run.waitForEnd() == .signal(SIGHUP))
  }

  @Test func whatIsNotShownIsReportedWithTheScreen() throws {
    let scratch = try Scratch()
    let run = try TerminalRun(["dump", try scratch.file("a.txt", "Something else.\n")], home: scratch.url)
    let failure = try #require(throws: TerminalRun.Failure.self) { try run.wait(forText: "never written") }
    #expect(failure.description.contains("|Something else."))
  }
}
