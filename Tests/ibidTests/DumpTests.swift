import Foundation
import TestServer
import Testing

@testable import ibid

/// `ibid dump` as scripts call it.
struct DumpTests {
  private let scratch: Scratch
  private let article: String

  init() throws {
    scratch = try Scratch()
    article = try scratch.file("article.txt", "A “title”\n\nSome\ttext, with \\ and naïve 漢字.\n")
  }

  @Test func jsonIsOneObjectWithEveryField() throws {
    let run = try ProgramRun("dump", "--format", "json", article)
    #expect(run.status == 0)
    let object = run.object
    #expect(
      Set(object.keys) == ["schema", "source", "metadata", "blocks", "folds", "links", "sources", "citations"])
    #expect(object["schema"] as? Int == 1)
    let metadata = try #require(object["metadata"] as? [String: Any])
    #expect(
      Set(metadata.keys) == [
        "title", "bylines", "publisher", "published", "modified", "language", "url", "description", "image", "words",
        "minutes",
      ])
    #expect(metadata["minutes"] as? Int == 1)
    let block = try #require((object["blocks"] as? [[String: Any]])?.first)
    #expect(
      Set(block.keys) == [
        "id", "role", "level", "text", "ordinal", "language", "image", "note", "table", "boilerplate", "spans",
        "sentences",
      ])
  }

  @Test func theSourceIsNamedAndItsBytesAreDigested() throws {
    let source = try #require(try ProgramRun("dump", "--format", "json", article).object["source"] as? [String: Any])
    #expect(source["location"] as? String == article)
    #expect(source["bytes"] as? Int == (try Data(contentsOf: URL(filePath: article))).count)
    #expect((source["sha256"] as? String)?.count == 64)
  }

  @Test("A fragment behind a path is no part of the file's name, unless it is")
  func fragments() throws {
    let run = try ProgramRun("dump", "--format", "json", article + "#part")
    #expect(run.status == 0)
    #expect((run.object["source"] as? [String: Any])?["location"] as? String == article + "#part")
    #expect((run.object["metadata"] as? [String: Any])?["title"] as? String == "A “title”")
    let odd = try scratch.file("odd#name.txt", "Odd\n\nText.\n")
    #expect(try ProgramRun("dump", odd).text.hasPrefix("Odd"))
    let missing = try ProgramRun("dump", scratch.url.path + "/missing#part")
    #expect(missing.status == 1 && missing.errors.contains("missing#part: no such file"))
    #expect(try ProgramRun("dump", "ftp://example.org/a").errors.contains("only http and https are fetched"))
  }

  @Test("What comes through a pipe in portions is dumped as the same bytes of a file")
  func portions() throws {
    let lines = (1...1500).map { "Line \($0) of a text that is longer than a piece of it, and says little. It ends.\n" }
    let path = try scratch.file("long.txt", lines.joined(separator: "\n"))
    let whole = try ProgramRun("dump", "--format", "json", path).object["blocks"] as? [[String: Any]]
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", "(head -c 700 \"$1\"; sleep 0.2; tail -c +701 \"$1\") | \"$0\" dump --format json -", BuiltProgram.path,
      path,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let piped = (try JSONSerialization.jsonObject(with: data) as? [String: Any])?["blocks"] as? [[String: Any]]
    #expect((whole?.count ?? 0) > 100 && piped?.count == whole?.count)
    #expect(piped?.map { $0["role"] as? String } == whole?.map { $0["role"] as? String })
  }

  @Test func severalSourcesAreAnArrayAndALineEach() throws {
    let missing = scratch.url.path + "/missing"
    let array = try ProgramRun("dump", "--format", "json", article, missing, article)
    #expect(array.status == 1)
    let articles = try #require(array.json as? [[String: Any]])
    #expect(articles.count == 3)
    #expect((articles[1]["error"] as? [String: Any])?["message"] is String)
    let lines = try ProgramRun("dump", "--format", "jsonl", article, missing, article)
    #expect(lines.status == 1)
    let objects = try lines.text.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
    #expect(objects.count == 3)
    #expect((objects[1]?["source"] as? [String: Any])?["location"] as? String == missing)
    #expect(objects[2]?["blocks"] is [Any])
  }

  @Test func aSourceThatFailsIsSaidInASentence() throws {
    let run = try ProgramRun("dump", scratch.url.path + "/missing")
    #expect(run.status == 1)
    #expect(run.text.isEmpty)
    #expect(run.errors.hasPrefix("ibid: ") && run.errors.hasSuffix(".\n"))
  }

  @Test func aPipeIsReadWithoutBeingNamed() throws {
    let run = try ProgramRun(input: Data("From a pipe, with some words.\n".utf8))
    #expect(run.status == 0)
    #expect(run.text == "From a pipe, with some words.\n")
    #expect(try ProgramRun("dump", input: Data("Unnamed.\n".utf8)).text == "Unnamed.\n")
    #expect(try ProgramRun("-", input: Data("Named.\n".utf8)).text == "Named.\n")
  }

  @Test func withoutATerminalAnArticleIsPrinted() throws {
    let plain = try ProgramRun(article)
    #expect(plain.status == 0)
    #expect(plain.text == (try ProgramRun("dump", article)).text)
    #expect(plain.text.contains("naïve 漢字."))
    #expect(try ProgramRun("+2", "+/text", article).text == plain.text)
  }

  @Test func whatHoldsNoArticleEndsWithFour() throws {
    let run = try ProgramRun("dump", try scratch.file("empty.txt", " \n\n"))
    #expect(run.status == 4)
    #expect(run.errors.contains("no article"))
    let json = try ProgramRun("dump", "--format", "json", try scratch.file("none.txt", ""))
    #expect(json.status == 4)
    #expect((json.object["metadata"] as? [String: Any])?["minutes"] as? Int == 0)
  }

  @Test func aFullDeviceEndsWithSeventyFour() throws {
    #expect(try ProgramRun("dump", article, outputPath: "/dev/full").status == 74)
    #expect(try ProgramRun("dump", "--format", "json", article, outputPath: "/dev/full").status == 74)
    #expect(try ProgramRun("--help", outputPath: "/dev/full").status == 74)
  }

  @Test func anAddressIsFetchedAndItsErrorsStandInItsPlace() throws {
    let server = try ScriptedServer { request, connection in
      guard request.path == "/" else { return }
      connection.answer("<title>A page</title><h1>A page</h1><p>It was fetched from a server, and reads well.")
    }
    let run = try ProgramRun("dump", "--format", "jsonl", server.url("/gone"), server.url() + "#part")
    let lines = run.text.split(separator: "\n")
    #expect(run.status == 3)
    #expect(lines.count == 2)
    #expect(lines.first?.contains("\"code\":\"no-answer\"") == true)
    #expect(lines.last?.contains("It was fetched from a server") ?? false)
    #expect(run.errors.contains("hung up without an answer"))
    let offline = try ProgramRun("dump", "--offline", "--format", "jsonl", server.url())
    #expect(offline.status == 3)
    #expect(offline.text.contains("\"code\":\"offline\""))
  }

  @Test func whatIsNoArticleIsPrintedAndEndsWithThree() throws {
    let server = try ScriptedServer { request, connection in
      switch request.path {
      case "/gone": connection.answer("<p>We could not find that.", status: "404 Not Found")
      case "/wall": connection.answer("<h1>The harbour</h1><p>It froze.<p>Subscribe to continue reading.")
      case "/video": connection.answer([0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70], type: "video/mp4")
      default: connection.answer("# Harbours\n\nIt *froze* in January.\n", type: "text/markdown")
      }
    }
    let gone = try ProgramRun("dump", server.url("/gone"))
    #expect(gone.status == 3)
    #expect(gone.text.contains("We could not find that."))
    #expect(gone.errors.contains("answers 404 (not found)"))
    let wall = try ProgramRun("dump", server.url("/wall"))
    #expect(wall.status == 3)
    #expect(wall.text.contains("It froze."))
    #expect(wall.errors.contains("the rest is for subscribers"))
    let video = try ProgramRun("dump", server.url("/video"))
    #expect(video.status == 3)
    #expect(video.errors.contains("is a video, not text"))
    let good = try ProgramRun("dump", "--format", "json", server.url("/x"))
    #expect(good.status == 0)
    #expect((good.object["source"] as? [String: Any])?["mediaType"] as? String == "text/markdown")
  }

  @Test func hostileAddressesReachTheTerminalAsText() throws {
    let run = try ProgramRun("dump", "http://a.example/\u{1B}]0;x\u{07}", "http://$(reboot)/", "https://b@c.example/")
    #expect(run.status == 3)
    #expect(!run.errors.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(run.errors.contains("leads to c.example"))
    #expect(run.errors.split(separator: "\n").count == 3)
  }

  @Test func timingsGoToStandardError() throws {
    let run = try ProgramRun("dump", "--timings", article)
    #expect(run.text == (try ProgramRun("dump", article)).text)
    #expect(run.errors.contains(" ms"))
  }

  @Test func aClosedPipeIsNoFailure() throws {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let run = try ProgramRun(["dump", article], outputTo: pipe.fileHandleForWriting)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }
}
