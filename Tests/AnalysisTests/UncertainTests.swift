import Document
import Testing

@testable import Analysis

struct UncertainTests {
  private static let story =
    "The harbour froze in January 1963, and forty boats were crushed by the ice within a week, the harbour master said."

  private func judged(_ texts: [String]) -> Piece {
    var piece = Piece(extent: 0..<0, blocks: texts.map { Block(role: .paragraph, text: Array($0.utf8)) })
    let context = Context(firstPiece: piece, metadata: Metadata())
    mark(&piece, context: context)
    return piece
  }

  /// What only its neighbours speak for stands open, below the threshold, with its reasons.
  @Test(arguments: [
    "Readers who want to help were asked to donate to the rescue fund of the town, which had been empty since the war.",
    "He signed up for the newsletter of the museum, and read in it each month what the divers had found in the bay.",
  ]) func whatIsUncertainStandsOpenWithReasons(text: String) throws {
    let piece = judged([Self.story, Self.story + " It was cold.", text, Self.story + " Nobody came."])
    #expect(piece.folds.isEmpty)
    if let found = piece.blocks[2].boilerplate {
      #expect(found.score < Boilerplate.foldingThreshold && found.score >= 0.3)
      #expect(!found.reasons.isEmpty)
    }
  }

  @Test func plainStoriesHaveNoMark() {
    let piece = judged([Self.story, Self.story + " It was cold.", Self.story + " Nobody came."])
    #expect(piece.blocks.allSatisfy { $0.boilerplate == nil })
  }

  @Test func aRequestAmongStoriesIsMarkedOrFolded() throws {
    let request = "Please donate to our paper today."
    let piece = judged([Self.story, request, Self.story + " It was cold."])
    let found = try #require(piece.blocks[1].boilerplate)
    #expect(found.kind == .appeal && found.score >= 0.3)
  }
}
