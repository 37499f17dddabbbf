import CSandbox
import Foundation
import Glibc
import TestServer
import Testing
import Wire

@testable import Fetch

/// The true helper, looked at while it works.
struct ConfinementTests {
  /// A helper in the middle of a load, and what /proc says of it.
  private func whileLoading(_ look: (pid_t, [String: String]) throws -> Void) throws {
    let server = try ScriptedServer { _, connection in
      connection.send("HTTP/1.1 200 OK\r\n\r\nbeginning")
      connection.waitForEnd()
    }
    let helper = try #require(HelperProcess([Fetching.helper], environment: []))
    let order = FetchOrder(url: server.url(), userAgent: "ibid/test")
    #expect(helper.send(order.frame[...]) == order.frame.count)
    var request = pollfd(fd: helper.descriptor, events: Int16(POLLIN), revents: 0)
    #expect(poll(&request, 1, 10_000) == 1)
    let child = try #require(helper.child)
    var status: [String: String] = [:]
    for line in try String(contentsOfFile: "/proc/\(child)/status", encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      if parts.count == 2 { status[parts[0]] = parts[1] }
    }
    try look(child, status)
  }

  @Test func itHasGivenUpWhatItDoesNotNeed() throws {
    try whileLoading { child, status in
      #expect(status["NoNewPrivs"] == "1")
      // 2: a filter. Kernels without seccomp have no such line.
      #expect(status["Seccomp"] == nil || status["Seccomp"] == "2")
      // Columns of a table, a space between two.
      let limits = try String(contentsOfFile: "/proc/\(child)/limits", encoding: .utf8)
        .split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
      #expect(limits.contains("Max file size 0 0 "))
      #expect(limits.contains("Max core file size 0 0 "))
      #expect(limits.contains("Max address space 1073741824 1073741824 "))
      #expect(limits.contains("Max open files 64 64 "))
      #expect(getsid(child) == child)
    }
  }

  @Test func itEndsWhereTheReaderWasGoneBeforeItBegan() throws {
    let server = try ScriptedServer { _, connection in connection.waitForEnd() }
    var ends: [Int32] = [-1, -1]
    try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0)
    let order = FetchOrder(url: server.url(), userAgent: "ibid/test").frame
    #expect(order.withUnsafeBytes { send(ends[0], $0.baseAddress, $0.count, 0) } == order.count)
    close(ends[0])
    let child = try #require(
      ChildProcess.spawn([Fetching.helper], environment: [], input: ends[1], output: ends[1], isDetached: true))
    close(ends[1])
    // It would wait for the server for 20 s.
    let begin = ContinuousClock.now
    #expect(ChildProcess.wait(for: child) == 1)
    #expect(ContinuousClock.now - begin < .seconds(10))
  }

  @Test func itTakesLittleMemory() throws {
    try whileLoading { _, status in
      let kilobytes = Int(status["VmRSS"]?.split(separator: " ").first ?? "") ?? 0
      #expect((1...64_000).contains(kilobytes))
    }
  }

  @Test func startedByHandItSaysWhatItIs() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Fetching.helper)
    process.arguments = ["http://127.0.0.1/"]
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let words = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    #expect(words == "ibid-fetch is started by ibid, and speaks with it alone.\n")
  }

  @Test func nonsenseInsteadOfAnOrderEndsIt() throws {
    for bytes in [[0, 0, 0, 1, 9], [0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0]] as [[UInt8]] {
      let helper = try #require(HelperProcess([Fetching.helper], environment: []))
      #expect(helper.send(bytes[...]) == bytes.count)
      helper.endInput()
      var request = pollfd(fd: helper.descriptor, events: Int16(POLLIN), revents: 0)
      #expect(poll(&request, 1, 10_000) == 1)
      guard case .end = helper.receive() else {
        Issue.record("it answered")
        continue
      }
      #expect(helper.waitForEnd() == 1)
    }
  }

  // MARK: The environment

  @Test func aProxyIsAsked() throws {
    let proxy = try ScriptedServer { _, connection in connection.answer("by way of a proxy") }
    let variables = ["HTTP_PROXY": proxy.url(), "NO_PROXY": "127.0.0.1", "HOME": "/home/x", "PATH": "/nowhere"]
    var settings = FetchSettings(userAgent: "ibid/test", isOffline: false) { variables[$0] }
    #expect(settings.cacheFolder == "/home/x/.cache/ibid")
    #expect(settings.pdfProgram == nil)
    settings.helper = Fetching.helper
    settings.cacheFolder = nil
    let page = try Fetching.page("http://page.example/", settings)
    #expect(page.bytes == Array("by way of a proxy".utf8))
    #expect(proxy.requests.first?.head.hasPrefix("GET http://page.example/ ") == true)
    // NO_PROXY: not by the proxy.
    let server = try ScriptedServer { _, connection in connection.answer("direct") }
    #expect(try Fetching.page(server.url(), settings).bytes == Array("direct".utf8))
    // A proxy that is not there.
    settings.environment = ["http_proxy=http://127.0.0.1:9"]
    let kind = Fetching.kind("http://page.example/", settings)
    #expect(kind == .proxy || kind == .refused)
  }

  @Test func pathsOfTheEnvironmentAreAbsoluteOrNone() {
    let variables = ["XDG_CACHE_HOME": "cache", "HOME": "home", "SSL_CERT_FILE": "ca.pem", "PATH": ".:bin"]
    let settings = FetchSettings(userAgent: "", isOffline: false) { variables[$0] }
    #expect(settings.cacheFolder == nil)
    #expect(settings.environment == ["LC_ALL=C.UTF-8"])
    #expect(settings.pdfProgram == nil)
  }

  @Test func namesInOtherLettersAreLookedUp() {
    guard case .transfer(let kind, _, let detail) = Fetching.failure("http://bücher.invalid/") else { return }
    #expect(kind == .nameNotFound, "\(detail)")
  }
}
