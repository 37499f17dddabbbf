import Document

/// Whether a source is a paper: it cites, its authors speak of themselves, and of its sections, tables and figures.
enum ScholarlyLook {
  /// Of a hundred sentences, at least so many. Papers cite in 3 to 17 and speak of themselves in 6 to 20; of other pages
  /// one in a hundred comes up to all three.
  private static let leastCiting = 2
  private static let leastOurs = 2
  private static let leastSelf = 1
  /// Where the claim cites as scholars do, sentences in which the authors speak, of themselves or of the paper.
  private static let leastSpeaking = 2

  static func isSeen(claim: [UInt8], sentences: [[UInt8]], words: [[EvidenceWord]]) -> Bool {
    func isShare(_ count: Int, _ least: Int) -> Bool { count > 0 && count * 100 >= sentences.count * least }
    let ours = words.count { sentence in sentence.contains { EvidenceReader.ourselves.contains($0.stem) } }
    let ofItself = words.count(where: ScholarlyCues.isOfItself)
    guard isShare(ours + ofItself, leastSpeaking) else { return false }
    let citing = sentences.count { CitationMarks.stand(in: $0) }
    if citing > 0, CitationMarks.stand(in: claim) { return true }
    return isShare(citing, leastCiting) && isShare(ours, leastOurs) && isShare(ofItself, leastSelf)
  }
}
