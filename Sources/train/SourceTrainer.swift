import Analysis
import Document
import Foundation

private let partCount = 10
private let stepCount = 120
private let ridge: Float = 10
/// A feature is fitted only where it is seen on so many pages: what one page has is no knowledge.
private let leastPages = 3
/// How much less likely than fitted it is that a word is no source, by cross-validation: the measures weigh a missed
/// source as a false one.
private let eagerness: Float = 1

/// Fits the model of sources on news sentences, and writes it.
func trainSources(data: String, output: String?, read: String?, writes: Bool) throws {
  let pages = try newsSourcePages(data)
  let more = try labelledSourcePages(data)
  let written = try writtenSourcePages()
  let all = pages + more + written
  if let output {
    var lines = Data()
    var (news, labelled, own) = (SourceScore(), SourceScore(), SourceScore())
    for part in 0..<partCount {
      let model = sourceModel(all.enumerated().filter { $0.offset % partCount != part }.map(\.element))
      for (number, page) in all.enumerated() where number % partCount == part {
        let piece = model.withUnsafeBytes { SourceSight.marked(page.piece, metadata: page.metadata, model: $0) }
        if number < pages.count {
          lines += try DumpedPage.line(piece, id: page.id)
          news.add(page, piece)
        } else if page.isWritten {
          own.add(page, piece)
        } else {
          labelled.add(page, piece)
        }
      }
    }
    print("news: " + news.summary)
    print("labelled for this project: " + labelled.summary)
    print("written for this project: " + own.summary)
    try lines.write(to: URL(filePath: output))
  }
  guard writes || read != nil else { return }
  let model = sourceModel(all)
  if let read, let output { try dump(read, model, to: output + ".read") }
  guard writes else { return }
  try Data(model).write(to: URL(filePath: "Sources/Analysis/Models/sources.bin"))
}

/// Reads other pages, which nothing is fitted on.
private func dump(_ path: String, _ model: [UInt8], to output: String) throws {
  var lines = Data()
  for row in try jsonLines(path) {
    let page = SourcePage(
      id: row["id"] as? String ?? "", text: row["text"] as? String ?? "", sources: [], sentences: nil)
    let piece = model.withUnsafeBytes { SourceSight.marked(page.piece, metadata: page.metadata, model: $0) }
    lines += try DumpedPage.line(piece, id: page.id)
  }
  try lines.write(to: URL(filePath: output))
}

/// The model's bytes, fitted on `pages`.
func sourceModel(_ pages: [SourcePage]) -> [UInt8] {
  var seen = [Int](repeating: 0, count: SourceSight.placeCount)
  for page in pages {
    for place in Set(page.chains.flatMap(\.places)) { seen[place] += 1 }
  }
  var field = ChainField(placeCount: SourceSight.placeCount)
  // Written prose is seen twice: it is little.
  let chains = (pages + pages.filter(\.isWritten)).flatMap(\.chains).map { chain in
    chain.keeping { seen[$0] >= leastPages }
  }
  field.fit(chains, steps: stepCount, ridge: ridge)
  return bytes(field)
}

private func bytes(_ field: ChainField) -> [UInt8] {
  let outside = SourceLabel.outside.rawValue
  var bytes = Array("IBS1".utf8)
  for label in 0..<ChainField.labels {
    bytes += littleEndian((field.starts[label] - (label == outside ? eagerness : 0)).bitPattern)
  }
  for step in field.steps.indices {
    let isOutside = step % ChainField.labels == outside
    bytes += littleEndian((field.steps[step] - (isOutside ? eagerness : 0)).bitPattern)
  }
  let scale = max(1e-6, field.weights.map(abs).max() ?? 0) / 127
  bytes += littleEndian(scale.bitPattern)
  for weight in field.weights { bytes.append(UInt8(bitPattern: Int8((weight / scale).rounded()))) }
  return bytes
}

/// How well sources are told: sentences that hold one, and the spans.
private struct SourceScore {
  private var (held, said, both) = (0, 0, 0)
  private var (gold, found, exact, overlap) = (0, 0, 0, 0)

  mutating func add(_ page: SourcePage, _ piece: Piece) {
    var sentences: [Range<Int>] = []
    var cites: [Range<Int>] = []
    for (index, block) in piece.blocks.enumerated() {
      let offset = block.extent.lowerBound
      sentences += block.sentences.map { $0.range.lowerBound + offset..<$0.range.upperBound + offset }
      for citation in piece.citations where citation.block == index && [.named, .`self`].contains(citation.status) {
        cites.append(citation.range.lowerBound + offset..<citation.range.upperBound + offset)
      }
    }
    for sentence in page.sentences ?? sentences {
      let wanted = page.sources.filter { $0.overlaps(sentence) }
      let given = cites.filter { $0.overlaps(sentence) }
      held += wanted.isEmpty ? 0 : 1
      said += given.isEmpty ? 0 : 1
      both += wanted.isEmpty || given.isEmpty ? 0 : 1
      gold += wanted.count
      found += given.count
      exact += wanted.count { given.contains($0) }
      overlap += wanted.count { source in given.contains { $0.overlaps(source) } }
    }
  }

  var summary: String {
    func f1(_ right: Int, _ given: Int, _ wanted: Int) -> Double { 2 * Double(right) / Double(max(1, given + wanted)) }
    return String(
      format: "holds F1 %.3f, spans exact %.3f, overlap %.3f", f1(both, said, held), f1(exact, found, gold),
      f1(overlap, found, gold))
  }
}
