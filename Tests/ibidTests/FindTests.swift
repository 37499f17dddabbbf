import Foundation
import Testing

@testable import ibid

/// `ibid find` as scripts call it.
struct FindTests {
  private let scratch: Scratch
  private let article: String

  init() throws {
    scratch = try Scratch()
    article = try scratch.file(
      "bridge.txt",
      """
      The bridge at Kelso Point

      The county opened the bridge in 1967. Naïve estimates had it that repairs would cost 2 million dollars.

      Repairs are now expected to cost 23 million dollars, the county said on Monday.

      """)
  }

  private let claim = "Repairing the bridge costs $23m"

  @Test func jsonRanksTheSentencesWithTheirPlaces() throws {
    let run = try ProgramRun("find", "--claim", claim, "--format", "json", "--top", "2", article)
    #expect(run.status == 0)
    let rows = try #require(try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]])
    #expect(rows.count == 2)
    let first = try #require(rows.first)
    #expect(Set(first.keys) == ["rank", "score", "match", "block", "range", "sentence"])
    #expect(first["rank"] as? Int == 1)
    #expect(first["block"] as? Int == 2)
    let sentence = try #require(first["sentence"] as? String)
    #expect(sentence.hasPrefix("Repairs are now expected"))
    #expect(first["range"] as? [Int] == [0, sentence.unicodeScalars.count])
  }

  @Test func textSaysHowSureItIs() throws {
    let run = try ProgramRun("find", "--claim", claim, article)
    #expect(run.text.contains("figures"))
    #expect(run.text.contains("1  "))
    #expect(run.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let other = try ProgramRun("find", "--claim", "Otters returned to Norway", article)
    #expect(other.text.hasPrefix("Not found in this source."))
  }

  @Test func aBatchMayBeEscaped() throws {
    let quotation = "the ice on the bay is thin in March and children are warned"
    let batch = try scratch.file(
      "escaped.jsonl",
      """
      {"id": 1, "claim": "He wrote: &quot;\(quotation)&quot;", "sentences": ["Ice &amp; snow.", "So \(quotation)."]}

      """)
    let run = try ProgramRun("find", "--batch", batch)
    #expect(run.text.contains("\"ranking\":[1,0]") && run.text.contains("\"match\":\"exact\""))
  }

  @Test func aBatchAnswersLineByLineAndGoesOnPastWhatItCannotUse() throws {
    let batch = try scratch.file(
      "batch.jsonl",
      """
      {"id": "a", "claim": "ice on the bay", "context": "", "sentences": ["The sun.", "Ice lies on the bay."]}
      no object
      {"id": 7, "claim": "ice", "sentences": []}

      """)
    let run = try ProgramRun("find", "--batch", batch)
    #expect(run.status == 1)
    #expect(run.errors.contains("line 2 of"))
    let lines = run.text.split(separator: "\n").compactMap {
      try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
    #expect(lines.count == 3)
    #expect(lines[0]["id"] as? String == "a")
    #expect(lines[0]["ranking"] as? [Int] == [1, 0])
    #expect((lines[0]["scores"] as? [Double])?.count == 2)
    #expect(lines[1]["error"] is String)
    #expect(lines[2]["id"] as? Int == 7)
    #expect(lines[2]["ranking"] as? [Int] == [])
    #expect(lines[2]["match"] as? String == "none")
  }

  @Test func mistakesAreSentencesAndStatuses() throws {
    for arguments in [
      ["find", "--claim", claim], ["find", article], ["find", "--claim", " ", article],
      ["find", "--claim", claim, "--top", "0", article], ["find", "--batch", article, "--claim", claim],
    ] {
      #expect(try ProgramRun(arguments).status == 2, "\(arguments)")
    }
    let missing = try ProgramRun("find", "--claim", claim, scratch.url.path + "/none.txt")
    #expect(missing.status == 1)
    #expect(missing.errors.contains("none.txt"))
  }
}
