/// One attribute of an element: its name, and where its value lies (an address as `MarkupTokenizer` gives it).
package struct MarkupAttribute: Equatable, Sendable {
  package var name: MarkupName
  package var start: UInt32
  package var end: UInt32
}

/// A document type as its parts; nil is a part that is missing, which differs from an empty one.
package struct MarkupDoctype: Equatable, Sendable {
  package var name: [UInt8]?
  package var publicID: [UInt8]?
  package var systemID: [UInt8]?
  package var forcesQuirks = false
}

/// The WHATWG tokenizer (§13.2.5) over a whole document of clean UTF-8 with newlines normalised. `next` leaves the
/// token in the properties. Text and values are addresses: below `decodedBase` a place in the source, above it one in
/// `decoded`, which holds what the source does not have in one piece.
struct MarkupTokenizer {
  /// How text is read.
  enum State { case data, replaceable, raw, script, plain, cdata }
  /// What the token is. `null` is one NUL of text.
  enum Kind { case text, null, startTag, endTag, comment, doctype, end }

  /// The first address that lies in `decoded`.
  static let decodedBase: UInt32 = 1 << 31
  /// Attributes beyond this many of one tag are dropped. Pages have some dozens; browsers bound them too.
  static let maxAttributes = 512

  var state = State.data
  var position = 0

  // The token.
  var kind = Kind.end
  /// Where the text or the comment lies.
  var start: UInt32 = 0
  var end: UInt32 = 0
  var name = MarkupName(rawValue: 0)
  var isSelfClosing = false
  var doctype = MarkupDoctype()
  /// Where the tag's attributes begin in `attributes`; they go to its end.
  var attributesStart = 0
  /// Set by who uses the tag's attributes; else the next token frees them.
  var keepsAttributes = false

  // What outlives the token.
  var decoded: [UInt8] = []
  var attributes: [MarkupAttribute] = []
  var names = MarkupNames.known

  /// The name that an end tag must have to end raw text.
  var lastStartTag: [UInt8] = []
  /// Where a name is put together that has no room in one word.
  var longName: [UInt8] = []
  /// For each name, the last tag that had it as an attribute.
  private var lastTagWith: [UInt32] = []
  private var tagSerial: UInt32 = 0

  /// Reads the next token. CDATA sections are markup only in foreign content.
  mutating func next(_ bytes: Span<UInt8>, isForeign: Bool) {
    if !keepsAttributes, attributes.count > attributesStart {
      attributes.removeLast(attributes.count - attributesStart)
    }
    keepsAttributes = false
    attributesStart = attributes.count
    while !readToken(bytes, isForeign: isForeign) {}
  }

  /// One step in the present state; false where what was read is no token.
  @inline(__always)
  private mutating func readToken(_ bytes: Span<UInt8>, isForeign: Bool) -> Bool {
    switch state {
    case .data: return nextInData(bytes, isForeign: isForeign)
    case .replaceable, .raw, .script: nextInRawText(bytes)
    case .plain: text(bytes, to: bytes.count, hasReferences: false, keepsNull: false)
    case .cdata: return nextInCDATA(bytes)
    }
    return true
  }

  @inline(__always)
  private mutating func nextInData(_ bytes: Span<UInt8>, isForeign: Bool) -> Bool {
    guard position < bytes.count else {
      kind = .end
      return true
    }
    let byte = bytes[position]
    if byte == Ascii.less, isMarkup(bytes, at: position) {
      let next = bytes[position + 1]
      if Ascii.isLetter(next) {
        tag(bytes, from: position + 1, isEnd: false)
      } else if next == Ascii.slash {
        return endTag(bytes)
      } else if next == Ascii.bang {
        return declaration(bytes, isForeign: isForeign)
      } else {
        bogusComment(bytes, from: position + 1)
      }
    } else if byte == 0 {
      null()
    } else {
      text(bytes, to: bytes.count, hasReferences: true, keepsNull: true)
    }
    return true
  }

  /// What begins with `</`, which is not the last of the source; `</>` is nothing at all.
  @inline(__always)
  private mutating func endTag(_ bytes: Span<UInt8>) -> Bool {
    let byte = bytes[position + 2]
    if Ascii.isLetter(byte) {
      tag(bytes, from: position + 2, isEnd: true)
    } else if byte == Ascii.greater {
      position += 3
      return false
    } else {
      bogusComment(bytes, from: position + 2)
    }
    return true
  }

  private mutating func null() {
    kind = .null
    position += 1
  }

  /// Inside `<title>`, `<style>`, `<script>` and their like: text up to the end tag of the same name.
  private mutating func nextInRawText(_ bytes: Span<UInt8>) {
    if isEndTag(bytes, at: position) {
      state = .data
      return tag(bytes, from: position + 2, isEnd: true)
    }
    let end = state == .script ? endOfScript(bytes, from: position) : endOfRawText(bytes, from: position)
    text(bytes, to: end, hasReferences: state == .replaceable, keepsNull: false)
  }

  /// Up to `]]>`, without references (WHATWG §13.2.5.69 to 71).
  private mutating func nextInCDATA(_ bytes: Span<UInt8>) -> Bool {
    var end = position
    while true {
      end = firstIndex(of: Ascii.bracket, 0, 0, in: bytes, from: end)
      if end >= bytes.count || bytes[end] == 0 { break }
      if end + 2 < bytes.count, bytes[end + 1] == Ascii.bracket, bytes[end + 2] == Ascii.greater { break }
      end += 1
    }
    if end > position {
      text(bytes, to: end, hasReferences: false, keepsNull: true)
    } else if end < bytes.count, bytes[end] == 0 {
      null()
    } else {
      state = .data
      position = min(end + 3, bytes.count)
      return false
    }
    return true
  }

  /// Whether the end tag that ends the raw text begins here.
  private func isEndTag(_ bytes: Span<UInt8>, at start: Int) -> Bool {
    guard !lastStartTag.isEmpty, start + 1 < bytes.count, bytes[start] == Ascii.less, bytes[start + 1] == Ascii.slash,
      hasWord(lastStartTag, at: start + 2, in: bytes)
    else { return false }
    let after = start + 2 + lastStartTag.count
    guard after < bytes.count else { return false }
    return Ascii.isSpace(bytes[after]) || bytes[after] == Ascii.slash || bytes[after] == Ascii.greater
  }

  private func endOfRawText(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = firstIndex(of: Ascii.less, in: bytes, from: start)
    while index < bytes.count, !isEndTag(bytes, at: index) {
      index = firstIndex(of: Ascii.less, in: bytes, from: index + 1)
    }
    return index
  }

  /// Where the script's end tag begins, past `<!-- <script> </script> -->` (WHATWG §13.2.5.15 to 31).
  private func endOfScript(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    var isEscaped = false
    var isDoubleEscaped = false
    var opening = -1
    while true {
      index = firstIndex(of: Ascii.less, isEscaped ? Ascii.greater : Ascii.less, Ascii.less, in: bytes, from: index)
      guard index < bytes.count else { return index }
      if bytes[index] == Ascii.greater {
        // The dashes of `-->` may be those of `<!--`, not those before it.
        if index >= opening + 4, bytes[index - 1] == Ascii.dash, bytes[index - 2] == Ascii.dash {
          isEscaped = false
          isDoubleEscaped = false
        }
      } else if !isDoubleEscaped, isEndTag(bytes, at: index) {
        return index
      } else if !isEscaped {
        if isCommentOpening(bytes, at: index) {
          isEscaped = true
          opening = index
          index += 3
        }
      } else {
        let word = isDoubleEscaped ? index + 2 : index + 1
        let hasSlash = index + 1 < bytes.count && bytes[index + 1] == Ascii.slash
        if hasSlash == isDoubleEscaped, isScriptWord(bytes, at: word) {
          isDoubleEscaped.toggle()
          index = word + Keyword.script.count
        }
      }
      index += 1
    }
  }

  private func isCommentOpening(_ bytes: Span<UInt8>, at start: Int) -> Bool {
    start + 3 < bytes.count && bytes[start + 1] == Ascii.bang && bytes[start + 2] == Ascii.dash
      && bytes[start + 3] == Ascii.dash
  }

  private func isScriptWord(_ bytes: Span<UInt8>, at start: Int) -> Bool {
    guard hasWord(Keyword.script, at: start, in: bytes) else { return false }
    let after = start + Keyword.script.count
    guard after < bytes.count else { return false }
    return Ascii.isSpace(bytes[after]) || bytes[after] == Ascii.slash || bytes[after] == Ascii.greater
  }

  /// A run of text from `position` to `limit`; with `keepsNull` it ends before a NUL and before markup, else a NUL
  /// becomes U+FFFD and `<` is text.
  private mutating func text(_ source: Span<UInt8>, to limit: Int, hasReferences: Bool, keepsNull: Bool) {
    guard position < limit else {
      kind = .end
      return
    }
    kind = .text
    let bytes = source.extracting(0..<limit)
    let stop = hasReferences ? Ascii.ampersand : 0
    let markup = hasReferences && keepsNull ? Ascii.less : 0
    var index = position
    while true {
      index = firstIndex(of: markup, stop, 0, in: bytes, from: index)
      guard index < limit else { break }
      let byte = bytes[index]
      if byte == Ascii.less {
        if isMarkup(bytes, at: index) { break }
        index += 1
      } else if byte == 0, keepsNull {
        break
      } else if byte == 0 || characterReference(in: bytes, at: index, isAttribute: false) != nil {
        return decodedText(bytes, from: index, hasReferences: hasReferences, keepsNull: keepsNull)
      } else {
        index += 1
      }
    }
    start = UInt32(position)
    end = UInt32(index)
    position = index
  }

  /// The same where a part must be replaced: all of the run is put together in `decoded`.
  private mutating func decodedText(
    _ bytes: Span<UInt8>, from firstChange: Int, hasReferences: Bool, keepsNull: Bool
  ) {
    let decodedStart = decoded.count
    let stop = hasReferences ? Ascii.ampersand : 0
    let markup = hasReferences && keepsNull ? Ascii.less : 0
    var copied = position
    var index = firstChange
    while index < bytes.count {
      let byte = bytes[index]
      var after = index + 1
      if byte == Ascii.less {
        if isMarkup(bytes, at: index) { break }
      } else if byte == 0 {
        if keepsNull { break }
        copy(bytes, from: copied, to: index)
        decoded.append(contentsOf: replacementBytes)
        copied = after
      } else if let reference = characterReference(in: bytes, at: index, isAttribute: false) {
        copy(bytes, from: copied, to: index)
        append(reference)
        after = reference.end
        copied = after
      }
      index = firstIndex(of: markup, stop, 0, in: bytes, from: after)
    }
    copy(bytes, from: copied, to: index)
    start = Self.decodedBase + UInt32(decodedStart)
    end = Self.decodedBase + UInt32(decoded.count)
    position = index
  }

  /// Whether a `<` begins markup, or ends the text in another way.
  @inline(__always)
  private func isMarkup(_ bytes: Span<UInt8>, at start: Int) -> Bool {
    guard start + 1 < bytes.count else { return false }
    let next = bytes[start + 1]
    if Ascii.isLetter(next) || next == Ascii.bang || next == Ascii.question { return true }
    return next == Ascii.slash && start + 2 < bytes.count
  }

  mutating func copy(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
    guard start < end else { return }
    bytes.extracting(start..<end).withUnsafeBufferPointer { decoded.append(contentsOf: $0) }
  }

  mutating func append(_ reference: CharacterReference) {
    appendScalar(reference.first, to: &decoded)
    if reference.second != 0 { appendScalar(reference.second, to: &decoded) }
  }

  /// Whether this name is new among the attributes of the tag being read.
  @inline(__always)
  mutating func isFirst(_ attribute: MarkupName) -> Bool {
    let index = Int(attribute.rawValue)
    if index >= lastTagWith.count {
      lastTagWith.append(contentsOf: repeatElement(0, count: names.count &+ 64 &- lastTagWith.count))
    }
    if lastTagWith[index] == tagSerial { return false }
    lastTagWith[index] = tagSerial
    return attributes.count &- attributesStart < Self.maxAttributes
  }

  mutating func beginTag() {
    tagSerial &+= 1
    attributesStart = attributes.count
    isSelfClosing = false
  }
}
