import Analysis
import Document
import Foundation

/// Pages of one kind, as what the models of folding are fitted on.
struct FoldingSet {
  static let partCount = 5

  let pieces: [LabelledPiece]
  let sights: [BlockSight]
  /// Of each block of each piece the part of a cross-validation that it is in.
  let parts: [[Int]]
  /// The models for pages see the names of elements too.
  let hasNames: Bool

  init(_ pieces: [LabelledPiece], hasNames: Bool) {
    self.pieces = pieces
    self.hasNames = hasNames
    sights = pieces.map { BlockSight($0.piece, metadata: $0.metadata) }
    parts = pieces.map { piece in piece.groups.map { Int(nameHash($0.utf8) % UInt64(Self.partCount)) } }
  }

  /// The weight of a block among others.
  private func weight(_ index: Int, _ block: Int) -> Float {
    min(20, max(0.1, Float(sights[index].words[block]) * pieces[index].weights[block]))
  }

  /// Rows of the blocks that have a label and are not in `part`; nil: all.
  func rows(_ vectors: [[[Float]]], without part: Int?) -> BinnedRows {
    var rows: [[Float]] = []
    var labels: [Float] = []
    var weights: [Float] = []
    for index in pieces.indices {
      for block in vectors[index].indices where parts[index][block] != part {
        guard let label = pieces[index].labels[block] else { continue }
        rows.append(vectors[index][block])
        labels.append(label)
        weights.append(weight(index, block))
      }
    }
    return BinnedRows(rows, labels: labels, weights: weights)
  }

  /// Of every block what `model` says that was fitted without its part.
  func unseen(_ vectors: [[[Float]]], _ models: [[UInt8]]) -> [[Float]] {
    pieces.indices.map { index in
      var result = [Float](repeating: 0, count: vectors[index].count)
      for part in Set(parts[index]) {
        let looks = models[part].withUnsafeBytes { FoldingModel.look($0, vectors[index]) }
        for block in result.indices where parts[index][block] == part { result[block] = looks[block] }
      }
      return result
    }
  }

  // MARK: Words

  /// Tables of weights.
  struct Tables: Sendable {
    var words: [UInt8]
    var names: [UInt8]

    func odds(_ sight: BlockSight, hasNames: Bool) -> WordOdds? {
      words.withUnsafeBytes { words in
        names.withUnsafeBytes { FoldingModel.odds(sight, words: words, names: hasNames ? $0 : nil) }
      }
    }
  }

  /// A block says of its words between so little and so much.
  private static let weightOfWords: ClosedRange<Float> = 0.3...6

  /// Of each block the page that its words count for; nil: for none. What was put into articles is a page of its own, once,
  /// in however many articles it stands; of these articles nothing else counts, since they are pages of themselves.
  private var pagesOfWords: [[Int?]] {
    var owners: [String: (piece: Int, page: Int)] = [:]
    return pieces.indices.map { index in
      guard pieces[index].isComposed else { return pieces[index].groups.map { _ in index } }
      return pieces[index].groups.map { group in
        guard group.hasPrefix(LabelledPiece.snippet) else { return nil }
        let owner = owners[group] ?? (index, pieces.count + owners.count)
        owners[group] = owner
        return owner.piece == index ? owner.page : nil
      }
    }
  }

  /// The tables fitted without each part, and the one fitted on all.
  func tables() -> (parts: [Tables], all: Tables) {
    let counts = BlockSight.placeCounts
    let places = sights.map(\.places)
    let pages = pagesOfWords
    let ofWords = PlaceFitting(size: counts.words, ridge: 1, rate: 0.1, isMean: true)
    let ofNames = PlaceFitting(size: counts.names, ridge: 20, rate: 0.03, isMean: false)
    var results = [Tables](repeating: Tables(words: [], names: []), count: Self.partCount + 1)
    results.withUnsafeMutableBufferPointer { buffer in
      // Each worker writes into a place of its own.
      nonisolated(unsafe) let results = buffer
      DispatchQueue.concurrentPerform(iterations: Self.partCount + 1) { part in
        var (words, names) = (PlaceRows(), PlaceRows())
        for index in pieces.indices {
          for (block, own) in parts[index].enumerated() where own != part {
            guard let page = pages[index][block], let label = pieces[index].labels[block] else { continue }
            let range = Self.weightOfWords
            let weight = max(range.lowerBound, min(range.upperBound, weight(index, block)))
            words.add(places[index].words[block], label: label, weight: weight, page: page)
            if hasNames { names.add(places[index].names[block], label: label, weight: weight, page: page) }
          }
        }
        results[part] = Tables(words: ofWords.fit(words), names: hasNames ? ofNames.fit(names) : [])
      }
    }
    return (Array(results.dropLast()), results[Self.partCount])
  }

  /// What tables say of every block that were fitted without its part.
  func odds(_ tables: [Tables]) -> [WordOdds] {
    pieces.indices.map { index in
      var odds: WordOdds?
      for part in Set(parts[index]).sorted() {
        guard let other = tables[part].odds(sights[index], hasNames: hasNames) else { continue }
        guard odds != nil else {
          odds = other
          continue
        }
        for block in parts[index].indices where parts[index][block] == part {
          odds?.words[block] = other.words[block]
          odds?.names[block] = other.names[block]
        }
      }
      return odds ?? WordOdds(words: [], names: [])
    }
  }
}
