/// A compiled description of a terminal, as term(5) has it, taken apart so far that colours can be changed in it.
struct TerminalDescription {
  /// Numbers of 16 bits, and of 32.
  private static let magic = 0o432
  private static let wideMagic = 0o1036
  /// Places among the standard capabilities: max_colors, max_pairs, setaf, setab (`term.h`).
  private static let colors = 13
  private static let pairs = 14
  private static let foreground = 359
  private static let background = 360

  private var names: [UInt8]
  private var main: CapabilityTable
  private var extended: CapabilityTable
  /// Of the extended capabilities: flags, numbers, strings.
  private var extendedNames: [Int]
  /// How many strings the extended table holds, names included.
  private var extendedUsage = 0

  /// nil: these bytes are no description.
  init?(_ bytes: [UInt8]) {
    var reader = DescriptionReader(bytes)
    guard let header = reader.numbers(6, size: 2),
      header[0] == TerminalDescription.magic || header[0] == TerminalDescription.wideMagic,
      let names = reader.bytes(header[1])
    else { return nil }
    let size = header[0] == TerminalDescription.magic ? 2 : 4
    self.names = names
    guard let flags = reader.bytes(header[2]), reader.align(),
      let numbers = reader.numbers(header[3], size: size), let offsets = reader.numbers(header[4], size: 2),
      let text = reader.bytes(header[5])
    else { return nil }
    main = CapabilityTable(flags: flags, numbers: numbers, offsets: offsets, text: text)
    extended = CapabilityTable()
    extendedNames = []
    guard reader.align(), let counts = reader.numbers(5, size: 2) else { return }
    let all = counts[0] + counts[1] + counts[2]
    guard let flags = reader.bytes(counts[0]), reader.align(), let numbers = reader.numbers(counts[1], size: size),
      let offsets = reader.numbers(counts[2], size: 2), let nameOffsets = reader.numbers(all, size: 2),
      let text = reader.bytes(counts[4])
    else { return nil }
    extended = CapabilityTable(flags: flags, numbers: numbers, offsets: offsets, text: text)
    extendedNames = nameOffsets
    extendedUsage = counts[3]
  }

  /// The same terminal, numbering its colours by their red, green and blue, but for the first 16, which stay the
  /// terminal's own. nil: it is not a terminal of 256 colours.
  var withDirectColor: TerminalDescription? {
    guard TerminalDescription.colors < main.numbers.count, main.numbers[TerminalDescription.colors] == 256,
      TerminalDescription.background < main.offsets.count
    else { return nil }
    var copy = self
    copy.main.numbers[TerminalDescription.colors] = 1 << 24
    copy.main.numbers[TerminalDescription.pairs] = 1 << 16
    copy.main.set(TerminalDescription.foreground, TerminalDescription.select(3, bright: 9))
    copy.main.set(TerminalDescription.background, TerminalDescription.select(4, bright: 10))
    copy.addFlag("RGB")
    return copy
  }

  /// Its way to select a colour is the one that `withDirectColor` gives.
  static func isOurs(_ setForeground: String) -> Bool { setForeground == select(3, bright: 9) }

  /// ISO 8613-6 with the separators that terminals took up first.
  private static func select(_ plain: Int, bright: Int) -> String {
    "\u{1B}[%?%p1%{8}%<%t\(plain)%p1%d%e%p1%{16}%<%t\(bright)%p1%{8}%-%d%e"
      + "\(plain)8;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m"
  }

  /// The names of the extended capabilities follow their strings in one table, and are counted from there.
  private mutating func addFlag(_ name: String) {
    let strings = extended.offsets.filter { $0 >= 0 }.map { extended.length(at: $0) }.reduce(0, +)
    extendedNames.insert(extended.text.count - strings, at: extended.flags.count)
    extended.flags.append(1)
    extended.text += Array(name.utf8) + [0]
    extendedUsage += 1
  }

  /// As a file would hold it, with numbers of 32 bits.
  var bytes: [UInt8] {
    var writer = DescriptionWriter()
    let counts = [names.count, main.flags.count, main.numbers.count, main.offsets.count, main.text.count]
    writer.add([TerminalDescription.wideMagic] + counts, size: 2)
    writer.bytes += names
    writer.add(main)
    writer.add(main.offsets, size: 2)
    writer.bytes += main.text
    writer.align()
    let sizes = [extended.flags.count, extended.numbers.count, extended.offsets.count, extendedUsage]
    writer.add(sizes + [extended.text.count], size: 2)
    writer.add(extended)
    writer.add(extended.offsets + extendedNames, size: 2)
    writer.bytes += extended.text
    return writer.bytes
  }
}

/// Flags, numbers and strings; a string is an offset in `text`, below 0 there is none.
struct CapabilityTable {
  var flags: [UInt8] = []
  var numbers: [Int] = []
  var offsets: [Int] = []
  var text: [UInt8] = []

  mutating func set(_ index: Int, _ string: String) {
    offsets[index] = text.count
    text += Array(string.utf8) + [0]
  }

  /// Of the string at an offset, with its end.
  func length(at offset: Int) -> Int {
    guard offset < text.count, let end = text[offset...].firstIndex(of: 0) else { return 0 }
    return end + 1 - offset
  }
}

/// Reads little-endian numbers and bytes one after the other; nil past the end.
struct DescriptionReader {
  private let all: [UInt8]
  private var index = 0

  init(_ all: [UInt8]) { self.all = all }

  mutating func bytes(_ count: Int) -> [UInt8]? {
    guard count >= 0, count <= all.count - index else { return nil }
    defer { index += count }
    return Array(all[index..<index + count])
  }

  /// Of two or four bytes; missing capabilities are all ones.
  mutating func numbers(_ count: Int, size: Int) -> [Int]? {
    guard count >= 0, count <= 0x8000, let given = bytes(count * size) else { return nil }
    return (0..<count).map { number in
      (0..<size).reduce(0) { $0 | Int(given[number * size + $1]) << (8 * $1) }.signExtended(size)
    }
  }

  /// Numbers begin at even places.
  mutating func align() -> Bool {
    if index & 1 == 1 { index += 1 }
    return index <= all.count
  }
}

struct DescriptionWriter {
  var bytes: [UInt8] = []

  mutating func add(_ numbers: [Int], size: Int) {
    for number in numbers {
      for shift in 0..<size { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * shift))) }
    }
  }

  /// The flags and numbers of a table.
  mutating func add(_ table: CapabilityTable) {
    bytes += table.flags
    align()
    add(table.numbers, size: 4)
  }

  mutating func align() {
    if bytes.count & 1 == 1 { bytes.append(0) }
  }
}

extension Int {
  /// A number of 16 bits below zero says that there is none; one of 32 bits likewise.
  fileprivate func signExtended(_ size: Int) -> Int {
    size == 4 && self >= 1 << 31 ? self - 1 << 32 : size == 2 && self >= 0x8000 ? self - 0x10000 : self
  }
}
