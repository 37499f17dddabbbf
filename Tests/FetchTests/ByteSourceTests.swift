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
    #expect(FetchError.notFound(location: "x").message.hasPrefix("x: no such file"))
    #expect(FetchError.notFound(location: "x").exitCode == 1)
  }
}
