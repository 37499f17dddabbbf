import Foundation
import Glibc
import TestServer
import Testing
import Wire

@testable import Fetch

/// How tests fetch: the helper that was built beside them, no cache, and little time.
enum Fetching {
  static let helper = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "ibid-fetch").path

  static var settings: FetchSettings {
    var settings = FetchSettings(userAgent: "ibid/test")
    settings.helper = helper
    settings.limits.connectMilliseconds = 5000
    settings.limits.totalMilliseconds = 20_000
    settings.limits.stallMilliseconds = 10_000
    return settings
  }

  /// Loads, and waits; the progress that was said, and the end.
  static func load(
    _ location: String, _ settings: FetchSettings = settings, isReload: Bool = false
  ) -> (progress: [FetchProgress], end: Fetcher.Event) {
    let fetcher = Fetcher(location, settings: settings, isReload: isReload)
    var progress: [FetchProgress] = []
    while true {
      fetcher.wait(milliseconds: 60_000)
      for event in fetcher.pump() {
        switch event {
        case .progress(let new): progress.append(new)
        case .done, .failed: return (progress, event)
        }
      }
    }
  }

  static func page(_ location: String, _ settings: FetchSettings = settings, isReload: Bool = false) throws
    -> FetchedPage
  {
    switch load(location, settings, isReload: isReload).end {
    case .done(let page): return page
    case .failed(let error): throw error
    case .progress: throw FetchError.failed(location: location, reason: "no end")
    }
  }

  /// What went wrong; nil: nothing.
  static func failure(_ location: String, _ settings: FetchSettings = settings) -> NetworkFailure? {
    guard case .failed(.network(_, let failure)) = load(location, settings).end else { return nil }
    return failure
  }

  /// What went wrong in the transfer.
  static func kind(_ location: String, _ settings: FetchSettings = settings) -> FailureKind? {
    let failure = failure(location, settings)
    guard case .transfer(let kind, _, _) = failure else {
      if let failure { Issue.record("\(failure)") }
      return nil
    }
    return kind
  }
}

struct FetcherTests {
  @Test func aPageComesWithWhatItsServerSaysOfIt() throws {
    let server = try ScriptedServer { request, connection in
      connection.answer(
        "<p>Hello", type: "Text/HTML; charset=\"iso-8859-1\"", headers: ["ETag: \"7\"", "Last-Modified: yesterday"])
    }
    let (progress, end) = Fetching.load(server.url("/a b?q=ä#part"))
    guard case .done(let page) = end else {
      Issue.record("\(end)")
      return
    }
    #expect(page.bytes == Array("<p>Hello".utf8))
    #expect(page.mediaType == "text/html")
    #expect(page.charset == "iso-8859-1")
    #expect(page.status == 200)
    #expect(page.url == server.url("/a%20b?q=%C3%A4"))
    #expect(page.location == server.url("/a b?q=ä#part"))
    #expect(page.etag == "\"7\"")
    #expect(page.lastModified == "yesterday")
    #expect(page.notices == [])
    #expect(progress.last == nil || progress.last?.total == 8)
    let request = try #require(server.requests.first)
    #expect(request.path == "/a%20b?q=%C3%A4")
    #expect(request.head.contains("User-Agent: ibid/test\r\n"))
    #expect(request.head.contains("gzip"))
    #expect(!request.head.contains("Cookie"))
  }

  @Test func redirectsAreFollowedAndTheirCookiesKeptForTheLoad() throws {
    let server = try ScriptedServer { request, connection in
      switch request.path {
      case "/": connection.answer("moved", status: "302 Found", headers: ["Location: /two", "Set-Cookie: a=b"])
      case "/two" where request.head.contains("Cookie: a=b"): connection.answer("there")
      default: connection.answer("no cookie", status: "400 Bad")
      }
    }
    let page = try Fetching.page(server.url())
    #expect(page.url == server.url("/two"))
    #expect(page.bytes == Array("there".utf8))
    // The next load knows nothing of it.
    #expect(try Fetching.page(server.url("/two")).status == 400)
  }

  @Test func aLoadThatIsCancelledEndsAtOnce() throws {
    let server = try ScriptedServer { _, connection in
      connection.send("HTTP/1.1 200 OK\r\n\r\nbeginning")
      connection.waitForEnd()
    }
    let fetcher = Fetcher(server.url(), settings: Fetching.settings)
    while fetcher.progress.bytes == 0 {
      fetcher.wait(milliseconds: 10_000)
      _ = fetcher.pump()
    }
    let clock = ContinuousClock()
    let time = clock.measure { fetcher.cancel() }
    #expect(time < .milliseconds(500))
    #expect(fetcher.isOver)
    #expect(fetcher.pump() == [])
  }
}
