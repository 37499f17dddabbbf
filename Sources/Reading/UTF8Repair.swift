/// Whether `bytes` are valid UTF-8 (Unicode 16.0, table 3-7).
package func isValidUTF8(_ bytes: [UInt8]) -> Bool { validUTF8Prefix(bytes) == bytes.count }

/// How many bytes at the beginning are valid UTF-8.
func validUTF8Prefix(_ bytes: [UInt8]) -> Int {
  bytes.withUnsafeBufferPointer { buffer in
    var at = 0
    while at < buffer.count {
      if buffer[at] < 0x80 {
        at = skipASCII(buffer, at)
        continue
      }
      let length = sequenceLength(buffer, at)
      if length == 0 { return at }
      at += length
    }
    return buffer.count
  }
}

/// `bytes` with U+FFFD for each maximal part of an ill-formed sequence, as the WHATWG's decoder has it.
package func repairedUTF8(_ bytes: some Collection<UInt8>) -> [UInt8] {
  let source = Array(bytes)
  guard !isValidUTF8(source) else { return source }
  var result: [UInt8] = []
  result.reserveCapacity(source.count + 16)
  source.withUnsafeBufferPointer { buffer in
    var at = 0
    while at < buffer.count {
      let length = sequenceLength(buffer, at)
      if length > 0 {
        result += buffer[at..<at + length]
        at += length
      } else {
        result += [0xEF, 0xBF, 0xBD]
        at += brokenLength(buffer, at)
      }
    }
  }
  return result
}

/// The first byte at or after `at` that is not ASCII, eight at a time.
private func skipASCII(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
  var at = start
  let raw = UnsafeRawBufferPointer(buffer)
  while at + 8 <= buffer.count {
    if raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { break }
    at += 8
  }
  while at < buffer.count, buffer[at] < 0x80 { at += 1 }
  return at
}

/// What the second byte of a sequence with this first byte may be; nil: no sequence begins so.
private func secondByte(after first: UInt8) -> ClosedRange<UInt8>? {
  switch first {
  case 0xC2...0xDF, 0xE1...0xEC, 0xEE, 0xEF, 0xF1...0xF3: 0x80...0xBF
  case 0xE0: 0xA0...0xBF
  case 0xED: 0x80...0x9F
  case 0xF0: 0x90...0xBF
  case 0xF4: 0x80...0x8F
  default: nil
  }
}

private func wantedLength(_ first: UInt8) -> Int { first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }

/// The length of the well-formed sequence at `at`; 0: it is ill-formed.
func sequenceLength(_ buffer: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
  let first = buffer[at]
  if first < 0x80 { return 1 }
  let length = wantedLength(first)
  guard let second = secondByte(after: first), at + length <= buffer.count, second.contains(buffer[at + 1])
  else { return 0 }
  for k in 2..<max(length, 2) where buffer[at + k] & 0xC0 != 0x80 { return 0 }
  return length
}

/// How many bytes one U+FFFD stands for at `at`, where the sequence is ill-formed.
private func brokenLength(_ buffer: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
  let first = buffer[at]
  guard let second = secondByte(after: first), at + 1 < buffer.count, second.contains(buffer[at + 1]) else { return 1 }
  var length = 2
  while length < wantedLength(first), at + length < buffer.count, buffer[at + length] & 0xC0 == 0x80 { length += 1 }
  return length
}
