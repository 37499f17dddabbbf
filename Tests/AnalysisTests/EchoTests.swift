import Document
import Testing

@testable import Analysis

@Suite("What stands on a page twice")
struct EchoTests {
  private func shares(_ texts: [String]) -> [Float] {
    let blocks = texts.map { Block(role: .paragraph, text: Array($0.utf8)) }
    let piece = Piece(extent: 0..<0, blocks: blocks)
    return Echo.shares(of: PieceTokens(piece, lexicon: Tables.shared.lexicon), count: blocks.count)
  }

  @Test("A block that repeats others, in whole or in part")
  func repeats() {
    let first = "The ferry left the harbour at noon, and nobody was on board."
    let second = "Its captain had waited for an hour."
    let found = shares([first, second, first + " " + second, "The ferry left the harbour at dawn instead of noon."])
    #expect(found[0] == 0 && found[1] == 0)
    #expect(found[2] >= 0.7)
    #expect(found[3] > 0.2 && found[3] < 0.6)
    #expect(shares([first, first])[1] == 1)
  }

  @Test("Short blocks repeat nothing")
  func short() { #expect(shares(["Share this", "Share this", ""]) == [0, 0, 0]) }
}
