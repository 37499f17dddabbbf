import Text

/// Why something was folded or marked: plain words, and the words of the text that they rest on.
package struct Reason: Sendable, Equatable {
  package var words: String
  /// In the block's `text`.
  package var evidence: Range<Int>?

  package init(_ words: String, evidence: Range<Int>? = nil) {
    self.words = words
    self.evidence = evidence
  }

  /// "a figure with a unit: $200m".
  package func sentence(in text: [UInt8]) -> String {
    guard let evidence, evidence.upperBound <= text.count else { return words }
    return words + ": " + String(decoding: text[evidence], as: UTF8.self)
  }
}

/// That a block is not the article, and why.
package struct Boilerplate: Sendable, Equatable {
  package enum Kind: String, CaseIterable, Sendable, BitwiseCopyable {
    case appeal, newsletter, share, related, comments, navigation, advertisement, cookies, legal, credit
    case embedRemnant, other
  }

  /// At or above this score a block is folded, unless the reader moves the threshold.
  package static let foldingThreshold = 0.5

  package var kind: Kind
  /// How sure, 0…1. At or above the reader's threshold it is folded; below it stands open with a mark.
  package var score: Double
  /// At least one, what weighed most first.
  package var reasons: [Reason]

  package init(kind: Kind, score: Double, reasons: [Reason]) {
    self.kind = kind
    self.score = score
    self.reasons = reasons
  }
}

/// A run of blocks that stands as one row when closed.
package struct Fold: Sendable, Equatable {
  package enum Kind: Sendable, Hashable {
    case boilerplate(Boilerplate.Kind)
    case details

    /// As the JSON names it.
    package var name: String {
      switch self {
      case .boilerplate(let kind): kind.rawValue
      case .details: "details"
      }
    }
  }

  package var kind: Kind
  /// Indexes of the piece's blocks, both inclusive.
  package var blocks: ClosedRange<Int>
  /// Words that a closed fold hides.
  package var words: Int
  /// How it begins, for its row.
  package var label: String

  package init(kind: Kind, blocks: ClosedRange<Int>, words: Int, label: String) {
    self.kind = kind
    self.blocks = blocks
    self.words = words
    self.label = label
  }
}

/// A sentence of a block, and what it claims.
package struct Sentence: Sendable, Equatable {
  package var range: Range<Int>
  /// How check-worthy, 0…1; also of a sentence that is not marked.
  package var score: Double
  /// Present where `score` reaches the lowest threshold (`ClaimDensity.all`).
  package var claim: Claim?

  package init(range: Range<Int>, score: Double = 0, claim: Claim? = nil) {
    self.range = range
    self.score = score
    self.claim = claim
  }
}

/// How many claims the reader wants marked: a sentence is marked at or above the threshold.
package enum ClaimDensity: String, CaseIterable, Sendable {
  case off, few, normal, all

  package var threshold: Double {
    switch self {
    case .off: .infinity
    case .few: 0.75
    case .normal: 0.5
    case .all: 0.25
    }
  }
}

/// A sentence that asserts something that can be checked.
package struct Claim: Sendable, Equatable {
  package enum Kind: String, CaseIterable, Sendable {
    case quantity, date, event, comparison, causal, accusation, quotation, attribution, prediction
  }

  /// Whether it says where it has that from.
  package enum Support: String, CaseIterable, Sendable {
    /// A citation with a link.
    case linked
    /// A named source without one.
    case attributed
    /// The publication itself.
    case `self`
    /// Nobody, or only somebody unnamed, or the link is lost.
    case none
  }

  package var kinds: [Kind]
  package var reasons: [Reason]
  package var support: Support
  /// Indexes in the piece's `citations`.
  package var citations: [Int]

  package init(kinds: [Kind], reasons: [Reason], support: Support, citations: [Int] = []) {
    self.kinds = kinds
    self.reasons = reasons
    self.support = support
    self.citations = citations
  }
}

/// Whom an article cites. Two citations with the same name and kind cite the same source.
package struct Source: Sendable, Hashable {
  package enum Kind: String, CaseIterable, Sendable {
    case document, organisation, person, publication, website, `self`, unnamed
  }

  package var name: String
  package var kind: Kind
  package var href: String?

  package init(name: String, kind: Kind, href: String? = nil) {
    self.name = name
    self.kind = kind
    self.href = href
  }
}

/// A place where the article says where it has something from.
package struct Citation: Sendable, Equatable {
  package enum Status: String, CaseIterable, Sendable {
    case linked
    /// In prose only.
    case named
    /// The text shows that a link or an embed stood here.
    case lost
    case `self`
    case credit
  }

  /// Index of the piece's block.
  package var block: Int
  /// The span that names the source; of a lost one its trace.
  package var range: Range<Int>
  package var source: Source?
  /// The words that credit it: "according to", "told".
  package var cue: String?
  /// Index in the piece's `links`.
  package var link: Int?
  package var status: Status
  package var isBoilerplate: Bool

  package init(
    block: Int, range: Range<Int>, source: Source? = nil, cue: String? = nil, link: Int? = nil, status: Status,
    isBoilerplate: Bool = false
  ) {
    self.block = block
    self.range = range
    self.source = source
    self.cue = cue
    self.link = link
    self.status = status
    self.isBoilerplate = isBoilerplate
  }
}

/// A link of the document.
package struct Link: Sendable, Equatable {
  package enum Kind: String, CaseIterable, Sendable {
    case external, `internal`, fragment, mail, blocked
  }

  /// Resolved where the document's URL is known.
  package var href: String
  /// Index of the piece's block.
  package var block: Int
  package var range: Range<Int>
  package var kind: Kind
  package var isBoilerplate: Bool
  /// Of a fragment the block that it leads to, where that is known.
  package var target: BlockID?
  /// Of a relative link that a local document may not follow: where it leads on the web, as the page says where it is.
  package var webAddress: String?

  package init(
    href: String, block: Int, range: Range<Int>, kind: Kind, isBoilerplate: Bool = false, target: BlockID? = nil,
    webAddress: String? = nil
  ) {
    self.target = target
    self.webAddress = webAddress
    self.href = href
    self.block = block
    self.range = range
    self.kind = kind
    self.isBoilerplate = isBoilerplate
  }

  /// As the reader meets it: a link that only the web can follow leads there.
  package var followed: Link {
    guard kind == .blocked, let webAddress else { return self }
    var link = self
    link.href = webAddress
    link.kind = .external
    return link
  }
}
