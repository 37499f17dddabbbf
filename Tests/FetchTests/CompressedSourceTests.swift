import CZlib
import Foundation
import Testing

@testable import Fetch

/// One gzip member that holds `bytes`.
func gzip(_ bytes: [UInt8]) -> [UInt8] {
  var stream = z_stream()
  let version = zlibVersion()
  guard
    deflateInit2_(&stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, version, Int32(MemoryLayout<z_stream>.size))
      == Z_OK
  else { return [] }
  defer { deflateEnd(&stream) }
  var input = bytes
  return [UInt8](unsafeUninitializedCapacity: bytes.count + 1000) { output, count in
    input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      stream.next_out = output.baseAddress
      stream.avail_out = UInt32(output.count)
      _ = deflate(&stream, Z_FINISH)
      count = output.count - Int(stream.avail_out)
    }
  }
}

@Suite struct CompressedSourceTests {
  private static let text = (0..<30_000).flatMap { Array("line \($0)\n".utf8) }

  private func opened(_ bytes: [UInt8], limit: Int = ByteSource.heldBytes) throws -> ByteSource {
    let folder = try ScratchFolder()
    let source = try ByteSource.open(try folder.file("a.gz", bytes), limit: limit)
    while !source.isComplete { _ = source.readAvailable() }
    return source
  }

  @Test func inflatesByMagic() throws {
    let source = try opened(gzip(Self.text))
    #expect(source.isCompressed && source.read(0..<source.size) == Self.text && source.notices == [])
  }

  @Test func inflatesMembersInARow() throws {
    let source = try opened(gzip(Array("one ".utf8)) + gzip(Array("two".utf8)) + [0, 0, 0])
    #expect(source.read(0..<99) == Array("one two".utf8) && source.notices == [])
  }

  @Test func cutDataGivesItsBeginning() throws {
    let whole = gzip(Self.text)
    let source = try opened(Array(whole.prefix(whole.count / 2)))
    #expect(source.size > 0 && Self.text.starts(with: source.read(0..<source.size)))
    #expect(source.notices.count == 1 && source.notices[0].contains("ends too early"))
  }

  @Test func brokenDataGivesItsBeginning() throws {
    var broken = gzip(Self.text)
    for at in broken.count / 2..<broken.count / 2 + 64 { broken[at] = 0xFF }
    let source = try opened(broken)
    #expect(source.notices.count == 1)
    #expect(source.size < Self.text.count + 1 && source.size > 0)
  }

  @Test func aBombIsCutAtTheLimit() throws {
    let source = try opened(gzip([UInt8](repeating: 0x61, count: 3_000_000)), limit: 100_000)
    #expect(source.size == 100_000 && source.notices.count == 1)
  }

  @Test func anEndingInGzAloneMeansNothing() throws {
    let source = try opened(Array("plain words".utf8))
    #expect(!source.isCompressed && source.read(0..<99) == Array("plain words".utf8))
  }

  @Test(arguments: 0..<40)
  func anyBytesAfterTheMagicAreSurvived(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    let noise = (0..<300).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    let source = try opened([0x1F, 0x8B, 0x08] + noise)
    #expect(source.isComplete && source.notices.count <= 1, "seed \(seed)")
  }
}
