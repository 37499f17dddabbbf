import Text

extension Boilerplate.Kind {
  /// What a reader calls it.
  package var words: String {
    switch self {
    case .appeal: "donation appeal"
    case .newsletter: "newsletter"
    case .share: "share bar"
    case .related: "related links"
    case .comments: "comments"
    case .navigation: "navigation"
    case .advertisement: "advertisement"
    case .cookies: "cookie notice"
    case .legal: "legal notice"
    case .credit: "credit"
    case .embedRemnant: "remnant of an embed"
    case .other: "other"
    }
  }
}

extension Fold.Kind {
  /// What a reader calls it.
  package var words: String {
    switch self {
    case .boilerplate(let kind): kind.words
    case .details: "details"
    }
  }
}

extension Fold {
  /// How much it hides: "3 blocks, 52 words"; of a single block only its words.
  package var size: String {
    let words = words == 1 ? "1 word" : "\(words) words"
    return blocks.count == 1 ? words : "\(blocks.count) blocks, \(words)"
  }

  /// The row that stands for it when it is closed: "▸ donation appeal · 3 blocks, 52 words · “Support us and go…”".
  package var row: String {
    let head = "▸ \(kind.words) · \(size)"
    return label.isEmpty ? head : head + " · “\(label)”"
  }
}
