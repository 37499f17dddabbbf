import CZlib

/// Inflates gzip data as it comes.
final class Inflater {
  /// What a portion of input led to.
  enum Outcome: Equatable {
    case more
    case ended
    /// The output reached its limit.
    case full
    /// The data is not gzip any more; what came before is good.
    case broken
  }

  /// gzip framing (16) and the largest window, as zlib's manual has it for inflateInit2.
  private static let windowBits: Int32 = 16 + 15
  /// Output made in one call of inflate.
  private static let portion = 1 << 16

  private let state: UnsafeMutablePointer<z_stream>
  private let isReady: Bool
  /// A member has ended: what follows may be another one, padding, or nothing.
  private(set) var isBetweenMembers = false

  init() {
    state = .allocate(capacity: 1)
    state.initialize(to: z_stream())
    isReady = ibid_inflate_init(state, Self.windowBits) == Z_OK
  }

  deinit {
    if isReady { inflateEnd(state) }
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// Whether `bytes` begin as gzip data does: the magic and the only method there is, RFC 1952 §2.3.1.
  static func isGzip(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B, 0x08]) }

  /// Appends what `input` inflates to, until `output` holds `limit` bytes.
  func inflate(_ input: [UInt8], into output: inout [UInt8], limit: Int) -> Outcome {
    guard isReady else { return .broken }
    var input = input
    return input.withUnsafeMutableBufferPointer { buffer in
      state.pointee.next_in = buffer.baseAddress
      state.pointee.avail_in = UInt32(clamping: buffer.count)
      defer { state.pointee.next_in = nil }
      return drain(into: &output, limit: limit)
    }
  }

  private func drain(into output: inout [UInt8], limit: Int) -> Outcome {
    while true {
      if isBetweenMembers {
        guard state.pointee.avail_in > 0 else { return .more }
        guard let next = state.pointee.next_in?.pointee, next == 0x1F else { return .ended }
        guard inflateReset(state) == Z_OK else { return .broken }
        isBetweenMembers = false
      }
      let room = min(Self.portion, limit - output.count)
      guard room > 0 else { return .full }
      var status: Int32 = Z_OK
      let portion = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        state.pointee.next_out = buffer.baseAddress
        state.pointee.avail_out = UInt32(room)
        status = CZlib.inflate(state, Z_NO_FLUSH)
        count = room - Int(state.pointee.avail_out)
      }
      output += portion
      switch status {
      case Z_STREAM_END: isBetweenMembers = true
      case Z_OK: if state.pointee.avail_in == 0 && state.pointee.avail_out > 0 { return .more }
      case Z_BUF_ERROR: return .more
      default: return .broken
      }
    }
  }
}
