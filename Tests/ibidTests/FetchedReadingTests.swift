import Dispatch
import Foundation
import Glibc
import TestServer
import Testing

/// The reader whose first source is a page of the network.
struct FetchedReadingTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let page =
    "<title>Tides</title><article><h1>Tides</h1><p>The tide rose by two metres in March, the harbour office says."
    + "<p>A second paragraph stands here, so that there is something to read."

  private func open(_ location: String, _ more: [String] = []) throws -> TerminalRun {
    try TerminalRun(more + [location], home: scratch.url)
  }

  @Test func aPageIsAwaitedAndShown() throws {
    let server = try ScriptedServer { _, connection in
      connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 40000\r\n\r\n")
      connection.send(Self.page + String(repeating: " ", count: 20_000))
      Thread.sleep(forTimeInterval: 0.3)
      connection.send(String(repeating: " ", count: 20_000 - Self.page.utf8.count))
    }
    let run = try open(server.url())
    try run.wait(forText: "waiting for 127.0.0.1, 19 of 39 KB, q gives up")
    try run.wait(forText: "The tide rose by two metres")
    run.send("Q")
    #expect(try run.waitForEnd() == .exit(0))
    #expect(run.isCleanAtEnd)
  }

  /// A page with so many paragraphs of prose.
  private static func longPage(_ count: Int) -> String {
    let paragraphs = (0..<count).map {
      "<p>Paragraph \($0). The tide rose by two metres in March, and the harbour office says that it will rise again."
    }
    return "<!doctype html><title>Tides</title><article><h1>Tides</h1>" + paragraphs.joined()
  }

  /// What of a run's screen is text: the status line says other things while a page comes.
  private func article(_ rows: [String]) -> [String] { Array(rows.dropLast()) }

  /// Of a short page a few lines on, of a long one at the end of what has come, far behind its first piece.
  @Test(arguments: [(300, 12_000, "jjj"), (3000, 60_000, "G")])
  func aPageThatComesSlowlyIsShownFromItsFirstScreenOn(_ count: Int, _ begun: Int, _ keys: String) throws {
    let page = Self.longPage(count)
    let gate = Gate()
    let server = try ScriptedServer { _, connection in
      connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: \(page.utf8.count)\r\n\r\n")
      connection.send(String(page.prefix(begun)))
      gate.wait()
      connection.send(String(page.dropFirst(begun)))
    }
    let run = try open(server.url())
    try run.wait(for: "all that was sent") { rows in
      rows.contains { $0.contains("Paragraph 0.") } && rows.last?.contains("waiting for") == true
    }
    run.send(keys)
    let before = try run.wait(for: "the line that was read on to") { $0.first?.contains("Tides") == false }
    gate.open()
    let after = try run.wait(for: "the whole page") { rows in rows.last?.contains("waiting for") == false }
    #expect(article(before) == article(after))
    run.send("G")
    try run.wait(forText: "Paragraph \(count - 1).")
    run.send("Q")
    #expect(try run.waitForEnd() == .exit(0))
  }

  @Test func aPageThatBreaksOffKeepsItsBeginning() throws {
    let page = Self.longPage(300)
    let server = try ScriptedServer { _, connection in
      connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: \(page.utf8.count)\r\n\r\n")
      connection.send(String(page.prefix(12_000)))
      Thread.sleep(forTimeInterval: 0.4)
      connection.reset()
    }
    let run = try open(server.url())
    try run.wait(forText: "Only the beginning came.")
    try run.wait(forText: "Paragraph 0.")
    // All that came is there, not only what was shown before it broke off.
    run.send("G")
    let last = page.prefix(12_000).split(separator: "<p>").dropLast().last.map { String($0.prefix(13)) }
    try run.wait(forText: last ?? "")
    run.send("Q")
    #expect(try run.waitForEnd() == .exit(0))
    #expect(run.isCleanAtEnd)
  }

  @Test(arguments: ["q", "\u{1B}", "\u{03}"]) func theReaderCanGiveUp(_ key: String) throws {
    let server = try ScriptedServer { _, connection in connection.waitForEnd() }
    let run = try open(server.url())
    try run.wait(forText: "waiting for 127.0.0.1")
    run.send(key)
    #expect(try run.waitForEnd() == .exit(0))
    #expect(run.isCleanAtEnd)
  }

  @Test func aSignalEndsTheWaiting() throws {
    let server = try ScriptedServer { _, connection in connection.waitForEnd() }
    let run = try open(server.url())
    try run.wait(forText: "waiting for 127.0.0.1")
    run.resize(columns: 40, rows: 10)
    try run.wait(for: "the smaller screen") { $0.count == 10 && $0.last?.contains("waiting for") == true }
    run.send(signal: SIGTERM)
    #expect(try run.waitForEnd() == .exit(143))
    #expect(run.isCleanAtEnd)
  }

  @Test func aFailureIsSaidAndEndsWithThree() throws {
    let server = try ScriptedServer { _, _ in }
    let run = try open(server.url())
    #expect(try run.waitForEnd() == .exit(3))
    #expect(run.isCleanAtEnd)
    let text = String(decoding: run.written, as: UTF8.self)
    #expect(text.contains("127.0.0.1 hung up without an answer. Try again."))
  }

  @Test func anErrorPageIsShownAndSaid() throws {
    let server = try ScriptedServer { _, connection in
      connection.answer("<h1>Lost</h1><p>There is nothing here.", status: "404 Not Found")
    }
    let run = try open(server.url())
    try run.wait(forText: "404 (not found)")
    try run.wait(forText: "There is nothing here.")
    run.send("Q")
    #expect(try run.waitForEnd() == .exit(0))
  }

  @Test func aCopyIsReadOffline() throws {
    let location: String
    do {
      let server = try ScriptedServer { _, connection in connection.answer(Self.page) }
      location = server.url()
      let run = try open(location)
      try run.wait(forText: "The tide rose")
      run.send("Q")
      #expect(try run.waitForEnd() == .exit(0))
    }
    let run = try open(location, ["--offline"])
    try run.wait(forText: "The tide rose")
    try run.wait(forText: "This is a copy of")
    run.send("Q")
    #expect(try run.waitForEnd() == .exit(0))
  }

  @Test func aVerdictHoldsOnEveryPageOfItsSite() throws {
    let server = try ScriptedServer { _, connection in connection.answer(Self.page) }
    let first = try open(server.url("/one"))
    try first.wait(forText: "A second paragraph stands here")
    first.send("/second paragraph\r")
    try first.wait(forText: "hit 1 of 1")
    first.send("zx")
    try first.wait(forText: "This is not the article: folded on all pages of 127.0.0.1.")
    first.send("Q")
    #expect(try first.waitForEnd() == .exit(0))
    let second = try open(server.url("/two"))
    try second.wait(forText: "The tide rose by two metres")
    try second.wait(forText: "\u{25B8}")
    second.send("Q")
    #expect(try second.waitForEnd() == .exit(0))
  }

  // MARK: While something else is read

  private func openFile(_ more: [String] = []) throws -> TerminalRun {
    let file = try scratch.file(
      "boats.txt", "Boats\n\nThe boats of this harbour are made of wood and of nothing else.\n")
    let run = try TerminalRun([file] + more, home: scratch.url)
    try run.wait(forText: "The boats of this harbour")
    return run
  }

  @Test func otherSourcesComeInTheirTime() throws {
    let server = try ScriptedServer { _, connection in connection.answer(Self.page) }
    let run = try openFile([server.url()])
    try run.wait(forText: "1/2 boats.txt")
    run.send("gt")
    try run.wait(forText: "The tide rose by two metres")
    run.send("Q")
    #expect(try run.waitForEnd() == .exit(0))
  }

  @Test func aPageThatIsOpenedTakesNoScreen() throws {
    let server = try ScriptedServer { _, connection in connection.answer(Self.page) }
    let run = try openFile()
    run.send(":open \(server.url())\r")
    let rows = try run.wait(forText: "Tides is there: gt goes to it.")
    #expect(rows.contains { $0.contains("The boats of this harbour") })
    run.send("gt")
    try run.wait(forText: "The tide rose by two metres")
    run.send("Q")
    #expect(try run.waitForEnd() == .exit(0))
  }

  @Test(arguments: ["\u{1B}", "\u{03}"]) func theReaderReadsOnAndGivesUp(_ key: String) throws {
    let server = try ScriptedServer { _, connection in connection.waitForEnd() }
    let run = try openFile()
    run.send(":open \(server.url())\r")
    try run.wait(forText: "waiting for 127.0.0.1, Esc gives up")
    run.send("/wood\r")
    try run.wait(forText: "hit 1 of 1")
    run.send(key)
    try run.wait(forText: "Given up.")
    run.send("Q")
    #expect(try run.waitForEnd() == .exit(0))
  }

  @Test func aFailureLeavesThePageAlone() throws {
    let server = try ScriptedServer { _, _ in }
    let run = try openFile()
    run.send(":open \(server.url())\r")
    let rows = try run.wait(forText: "hung up without an answer")
    #expect(rows.contains { $0.contains("The boats of this harbour") })
    run.send("Q")
    #expect(try run.waitForEnd() == .exit(0))
  }

  @Test func aReloadFetchesAnew() throws {
    let server = try ScriptedServer { request, connection in
      let isFirst = !request.head.contains("Cache-Control: no-cache")
      connection.answer(
        isFirst ? Self.page : "<h1>Tides</h1><p>The tide fell again.", headers: ["Cache-Control: max-age=600"])
    }
    let run = try open(server.url())
    try run.wait(forText: "The tide rose by two metres")
    run.send("r")
    try run.wait(forText: "The tide fell again.")
    run.send("Q")
    #expect(try run.waitForEnd() == .exit(0))
    #expect(server.requests.count == 2)
  }
}

/// Holds somebody back until it is opened.
private final class Gate: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)

  func wait() { semaphore.wait() }
  func open() { semaphore.signal() }
}
