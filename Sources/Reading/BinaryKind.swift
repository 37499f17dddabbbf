/// Tells what a source is that is no text.
package enum BinaryKind {
  /// Beginnings of formats, each with its name in a sentence.
  private static let magics: [(bytes: [UInt8], name: String)] = [
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    (Array("GIF8".utf8), "a GIF image"),
    (Array("%PDF-".utf8), "a PDF document"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive (or an office document, or an EPUB)"),
    ([0x50, 0x4B, 0x05, 0x06], "an empty ZIP archive"),
    ([0x7F, 0x45, 0x4C, 0x46], "an ELF program"),
    ([0x1F, 0x8B], "gzip data inside gzip data"),
    ([0x28, 0xB5, 0x2F, 0xFD], "zstd data"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz data"),
    (Array("BZh".utf8), "bzip2 data"),
    (Array("7z".utf8) + [0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"),
    (Array("Rar!".utf8), "a RAR archive"),
    (Array("SQLite format 3".utf8), "an SQLite database"),
    (Array("OggS".utf8), "an Ogg recording"),
    (Array("ID3".utf8) + [0x03], "an MP3 recording"),
    (Array("ID3".utf8) + [0x04], "an MP3 recording"),
    (Array("fLaC".utf8), "a FLAC recording"),
    (Array("wOF2".utf8), "a font"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "an old office document"),
    (Array("{\\rtf".utf8), "an RTF document"),
    (Array("%!PS".utf8), "a PostScript document"),
  ]

  /// The share of control characters from which on bytes are no text; ANSI art and logs stay under it.
  private static let controlShare = 0.1
  /// One NUL in so many bytes is forgiven: a slip in a log.
  private static let nulShare = 0.001

  /// What a media type of a server names that is no text; nil: its first bytes are to tell.
  package static func named(_ mediaType: String) -> String? {
    switch mediaType.prefix(while: { $0 != "/" }) {
    case "video": "a video"
    case "audio": "a recording"
    case "image": mediaType == "image/svg+xml" ? nil : "a picture"
    case "font": "a font"
    default: mediaType == "application/zip" || mediaType == "application/x-tar" ? "an archive" : nil
    }
  }

  /// What the document is whose first bytes these are; nil: text. UTF-16 and UTF-32 must be known before, as their
  /// NULs look like a program's.
  package static func detected(in sample: [UInt8], charset: Charset) -> String? {
    if let magic = magics.first(where: { sample.starts(with: $0.bytes) }) { return magic.name }
    if sample.count > 12, sample.starts(with: Array("RIFF".utf8)) { return "a RIFF file (a picture or a recording)" }
    if sample.count > 12, sample[4..<8].elementsEqual(Array("ftyp".utf8)) { return "a video" }
    guard !charset.isWide else { return nil }
    let (nuls, controls) = sample.withUnsafeBufferPointer { buffer in
      var nuls = 0
      var controls = 0
      for byte in buffer where byte < 0x20 {
        switch byte {
        case 0: nuls += 1
        case 0x08...0x0D, 0x1B: break
        default: controls += 1
        }
      }
      return (nuls, controls)
    }
    let isBinary =
      Double(nuls) > nulShare * Double(sample.count) || Double(controls) > controlShare * Double(sample.count)
    return isBinary ? "binary data" : nil
  }
}
