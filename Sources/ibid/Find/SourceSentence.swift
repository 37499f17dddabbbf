import Analysis
import Document
import Session

/// A sentence of a source, and where it stands.
struct SourceSentence: Equatable {
  var text: [UInt8]
  var id: BlockID
  /// In the block's text.
  var bytes: Range<Int>
  /// The number of the block in the whole document.
  var block: Int
  /// In Unicode scalars of the block's text.
  var range: Range<Int>
  /// The last heading above it.
  var heading: String?
  var isBoilerplate: Bool

  /// All sentences of a document, those of its boilerplate as well: a claim may rest on a caption or a box.
  @MainActor static func all(of document: OpenedDocument) -> [SourceSentence] {
    var found: [SourceSentence] = []
    var number = 0
    var heading: String?
    for piece in 0..<document.article.pieces.count {
      for (place, block) in document.piece(piece).blocks.enumerated() {
        let index = ScalarIndex(block.text)
        let whole = Sentence(range: 0..<block.text.count)
        let isBoilerplate = (block.boilerplate?.score ?? 0) >= Boilerplate.foldingThreshold
        for sentence in block.sentences.isEmpty ? [whole] : block.sentences where !sentence.range.isEmpty {
          found.append(
            SourceSentence(
              text: Array(block.text[sentence.range]), id: BlockID(piece: piece, index: place), bytes: sentence.range,
              block: number, range: index(sentence.range), heading: heading, isBoilerplate: isBoilerplate))
        }
        if block.role == .heading || block.role == .title { heading = String(decoding: block.text, as: UTF8.self) }
        number += 1
      }
    }
    return found
  }
}

/// Passages that a reader walks through.
private let passageLimit = 9
/// A document longer than this is not ranked while a reader waits.
private let rankedBytes = 4 << 20

/// What of a document bears on a claim, what is folded in it left out.
@MainActor func findings(in document: OpenedDocument, claim: String, context: String) -> Findings {
  guard document.article.extent <= rankedBytes else {
    return Findings(match: nil, words: "it is too long to be looked through at once", passages: [])
  }
  let all = SourceSentence.all(of: document)
  let article = all.filter { !$0.isBoilerplate }
  let sentences = article.isEmpty ? all : article
  let ranking = Evidence().rank(claim: claim, context: context, sentences: sentences.map(\.text))
  guard let first = ranking.matches.first, first != .none else {
    return Findings(
      match: nil, words: ranking.order.isEmpty ? "it holds no sentence" : ranking.findings.sentence, passages: [])
  }
  let passages = ranking.order.indices.prefix(passageLimit).filter { ranking.matches[$0] != .none }.map { rank in
    let sentence = sentences[ranking.order[rank]]
    return Passage(block: sentence.id, range: sentence.bytes, score: ranking.scores[rank])
  }
  let differences = ranking.findings.quotation?.differences.map { ($0.quoted, $0.source) } ?? []
  return Findings(
    match: first.rawValue, words: ranking.findings.sentence, passages: passages,
    differences: differences.map(Findings.Difference.init))
}
