/// Messages between the reader and its helper travel as frames: four bytes of length, big end first, then so many bytes:
/// the kind of message, and what belongs to it.
package enum WireFrame {
  /// Bytes that a frame may hold: more than any part of a body that is sent at once.
  package static let limit = 1 << 18
  static let prefix = 4

  /// `payload` as it is sent.
  static func sealed(_ payload: [UInt8]) -> [UInt8] {
    var bytes = FieldWriter()
    bytes.put(number: payload.count, bytes: prefix)
    return bytes.bytes + payload
  }
}

/// Why what came cannot be a message. Nothing after it can be trusted.
package enum WireError: Error, Equatable, Sendable {
  /// A frame says that it is empty, or longer than any may be.
  case badLength(Int)
  case unknownKind(UInt8)
  /// A field is cut short, out of its range, or something is left over.
  case badField
}

/// Puts frames together again from bytes that come in parts. Holds one frame at most, and a part.
package struct FrameReader: Sendable {
  private var held: [UInt8] = []
  private var start = 0

  package init() {}

  package mutating func take(_ bytes: some Collection<UInt8>) {
    if start > 0 {
      held.removeFirst(start)
      start = 0
    }
    held += bytes
  }

  /// Whether bytes of a frame that is not complete are held.
  package var isInFrame: Bool { held.count > start }

  /// What the next complete frame holds; nil: more bytes are needed.
  package mutating func next() throws(WireError) -> [UInt8]? {
    guard held.count - start >= WireFrame.prefix else { return nil }
    var length = 0
    for byte in held[start..<start + WireFrame.prefix] { length = length << 8 | Int(byte) }
    guard (1...WireFrame.limit).contains(length) else { throw .badLength(length) }
    let first = start + WireFrame.prefix
    guard held.count - first >= length else { return nil }
    start = first + length
    return Array(held[first..<start])
  }
}
