/// Read access to the bytes of a source that can be handed to another thread; of a stream, to those that have come.
package enum ByteWindow: Sendable {
  case file(FileBytes)
  case held([UInt8])

  package var size: Int {
    switch self {
    case .file(let file): file.size
    case .held(let bytes): bytes.count
    }
  }

  /// The bytes of `range`, as far as they are there.
  package func read(_ range: Range<Int>) -> [UInt8] {
    switch self {
    case .file(let file): file.read(range)
    case .held(let bytes): Array(bytes[range.clamped(to: 0..<bytes.count)])
    }
  }
}
