import Glibc

/// An open regular file, read in windows. It may shrink while it is open: then a read is short, and nothing else.
package final class FileBytes: Sendable {
  package let descriptor: Int32
  /// Bytes when it was opened.
  package let size: Int
  private let closes: Bool

  /// Takes over `descriptor`, and closes it at the end if `closes`.
  init(descriptor: Int32, size: Int, closes: Bool) {
    self.descriptor = descriptor
    self.size = size
    self.closes = closes
  }

  deinit {
    if closes { close(descriptor) }
  }

  /// The bytes of `range`, cut to the file's size; fewer where the file has shrunk or cannot be read.
  package func read(_ range: Range<Int>) -> [UInt8] {
    let range = range.clamped(to: 0..<max(size, 0))
    guard !range.isEmpty else { return [] }
    return [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count, let start = buffer.baseAddress {
        let got = pread(descriptor, start + count, range.count - count, off_t(range.lowerBound + count))
        if got < 0 && errno == EINTR { continue }
        if got <= 0 { break }
        count += got
      }
    }
  }
}
