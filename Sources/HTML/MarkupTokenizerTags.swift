/// Tags and their attributes (WHATWG §13.2.5.8 and 32 to 40).
extension MarkupTokenizer {
  /// A tag whose name begins at `nameStart`. One that the document's end cuts off is no tag.
  mutating func tag(_ bytes: Span<UInt8>, from nameStart: Int, isEnd: Bool) {
    var index = nameStart
    name = takeName(bytes, at: &index, stops: Ascii.tagStops)
    beginTag()
    let count = bytes.count
    while true {
      index = skipSpace(in: bytes, from: index, to: count)
      guard index < count else { return endCutOff(bytes) }
      let byte = bytes[index]
      if byte == Ascii.greater {
        position = index &+ 1
        kind = isEnd ? .endTag : .startTag
        return
      }
      if byte == Ascii.slash {
        index &+= 1
        isSelfClosing = index < count && bytes[index] == Ascii.greater
      } else {
        guard attribute(bytes, at: &index) else { return endCutOff(bytes) }
      }
    }
  }

  private mutating func endCutOff(_ bytes: Span<UInt8>) {
    position = bytes.count
    kind = .end
  }

  /// Reads one attribute; false where the document ends inside its value.
  @inline(__always)
  private mutating func attribute(_ bytes: Span<UInt8>, at index: inout Int) -> Bool {
    let name = takeName(bytes, at: &index, stops: Ascii.attributeStops)
    var value: (start: UInt32, end: UInt32) = (0, 0)
    var after = skipSpace(in: bytes, from: index, to: bytes.count)
    if after < bytes.count, bytes[after] == Ascii.equals {
      after = skipSpace(in: bytes, from: after &+ 1, to: bytes.count)
      guard after < bytes.count else { return false }
      let byte = bytes[after]
      if byte == Ascii.quote || byte == Ascii.apostrophe {
        after &+= 1
        guard let quoted = quotedValue(bytes, at: &after, quote: byte) else { return false }
        value = quoted
      } else if byte != Ascii.greater {
        value = bareValue(bytes, at: &after)
      }
      index = after
    }
    if isFirst(name) { attributes.append(MarkupAttribute(name: name, start: value.start, end: value.end)) }
    return true
  }

  @inline(__always)
  private mutating func quotedValue(
    _ bytes: Span<UInt8>, at index: inout Int, quote: UInt8
  ) -> (start: UInt32, end: UInt32)? {
    let start = index
    index = firstIndex(of: quote, Ascii.ampersand, 0, in: bytes, from: start)
    // A `&` that begins no reference stays; URLs are full of them.
    while index < bytes.count, bytes[index] == Ascii.ampersand,
      characterReference(in: bytes, at: index, isAttribute: true) == nil
    {
      index = firstIndex(of: quote, Ascii.ampersand, 0, in: bytes, from: index &+ 1)
    }
    guard index < bytes.count else { return nil }
    if bytes[index] == quote {
      index &+= 1
      return (UInt32(start), UInt32(index &- 1))
    }
    return decodedValue(bytes, from: start, at: &index, quote: quote)
  }

  private mutating func decodedValue(
    _ bytes: Span<UInt8>, from start: Int, at index: inout Int, quote: UInt8
  ) -> (start: UInt32, end: UInt32)? {
    let decodedStart = decoded.count
    var copied = start
    while index < bytes.count, bytes[index] != quote {
      let after = replace(bytes, at: index, copied: &copied)
      index = firstIndex(of: quote, Ascii.ampersand, 0, in: bytes, from: after)
    }
    guard index < bytes.count else { return nil }
    copy(bytes, from: copied, to: index)
    index += 1
    return (Self.decodedBase + UInt32(decodedStart), Self.decodedBase + UInt32(decoded.count))
  }

  /// Puts into `decoded` what the NUL or the `&` at `index` stands for, and what came before it.
  private mutating func replace(_ bytes: Span<UInt8>, at index: Int, copied: inout Int) -> Int {
    if bytes[index] == 0 {
      copy(bytes, from: copied, to: index)
      decoded.append(contentsOf: replacementBytes)
      copied = index + 1
    } else if let reference = characterReference(in: bytes, at: index, isAttribute: true) {
      copy(bytes, from: copied, to: index)
      append(reference)
      copied = reference.end
    } else {
      return index + 1
    }
    return copied
  }

  private mutating func bareValue(_ bytes: Span<UInt8>, at index: inout Int) -> (start: UInt32, end: UInt32) {
    let start = index
    let decodedStart = decoded.count
    var copied = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 64, (Ascii.valueStops >> UInt64(byte)) & 1 != 0 {
        guard byte == 0 || byte == Ascii.ampersand else { break }
        index = replace(bytes, at: index, copied: &copied)
      } else {
        index &+= 1
      }
    }
    if copied == start { return (UInt32(start), UInt32(index)) }
    copy(bytes, from: copied, to: index)
    return (Self.decodedBase + UInt32(decodedStart), Self.decodedBase + UInt32(decoded.count))
  }

  /// Reads a name in lower case up to one of `stops`; its first byte belongs to it whatever it is.
  @inline(__always)
  private mutating func takeName(_ bytes: Span<UInt8>, at index: inout Int, stops: UInt64) -> MarkupName {
    let start = index
    var key: UInt64 = 0
    var isFirst = true
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 64, (stops >> UInt64(byte)) & 1 != 0 {
        if byte == 0 { return takeLongName(bytes, from: start, at: &index, stops: stops) }
        if !(isFirst && byte == Ascii.equals) { break }
      }
      isFirst = false
      key = key << 8 | UInt64(Ascii.lower(byte))
      index &+= 1
    }
    let length = index &- start
    if length <= MarkupNames.packedLength { return names.packed(key, length: length) }
    index = start
    return takeLongName(bytes, from: start, at: &index, stops: stops)
  }

  /// The same for names that do not fit into one word, and for those with a NUL.
  private mutating func takeLongName(
    _ bytes: Span<UInt8>, from start: Int, at index: inout Int, stops: UInt64
  ) -> MarkupName {
    index = start
    longName.removeAll(keepingCapacity: true)
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0 {
        longName.append(contentsOf: replacementBytes)
      } else {
        if byte < 64, (stops >> UInt64(byte)) & 1 != 0, !(index == start && byte == Ascii.equals) { break }
        longName.append(Ascii.lower(byte))
      }
      index += 1
    }
    return names.number(of: longName)
  }
}
