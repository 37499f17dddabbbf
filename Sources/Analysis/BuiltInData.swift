import CAssets

extension IbidAsset {
  /// All its bytes, which stay where they are.
  var buffer: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: bytes, count: count) }
}
