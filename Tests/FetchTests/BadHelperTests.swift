import Foundation
import Testing
import Wire

@testable import Fetch

/// The reader survives whatever its helper does.
struct BadHelperTests {
  /// What comes of a helper that is this program.
  private func failure(_ helper: String?, _ change: (inout FetchSettings) -> Void = { _ in }) -> NetworkFailure? {
    var settings = Fetching.settings
    settings.helper = helper
    settings.environment = ["PATH=/usr/bin:/bin"]
    change(&settings)
    return Fetching.failure("http://127.0.0.1:9/", settings)
  }

  /// A helper that is a shell script.
  private func script(_ text: String, _ files: [String: [UInt8]] = [:]) throws -> (folder: ScratchFolder, path: String)
  {
    let folder = try ScratchFolder()
    for (name, bytes) in files { _ = try folder.file(name, bytes) }
    let path = try folder.file("helper", Array("#!/bin/sh\ncd \"$(dirname \"$0\")\"\n\(text)\n".utf8))
    chmod(path, 0o755)
    return (folder, path)
  }

  @Test func itIsMissing() {
    #expect(failure(nil) == .helperMissing)
    #expect(failure("/nowhere/ibid-fetch") == .helperFailed("cannot be started"))
    #expect(failure("/etc/passwd") == .helperFailed("cannot be started"))
  }

  @Test func itDies() {
    #expect(failure("/bin/false") == .helperFailed("ended before it was done"))
    #expect(failure("/bin/true") == .helperFailed("ended before it was done"))
  }

  @Test func itSpeaksNonsense() {
    // The order comes back: a kind of message that no helper sends.
    #expect(failure("/bin/cat") == .helperFailed("sent what cannot be understood"))
    #expect(failure("/usr/bin/yes") == .helperFailed("sent what cannot be understood"))
  }

  @Test func itHangs() throws {
    let (folder, path) = try script("exec sleep 100")
    let clock = ContinuousClock()
    let time = clock.measure {
      let found = failure(path) { $0.limits.totalMilliseconds = 100 }
      #expect(found == .helperFailed("did not answer in time"))
    }
    #expect(time < .seconds(10))
    withExtendedLifetime(folder) {}
  }

  @Test func itSendsWhatIsOutOfOrder() throws {
    let head = FetchReport.head(ResponseHead(url: "http://a/", status: 200)).frame
    let cases: [([UInt8], String)] = [
      (FetchReport.body([1]).frame, "sent more than it should"),
      (FetchReport.end(isCut: false).frame, "ended before it was done"),
      (head + head, "sent two answers"),
      (head + [0, 0], "ended before it was done"),
      (head + [0, 0, 0, 2, 99, 0], "sent what cannot be understood"),
    ]
    for (bytes, words) in cases {
      let (folder, path) = try script("cat reports", ["reports": bytes])
      #expect(failure(path) == .helperFailed(words))
      withExtendedLifetime(folder) {}
    }
  }

  @Test func itSendsMoreThanTheLimit() throws {
    let head = FetchReport.head(ResponseHead(url: "http://a/", status: 200)).frame
    let body = FetchReport.body([UInt8](repeating: 65, count: 100_000)).frame
    let (folder, path) = try script("cat head; while cat body; do :; done", ["head": head, "body": body])
    #expect(failure(path) { $0.limits.bodyBytes = 1 << 20 } == .helperFailed("sent more than it should"))
    withExtendedLifetime(folder) {}
  }

  @Test func itSendsTheReaderOnWithoutAnEnd() throws {
    let (folder, path) = try script("while cat way; do :; done", ["way": FetchReport.redirect(url: "http://a/").frame])
    #expect(failure(path) == .helperFailed("went on without an end"))
    withExtendedLifetime(folder) {}
  }

  @Test func itIsGivenNoDescriptorAndNoVariableOfTheReaders() throws {
    setenv("IBID_TEST_SECRET", "x", 1)
    let (folder, path) = try script("env > environment; ls /proc/self/fd > descriptors; exit 0")
    _ = failure(path)
    let environment = try String(contentsOfFile: folder.path + "/" + "environment", encoding: .utf8)
    #expect(!environment.contains("IBID_TEST_SECRET"))
    #expect(!environment.contains("HOME="))
    let descriptors = try String(contentsOfFile: folder.path + "/" + "descriptors", encoding: .utf8)
    // 3 is the folder that `ls` reads.
    #expect(descriptors.split(separator: "\n").map(String.init).sorted() == ["0", "1", "2", "3"])
  }
}
