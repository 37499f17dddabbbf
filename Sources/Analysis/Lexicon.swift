/// What a word is known to be; several at once.
struct WordClass: OptionSet, Sendable, BitwiseCopyable {
  let rawValue: UInt64

  static let function = WordClass(rawValue: 1)
  static let we = WordClass(rawValue: 1 << 1)
  static let you = WordClass(rawValue: 1 << 2)
  static let i = WordClass(rawValue: 1 << 3)
  /// He, she, they, it: can be a source.
  static let pronoun = WordClass(rawValue: 1 << 4)
  /// Said, told, announced: credits what is said to whom is named.
  static let says = WordClass(rawValue: 1 << 5)
  /// Found, showed, described: credits where its subject is a source.
  static let shows = WordClass(rawValue: 1 << 6)
  static let event = WordClass(rawValue: 1 << 7)
  static let be = WordClass(rawValue: 1 << 8)
  static let have = WordClass(rawValue: 1 << 9)
  static let modal = WordClass(rawValue: 1 << 10)
  static let future = WordClass(rawValue: 1 << 11)
  static let hedge = WordClass(rawValue: 1 << 12)
  static let mind = WordClass(rawValue: 1 << 13)
  static let judgement = WordClass(rawValue: 1 << 14)
  static let imperative = WordClass(rawValue: 1 << 15)
  static let month = WordClass(rawValue: 1 << 16)
  static let day = WordClass(rawValue: 1 << 17)
  static let timeUnit = WordClass(rawValue: 1 << 18)
  static let since = WordClass(rawValue: 1 << 19)
  static let numeral = WordClass(rawValue: 1 << 20)
  static let unit = WordClass(rawValue: 1 << 21)
  static let scale = WordClass(rawValue: 1 << 22)
  static let many = WordClass(rawValue: 1 << 23)
  static let comparison = WordClass(rawValue: 1 << 24)
  static let cause = WordClass(rawValue: 1 << 25)
  static let accusation = WordClass(rawValue: 1 << 26)
  static let honorific = WordClass(rawValue: 1 << 27)
  static let office = WordClass(rawValue: 1 << 28)
  static let organisation = WordClass(rawValue: 1 << 29)
  static let document = WordClass(rawValue: 1 << 30)
  static let publication = WordClass(rawValue: 1 << 31)
  static let unnamed = WordClass(rawValue: 1 << 32)
  static let determiner = WordClass(rawValue: 1 << 33)
  /// Of, for, and: stand inside a name.
  static let link = WordClass(rawValue: 1 << 34)
  static let asks = WordClass(rawValue: 1 << 35)
  static let negation = WordClass(rawValue: 1 << 36)
  static let conjunction = WordClass(rawValue: 1 << 37)
  static let relative = WordClass(rawValue: 1 << 38)
  static let opinion = WordClass(rawValue: 1 << 39)
  static let place = WordClass(rawValue: 1 << 40)
  static let intensifier = WordClass(rawValue: 1 << 41)
  static let happening = WordClass(rawValue: 1 << 42)
  static let prediction = WordClass(rawValue: 1 << 43)
  static let press = WordClass(rawValue: 1 << 44)
  static let giving = WordClass(rawValue: 1 << 45)
  static let interface = WordClass(rawValue: 1 << 46)
  static let abbreviation = WordClass(rawValue: 1 << 47)
  static let preposition = WordClass(rawValue: 1 << 48)
  static let person = WordClass(rawValue: 1 << 49)
  static let language = WordClass(rawValue: 1 << 50)
  static let accuses = WordClass(rawValue: 1 << 51)
  static let listener = WordClass(rawValue: 1 << 52)
  static let adverbOfTime = WordClass(rawValue: 1 << 53)
  static let groupOfPeople = WordClass(rawValue: 1 << 54)
  /// Published, written, leaked: with "by" they name who made a document.
  static let makes = WordClass(rawValue: 1 << 55)
}

/// Above the classes stand two numbers: how a word credits, and what it may be credited as.
extension WordClass {
  static let all = WordClass(rawValue: 1 << 56 - 1)
  private static let cueShift: UInt64 = 56
  private static let nounShift: UInt64 = 61

  init(cue: CueKind) { self.init(rawValue: UInt64(cue.rawValue) << Self.cueShift) }
  init(noun: CreditedNoun) { self.init(rawValue: UInt64(noun.rawValue) << Self.nounShift) }

  var cue: CueKind { CueKind(rawValue: UInt8(truncatingIfNeeded: rawValue >> Self.cueShift & 31)) ?? .none }
  var noun: CreditedNoun { CreditedNoun(rawValue: UInt8(truncatingIfNeeded: rawValue >> Self.nounShift)) ?? .none }
}

/// A table that is built into the program: read where it lies.
struct StaticList<Element: BitwiseCopyable>: Sendable {
  nonisolated(unsafe) private let elements: UnsafeBufferPointer<Element>

  /// The elements must stay where they are.
  init(_ elements: UnsafeBufferPointer<Element>) { self.elements = elements }

  var count: Int { elements.count }
  var pointer: UnsafeBufferPointer<Element> { elements }
  subscript(index: Int) -> Element { elements[index] }
}

/// The words that are known, by hash: open addressing, small enough for the nearest cache.
struct Lexicon: Sendable {
  /// Eight bytes: a part of the hash, which of the sets of classes, the first cue.
  struct Slot: BitwiseCopyable, Equatable {
    var tag: UInt32 = 0
    var classes: UInt16 = 0
    var cue: UInt16 = 0
  }

  /// The tables by pointer, for the scanner's loop.
  struct View {
    fileprivate let slots: UnsafeBufferPointer<Slot>
    fileprivate let sets: UnsafeBufferPointer<WordClass>

    /// Sets what is known of the token's word.
    @inline(__always)
    func look(up token: inout Token) {
      let mask = slots.count - 1
      let tag = Lexicon.tag(token.hash)
      var index = Int(truncatingIfNeeded: token.hash) & mask
      while slots[index].tag != 0 {
        if slots[index].tag == tag {
          token.known = sets[Int(slots[index].classes)]
          token.cue = slots[index].cue
          return
        }
        index = (index + 1) & mask
      }
    }
  }

  let slots: StaticList<Slot>
  let sets: StaticList<WordClass>

  func withView<Result>(_ body: (View) -> Result) -> Result { body(View(slots: slots.pointer, sets: sets.pointer)) }

  /// The upper half of the hash, never 0.
  @inline(__always)
  static func tag(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 32) | 1
  }
}
