import Analysis
import Document
import Fetch
import Glibc
import Reading
import Text

/// `ibid find`: ranks the sentences of a source as evidence for a claim.
@MainActor func find(_ request: FindRequest) -> ExitStatus {
  let document: OpenedDocument
  do throws(FetchError) {
    var hints = OpeningHints(type: request.type, baseURL: request.baseURL)
    hints.isWhole = true
    document = try OpenedDocument.openWaiting(
      location: request.source, hints: hints, settings: FetchSettings(isOffline: request.offline))
    try document.finish()
  } catch {
    let failure = SourceFailure(error)
    complain(failure.message)
    return failure.status
  }
  let places = SourceSentence.all(of: document)
  let ranking = Evidence().rank(claim: request.claim, context: request.context, sentences: places.map(\.text))
  let output = Output(descriptor: STDOUT_FILENO)
  do throws(OutputError) {
    switch request.format {
    case .json: try output.write(findJSON(ranking, places, top: request.top) + "\n")
    case .text: try output.write(findText(ranking, places, request))
    }
    try output.flush()
  } catch {
    return unwritten(error)
  }
  for notice in document.article.notices { complain(notice) }
  guard places.isEmpty else { return document.isFailure ? .network : .done }
  complain("no article was found in \(request.source == "-" ? "standard input" : request.source).")
  return .noArticle
}

/// `[{"rank","score","match","block","range","sentence"}]`
func findJSON(_ ranking: EvidenceRanking, _ places: [SourceSentence], top: Int) -> String {
  var json = JSONText()
  json.beginArray()
  for (rank, index) in ranking.order.prefix(top).enumerated() {
    json.beginObject()
    json.field("rank", rank + 1)
    json.key("score")
    json.value(rounded(ranking.scores[rank]))
    json.field("match", ranking.matches[rank].rawValue)
    json.field("block", places[index].block)
    json.field("range", places[index].range)
    json.key("sentence")
    json.value(places[index].text[...])
    json.endObject()
  }
  json.endArray()
  return String(decoding: json.bytes, as: UTF8.self)
}

/// To four decimals: more would say more than is known.
func rounded(_ score: Double) -> Double { (score * 10_000).rounded() / 10_000 }

private func findText(_ ranking: EvidenceRanking, _ places: [SourceSentence], _ request: FindRequest) -> String {
  guard !ranking.order.isEmpty else { return "\(sanitised(request.source)) holds no sentence.\n" }
  var text = ""
  if ranking.matches[0] == .none {
    text += "Not found in this source. What comes nearest:\n\n"
  } else {
    text += "\(ranking.matches[0].rawValue): \(ranking.findings.sentence).\n\n"
  }
  for (rank, index) in ranking.order.prefix(request.top).enumerated() {
    let place = places[index]
    let percent = Int((ranking.scores[rank] * 100).rounded())
    let under = place.heading.map { ", under “\(sanitised($0))”" } ?? ""
    text += "\(rank + 1)  \(percent) %, block \(place.block)\(under)\n"
    let sentence = sanitised(String(decoding: place.text, as: UTF8.self))
    for line in wrappedLines(sentence, width: findWidth) { text += "   " + line + "\n" }
    text += "\n"
  }
  return text
}

/// Columns of a sentence, beside its indent.
private let findWidth = 77
