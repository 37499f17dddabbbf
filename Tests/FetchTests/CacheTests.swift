import Foundation
import TestServer
import Testing

@testable import Fetch

struct CacheTests {
  private let folder: ScratchFolder
  private let cache: PageCache

  init() throws {
    folder = try ScratchFolder()
    cache = PageCache(folder: folder.path + "/deep/ibid")
  }

  private var settings: FetchSettings {
    var settings = Fetching.settings
    settings.cacheFolder = cache.folder
    return settings
  }

  private func page(_ bytes: [UInt8] = Array("body".utf8)) -> FetchedPage {
    FetchedPage(
      bytes: bytes, location: "http://a.example/", url: "http://b.example/", status: 200, mediaType: "text/html",
      charset: "utf-8", etag: "\"1\"", lastModified: nil, fetchedAt: now(), freshUntil: 5)
  }

  private var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: cache.folder)) ?? []).map { cache.folder + "/" + $0 }
  }

  private func attribute(_ name: FileAttributeKey, of path: String) -> Int? {
    (try? FileManager.default.attributesOfItem(atPath: path)[name]) as? Int
  }

  @Test func aPageIsKeptForItsReaderAlone() throws {
    #expect(cache.page(for: "http://a.example/") == nil)
    cache.keep(page(), for: "http://a.example/")
    var kept = try #require(cache.page(for: "http://a.example/"))
    #expect(kept.isFromCache)
    kept.isFromCache = false
    #expect(kept == page())
    #expect(cache.page(for: "http://a.example/other") == nil)
    #expect(files.count == 1)
    #expect(attribute(.posixPermissions, of: files[0]) == 0o600)
    #expect(attribute(.posixPermissions, of: cache.folder) == 0o700)
    #expect(attribute(.posixPermissions, of: folder.path + "/deep") == 0o700)
  }

  @Test func noAddressNamesAFileOutside() {
    for url in ["http://a.example/../../../etc/passwd", "../x", "/etc/passwd", "http://a.example/\0x"] {
      cache.keep(page(), for: url)
      #expect(cache.page(for: url) != nil)
    }
    #expect(files.count == 4)
    #expect(files.allSatisfy { $0.hasSuffix(".page") && $0.utf8.count == cache.folder.utf8.count + 1 + 64 + 5 })
  }

  @Test func aFileThatWasChangedIsPassedOver() throws {
    cache.keep(page(), for: "http://a.example/")
    let path = try #require(files.first)
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    for place in whole.indices {
      var changed = whole
      changed[place] ^= 1
      try Data(changed).write(to: URL(fileURLWithPath: path))
      // A change in what is said of the page may pass, one in the page or its key may not.
      if let found = cache.page(for: "http://a.example/") { #expect(found.bytes == page().bytes) }
      try Data(whole[..<place]).write(to: URL(fileURLWithPath: path))
      #expect(cache.page(for: "http://a.example/") == nil)
    }
    try Data(whole).write(to: URL(fileURLWithPath: path))
    #expect(cache.page(for: "http://a.example/") != nil)
  }

  @Test func linksAreNotFollowed() throws {
    cache.keep(page(), for: "http://a.example/")
    let path = try #require(files.first)
    let elsewhere = folder.path + "/elsewhere"
    try FileManager.default.moveItem(atPath: path, toPath: elsewhere)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: elsewhere)
    #expect(cache.page(for: "http://a.example/") == nil)
    // Writing replaces the link, and not what it leads to.
    let before = try Data(contentsOf: URL(fileURLWithPath: elsewhere))
    cache.keep(page(Array("new".utf8)), for: "http://a.example/")
    #expect(cache.page(for: "http://a.example/")?.bytes == Array("new".utf8))
    #expect(try Data(contentsOf: URL(fileURLWithPath: elsewhere)) == before)
    // Something that never ends in its place: nobody waits for it.
    unlink(path)
    #expect(mkfifo(path, 0o600) == 0)
    #expect(cache.page(for: "http://a.example/") == nil)
  }

  @Test func aFolderThatOthersWriteIntoIsNotTrusted() throws {
    cache.keep(page(), for: "http://a.example/")
    chmod(cache.folder, 0o777)
    #expect(cache.page(for: "http://a.example/") == nil)
  }

  @Test func theOldestGoWhenThereAreTooMany() throws {
    var small = cache
    small.capacity = 10_000
    for number in 0..<8 {
      small.keep(page([UInt8](repeating: 65, count: 3000)), for: "http://a.example/\(number)")
      for path in files {
        // A file system's clock is coarse: each is a minute older than the next.
        let old = try #require(
          try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)
        try FileManager.default.setAttributes([.modificationDate: old.addingTimeInterval(-60)], ofItemAtPath: path)
      }
    }
    #expect(files.count == 3)
    #expect(cache.page(for: "http://a.example/7") != nil)
    #expect(cache.page(for: "http://a.example/0") == nil)
    small.longestAge = 30
    #expect(small.page(for: "http://a.example/7") == nil)
  }

  // MARK: Loads

  @Test func aServerIsAskedWhetherTheCopyHolds() throws {
    let server = try ScriptedServer { request, connection in
      if request.head.contains("If-None-Match: \"7\"") {
        connection.send("HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n")
      } else {
        connection.answer("first", headers: ["ETag: \"7\"", "Last-Modified: Sat, 01 Jan 2022 00:00:00 GMT"])
      }
    }
    #expect(try Fetching.page(server.url(), settings).isFromCache == false)
    let second = try Fetching.page(server.url(), settings)
    #expect(second.isFromCache)
    #expect(second.bytes == Array("first".utf8))
    #expect(server.requests.count == 2)
    #expect(server.requests[1].head.contains("If-Modified-Since: Sat, 01 Jan 2022 00:00:00 GMT"))
    // A reload asks for the page itself.
    #expect(try Fetching.page(server.url(), settings, isReload: true).isFromCache == false)
    #expect(!server.requests[2].head.contains("If-None-Match"))
  }

  @Test func whatIsFreshIsNotAskedForAgain() throws {
    let server = try ScriptedServer { request, connection in
      let control = request.path == "/kept" ? "max-age=600" : "no-store"
      connection.answer("page", headers: ["Cache-Control: \(control)"])
    }
    for _ in 0..<3 { _ = try Fetching.page(server.url("/kept"), settings) }
    #expect(server.requests.count == 1)
    for _ in 0..<2 { _ = try Fetching.page(server.url("/not"), settings) }
    #expect(server.requests.count == 3)
  }

  @Test func offlineNothingIsAskedFor() throws {
    let server = try ScriptedServer { _, connection in connection.answer("page") }
    var offline = settings
    offline.isOffline = true
    #expect(Fetching.failure(server.url(), offline) == .offline)
    _ = try Fetching.page(server.url(), settings)
    let page = try Fetching.page(server.url(), offline)
    #expect(page.bytes == Array("page".utf8))
    #expect(page.notices.contains { $0.hasPrefix("This is a copy of ") && $0.contains("offline") })
    #expect(server.requests.count == 1)
  }

  @Test func whenTheNetworkIsAwayTheCopyDoes() throws {
    let url: String
    do {
      let server = try ScriptedServer { _, connection in connection.answer("page") }
      url = server.url("/#part")
      _ = try Fetching.page(url, settings)
    }
    let page = try Fetching.page(url, settings)
    #expect(page.isFromCache)
    #expect(page.location == url)
    #expect(page.notices.contains { $0.contains("the network does not bring it now") })
  }

  @Test func errorsAndCutPagesAreNotKept() throws {
    let server = try ScriptedServer { request, connection in
      let isError = request.path == "/error"
      connection.answer(String(repeating: "a", count: 5000), status: isError ? "500 Broken" : "200 OK")
    }
    var short = settings
    short.limits.bodyBytes = 1000
    _ = try Fetching.page(server.url("/error"), short)
    _ = try Fetching.page(server.url("/long"), short)
    #expect(files == [])
  }

  @Test func freshnessIsReadFromItsField() {
    let cases: [(String?, Int)] = [
      (nil, 0), ("", 0), ("max-age=60", 60), ("public, Max-Age=60", 60), ("max-age=\"60\"", 60), ("max-age=-1", 0),
      ("max-age=x", 0), ("max-age=60, no-cache", 0), ("max-age=31536000", 86_400), ("no-store", 0),
    ]
    for (field, seconds) in cases { #expect(Freshness.seconds(cacheControl: field) == seconds, "\(field ?? "nil")") }
  }

  @Test func timesAreSaidInWords() {
    #expect(timeWords(0) == "1 January 1970, 0:00 UTC")
    #expect(timeWords(1_793_709_900) == "3 November 2026, 12:45 UTC")
  }

  @Test func typesAreReadFromTheirField() {
    #expect(ContentType("text/HTML; charset='UTF-8' ; a=b").charset == "UTF-8")
    #expect(ContentType("text/html;charset").charset == nil)
    #expect(ContentType("nonsense").type == nil)
    #expect(ContentType(nil) == ContentType(""))
  }
}
