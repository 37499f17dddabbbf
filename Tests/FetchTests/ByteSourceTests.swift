import Document
import Foundation
import Testing

@testable import Fetch

/// A folder that is gone at the end of a test.
final class ScratchFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "ibid-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let location = path + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: location))
    return location
  }
}

@Suite struct ByteSourceTests {
  @Test func fileIsReadInWindows() throws {
    let folder = try ScratchFolder()
    let source = try ByteSource.open(try folder.file("a.txt", Array("0123456789".utf8)))
    #expect(source.size == 10 && source.isComplete && source.fileDescriptor == nil)
    #expect(source.read(2..<5) == Array("234".utf8))
    #expect(source.read(8..<20) == Array("89".utf8))
    #expect(source.read(12..<20) == [])
    #expect(source.notices == [])
  }

  @Test func shrunkFileGivesWhatIsLeftAndANotice() throws {
    let folder = try ScratchFolder()
    let location = try folder.file("a.txt", Array(repeating: 65, count: 1000))
    let source = try ByteSource.open(location)
    truncate(location, 10)
    #expect(source.read(0..<1000).count == 10)
    #expect(source.read(500..<600) == [])
    #expect(source.notices.count == 1)
  }

  @Test func errorsSayWhatHappened() throws {
    let folder = try ScratchFolder()
    let missing = folder.path + "/none"
    #expect(throws: FetchError.notFound(location: missing)) { try ByteSource.open(missing) }
    #expect(throws: FetchError.isDirectory(location: folder.path)) { try ByteSource.open(folder.path) }
    #expect(FetchError.notFound(location: "x").message.hasPrefix("x: no such file. Check"))
    #expect(FetchError.notFound(location: "ftp://a/").message.hasPrefix("ftp://a/: no such file, and only http"))
    #expect(FetchError.notFound(location: "a:b").message.hasPrefix("a:b: no such file. Check"))
    #expect(FetchError.notFound(location: "x").exitCode == 1)
  }

  @Test func bytesOfTheProgramItself() {
    let source = ByteSource(bytes: Array("guide".utf8), location: "guide:")
    #expect(source.size == 5 && source.isComplete && source.fileDescriptor == nil && source.readAvailable() == 0)
    #expect(source.read(1..<9) == Array("uide".utf8))
  }

  @Test func emptyFileIsNoError() throws {
    let folder = try ScratchFolder()
    let source = try ByteSource.open(try folder.file("empty.txt", []))
    #expect(source.readAvailable() == 0 && source.isComplete && source.size == 0 && source.notices == [])
  }

  @Test func noPermission() throws {
    let folder = try ScratchFolder()
    let location = try folder.file("a.txt", [65])
    chmod(location, 0)
    guard geteuid() != 0 else { return }
    #expect(throws: FetchError.noPermission(location: location)) { try ByteSource.open(location) }
  }

  @Test func fifoGivesWhatHasComeAndNeverWaits() throws {
    let folder = try ScratchFolder()
    let location = folder.path + "/fifo"
    #expect(mkfifo(location, 0o600) == 0)
    let source = try ByteSource.open(location, limit: 64)
    #expect(source.readAvailable() == 0 && !source.isComplete && source.fileDescriptor != nil)
    let writer = open(location, O_WRONLY)
    defer { close(writer) }
    #expect(source.readAvailable() == 0 && !source.isComplete)
    #expect(write(writer, "abcd", 4) == 4)
    #expect(source.wait(milliseconds: 1000))
    #expect(source.readAvailable() == 4 && source.read(0..<9) == Array("abcd".utf8))
    // More than is held of a stream: its beginning stays, with a notice, and the pipe is left alone.
    #expect(write(writer, String(repeating: "x", count: 100), 100) == 100)
    #expect(source.readAvailable() == 60 && source.isComplete && source.fileDescriptor == nil)
    #expect(source.notices.count == 1 && source.size == 64)
  }

  @Test func fifoEndsWithItsWriter() throws {
    let folder = try ScratchFolder()
    let location = folder.path + "/fifo"
    #expect(mkfifo(location, 0o600) == 0)
    let source = try ByteSource.open(location)
    let writer = open(location, O_WRONLY)
    #expect(write(writer, "ab", 2) == 2)
    close(writer)
    #expect(source.readAvailable() == 2 && source.isComplete && source.notices == [])
  }

  @Test func windowsAreSnapshots() throws {
    let folder = try ScratchFolder()
    let source = try ByteSource.open(try folder.file("a.txt", Array("0123456789".utf8)))
    #expect(source.window.size == 10 && source.window.read(3..<5) == Array("34".utf8))
    let held = ByteWindow.held([1, 2, 3])
    #expect(held.read(1..<9) == [2, 3] && held.read(5..<9) == [])
  }
}
