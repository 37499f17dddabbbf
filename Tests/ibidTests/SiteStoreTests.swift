import Glibc
import Testing

@testable import ibid

struct SiteStoreTests {
  private let state = "/tmp/ibid-sites-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"

  private var store: SiteStore? { SiteStore { $0 == "XDG_STATE_HOME" ? state : nil } }

  @Test func verdictsAreFoundAgainOnTheirSiteOnly() throws {
    let store = try #require(store)
    defer { removeAll() }
    let verdicts = ["Support us\ttoday": false, "A line\nwith \\ in it": true]
    #expect(store.save(verdicts, on: "example.org"))
    #expect(store.verdicts(on: "example.org") == verdicts)
    #expect(store.verdicts(on: "example.net").isEmpty)
    var status = stat()
    #expect(stat(store.folder, &status) == 0 && status.st_mode & 0o777 == 0o700)
  }

  @Test func whatIsNoFileOfOursIsNoVerdict() {
    #expect(SiteStore.parse("", site: "example.org").isEmpty)
    #expect(SiteStore.parse("ibid-site\t2\nsite\texample.org\nverdict\t1\tx\n", site: "example.org").isEmpty)
    #expect(SiteStore.parse("ibid-site\t1\nsite\texample.net\nverdict\t1\tx\n", site: "example.org").isEmpty)
    #expect(
      SiteStore.parse("ibid-site\t1\nsite\texample.org\nverdict\nnew\t1\nverdict\t1\tx", site: "example.org") == [
        "x": true
      ])
  }

  @Test func withoutAHomeNothingIsKept() {
    #expect(SiteStore { _ in nil } == nil)
    #expect(SiteStore { $0 == "HOME" ? "/home/ann" : nil }?.folder == "/home/ann/.local/state/ibid/sites")
  }

  private func removeAll() {
    for name in ["example.org", "example.net"] { unlink(state + "/ibid/sites/" + StateFolder.fileName(for: name)) }
    for folder in ["/ibid/sites", "/ibid", ""] { rmdir(state + folder) }
  }
}
