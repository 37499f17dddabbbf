/// The numbers that a block is judged by: log-odds for boilerplate (positive) or the article (negative). Chosen by hand
/// and by a search over the development pages.
enum BlockWeights {
  /// A cue inside quotation marks is somebody's speech in the article: it keeps this share of its weight.
  static let quotedCue: Float = 0.12
  /// What speaks for the article before anything is known.
  static let article: Float = 1.2
  /// So many words of prose are worth 1 for the article …
  static let proseWords: Float = 14
  /// … up to this much.
  static let proseMost: Float = 3.2
  /// A block that credits speech to somebody, or reports in the third person.
  static let reports: Float = 0.7
  /// Each "we", "our" and each "you", "your" for an appeal, in the mood of a publication that speaks to its reader.
  static let we: Float = 0.35
  static let you: Float = 0.3
  static let press: Float = 0.25
  static let giving: Float = 0.3
  static let moodMost: Float = 3.6
  /// Without any cue, the mood alone never folds: it only lets a block join what stands around it.
  static let moodAlone: Float = 0.6
  /// A line that stands three times and more, and one that stands twice.
  static let repeatedOften: Float = 2.6
  static let repeatedOnce: Float = 0.9
  /// All of the block is a link.
  static let linked: Float = 1.6
  /// A short line without a sentence, before the first or after the last prose of a page.
  static let edgeLine: Float = 2.6
  /// A headline and a caption stand alone there; a menu has more lines.
  static let edgeRow = 3
  /// The same in the middle, in a row of at least `rowLength` such lines.
  static let rowLine: Float = 1.9
  static let rowLength = 6
  /// Roles that matter to a reader are kept unless much speaks against them.
  static let keptRole: Float = 4

  /// Who wrote a comment, or a post that was embedded, and when.
  static let signature: Float = 3.6
  /// At the end of a page, for what stands there: the author's life, rights, terms.
  static let last: Float = 0.8
  static let lastShare: Float = 0.85
  /// A sign of copyright.
  static let copyright: Float = 3.5
  /// A link share above which a line is one link.
  static let linkedShare: Float = 0.6
  /// A menu's entry has at most so many words; a headline more.
  static let entryWords = 4
  /// The less likely one of menu and headlines gets this share.
  static let second: Float = 0.75
  /// An item under a lead-in says nothing by itself.
  static let listItem: Float = 0.3

  /// To begin a run of boilerplate after the article, and to end it.
  static let enter: Float = 1.1
  static let leave: Float = 1.1
  /// To leave a heading behind in the article, where what it heads is boilerplate.
  static let enterAfterHeading: Float = 2.0
  /// To end a run after a line that is complete in itself: a button, a single line.
  static let leaveAfterLine: Float = 0.1
  /// What makes such a line: its log-odds.
  static let closing: Float = 1.0
  /// To end a run that is no appeal: these are short, and prose behind them is the article. Comments are not.
  static let leaveOther: Float = 0.4
  static let leaveComments: Float = 2.0
  /// A line without a sentence goes on with what it stands in.
  static let lineStays: Float = 1.4
  /// From one kind to another.
  static let change: Float = 1.0
  /// Between a lead-in and its list, and among the items of a list.
  static let bond: Float = 3.5
  /// A list is of one kind.
  static let bondChange: Float = 6
  /// However long a paragraph is, it speaks no louder than this for the article, and 1 more for each `wordsMost` words:
  /// a fact in the middle of an appeal belongs to the appeal.
  static let articleMost: Float = 1.6
  static let wordsMost: Float = 100
}
