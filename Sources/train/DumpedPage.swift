import Document
import Foundation

/// A read page as `ibid dump --all-scores` prints it, as far as the measures read it.
enum DumpedPage {
  static func line(_ piece: Piece, id: String) throws -> Data {
    let object: [String: Any] = [
      "source": ["location": id], "blocks": piece.blocks.enumerated().map(block),
      "citations": piece.citations.map { citation -> [String: Any] in
        ["block": citation.block, "range": scalars(citation.range, piece.blocks[citation.block].text)]
      },
    ]
    return try JSONSerialization.data(withJSONObject: object) + [10]
  }

  private static func block(_ number: Int, _ block: Block) -> [String: Any] {
    let sentences = block.sentences.map { sentence -> [String: Any] in
      let isMarked = sentence.score >= ClaimDensity.normal.threshold
      let kinds = isMarked ? sentence.claim?.kinds.map(\.rawValue) ?? [] : []
      return [
        "range": scalars(sentence.range, block.text),
        "claim": ["score": sentence.score, "kinds": kinds] as [String: Any],
      ]
    }
    return [
      "id": number, "role": block.role.rawValue, "text": String(decoding: block.text, as: UTF8.self),
      "sentences": sentences,
    ]
  }

  private static func scalars(_ range: Range<Int>, _ text: [UInt8]) -> [Int] {
    [range.lowerBound, range.upperBound].map { end in text[..<end].count { $0 & 0xc0 != 0x80 } }
  }
}
