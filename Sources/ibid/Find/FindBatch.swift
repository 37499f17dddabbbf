import Analysis
import Fetch
import Glibc
import Reading

/// `ibid find --batch`: a line of JSON in, one out, in the same order. A line that cannot be used has an `error` in its
/// place, and the rest goes on.
@MainActor func findBatch(_ path: String) -> ExitStatus {
  let bytes: [UInt8]
  do throws(FetchError) {
    bytes = try ByteSource.whole(path, limit: batchLimit)
  } catch {
    let failure = SourceFailure(error)
    complain(failure.message)
    return failure.status
  }
  let output = Output(descriptor: STDOUT_FILENO)
  let evidence = Evidence()
  var status = ExitStatus.done
  do throws(OutputError) {
    for (number, line) in bytes.split(separator: 0x0A).enumerated() where line.contains(where: { $0 > 0x20 }) {
      var json = JSONText()
      if let claim = BatchClaim(Array(line)) {
        claim.answer(evidence, &json)
      } else {
        complain("line \(number + 1) of \(path) is no object with \"claim\" and \"sentences\". It was passed over.")
        status = .unreadable
        json.beginObject()
        json.field("error", "no object with \"claim\" and \"sentences\"")
        json.field("line", number + 1)
        json.endObject()
      }
      json.bytes.append(0x0A)
      try output.take(&json.bytes)
    }
    try output.flush()
  } catch {
    return unwritten(error)
  }
  return status
}

/// A batch larger than this is no batch for one process.
private let batchLimit = 1 << 31

/// A line of a batch: `{"id","claim","context","sentences":[…]}`.
struct BatchClaim {
  let id: JSONValue
  let claim: String
  let context: String
  let sentences: [[UInt8]]

  /// nil: it is no such line.
  init?(_ line: [UInt8]) {
    guard let value = JSONReader.value(in: line), let claim = value["claim"]?.text,
      case .array(let sentences)? = value["sentences"]
    else { return nil }
    id = value["id"] ?? .null
    self.claim = PredefinedEntities.resolved(claim)
    context = PredefinedEntities.resolved(value["context"]?.text ?? "")
    self.sentences = sentences.map { PredefinedEntities.resolved(Array(($0.text ?? "").utf8)) }
  }

  /// `{"id","ranking","scores","match"}`, the match of the first.
  func answer(_ evidence: Evidence, _ json: inout JSONText) {
    let ranking = evidence.rank(claim: claim, context: context, sentences: sentences)
    json.beginObject()
    json.key("id")
    switch id {
    case .string(let text): json.value(text)
    case .number(let text): json.value(Int(text))
    case .null, .bool, .array, .object: json.null()
    }
    json.key("ranking")
    json.beginArray()
    for index in ranking.order { json.value(index) }
    json.endArray()
    json.key("scores")
    json.beginArray()
    for score in ranking.scores { json.value(rounded(score)) }
    json.endArray()
    json.field("match", (ranking.matches.first ?? .none).rawValue)
    json.endObject()
  }
}
