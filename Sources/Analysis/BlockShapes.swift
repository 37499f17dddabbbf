/// How the lines of a piece are built: the dates of a tour, the scores of a league, what goes into a cake are each of one
/// form, and the headlines of other articles are not.
struct BlockShapes {
  /// Of each block a number for its form; 0: prose, or nothing.
  private let forms: [UInt32]
  /// Of each block how many stand together with it that are of its form.
  private let runs: [Int]

  /// Blocks on each side that are looked at.
  private static let reach = 6
  /// Words that a form is told by.
  private static let words = 3
  /// A run longer than this says no more.
  private static let longest = 24

  init(_ tokens: PieceTokens, _ features: [BlockFeatures]) {
    let forms = features.indices.map { features[$0].isProse ? 0 : Self.form(tokens[$0]) }
    var runs = [Int](repeating: 0, count: forms.count)
    var from = 0
    for index in forms.indices where index + 1 == forms.count || forms[index + 1] != forms[index] {
      for inside in from...index where forms[index] != 0 { runs[inside] = index + 1 - from }
      from = index + 1
    }
    self.forms = forms
    self.runs = runs
  }

  /// The kinds of the first words with what stands between them.
  private static func form(_ tokens: Tokens) -> UInt32 {
    guard tokens.count > 0 else { return 0 }
    var form: UInt32 = 1
    for index in 0..<min(words, tokens.count) {
      form = form << 6 | (index == 0 ? 0 : gap(tokens[index].gap)) << 3 | kind(tokens[index])
    }
    return form
  }

  private static func kind(_ token: Token) -> UInt32 {
    if token.has([.month, .day]) { return 1 }
    if token.looks(.number) || token.has(.numeral) { return 2 }
    if token.looks(.capital) { return 4 }
    return token.has(.function) ? 3 : 5
  }

  private static func gap(_ gap: Gap) -> UInt32 {
    if gap.isDisjoint(with: [.dash, .colon, .comma, .opens, .at, .symbol, .slash]) { return 0 }
    if gap.contains(.colon) { return 1 }
    if gap.contains(.comma) { return 2 }
    return gap.isDisjoint(with: [.dash, .symbol, .at, .slash]) ? 3 : 4
  }

  /// Lines of one form that are no chance.
  private static let entries = 4
  /// Or the share of the blocks around one, where other things stand between.
  private static let entryShare: Float = 0.5

  /// It is one of several of a form with a number in it.
  func isEntry(_ index: Int) -> Bool {
    let form = forms[index]
    guard form != 0, Self.numbers(form) > 0 else { return false }
    return runs[index] >= Self.entries || share(form, around: index) >= Self.entryShare
  }

  /// Of the blocks around one the share that is of its form, how many of them stand together, and whether the form has a
  /// number in it.
  func append(_ index: Int, to vector: inout [Float]) {
    let form = forms[index]
    guard form != 0 else { return vector.add([-1, 0, 0]) }
    vector.add([share(form, around: index), Float(min(runs[index], Self.longest)), Self.numbers(form)])
  }

  private func share(_ form: UInt32, around index: Int) -> Float {
    let (from, to) = (max(0, index - Self.reach), min(forms.count, index + Self.reach + 1))
    var alike = -1
    for other in from..<to where forms[other] == form { alike += 1 }
    return Float(alike) / Float(max(1, to - from - 1))
  }

  /// How many of a form's words are numbers, months or days.
  private static func numbers(_ form: UInt32) -> Float {
    var numbers: Float = 0
    var rest = form
    while rest > 1 {
      if rest & 7 == 1 || rest & 7 == 2 { numbers += 1 }
      rest >>= 6
    }
    return numbers
  }
}
