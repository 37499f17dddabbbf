import CAssets

extension IbidAsset {
  /// All its bytes, which stay where they are.
  var buffer: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: bytes, count: count) }
}

extension UnsafeRawBufferPointer {
  /// Bytes of a model that knows nothing: its magic and zeros. They stay for good; only those who fit models ask.
  static func blank(_ magic: [UInt8], length: Int) -> UnsafeRawBufferPointer {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: length, alignment: 8)
    room.initializeMemory(as: UInt8.self, repeating: 0)
    room.copyBytes(from: magic)
    return UnsafeRawBufferPointer(room)
  }
}
