import CAssets
import Document

/// The tables of words and cues, out of bytes that are built into the program; nothing is built at start.
///
/// The bytes, in the order of the machine (the program and its tables are built together): `IBW1`, the counts of slots,
/// sets, phrases and elements (u32 each), the number's and the sum's chains (u16 each); then the sets, the elements, the
/// phrases and the slots.
enum WordData {
  static let magic: [UInt8] = [0x49, 0x42, 0x57, 0x31]
  static let headLength = 24

  /// nil: the bytes are no such tables, or of another build. They must stay where they are, on a multiple of 8.
  static func tables(_ bytes: UnsafeRawBufferPointer) -> Tables? {
    guard bytes.count >= headLength, bytes.starts(with: magic), let base = bytes.baseAddress,
      Int(bitPattern: base) % 8 == 0
    else { return nil }
    func count(_ place: Int) -> Int { Int(base.load(fromByteOffset: 4 + 4 * place, as: UInt32.self)) }
    var at = headLength
    func list<Element: BitwiseCopyable>(_ count: Int, of: Element.Type) -> StaticList<Element> {
      let start = base + at
      at += count * MemoryLayout<Element>.stride
      return StaticList(UnsafeBufferPointer(start: start.assumingMemoryBound(to: Element.self), count: count))
    }
    let length =
      headLength + count(1) * 8 + count(3) * 8 + count(2) * MemoryLayout<CueTable.Phrase>.stride
      + count(0) * MemoryLayout<Lexicon.Slot>.stride
    guard bytes.count == length else { return nil }
    let sets = list(count(1), of: WordClass.self)
    let elements = list(count(3), of: UInt64.self)
    let phrases = list(count(2), of: CueTable.Phrase.self)
    let slots = list(count(0), of: Lexicon.Slot.self)
    return Tables(
      lexicon: Lexicon(slots: slots, sets: sets),
      cues: CueTable(
        phrases: phrases, elements: elements, numberChain: base.load(fromByteOffset: 20, as: UInt16.self),
        moneyChain: base.load(fromByteOffset: 22, as: UInt16.self)))
  }

  /// What ships.
  static var embedded: UnsafeRawBufferPointer { ibid_word_data().buffer }

  /// Tables put together now, for a build whose tables are stale.
  static func made() -> Tables? {
    let bytes = WordDataBuilder.bytes()
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    room.copyBytes(from: bytes)
    return tables(UnsafeRawBufferPointer(room))
  }
}

/// The tables that the analysis reads with.
struct Tables: Sendable {
  let lexicon: Lexicon
  let cues: CueTable

  static let shared: Tables = {
    guard let tables = WordData.tables(WordData.embedded) ?? WordData.made() else {
      preconditionFailure("the tables of words are put together as they are read")
    }
    return tables
  }()
}
