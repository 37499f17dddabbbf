import Foundation
import TestServer
import Testing
import Wire

@testable import Fetch

/// Servers that do what they should not: each load ends, in time and with its own words.
struct BadServerTests {
  private static var impatient: FetchSettings {
    var settings = Fetching.settings
    settings.limits.stallMilliseconds = 1000
    return settings
  }

  /// A server that answers every request with these bytes and hangs up.
  private func server(_ bytes: [UInt8]) throws -> ScriptedServer {
    try ScriptedServer { _, connection in connection.send(bytes) }
  }

  private func server(_ text: String) throws -> ScriptedServer { try server(Array(text.utf8)) }

  /// What comes of a server that answers so.
  private func kind(_ answer: String) throws -> FailureKind? {
    let server = try server(answer)
    return withExtendedLifetime(server) { Fetching.kind(server.url()) }
  }

  private func page(_ answer: String) throws -> FetchedPage {
    let server = try server(answer)
    return try withExtendedLifetime(server) { try Fetching.page(server.url()) }
  }

  private static let start = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

  // MARK: Connections

  @Test func nobodyListens() throws {
    let url: String
    do { url = try ScriptedServer { _, _ in }.url() }
    #expect(Fetching.kind(url) == .refused)
  }

  @Test func aNameThatIsNone() {
    let failure = Fetching.failure("http://nowhere.invalid/", Self.impatient)
    guard case .transfer(let kind, let url, _) = failure else {
      #expect(failure == .noNetwork)
      return
    }
    #expect(kind == .nameNotFound || kind == .connectTimeout)
    #expect(url == "http://nowhere.invalid/")
  }

  @Test func theServerHangsUp() throws {
    #expect(try kind("") == .noAnswer)
  }

  @Test func theConnectionBreaks() throws {
    let server = try ScriptedServer { _, connection in
      connection.send(Self.start + "Content-Length: 100000\r\n\r\nbeginning")
      Thread.sleep(forTimeInterval: 0.1)
      connection.reset()
    }
    #expect(Fetching.kind(server.url()) == .reset)
  }

  @Test func theServerNeverAnswers() throws {
    let server = try ScriptedServer { _, connection in connection.waitForEnd() }
    #expect(Fetching.kind(server.url(), Self.impatient) == .stalled)
  }

  @Test func theServerDrips() throws {
    let server = try ScriptedServer { _, connection in
      connection.send(Self.start + "\r\n")
      while connection.send("a") { Thread.sleep(forTimeInterval: 0.1) }
    }
    #expect(Fetching.kind(server.url(), Self.impatient) == .stalled)
  }

  @Test func theServerNeverEnds() throws {
    var settings = Fetching.settings
    settings.limits.totalMilliseconds = 1500
    let server = try ScriptedServer { _, connection in
      connection.send(Self.start + "\r\n")
      while connection.send(String(repeating: "a", count: 5000)) { Thread.sleep(forTimeInterval: 0.1) }
    }
    #expect(Fetching.kind(server.url(), settings) == .timeout)
  }

  // MARK: Lengths and framing

  @Test func lessThanAnnouncedIsNoPage() throws {
    #expect(try kind(Self.start + "Content-Length: 100\r\n\r\nten bytes.") == .shortBody)
  }

  @Test func moreThanAnnouncedIsLeftAlone() throws {
    let page = try page(Self.start + "Content-Length: 3\r\n\r\nabcdef")
    #expect(page.bytes == Array("abc".utf8))
  }

  @Test func withoutALengthTheEndIsTheEnd() throws {
    let page = try page(Self.start + "\r\nall of it")
    #expect(page.bytes == Array("all of it".utf8))
  }

  @Test(arguments: ["-5", "1e3", "99999999999999999999999999", "5, 7"]) func aLengthThatIsNone(_ length: String) throws
  {
    let server = try server(Self.start + "Content-Length: \(length)\r\n\r\nhello")
    // Some are passed over or read as far as they are numbers; others are a mistake that is said.
    switch Fetching.load(server.url()).end {
    case .done(let page): #expect("hello".utf8.starts(with: page.bytes))
    case .failed(.network(_, .transfer(let kind, _, _))): #expect([.badFraming, .shortBody, .other].contains(kind))
    case .failed(let error): Issue.record("\(error)")
    case .progress: Issue.record("no end")
    }
  }

  @Test(arguments: ["zz\r\nabc\r\n0\r\n\r\n", "fffffffffffffffffffff\r\nabc", "-3\r\nabc\r\n0\r\n\r\n"])
  func chunksThatAreNone(_ body: String) throws {
    let server = try server(Self.start + "Transfer-Encoding: chunked\r\n\r\n" + body)
    #expect(Fetching.kind(server.url()) == .badFraming)
  }

  @Test func chunksThatEndTooEarly() throws {
    let server = try server(Self.start + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n50\r\nhal")
    #expect(Fetching.kind(server.url()) == .shortBody)
  }

  @Test(arguments: [
    "SSH-2.0-OpenSSH_9.2\r\n", "<html>no head at all", "HTTP/9.9 200 OK\r\n\r\nx", "HTTP/1.1 2 OK\r\n\r\n",
  ])
  func whatIsNotHTTP(_ bytes: String) throws {
    #expect(try kind(bytes) == .badFraming)
  }

  @Test func floodsOfHeadersAreGivenUp() throws {
    let lines = try ScriptedServer { _, connection in
      connection.send("HTTP/1.1 200 OK\r\n")
      while connection.send("X-Header: value\r\n") {}
    }
    #expect(Fetching.kind(lines.url()) == .tooManyHeaders)
    let line = try ScriptedServer { _, connection in
      connection.send("HTTP/1.1 200 OK\r\nX-Long: ")
      while connection.send(String(repeating: "a", count: 1000)) {}
    }
    #expect(Fetching.kind(line.url()) == .tooManyHeaders)
    let interim = try ScriptedServer { _, connection in
      while connection.send("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n") {}
    }
    #expect(Fetching.kind(interim.url()) == .tooManyHeaders)
  }

  // MARK: Size and packing

  @Test func aLongBodyIsCutAndSaysSo() throws {
    var settings = Fetching.settings
    settings.limits.bodyBytes = 1 << 20
    let server = try ScriptedServer { _, connection in
      connection.send(Self.start + "Content-Length: 100000000\r\n\r\n")
      let part = [UInt8](repeating: 0x61, count: 1 << 16)
      while connection.send(part) {}
    }
    let page = try Fetching.page(server.url(), settings)
    #expect(page.bytes.count == 1 << 20)
    #expect(page.notices.contains { $0.contains("longer than 1 MB") })
  }

  @Test func packedBodiesAreUnpacked() throws {
    let server = try ScriptedServer { _, connection in
      connection.answer(gzip(Array("packed".utf8)), headers: ["Content-Encoding: gzip"])
    }
    #expect(try Fetching.page(server.url()).bytes == Array("packed".utf8))
  }

  @Test func aPageThatIsAGzipFileIsRead() throws {
    let packed = gzip(Array("a file".utf8))
    let server = try ScriptedServer { _, connection in connection.answer(packed, headers: ["Content-Type: text/html"]) }
    #expect(try Fetching.page(server.url()).bytes == Array("a file".utf8))
    let bomb = gzip([UInt8](repeating: 0, count: 40 << 20))
    let other = try ScriptedServer { _, connection in connection.answer(bomb) }
    #expect(Fetching.kind(other.url()) == .bomb)
    let broken = try ScriptedServer { _, connection in connection.answer([0x1F, 0x8B, 0x08, 0xFF, 0xFF]) }
    #expect(try Fetching.page(broken.url()).bytes == [0x1F, 0x8B, 0x08, 0xFF, 0xFF])
  }

  @Test func bombsAreThrownAway() throws {
    let size = 40 << 20
    // Brotli, RFC 7932: forty megabytes of zeros.
    let brotli = "cfffff7ff82700e2b14020f7fe9ffffffff04f00c4610180eefd7ffeffffe19f0088c32200ddfb3f"
    let bombs: [(String, [UInt8])] = [
      ("gzip", gzip([UInt8](repeating: 0, count: size))), ("br", bytes(brotli)), ("zstd", zstd(zeros: size)),
    ]
    for (coding, bomb) in bombs {
      let server = try ScriptedServer { _, connection in
        connection.answer(bomb, headers: ["Content-Encoding: \(coding)"])
      }
      let kind = Fetching.kind(server.url())
      // A library without this packing says so.
      #expect(kind == .bomb || kind == .badEncoding, "\(coding)")
      if coding == "gzip" { #expect(kind == .bomb) }
    }
  }

  private func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = Array(hexadecimal)
    return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
  }

  /// RFC 8878: a frame of blocks of one byte repeated, four bytes for 128 KB each.
  private func zstd(zeros count: Int) -> [UInt8] {
    let block = 128 << 10
    var bytes: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x58]
    for index in 0..<count / block {
      let header = block << 3 | 1 << 1 | (index == count / block - 1 ? 1 : 0)
      bytes += [UInt8(header & 255), UInt8(header >> 8 & 255), UInt8(header >> 16 & 255), 0]
    }
    return bytes
  }

  @Test func brokenPackingIsSaid() throws {
    for coding in ["gzip", "br", "zstd", "deflate"] {
      let server = try ScriptedServer { _, connection in
        connection.answer("this is not packed at all", headers: ["Content-Encoding: \(coding)"])
      }
      let kind = Fetching.kind(server.url())
      #expect(kind == .badEncoding || kind == .other, "\(coding)")
    }
    var half = gzip(Array(String(repeating: "half of it ", count: 1000).utf8))
    half.removeLast(half.count / 2)
    let cut = half
    let server = try ScriptedServer { _, connection in connection.answer(cut, headers: ["Content-Encoding: gzip"]) }
    let end = Fetching.load(server.url()).end
    if case .done(let page) = end { #expect(page.bytes.starts(with: Array("half".utf8))) }
  }

  // MARK: Redirects

  @Test func circlesAndEndlessWaysAreLeft() throws {
    let server = try ScriptedServer { request, connection in
      let next = request.path == "/circle" ? "/circle" : request.path + "x"
      connection.answer("", status: "302 Found", headers: ["Location: \(next)"])
    }
    #expect(Fetching.kind(server.url("/circle")) == .redirectLoop)
    #expect(Fetching.kind(server.url("/way")) == .tooManyRedirects)
    #expect(server.requests.count < 20)
  }

  @Test(arguments: ["file:///etc/passwd", "data:text/html,x", "ftp://127.0.0.1/", "javascript:alert(1)", "gopher://a/"])
  func noRedirectLeadsOutOfTheWeb(_ target: String) throws {
    let server = try ScriptedServer { _, connection in
      connection.answer("", status: "301 Moved", headers: ["Location: \(target)"])
    }
    guard case .transfer(let kind, _, let detail) = Fetching.failure(server.url()) else {
      Issue.record("it was followed")
      return
    }
    #expect(kind == .redirectAway)
    #expect(detail.hasPrefix(target.prefix(4)))
  }

  @Test func aRedirectWithAUserNameIsNotFollowed() throws {
    let server = try ScriptedServer { _, connection in
      connection.answer("", status: "302 Found", headers: ["Location: http://bank.example@127.0.0.1/"])
    }
    #expect(Fetching.kind(server.url()) == .redirectAway)
  }

  // MARK: Answers that are no page

  @Test func errorsWithAPageAreShown() throws {
    for status in ["404 Not Found", "500 Internal Server Error", "403 Forbidden"] {
      let server = try ScriptedServer { _, connection in connection.answer("<p>Sorry", status: status) }
      let page = try Fetching.page(server.url())
      #expect(!page.isSuccess)
      #expect(page.bytes == Array("<p>Sorry".utf8))
      #expect(page.notices.contains { $0.contains("answers \(status.prefix(3))") })
    }
  }

  @Test func errorsWithoutAPageFail() throws {
    for status in [404, 500, 204, 304] {
      let server = try server("HTTP/1.1 \(status) Something\r\nConnection: close\r\n\r\n")
      #expect(Fetching.failure(server.url()) == .status(status, url: server.url()))
    }
  }

  // MARK: What is said

  @Test func everyFailureIsASentenceThatSaysWhatToDo() {
    for kind in FailureKind.allCases {
      let failure = NetworkFailure.transfer(kind, url: "https://example.org/a", detail: "")
      let message = failure.message("https://example.org/a")
      #expect(message.hasPrefix("https://example.org/a: "))
      #expect(message.hasSuffix("."))
      #expect(!failure.code.isEmpty)
      #expect(FetchError.network(location: "", failure).exitCode == 3)
    }
  }
}
