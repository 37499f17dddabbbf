import Foundation
import Glibc
import Testing

private let harbour = """
  Harbours in winter

  By Ellen Marsh

  The harbour froze in January 1963, and 40 boats were crushed by the ice within a week. Nobody had expected it.

  Support us today: donate and help us keep this paper free for everyone.

  What the records say

  According to the Harbour Trust, the repairs cost $2m. The Trust said that two pilots drowned in February 1963.

  The old harbour master, who had kept the lamp for thirty years, walked out over the ice each morning to count the
  boats, and wrote the number down in a book that is kept in the town's library to this day.

  Sign up for our newsletter and get one letter in your inbox every month.

  Afterwards

  In 1965 the breakwater was rebuilt, and the harbour has never frozen over again since then.

  """

/// Long enough to scroll.
private let long =
  "A long list\n\n" + (1...120).map { "The paragraph with the number \($0) stands here.\n\n" }.joined()

/// The reader on a pseudo terminal, as a person uses it.
@Suite(.serialized) struct ReaderTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func open(
    _ text: String, _ more: [String] = [], columns: Int = 80, rows: Int = 24
  ) throws -> TerminalRun {
    let file = try scratch.file("harbour.txt", text)
    return try TerminalRun(more + [file], columns: columns, rows: rows, home: scratch.url)
  }

  private func quit(_ run: TerminalRun) throws {
    run.send("Q")
    #expect(try run.waitForEnd() == .exit(0))
    #expect(run.isCleanAtEnd)
  }

  @Test func anArticleIsShownWithItsFoldsAndClaims() throws {
    let run = try open(harbour)
    let rows = try run.wait(forText: "claim 1/")
    #expect(rows[0] == "     Harbours in winter")
    #expect(rows.contains { $0.hasPrefix("   ▸ donation appeal · ") })
    #expect(rows.contains { $0.hasPrefix("   ○ The harbour froze in January 1963") })
    #expect(rows.contains { $0.hasPrefix("   ◐ According to the Harbour Trust") })
    #expect(rows.last?.hasPrefix(" harbour.txt") == true)
    try quit(run)
  }

  @Test func foldsOpenCloseAndSayWhy() throws {
    let run = try open(harbour)
    try run.wait(forText: "▸ donation appeal")
    run.send("]zza")
    try run.wait(forText: "     Support us today: donate")
    run.send("z?")
    try run.wait(forText: "asks for money")
    run.send("qza")
    try run.wait(for: "the fold closed again") { rows in
      rows.contains { $0.contains("▸ donation appeal") } && !rows.contains { $0.hasPrefix("     Support us today") }
    }
    try quit(run)
  }

  @Test func aSearchOpensTheFoldThatItLandsIn() throws {
    let run = try open(harbour)
    try run.wait(forText: "▸ newsletter")
    run.send("/inbox\r")
    try run.wait(forText: "hit 1 of 1")
    try run.wait(forText: "▾ newsletter")
    run.send("/nowhere at all\r")
    try run.wait(forText: "Not found: nowhere at all")
    try quit(run)
  }

  @Test func panesListFilterAndLead() throws {
    let run = try open(harbour, columns: 120, rows: 24)
    try run.wait(forText: "claim 1/")
    run.send("t")
    try run.wait(forText: "│ Contents")
    run.send("/after\r")
    try run.wait(forText: "1 of 3")
    run.send("\r")
    try run.wait(for: "the heading, the keys back in the text") { rows in rows.contains { $0.contains("Afterwards") } }
    run.send("R")
    try run.wait(forText: "Harbour Trust")
    run.send("q")
    try run.wait(for: "the pane closed") { rows in !rows.contains { $0.contains("│ ") } }
    try quit(run)
  }

  @Test func aResizeKeepsThePlace() throws {
    let run = try open(long)
    try run.wait(forText: "number 1 stands")
    run.send("40j")
    let before = try run.wait(for: "the place") { rows in
      rows[0...1].contains { $0.contains("number 20") } && (rows.last?.contains("24%") ?? false)
    }
    run.resize(columns: 40, rows: 12)
    try run.wait(for: "the narrow screen") { $0.count == 12 && $0[0...2].contains { $0.contains("number 20") } }
    run.resize(columns: 80, rows: 24)
    try run.wait(for: "the screen as it was") { $0.dropLast() == before.dropLast() }
    try quit(run)
  }

  @Test(arguments: [(SIGTERM, 143), (SIGHUP, 129), (SIGINT, 130), (SIGQUIT, 131)])
  func signalsEndItWithTheTerminalRestored(signal: Int32, status: Int) throws {
    let run = try open(harbour)
    try run.wait(forText: "claim 1/")
    run.send(signal: signal)
    #expect(try run.waitForEnd() == .exit(Int32(status)))
    #expect(run.isCleanAtEnd)
  }

  @Test func aTerminalThatCannotMoveItsCursorIsRefusedAndGivenBack() throws {
    let description =
      "plain-test|moves no cursor,\n\tam, cols#80, lines#24, clear=\\E[H\\E[J, cr=\\r, cud1=\\n,\n"
      + "\tsmcup=\\E[?1049h, rmcup=\\E[?1049l,\n"
    let tic = try Process.run(
      URL(filePath: "/usr/bin/tic"),
      arguments: ["-o", scratch.url.path(), try scratch.file("plain.ti", description)])
    tic.waitUntilExit()
    let run = try TerminalRun(
      [try scratch.file("a.txt", harbour)], home: scratch.url,
      environment: ["TERM": "plain-test", "TERMINFO": scratch.url.path()])
    #expect(try run.waitForEnd() == .exit(2))
    #expect(run.rows.contains { $0.contains("plain-test") })
    #expect(run.isCleanAtEnd)
  }

  @Test(arguments: [SIGILL, SIGSEGV, SIGABRT])
  func aFaultGivesTheTerminalBack(signal: Int32) throws {
    let run = try open(harbour)
    try run.wait(forText: "claim 1/")
    run.send(signal: signal)
    #expect(try run.waitForEnd() == .signal(signal))
    #expect(run.isCleanAtEnd)
  }

  @Test func whatIsStruckOutHasALineThroughIt() throws {
    let file = try scratch.file("struck.md", "# Prices\n\nIt costs ~~two~~ three crowns.\n")
    let run = try TerminalRun([file], columns: 60, rows: 10, home: scratch.url)
    try run.wait(forText: "three crowns")
    #expect(run.rows.contains { $0.contains("t\u{336}w\u{336}o\u{336} three") })
    try quit(run)
  }

  @Test func aPipeThatIsStillOpenIsReadAsItGrows() throws {
    let path = scratch.url.appending(path: "pipe").path
    #expect(mkfifo(path, 0o600) == 0)
    let run = try TerminalRun([path], columns: 80, rows: 24, home: scratch.url)
    try run.wait(forText: "Waiting for pipe")
    let writer = Glibc.open(path, O_WRONLY)
    defer { close(writer) }
    let words = "The first line came through in 1999.\n\n"
    #expect(write(writer, words, words.utf8.count) == words.utf8.count)
    try run.wait(forText: "The first line came")
    let more = "The second line came later.\n\n"
    #expect(write(writer, more, more.utf8.count) == more.utf8.count)
    try run.wait(forText: "The second line came later.")
    try quit(run)
  }

  @Test func aClosedTerminalEndsIt() throws {
    let run = try open(harbour)
    try run.wait(forText: "claim 1/")
    run.hangUp()
    #expect(try run.waitForEnd() == .exit(129))
  }

  @Test func whatComesThroughAPipeIsReadWithKeysFromTheTerminal() throws {
    let file = try scratch.file("harbour.txt", harbour)
    let run = try TerminalRun([], columns: 80, rows: 24, home: scratch.url, input: file)
    try run.wait(forText: "standard input")
    run.send("]z")
    try run.wait(forText: "fold 1")
    try quit(run)
  }

  @Test func severalFilesAreOneList() throws {
    let second = try scratch.file("second.txt", "Another article\n\nThe second one was written in 1970.\n")
    let run = try TerminalRun(
      [try scratch.file("harbour.txt", harbour), second], columns: 80, rows: 24, home: scratch.url)
    try run.wait(forText: "Harbours in winter")
    run.send("gt")
    try run.wait(forText: "Another article")
    run.send("L")
    try run.wait(forText: "Articles")
    try quit(run)
  }

  @Test func thePlaceIsKeptUnlessThatIsNotWanted() throws {
    var run = try open(long)
    try run.wait(forText: "number 1 stands")
    run.send("60j")
    try run.wait(forText: "number 31 stands")
    try quit(run)
    run = try open(long)
    try run.wait(for: "the place of the last reading") { rows in !rows.contains { $0.contains("number 1 stands") } }
    try quit(run)
    run = try open(long, ["--no-history"])
    try run.wait(forText: "number 1 stands")
    try quit(run)
  }

  @Test func aLineOrAPatternToStartAt() throws {
    var run = try open(long, ["+101"])
    try run.wait(for: "line 101") { $0[0].contains("number 50 ") }
    try quit(run)
    run = try open(long, ["+/number 77"])
    try run.wait(forText: "number 77 stands")
    try quit(run)
  }

  @Test func optionsThemesAndHelp() throws {
    let run = try open(harbour)
    try run.wait(forText: "○ The harbour")
    run.send(":set claims=off\r")
    try run.wait(for: "no sign") { rows in !rows.contains { $0.contains("○ The harbour") } }
    run.send("T")
    try run.wait(forText: "Theme ")
    run.send("?")
    try run.wait(forText: "Keys and commands")
    run.send("/next claim\r")
    try run.wait(forText: "]c")
    run.send("q")
    try run.wait(forText: "Harbours in winter")
    run.send("z")
    try run.wait(forText: "open all folds")
    run.send("R")
    try run.wait(forText: "     Sign up for our newsletter")
    try quit(run)
  }

  @Test func textIsCopiedAndSaved() throws {
    let run = try open(harbour)
    try run.wait(forText: "claim 1/")
    run.send("yq")
    try run.wait(forText: "Copied the sentence")
    #expect(String(decoding: run.written, as: UTF8.self).contains("\u{1B}]52;c;"))
    let path = scratch.url.appending(path: "saved.md").path
    run.send(":save \(path)\r")
    try run.wait(forText: "Saved: ")
    let saved = try String(contentsOfFile: path, encoding: .utf8)
    #expect(saved.contains("40 boats were crushed"))
    #expect(!saved.contains("donate"))
    run.send("|wc -l\r")
    try run.wait(forText: "q closes")
    run.send("q")
    try run.wait(forText: "Harbours in winter")
    try quit(run)
  }

  @Test func mistakesAreSentencesAndStatuses() throws {
    var run = try open(harbour, ["--theme", "nothing"])
    try run.wait(forText: "There is no theme “nothing”")
    #expect(try run.waitForEnd() == .exit(5))
    let wrong = try scratch.file("config.toml", "[options]\nclaims = \"loud\"\n")
    run = try open(harbour, ["--config", wrong])
    try run.wait(forText: "It can be off, few, normal, all.")
    #expect(try run.waitForEnd() == .exit(5))
    run = try TerminalRun([scratch.url.path], columns: 80, rows: 24, home: scratch.url)
    try run.wait(forText: "is a directory")
    #expect(try run.waitForEnd() == .exit(1))
  }

  @Test("A command that does not end is ended by ^C, and goes when the program does")
  func endlessCommands() throws {
    let run = try open(harbour)
    try run.wait(forText: "claim 1/")
    for command in ["yes", "exec sleep 60 >/dev/null 2>&1"] {
      run.send("|\(command)\r")
      try run.wait(forText: "\(command) is running")
      run.send("\u{3}")
      try run.wait(forText: "\(command) was ended")
    }
    run.send("|sleep 1; echo done now\r")
    try run.wait(forText: "is running")
    run.send("q:set width")
    try run.wait(forText: ":set width")
    run.send("\u{3}|sleep 60\r")
    try run.wait(forText: "sleep 60 is running")
    run.send(signal: SIGTERM)
    #expect(try run.waitForEnd() == .exit(143))
    #expect(run.isCleanAtEnd)
  }

  @Test func whatCannotBeKeptIsSaid() throws {
    _ = try scratch.file("state", "a file where a folder should be")
    let run = try open(harbour)
    try run.wait(forText: "claim 1/")
    run.send("q")
    #expect(try run.waitForEnd() == .exit(74))
    #expect(run.isCleanAtEnd)
    #expect(run.rows.joined().contains("could not be kept in"))
  }

  @Test func withoutUnicodeTextHasStandInsThatReadTheSame() throws {
    let file = try scratch.file("quoted.txt", "A title\n\nHe said “naïve – isn’t it…” and left for £5.\n")
    let run = try TerminalRun(
      [file], columns: 80, rows: 8, home: scratch.url, environment: ["LANG": "C", "LC_ALL": "C"])
    try run.wait(forText: "He said \"naive - isn't it.\" and left for ?5.")
    try quit(run)
  }

  @Test func aFragmentSaysWhereToStart() throws {
    let text = "A title\n\n" + String(repeating: "A paragraph of the page.\n\n", count: 40)
    let file = try scratch.file("page.md", "# A title\n\n" + text + "## The end of it\n\nLast words.\n")
    let run = try TerminalRun([file + "#the-end-of-it"], columns: 60, rows: 6, home: scratch.url)
    try run.wait(forText: "Last words.")
    try quit(run)
    let page = try scratch.file(
      "page.html", "<h1>A title</h1>" + (1...60).map { "<p id=n\($0)>Paragraph \($0).</p>" }.joined())
    let other = try TerminalRun([page + "#n40"], columns: 60, rows: 6, home: scratch.url)
    try other.wait(forText: "Paragraph 40.")
    try quit(other)
  }

  @Test func aConfigurationRebindsKeysAndSetsOptions() throws {
    let config = try scratch.file("config.toml", "[options]\nclaims = \"off\"\n[keys]\nquit = [\"<F10>\", \"gq\"]\n")
    let run = try open(harbour, ["--config", config])
    let rows = try run.wait(forText: "Harbours in winter")
    #expect(!rows.contains { $0.contains("○") })
    run.send("Q")
    try run.wait(forText: "Q does nothing here")
    run.send("gq")
    #expect(try run.waitForEnd() == .exit(0))
  }

  @Test func whatADocumentHoldsIsNeverAControl() throws {
    let run = try open(
      "A \u{1B}]0;evil\u{7} title\n\nThe \u{1B}[31mred\u{1B}[0m words of \u{9B}1m 1999 \u{202E}here.\n")
    try run.wait(forText: "red")
    let written = String(decoding: run.written, as: UTF8.self)
    #expect(!written.contains("\u{1B}]0;evil"))
    #expect(!written.contains("\u{1B}[31mred"))
    try quit(run)
  }
}

extension TerminalRun {
  /// At its end the program left the other screen and showed the cursor again.
  var isCleanAtEnd: Bool {
    let text = String(decoding: written, as: UTF8.self)
    guard let last = text.range(of: "\u{1B}[?1049l", options: .backwards) else { return false }
    let entered = text.range(of: "\u{1B}[?1049h", options: .backwards)
    return entered.map { $0.lowerBound < last.lowerBound } ?? false
  }
}
