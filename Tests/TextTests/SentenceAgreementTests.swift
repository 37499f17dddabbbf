import Foundation
import Testing

@testable import Text

/// The sample data's folder, or nil.
let dataFolder = ProcessInfo.processInfo.environment["IBID_DATA"]

@Suite struct SentenceAgreementTests {
  struct Page: Decodable {
    struct Sentence: Decodable { var text: String }
    var paragraphs: [[Sentence]]
  }

  @Test(.enabled(if: dataFolder != nil, "IBID_DATA is not set"))
  func boundariesAgreeWithTheLabelledNews() throws {
    let lines = try String(contentsOfFile: (dataFolder ?? "") + "/data/claims/news.dev.jsonl", encoding: .utf8)
    var (both, ours, theirs) = (0, 0, 0)
    for line in lines.split(separator: "\n") {
      for paragraph in try JSONDecoder().decode(Page.self, from: Data(line.utf8)).paragraphs {
        var text: [UInt8] = []
        var gold: Set<Int> = []
        for sentence in paragraph {
          if !text.isEmpty { text.append(0x20) }
          text += sentence.text.utf8
          gold.insert(text.count)
        }
        gold.remove(text.count)
        var found = Set(sentences(in: text).map(\.upperBound))
        found.remove(text.count)
        both += gold.intersection(found).count
        ours += found.count
        theirs += gold.count
      }
    }
    let agreement = 2 * Double(both) / Double(ours + theirs)
    print("sentence boundaries: \(both) agreed of \(ours) found and \(theirs) labelled, F1 \(agreement)")
    // Measured 0.987.
    #expect(agreement > 0.98)
  }
}
