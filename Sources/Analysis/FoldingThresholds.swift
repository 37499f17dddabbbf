/// Below which probability of being the article a block is folded: chosen by cross-validation.
struct FoldingThresholds {
  /// Of any block.
  let block: Float
  /// In text without markup, of one in the middle of the article that has no word against it.
  let inside: Float
  /// The same where it stands beside a fold.
  let beside: Float

  /// On pages, where a lost word weighs as much as a needless one.
  private static let page: Float = 0.42
  /// In text of a language whose words are not known: there only its structure speaks.
  private static let foreign: Float = 0.15
  /// In text that is the article, by and large, where losing a word of it is worse.
  private static let article = FoldingThresholds(block: 0.25, inside: 0.08, beside: 0.2)
  /// In text that holds all that stood on a page.
  private static let wholePage = FoldingThresholds(block: 0.45, inside: 0.36, beside: 0.45)
  /// Text of which more blocks than this share are likelier not the article holds all that stood on a page: of articles
  /// into which boxes were put, for measuring, the most have less.
  private static let shareOfPage: Float = 0.7

  private init(block: Float, inside: Float, beside: Float) {
    self.block = block
    self.inside = inside
    self.beside = beside
  }

  /// `article`: of each block the probability that it is the article.
  init(_ article: [Float], isPage: Bool, isKnownLanguage: Bool) {
    let others = article.count { $0 < 0.5 }
    let text = Float(others) > Self.shareOfPage * Float(article.count) ? Self.wholePage : Self.article
    block = isPage ? Self.page : isKnownLanguage ? text.block : Self.foreign
    inside = isKnownLanguage ? text.inside : min(text.inside, Self.foreign)
    beside = isKnownLanguage ? text.beside : min(text.beside, Self.foreign)
  }
}
