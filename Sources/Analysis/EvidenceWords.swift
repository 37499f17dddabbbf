import CStemmer
import Document
import Text

/// A word of a claim or of a source's sentence.
struct EvidenceWord: Sendable {
  /// In the text.
  var range: Range<Int>
  /// Of its stem, in small letters; of a figure, of its value.
  var stem: UInt64
  var isFigure: Bool
  var isCapital: Bool
  /// A word of grammar, which tells nothing.
  var isCommon: Bool
}

/// Parts texts into words and stems them (Snowball, English). Not for two threads at once: the stemmer has a state.
final class EvidenceReader {
  private let stemmer: OpaquePointer?

  init() { stemmer = sb_stemmer_new("english", "UTF_8") }

  deinit { if let stemmer { sb_stemmer_delete(stemmer) } }

  /// The words of a text, in order. A letter of a script without spaces is a word of its own.
  func words(of text: [UInt8]) -> [EvidenceWord] {
    var words: [EvidenceWord] = []
    var at = 0
    while at < text.count {
      let length = Self.letterLength(text, at)
      guard length > 0 else {
        at += Self.scalarLength(text[at])
        continue
      }
      var end = at + length
      if !Self.isIdeograph(text, at) {
        while end < text.count {
          let next = Self.letterLength(text, end)
          if next > 0, !Self.isIdeograph(text, end) {
            end += next
          } else if Self.softHyphenLength(text, end) > 0 {
            end += Self.softHyphenLength(text, end)
          } else if Self.joinsDigits(text, end) {
            end += 1
          } else {
            break
          }
        }
      }
      end = min(end, text.count)
      words.append(word(text, at..<end))
      at = end
    }
    joinFigures(&words, text)
    return words
  }

  private func word(_ text: [UInt8], _ range: Range<Int>) -> EvidenceWord {
    let first = text[range.lowerBound]
    // "G20" and "MP3" are names.
    let isFigure = isDigit(first)
    let letters = Self.withoutSoftHyphens(text[range])
    let small = Self.lowercase(letters)
    let isCapital = isUpper(first) || first >= 0xC3 && small[...] != letters
    return EvidenceWord(
      range: range, stem: nameHash(isFigure ? small[...] : stemmed(small)[...]), isFigure: isFigure,
      isCapital: isCapital, isCommon: Self.common.contains(nameHash(small)))
  }

  static func lowercase(_ word: ArraySlice<UInt8>) -> [UInt8] {
    word.allSatisfy { $0 < 0x80 } ? word.map(lowered) : Array(String(decoding: word, as: UTF8.self).lowercased().utf8)
  }

  private func stemmed(_ word: [UInt8]) -> [UInt8] {
    guard let stemmer, word.count > 2, word.count < 64, let found = sb_stemmer_stem(stemmer, word, Int32(word.count))
    else { return word }
    return Array(UnsafeBufferPointer(start: found, count: Int(sb_stemmer_length(stemmer))))
  }

  // MARK: Figures

  /// "$200m", "200 million" and "200,000,000" are one figure; "three" is 3.
  private func joinFigures(_ words: inout [EvidenceWord], _ text: [UInt8]) {
    for index in words.indices {
      if words[index].isFigure {
        var (value, scale) = Self.value(text[words[index].range])
        if scale == nil, index + 1 < words.count {
          scale = Self.scales[nameHash(Self.small(text[words[index + 1].range]))]
        }
        value *= scale ?? 1
        words[index].stem = Self.hash(of: value)
      } else if let value = Self.numerals[nameHash(Self.small(text[words[index].range]))] {
        words[index].stem = Self.hash(of: value)
      }
    }
  }

  private static func small(_ bytes: ArraySlice<UInt8>) -> [UInt8] { bytes.map { $0 | 0x20 } }

  /// Digits with their groups and decimals, and the scale that is written to them: "200m", "1.5bn".
  private static func value(_ bytes: ArraySlice<UInt8>) -> (Double, Double?) {
    var value = 0.0
    var fraction = 0.0
    let list = Array(bytes)
    var at = 0
    while at < list.count {
      let byte = list[at]
      if isDigit(byte) {
        if fraction > 0 {
          value += Double(byte - 0x30) * fraction
          fraction /= 10
        } else {
          value = value * 10 + Double(byte - 0x30)
        }
      } else if byte == 0x2E {
        fraction = 0.1
      } else if byte != 0x2C {
        break
      }
      at += 1
    }
    return (value, scales[nameHash(list[at...])])
  }

  private static func hash(of value: Double) -> UInt64 { value.bitPattern &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private static let scales: [UInt64: Double] = [
    nameHash("k".utf8): 1e3, nameHash("thousand".utf8): 1e3, nameHash("m".utf8): 1e6, nameHash("mn".utf8): 1e6,
    nameHash("million".utf8): 1e6, nameHash("bn".utf8): 1e9, nameHash("b".utf8): 1e9, nameHash("billion".utf8): 1e9,
    nameHash("trillion".utf8): 1e12, nameHash("tn".utf8): 1e12,
  ]

  private static let numerals: [UInt64: Double] = {
    let names = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    return Dictionary(
      uniqueKeysWithValues: names.enumerated().map { (nameHash($0.element.utf8), Double($0.offset + 2)) })
  }()

  // MARK: Letters

  /// Bytes of the letter or digit at `at`; 0: there is none.
  private static func letterLength(_ text: [UInt8], _ at: Int) -> Int {
    let byte = text[at]
    if byte < 0x80 { return isLetter(byte) || isDigit(byte) ? 1 : 0 }
    let length = scalarLength(byte)
    guard length > 1, at + length <= text.count else { return 0 }
    // Latin-1's signs, and general punctuation to symbols (U+2000 to U+2BFF), CJK's signs (U+3000 to U+3003, U+3008 to
    // U+3020) and fullwidth ones.
    if byte == 0xC2 { return text[at + 1] == 0xAA || text[at + 1] == 0xB5 || text[at + 1] == 0xBA ? 2 : 0 }
    if byte == 0xE2 { return text[at + 1] >= 0xB0 ? 3 : 0 }
    if byte == 0xE3, text[at + 1] == 0x80, text[at + 2] < 0xA1, text[at + 2] != 0x85, text[at + 2] != 0x86 { return 0 }
    if byte == 0xEF, text[at + 1] == 0xBC || text[at + 1] == 0xBD { return text[at + 2] > 0x8F ? 3 : 0 }
    return length
  }

  private static func scalarLength(_ byte: UInt8) -> Int { byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }

  /// U+3040 to U+9FFF and their kin: no spaces stand between words.
  private static func isIdeograph(_ text: [UInt8], _ at: Int) -> Bool {
    (0xE3...0xE9).contains(text[at]) || text[at] == 0xF0 && at + 1 < text.count && text[at + 1] >= 0xA0
  }

  /// Of a soft hyphen (U+00AD) between letters, with the blank behind it where a line was broken there.
  private static func softHyphenLength(_ text: [UInt8], _ at: Int) -> Int {
    guard at + 2 < text.count, text[at] == 0xC2, text[at + 1] == 0xAD else { return 0 }
    let length = text[at + 2] == 0x20 ? 3 : 2
    return at + length < text.count && letterLength(text, at + length) > 0 ? length : 0
  }

  private static func withoutSoftHyphens(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard word.contains(0xC2) else { return word }
    var kept: [UInt8] = []
    var at = word.startIndex
    while at < word.endIndex {
      if word[at] == 0xC2, at + 1 < word.endIndex, word[at + 1] == 0xAD {
        at += at + 2 < word.endIndex && word[at + 2] == 0x20 ? 3 : 2
      } else {
        kept.append(word[at])
        at += 1
      }
    }
    return kept[...]
  }

  /// A comma or a full stop between digits.
  private static func joinsDigits(_ text: [UInt8], _ at: Int) -> Bool {
    (text[at] == 0x2C || text[at] == 0x2E) && at + 1 < text.count && at > 0 && isDigit(text[at - 1])
      && isDigit(text[at + 1])
  }

  /// Stems by which a text says what it is for, and who speaks in it.
  static let announcing = Set(["propos", "introduc", "present", "describ", "paper"].map { nameHash($0.utf8) })
  static let ourselves = Set(["we", "our"].map { nameHash($0.utf8) })

  private static let common = Set(
    """
    a an the of in on at to for from by with and or but as is are was were be been being it its this that these those he
    she they his her their him them who whom which what when where how why not no nor so than then there here also such
    into over under about after before between during through up down out off again further once only own same too very
    can will just do does did has have had having i we you our your my me us if because while until against both each few
    more most other some any all
    """.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { nameHash($0) })
}
