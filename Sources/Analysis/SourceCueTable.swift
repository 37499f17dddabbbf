// A table: English words that credit, by how they do it.

/// How a word credits what stands beside it.
enum CueKind: UInt8, CaseIterable, Sendable {
  case none, says, tells, adds, announces, claims, thinks, urges, shows, describes, writes, makes, noun, accords, speaks
  /// A verb that is not in the table, where a quotation or "that" beside it makes it one.
  case unknown
}

/// The words of each kind. Verbs in all their forms.
enum CueWords {
  static let rows: [(kind: CueKind, words: StaticString)] = [
    (.says, "said says say saying quipped quips joked jokes"),
    (.tells, "told tells tell telling informed informs informing briefed assured assures reminded reminds"),
    (
      .adds,
      """
      added adds adding noted notes noting note explained explains explaining explain recalled recalls recalling
      recounted recounts continued continues concluded concludes concluding replied replies replying responded responds
      responding answered answers remarked remarks commented comments commenting observed observes observing stressed
      stresses stressing emphasised emphasized emphasises emphasizes emphasising emphasizing reiterated reiterates
      repeated repeats clarified clarifies cautioned cautions cautioning mused muses opined opines lamented laments
      lamenting complained complains complaining argued argues arguing argue reasoned reasons insisted insists insisting
      insist maintained maintains maintaining maintain contended contends contending contend asserted asserts asserting
      assert countered counters countering retorted conceded concedes conceding concede acknowledged acknowledges
      acknowledging acknowledge admitted admits admitting admit boasted boasts boasting bragged joked whispered shouted
      yelled exclaimed cried chimed enthused gushed sighed hinted hints hinting agreed agrees disagreed elaborated
      underscored underscores underscoring underlined underlines contradicted
      """
    ),
    (
      .announces,
      """
      announced announces announcing announce reported reports reporting report confirmed confirms confirming confirm
      revealed reveals revealing reveal disclosed discloses disclosing declared declares declaring declare stated states
      stating state unveiled testified testifies testifying testify ruled rules ruling proclaimed proclaims notified
      specified specifies reads read broadcast aired leaked
      """
    ),
    (
      .claims,
      """
      claimed claims claiming claim alleged alleges alleging allege denied denies denying deny accused accuses accusing
      accuse blamed blames blaming blame charged charges disputed disputes disputing dispute refuted refutes refuting
      rebutted rebuffed rejected rejects rejecting reject dismissed dismisses dismissing swore swears vouched lied
      purported purports
      """
    ),
    (
      .thinks,
      """
      believed believes believing believe thought thinks thinking think felt feels feel hoped hopes hoping hope expected
      expects expecting expect feared fears fearing fear wanted wants want wished wishes worried worries worrying worry
      doubted doubts doubt considered considers consider assumed assumes assume suspected suspects suspect imagined
      imagines reckoned reckons reckon understood understands sees saw viewed views regards regarded predicts predicted
      predicting predict anticipates anticipated anticipate forecasts forecast projects projected speculated speculates
      speculate intends intended plans planned favors favours opposes opposed supports supported concerned estimates
      estimated estimate calculated calculates recognizes recognized realised realized remembers remembered learned
      concurs concurred
      """
    ),
    (
      .urges,
      """
      urged urges urging urge warned warns warning warn called calls calling call demanded demands demanding demand
      promised promises promising promise pledged pledges pledging pledge vowed vows vowing vow asked asks asking ask
      requested requests requesting recommended recommends recommending recommend advised advises advising advise proposed
      proposes proposing propose suggested suggests suggesting suggest ordered orders ordering instructed encouraged
      encourages encouraging appealed appeals pleaded begged implored pressed threatened threatens threatening threaten
      offered offers invited advocated advocates guaranteed guarantees committed wondered wonders questioned questions
      questioning insisted
      """
    ),
    (
      .shows,
      """
      found finds finding find showed shows showing show shown indicated indicates indicating indicate demonstrated
      demonstrates demonstrate discovered discovers discover identified identifies identify detailed details detailing
      documented documents recorded records established establishes determined determines determine outlined outlines
      outlining provides provided noticed concluded concludes depicted depicts listed lists listing highlighted highlights
      highlighting highlight corroborated corroborates corroborate supported supports proved proves prove pointed points
      pointing point backed backs
      """
    ),
    (
      .describes,
      """
      described describes describing describe dubbed dubs labelled labeled labels termed branded characterised
      characterized characterizes criticised criticized criticises criticizes criticizing criticising slammed slams
      slamming blasted blasts condemned condemns condemning denounced denounces denouncing assailed assails attacked
      praised praises praising hailed hails hailing welcomed welcomes welcoming defended defends defending mocked mocks
      likened likens compared attributed attributes attributing linked links credited credits credits apologised apologized
      apologises apologizes thanked congratulated referred refers cited cites citing quoted quotes quoting rated raised
      raises raising discussed discusses expressed expresses expressing voiced voices voicing echoed echoes echoing signaled
      signalled signals
      """
    ),
    (
      .writes,
      """
      wrote writes writing write written tweeted tweets tweeting posted posts posting blogged texted emailed shared shares
      sharing published publishes publishing retweeted captioned
      """
    ),
    (.makes, "released obtained seen reviewed compiled conducted issued authored commissioned produced prepared"),
    (
      .noun,
      """
      statement testimony admission assertion assertions allegation allegations accusation accusations criticism view
      opinion words warnings complaint complaints comment remark denial denials prediction predictions argument arguments
      description acknowledgment acknowledgement suggestion recommendation recommendations announcement declaration
      assessment account accounts
      """
    ),
    (.accords, "according via per"),
    (.speaks, "spoke speaks speaking spoken talked talks talking explained explains"),
  ]

  /// Kinds by the words' hashes.
  private static let kinds: CountTable = {
    var table = CountTable(capacity: 1024)
    for row in rows {
      row.words.eachWord { if table[$0] == 0 { table[$0] = Int(row.kind.rawValue) } }
    }
    return table
  }()

  static func kind(of hash: UInt64) -> CueKind { CueKind(rawValue: UInt8(clamping: kinds[hash])) ?? .none }
}
