import Document
import Testing

@testable import Analysis

struct PullQuoteTests {
  private func claimed(_ quote: String, isPage: Bool = true) -> [Bool] {
    let text =
      "The harbour was closed for 12 days in May 2021 because of the ice, the harbour master told the Courier on Monday."
    let blocks = [
      Block(role: .paragraph, text: Array(text.utf8)), Block(role: .quote, level: 1, text: Array(quote.utf8)),
    ]
    let elements = isPage ? [PageElement(parent: nil, tag: 0, words: [])] : []
    var piece = Piece(extent: 0..<1, blocks: blocks, elements: elements)
    _ = mark(first: &piece, metadata: Metadata())
    return piece.blocks.map { $0.sentences.contains { $0.claim != nil } }
  }

  @Test func wordsThatAreSetOutClaimNothingASecondTime() {
    #expect(claimed("The harbour was closed for 12 days in May 2021 because of the ice") == [true, false])
    #expect(claimed("The harbour was closed for 14 days in May 2022 because of the ice") == [true, true])
  }
}
