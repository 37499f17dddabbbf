/// How much each feature of a sentence speaks for its being check-worthy: log-odds, fitted by ridge regression on some
/// 1,100 news sentences labelled by hand as claims or none; by ten folds over pages AP .952, AUC .948.
enum ClaimWeights {
  /// In the order of `ClaimFeature`.
  static let values: [Float] = {
    var values = [Float](repeating: 0, count: ClaimVector.room)
    for (feature, weight) in table { values[feature.rawValue] = weight }
    return values
  }()

  /// What a sentence's own log-odds, the mean of the page's and the mean of its two neighbours' add up to.
  static let bias: Float = -0.14
  static let own: Float = 0.87
  static let page: Float = 0.18
  static let neighbours: Float = 0.21

  private static let table: [(ClaimFeature, Float)] = [
    (.bias, -0.33),
    (.fragment, -1.28),
    (.brief, -0.80),
    (.length, 0.31),
    (.noVerb, -0.76),
    (.figure, 0.60),
    (.figures, -0.48),
    (.measure, 0.75),
    (.money, 0.39),
    (.percent, 0.44),
    (.year, 0.53),
    (.calendar, 0.35),
    (.relativeTime, 0.21),
    (.numeral, 0.48),
    (.names, 0.05),
    (.manyNames, -0.29),
    (.acronym, 0.13),
    (.honorific, -0.26),
    (.organisation, 0.32),
    (.place, 0.42),
    (.happening, -0.06),
    (.document, 0.73),
    (.past, 0.43),
    (.pastAgain, 0.34),
    (.present, -0.21),
    (.perfect, 0.16),
    (.passive, 0.21),
    (.reported, 0.04),
    (.modal, -0.52),
    (.future, 0.07),
    (.hedge, -0.23),
    (.mind, -0.44),
    (.opinion, -0.50),
    (.judgement, -0.73),
    (.intensifier, -0.49),
    (.adverbs, 0.00),
    (.negation, -0.24),
    (.first, -0.70),
    (.we, -0.61),
    (.you, -1.25),
    (.pronoun, 0.28),
    (.opensWithPronoun, -0.11),
    (.opensWithConjunction, -0.37),
    (.question, -1.44),
    (.exclamation, -0.31),
    (.imperative, -1.49),
    (.opensWithQuestionWord, -0.61),
    (.noStop, -1.69),
    (.colon, -0.51),
    (.ellipsis, -0.27),
    (.lowerCase, -0.43),
    (.comparison, 0.17),
    (.cause, 0.31),
    (.accusation, 0.15),
    (.prediction, 0.02),
    (.credited, 0.11),
    (.creditedDocument, 0.40),
    (.creditedUnnamed, -0.12),
    (.creditedPronoun, 0.48),
    (.lost, -0.23),
    (.quoted, -0.75),
    (.allQuoted, 0.36),
    (.quotedFirst, -0.25),
    (.quotedMind, -0.23),
    (.contractions, 0.06),
    (.parenthesis, 0.15),
    (.listItem, 0.00),
    (.titleCase, -0.35),
    (.relativeClause, 0.17),
    (.symbols, -0.26),
    (.unknownShare, 0.29),
    (.contrast, -0.25),
    (.conditional, -0.77),
    (.ability, 0.04),
    (.quotedSpecific, 0.19),
    (.figureShare, -0.16),
    (.nameShare, 0.03),
    (.specifics, 0.66),
    (.pastQuoted, 0.02),
  ]
}
