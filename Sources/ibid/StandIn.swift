import Document
import Fetch
import Glibc
import Layout

func standInRows(of block: Block, metrics: Metrics) -> [Row] {
  [Row(range: 0..<block.text.count, fragments: [Fragment(column: 0, range: 0..<block.text.count)], columns: 0)]
}

let guideLocation = "guide:"

struct StandInError: Error {
  var location: String
  var message: String { "\(location): no such file. Check the spelling and the folder." }
  var code: String { "not-found" }
  var exitCode: Int32 { 1 }
}

final class StandInDocument {
  var article: Article

  init(_ location: String) throws(StandInError) {
    var bytes: [UInt8] = []
    if location == "guide:" {
      bytes = Array("The guide\n\nWords.".utf8)
    } else {
      let fd = location == "-" ? 0 : open(location, O_RDONLY)
      guard fd >= 0 else { throw StandInError(location: location) }
      var part = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let n = Glibc.read(fd, &part, part.count)
        if n <= 0 { break }
        bytes += part[..<n]
      }
    }
    var digest = SHA256()
    digest.update(bytes)
    let blocks = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
      Block(role: .paragraph, text: Array($0.utf8))
    }
    article = Article(
      origin: Origin(
        location: location, mediaType: "text/plain", charset: "UTF-8", bytes: bytes.count,
        sha256: digest.hexadecimal()), pieces: [Piece(extent: 0..<bytes.count, blocks: blocks)], extent: bytes.count)
  }

  func piece(_ k: Int) -> Piece? { article.pieces[k] }
}
