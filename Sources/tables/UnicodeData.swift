import Glibc

/// A property file of the Unicode character database: `first..last ; value`, a line each.
struct PropertyFile {
  var entries: [(range: ClosedRange<UInt32>, value: String)] = []

  /// Reads the file at `path`; nil: it cannot be read.
  init?(path: String, field: Int = 1) {
    guard let bytes = contents(of: path) else { return nil }
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let fields = line.prefix { $0 != UInt8(ascii: "#") }.split(
        separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      guard fields.count > field, let range = scalarRange(trimmed(fields[0])) else { continue }
      entries.append((range, trimmed(fields[field])))
    }
  }
}

/// The whole file, or nil where it cannot be read.
private func contents(of path: String) -> [UInt8]? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&chunk, 1, chunk.count, file)
    if count == 0 { return bytes }
    bytes += chunk[..<count]
  }
}

private func trimmed(_ bytes: some Sequence<UInt8>) -> String {
  String(decoding: bytes.filter { $0 != UInt8(ascii: " ") }, as: UTF8.self)
}

/// `0600..0605` or `06DD`.
private func scalarRange(_ text: String) -> ClosedRange<UInt32>? {
  let ends = text.split(separator: ".", omittingEmptySubsequences: true)
  guard let first = ends.first.flatMap({ UInt32($0, radix: 16) }),
    let last = ends.last.flatMap({ UInt32($0, radix: 16) }), first <= last
  else { return nil }
  return first...last
}

/// The properties of every scalar that the table is made from, as Unicode names them.
struct UnicodeData {
  var category: [String]
  var eastAsianWidth: [String]
  var cluster: [String]
  var lineBreak: [String]
  var bidi: [String]
  var pictographic: Set<UInt32>

  /// Reads the files of Debian's package `unicode-data` below `folder`; nil: one of them is missing.
  init?(folder: String) {
    guard let category = PropertyFile(path: folder + "/extracted/DerivedGeneralCategory.txt"),
      let width = PropertyFile(path: folder + "/EastAsianWidth.txt"),
      let cluster = PropertyFile(path: folder + "/auxiliary/GraphemeBreakProperty.txt"),
      let lineBreak = PropertyFile(path: folder + "/LineBreak.txt"),
      let bidi = PropertyFile(path: folder + "/extracted/DerivedBidiClass.txt"),
      let emoji = PropertyFile(path: folder + "/emoji/emoji-data.txt")
    else { return nil }
    self.category = expanded(category, missing: "Cn")
    eastAsianWidth = expanded(width, missing: "N")
    self.cluster = expanded(cluster, missing: "Other")
    self.lineBreak = expanded(lineBreak, missing: "XX")
    self.bidi = expanded(bidi, missing: "L")
    pictographic = []
    for entry in emoji.entries where entry.value == "Extended_Pictographic" { pictographic.formUnion(entry.range) }
  }
}

/// A value for every scalar.
private func expanded(_ file: PropertyFile, missing: String) -> [String] {
  var values = [String](repeating: missing, count: 0x110000)
  for (range, value) in file.entries {
    for scalar in range where scalar < 0x110000 { values[Int(scalar)] = value }
  }
  return values
}
