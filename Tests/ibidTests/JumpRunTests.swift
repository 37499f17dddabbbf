import Foundation
import TestServer
import Testing

/// From a claim to its source over the network and back, on a pseudo terminal.
@Suite(.serialized) struct JumpRunTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let report = """
    <title>Report on the bridge</title><main><h1>Report on the bridge</h1>
    <p>The county opened the bridge in 1967, and about 14,000 cars crossed it every day last year, in both directions.
    <p>Ferries carried commuters across the bay on Tuesday, and the queue for the first boat reached the customs house.
    <p>The county expects repairs of the bridge to cost 23 million dollars, and to take until March of the next year.
    <p>Some had left home at five in the morning; others slept in their cars beside the landing stage of the ferry.</main>
    """

  @Test func aClaimLeadsToItsPassageAndBack() throws {
    let server = try ScriptedServer { request, connection in
      connection.answer(request.path == "/report" ? Self.report : "nothing", type: "text/html")
    }
    let file = try scratch.file(
      "bridge.md",
      """
      # Bridge repairs cost more than thought

      Repairs of the harbour bridge will cost 23 million dollars, [the county said](\(server.url("/report"))) on Monday.

      """)
    let run = try TerminalRun([file], columns: 80, rows: 24, home: scratch.url)
    try run.wait(forText: "claim 1/")
    run.send("gd")
    try run.wait(forText: "The source is there: gd goes to it.")
    run.send("gd")
    let rows = try run.wait(forText: "passage 1/")
    #expect(rows.contains { $0.hasPrefix("   ▌ The county expects repairs") })
    #expect(rows[0].hasPrefix(" claim  Repairs of the harbour bridge"))
    #expect(rows[23].hasPrefix(" near: figures") || rows[23].hasPrefix(" exact: figures"))
    run.send("\u{0F}")
    try run.wait(forText: "Bridge repairs cost more")
    run.send("gs")
    let halves = try run.wait(forText: "passage 1/")
    #expect(halves.contains { $0.contains("Repairs of the harbour bridge will cost") })
    #expect(halves.contains { $0.hasPrefix("   ▌ The county expects repairs") })
    run.send("q")
    try run.wait(for: "one article") { rows in !rows.contains { $0.contains("▌") } }
    run.send("Q")
    #expect(try run.waitForEnd() == .exit(0))
    #expect(run.isCleanAtEnd)
  }

  @Test func aSourceThatIsNotThereLeavesTheArticle() throws {
    let server = try ScriptedServer { _, connection in connection.reset() }
    let file = try scratch.file(
      "bridge.md",
      "# Bridge\n\nRepairs will cost 23 million dollars, [the county said](\(server.url("/x"))) on Monday.\n")
    let run = try TerminalRun([file], columns: 80, rows: 24, home: scratch.url)
    try run.wait(forText: "claim 1/")
    run.send("gd")
    try run.wait(for: "a message") { $0.joined(separator: " ").contains("127.0.0.1") && !$0[23].contains("claim 1/") }
    #expect(run.rows[0] == "     Bridge")
    run.send("Q")
    #expect(try run.waitForEnd() == .exit(0))
  }
}
