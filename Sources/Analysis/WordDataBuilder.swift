import Document

/// Puts the tables of words and cues together, as bytes that are read where they lie: `make tables` does it, and a test
/// holds what ships against it.
package enum WordDataBuilder {
  package static func bytes() -> [UInt8] {
    var lexicon = LexiconBuilder()
    for row in WordTables.rows { lexicon.insert(words: row.words, classes: row.classes) }
    for row in CreditWords.cues { row.words.eachWord { lexicon.insert($0, cue: row.kind) } }
    for row in CreditWords.nouns { row.words.eachWord { lexicon.insert($0, noun: row.noun) } }
    let cues = CueTableBuilder(groups: BoilerplateCues.groups, lexicon: &lexicon)
    var bytes = Array(WordData.magic)
    for count in [lexicon.slots.count, lexicon.sets.count, cues.phrases.count, cues.elements.count] {
      withUnsafeBytes(of: UInt32(count)) { bytes += $0 }
    }
    for chain in [cues.numberChain, cues.moneyChain] { withUnsafeBytes(of: chain) { bytes += $0 } }
    lexicon.sets.withUnsafeBytes { bytes += $0 }
    cues.elements.withUnsafeBytes { bytes += $0 }
    cues.phrases.withUnsafeBytes { bytes += $0 }
    lexicon.slots.withUnsafeBytes { bytes += $0 }
    return bytes
  }
}

/// The words that are known, while they are collected.
struct LexiconBuilder {
  private(set) var slots: [Lexicon.Slot]
  private(set) var sets: [WordClass] = [[]]
  private let mask: Int

  /// A power of two, about twice as many as the tables have words.
  init(capacity: Int = 8192) {
    slots = Array(repeating: Lexicon.Slot(), count: capacity)
    mask = capacity - 1
  }

  mutating func insert(_ hash: UInt64, classes: WordClass) {
    let index = slot(for: hash)
    slots[index].tag = Lexicon.tag(hash)
    slots[index].classes = set(sets[Int(slots[index].classes)].union(classes))
  }

  /// The first kind that a word is given stays.
  mutating func insert(_ hash: UInt64, cue: CueKind) {
    if known(hash).cue == .none { insert(hash, classes: WordClass(cue: cue)) }
  }

  mutating func insert(_ hash: UInt64, noun: CreditedNoun) {
    if known(hash).noun == .none { insert(hash, classes: WordClass(noun: noun)) }
  }

  private func known(_ hash: UInt64) -> WordClass { sets[Int(slots[slot(for: hash)].classes)] }

  /// Puts `cue` at the head of the chain of `hash` and answers what stood there.
  mutating func chain(_ hash: UInt64, cue: UInt16) -> UInt16 {
    let index = slot(for: hash)
    slots[index].tag = Lexicon.tag(hash)
    let old = slots[index].cue
    slots[index].cue = cue
    return old
  }

  /// Adds each of the words, separated by white space.
  mutating func insert(words: StaticString, classes: WordClass) {
    words.eachWord { insert($0, classes: classes) }
  }

  /// The place of a set of classes; there are some hundred different ones.
  private mutating func set(_ classes: WordClass) -> UInt16 {
    var index = sets.count - 1
    while index >= 0, sets[index] != classes { index -= 1 }
    if index >= 0 { return UInt16(truncatingIfNeeded: index) }
    sets.append(classes)
    return UInt16(truncatingIfNeeded: sets.count - 1)
  }

  /// Where it stands, or is to stand.
  private func slot(for hash: UInt64) -> Int {
    let tag = Lexicon.tag(hash)
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index].tag != 0, slots[index].tag != tag { index = (index + 1) & mask }
    return index
  }
}

/// The cues, while they are compiled.
struct CueTableBuilder {
  /// The first is a placeholder, so that 0 ends a chain.
  private(set) var phrases = [
    CueTable.Phrase(from: 0, weight: 0, group: 0, next: 0, length: 0, place: .anywhere, kind: .other)
  ]
  private(set) var elements: [UInt64] = []
  /// Chains for phrases that begin with a number or a sum.
  private(set) var numberChain: UInt16 = 0
  private(set) var moneyChain: UInt16 = 0

  init(groups: [CueGroup], lexicon: inout LexiconBuilder) {
    phrases.reserveCapacity(2048)
    elements.reserveCapacity(8192)
    var line = CueLine()
    for (index, group) in groups.enumerated() {
      compile(group, index: UInt16(truncatingIfNeeded: index), line: &line, lexicon: &lexicon)
    }
  }

  /// Reads the phrases of a group: a line each.
  private mutating func compile(_ group: CueGroup, index: UInt16, line: inout CueLine, lexicon: inout LexiconBuilder) {
    var at = 0
    let count = group.phrases.utf8CodeUnitCount
    while at < count {
      at = line.read(group.phrases, from: at)
      guard !line.isEmpty else { continue }
      repeat {
        let from = elements.count
        line.append(to: &elements)
        link(from, group: group, index: index, lexicon: &lexicon)
      } while line.advance()
    }
  }

  private mutating func link(_ from: Int, group: CueGroup, index: UInt16, lexicon: inout LexiconBuilder) {
    let phrase = UInt16(truncatingIfNeeded: phrases.count)
    var next: UInt16 = 0
    switch elements[from] {
    case CueTable.Element.number:
      next = numberChain
      numberChain = phrase
    case CueTable.Element.money:
      next = moneyChain
      moneyChain = phrase
    case let word:
      next = lexicon.chain(word, cue: phrase)
    }
    let second = from + 1 < elements.count ? elements[from + 1] : 0
    phrases.append(
      CueTable.Phrase(
        second: second > CueTable.Element.publication ? second : 0, from: UInt32(truncatingIfNeeded: from),
        weight: group.weight, group: index, next: next, length: UInt16(truncatingIfNeeded: elements.count - from),
        place: group.place, kind: group.kind))
  }
}
