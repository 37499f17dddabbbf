/// Comments, document types and CDATA openings (WHATWG §13.2.5.41 to 68).
extension MarkupTokenizer {
  /// What follows `<!`. False where it opened a CDATA section, which is no token.
  mutating func declaration(_ bytes: Span<UInt8>, isForeign: Bool) -> Bool {
    let start = position + 2
    if start + 1 < bytes.count, bytes[start] == Ascii.dash, bytes[start + 1] == Ascii.dash {
      comment(bytes, from: start + 2)
    } else if hasWord(Keyword.doctype, at: start, in: bytes) {
      position = start + Keyword.doctype.count
      readDoctype(bytes)
    } else if isForeign, isCDATA(bytes, at: start) {
      position = start + Keyword.cdata.count
      state = .cdata
      return false
    } else {
      bogusComment(bytes, from: start)
    }
    return true
  }

  private func isCDATA(_ bytes: Span<UInt8>, at start: Int) -> Bool {
    guard start <= bytes.count - Keyword.cdata.count else { return false }
    for offset in 0..<Keyword.cdata.count where bytes[start + offset] != Keyword.cdata[offset] { return false }
    return true
  }

  /// Everything up to the next `>`. A processing instruction is kept this way too, with its `?`.
  mutating func bogusComment(_ bytes: Span<UInt8>, from start: Int) {
    let end = firstIndex(of: Ascii.greater, in: bytes, from: start)
    emitComment(bytes, from: start, to: end)
    position = min(end + 1, bytes.count)
  }

  private mutating func comment(_ bytes: Span<UInt8>, from start: Int) {
    var index = start
    while true {
      index = firstIndex(of: Ascii.greater, in: bytes, from: index)
      guard index < bytes.count else { break }
      if let end = endOfComment(bytes, from: start, closing: index) {
        emitComment(bytes, from: start, to: end)
        position = index + 1
        return
      }
      index += 1
    }
    // Cut off by the document's end: what may have begun the closing is not data.
    var end = bytes.count
    if end - 3 >= start, bytes[end - 1] == Ascii.bang, bytes[end - 2] == Ascii.dash, bytes[end - 3] == Ascii.dash {
      end -= 3
    } else {
      if end > start, bytes[end - 1] == Ascii.dash { end -= 1 }
      if end > start, end < bytes.count, bytes[end - 1] == Ascii.dash { end -= 1 }
    }
    emitComment(bytes, from: start, to: end)
    position = bytes.count
  }

  /// Where the comment's data ends if the `>` at `closing` closes it.
  private func endOfComment(_ bytes: Span<UInt8>, from start: Int, closing: Int) -> Int? {
    let length = closing - start
    // `<!-->` and `<!--->`.
    if length == 0 || length == 1 && bytes[start] == Ascii.dash { return start }
    if length >= 2, bytes[closing - 1] == Ascii.dash, bytes[closing - 2] == Ascii.dash { return closing - 2 }
    if length >= 3, bytes[closing - 1] == Ascii.bang, bytes[closing - 2] == Ascii.dash,
      bytes[closing - 3] == Ascii.dash
    {
      return closing - 3
    }
    return nil
  }

  private mutating func emitComment(_ source: Span<UInt8>, from: Int, to: Int) {
    kind = .comment
    let bytes = source.extracting(0..<to)
    var null = firstIndex(of: 0, in: bytes, from: from)
    guard null < to else {
      start = UInt32(from)
      end = UInt32(to)
      return
    }
    let decodedStart = decoded.count
    var copied = from
    while null < to {
      copy(bytes, from: copied, to: null)
      decoded.append(contentsOf: replacementBytes)
      copied = null + 1
      null = firstIndex(of: 0, in: bytes, from: copied)
    }
    copy(bytes, from: copied, to: to)
    start = Self.decodedBase + UInt32(decodedStart)
    end = Self.decodedBase + UInt32(decoded.count)
  }

  /// What follows `<!doctype`, up to and with its `>`.
  private mutating func readDoctype(_ bytes: Span<UInt8>) {
    kind = .doctype
    doctype = MarkupDoctype()
    var index = skipSpace(in: bytes, from: position, to: bytes.count)
    doctype.forcesQuirks = !readDoctypeParts(bytes, at: &index)
    // Whatever stands before the `>` is passed over.
    let end = firstIndex(of: Ascii.greater, in: bytes, from: index)
    position = min(end + 1, bytes.count)
  }

  /// Reads name and identifiers; false where they are wrong or the document ends in them.
  private mutating func readDoctypeParts(_ bytes: Span<UInt8>, at index: inout Int) -> Bool {
    guard index < bytes.count, bytes[index] != Ascii.greater else { return false }
    var name: [UInt8] = []
    while index < bytes.count, !Ascii.isSpace(bytes[index]), bytes[index] != Ascii.greater {
      if bytes[index] == 0 {
        name.append(contentsOf: replacementBytes)
      } else {
        name.append(Ascii.lower(bytes[index]))
      }
      index += 1
    }
    doctype.name = name
    index = skipSpace(in: bytes, from: index, to: bytes.count)
    guard index < bytes.count else { return false }
    if bytes[index] == Ascii.greater { return true }
    if hasWord(Keyword.isPublic, at: index, in: bytes) {
      index += Keyword.isPublic.count
      return readPublicID(bytes, at: &index)
    }
    if hasWord(Keyword.isSystem, at: index, in: bytes) {
      index += Keyword.isSystem.count
      return readSystemID(bytes, at: &index, isRequired: true)
    }
    return false
  }

  private mutating func readPublicID(_ bytes: Span<UInt8>, at index: inout Int) -> Bool {
    index = skipSpace(in: bytes, from: index, to: bytes.count)
    let (id, isClosed) = identifier(bytes, at: &index)
    doctype.publicID = id
    return isClosed && readSystemID(bytes, at: &index, isRequired: false)
  }

  private mutating func readSystemID(
    _ bytes: Span<UInt8>, at index: inout Int, isRequired: Bool
  ) -> Bool {
    index = skipSpace(in: bytes, from: index, to: bytes.count)
    guard index < bytes.count else { return false }
    if !isRequired, bytes[index] == Ascii.greater { return true }
    let (id, isClosed) = identifier(bytes, at: &index)
    doctype.systemID = id
    guard isClosed else { return false }
    // What follows a system identifier is passed over without harm, but not the document's end.
    let after = skipSpace(in: bytes, from: index, to: bytes.count)
    if after < bytes.count, bytes[after] != Ascii.greater {
      index = after
      return true
    }
    return after < bytes.count
  }

  /// A quoted identifier; nil where there is no quote, and not closed where a `>` or the document's end comes first.
  private func identifier(_ bytes: Span<UInt8>, at index: inout Int) -> (id: [UInt8]?, isClosed: Bool) {
    guard index < bytes.count, bytes[index] == Ascii.quote || bytes[index] == Ascii.apostrophe else {
      return (nil, false)
    }
    let quote = bytes[index]
    index += 1
    var id: [UInt8] = []
    while index < bytes.count, bytes[index] != Ascii.greater {
      if bytes[index] == quote {
        index += 1
        return (id, true)
      }
      if bytes[index] == 0 {
        id.append(contentsOf: replacementBytes)
      } else {
        id.append(bytes[index])
      }
      index += 1
    }
    return (id, false)
  }
}
