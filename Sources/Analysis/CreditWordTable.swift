// A table: English words that credit, by how they do it, and nouns that may be credited.

/// How a word credits what stands beside it.
enum CueKind: UInt8, CaseIterable, Sendable {
  case none, says, tells, adds, announces, claims, thinks, urges, shows, describes, writes, makes, noun, accords, speaks
  /// Takes a stand: endorsed, opposed, refused.
  case stands
  /// A verb that is not in the table, where a quotation or "that" beside it makes it one.
  case unknown
}

/// What a noun may be credited as, where its other classes do not tell.
enum CreditedNoun: UInt8, CaseIterable, Sendable {
  case none, role, group, paper, body
  /// No noun: a word that opens a sentence and belongs to no name, capital letter or not.
  case opener
}

/// The words of each kind, verbs in all their forms; the first row that has a word tells its kind.
enum CreditWords {
  static let cues: [(kind: CueKind, words: StaticString)] = [
    (.says, "said says say saying quipped quips joked jokes"),
    (
      .tells,
      """
      told tells tell telling informed informs informing briefed assured assures reminded reminds alert alerts alerted
      alerting apprise apprises apprised apprising assure assuring briefing inform notify notifies notifying reassure
      reassures reassured reassuring remind reminding
      """
    ),
    (
      .adds,
      """
      added adds adding noted notes noting note explained explains explaining explain recalled recalls recalling
      recounted recounts continued continues concluded concludes concluding replied replies replying responded
      responds responding answered answers remarked remarks commented comments commenting observed observes observing
      stressed stresses stressing emphasised emphasized emphasises emphasizes emphasising emphasizing reiterated
      reiterates repeated repeats clarified clarifies cautioned cautions cautioning mused muses opined opines lamented
      laments lamenting complained complains complaining argued argues arguing argue reasoned reasons insisted insists
      insisting insist maintained maintains maintaining maintain contended contends contending contend asserted
      asserts asserting assert countered counters countering retorted conceded concedes conceding concede acknowledged
      acknowledges acknowledging acknowledge admitted admits admitting admit boasted boasts boasting bragged joked
      whispered shouted yelled exclaimed cried chimed enthused gushed sighed hinted hints hinting agreed agrees
      disagreed elaborated underscored underscores underscoring underlined underlines contradicted affirm affirms
      affirmed affirming attest attests attested attesting aver avers avered avering chuckle chuckles chuckled
      chuckling confess confesses confessed confessing confide confides confided confiding deadpan deadpans deadpanned
      deadpanning emphasise emphasize expound expounds expounded expounding fume fumes fumed fuming grumble grumbles
      grumbled grumbling interject interjects interjected interjecting intone intones intoned intoning marvel marvels
      marveled marveling moan moans moaned moaning murmur murmurs murmured murmuring mutter mutters muttered muttering
      pontificate pontificates pontificated pontificating quip quipping rant rants ranted ranting reaffirm reaffirms
      reaffirmed reaffirming recollect recollects recollected recollecting recount recounting reminisce reminisces
      reminisced reminiscing respond retort retorts retorting scoff scoffs scoffed scoffing snapped snapping sneer
      sneers sneered sneering speculating surmise surmises surmised surmising theorise theorises theorised theorising
      theorize theorizes theorized theorizing offering
      """
    ),
    (
      .announces,
      """
      announced announces announcing announce reported reports reporting report confirmed confirms confirming confirm
      revealed reveals revealing reveal disclosed discloses disclosing declared declares declaring declare stated
      states stating state unveiled testified testifies testifying testify ruled rules ruling proclaimed proclaims
      notified specified specifies reads read broadcast aired leaked advertise advertises advertised advertising
      broadcasts broadcasted broadcasting certify certifies certified certifying decree decrees decreed decreing leak
      leaks leaking proclaim proclaiming publicize publicizes publicized publicizing recaps recapped recapping relayed
      relaying releasing signaling unveil unveils unveiling
      """
    ),
    (
      .claims,
      """
      claimed claims claiming claim alleged alleges alleging allege denied denies denying deny accused accuses
      accusing accuse blamed blames blaming blame charged charges disputed disputes disputing dispute refuted refutes
      refuting rebutted rebuffed rejected rejects rejecting reject dismissed dismisses dismissing swore swears vouched
      lied purported purports contradict contradicts contradicting decry decries decried decrying disavow disavows
      disavowed disavowing disown disowns disowned disowning impute imputes imputed imputing insinuate insinuates
      insinuated insinuating profess professes professed professing purport purporting rebut rebuts rebutting refute
      repudiate repudiates repudiated repudiating
      """
    ),
    (
      .thinks,
      """
      believed believes believing believe thought thinks thinking think felt feels feel hoped hopes hoping hope
      expected expects expecting expect feared fears fearing fear wanted wants want wished wishes worried worries
      worrying worry doubted doubts doubt considered considers consider assumed assumes assume suspected suspects
      suspect imagined imagines reckoned reckons reckon understood understands sees saw viewed views regards regarded
      predicts predicted predicting predict anticipates anticipated anticipate forecasts forecast projects projected
      speculated speculates speculate intends intended plans planned favors favours opposes opposed supports supported
      concerned estimates estimated estimate calculated calculates recognizes recognized realised realized remembers
      remembered learned concurs concurred anticipating assuming conclude contemplate contemplates contemplated
      contemplating deem deems deemed deeming desired desiring doubting dread dreads dreaded dreading envision
      envisions envisioned envisioning gathers gathered gathering guessed guessing imagine imagining infer infers
      inferred inferring intend intending perceive perceives perceived perceiving prefers preferred preferring
      reckoning sensed sensing suspecting trusted trusting knew knows foresee foresees foresaw dreamed needs
      """
    ),
    (
      .urges,
      """
      urged urges urging urge warned warns warning warn called calls calling call demanded demands demanding demand
      promised promises promising promise pledged pledges pledging pledge vowed vows vowing vow asked asks asking ask
      requested requests requesting recommended recommends recommending recommend advised advises advising advise
      proposed proposes proposing propose suggested suggests suggesting suggest ordered orders ordering instructed
      encouraged encourages encouraging appealed appeals pleaded begged implored pressed threatened threatens
      threatening threaten offered offers invited advocated advocates guaranteed guarantees committed wondered wonders
      questioned questions questioning insisted admonish admonishes admonished admonishing advocate advocating
      appealing beseech beseeches beseeched beseeching caution challenged challenging counsel counsels counseled
      counseling dares dared daring directs directed directing entreat entreats entreated entreating exhort exhorts
      exhorted exhorting implore implores imploring instruct instructs instructing invite invites inviting lobbied
      lobbying mandates mandated mandating nudge nudges nudged nudging petitioned petitioning plead pleads pleading
      pressing pressured pressuring prodded prodding requires required requiring stipulate stipulates stipulated
      stipulating
      """
    ),
    (
      .shows,
      """
      found finds finding find showed shows showing show shown indicated indicates indicating indicate demonstrated
      demonstrates demonstrate discovered discovers discover identified identifies identify detailed details detailing
      documented documents recorded records established establishes determined determines determine outlined outlines
      outlining provides provided noticed concluded concludes depicted depicts listed lists listing highlighted
      highlights highlighting highlight corroborated corroborates corroborate supported supports proved proves prove
      pointed points pointing point backed backs calculate calculating chronicle chronicles chronicled chronicling
      corroborating demonstrating depict depicting detects detected detecting documenting estimating identifying
      illustrates illustrated illustrating measured measuring portray portrays portrayed portraying projecting proving
      reflects reflected reflecting substantiate substantiates substantiated substantiating traces traced tracing
      uncover uncovers uncovered uncovering underscore verify verifies verified verifying
      """
    ),
    (
      .describes,
      """
      described describes describing describe dubbed dubs labelled labeled labels termed branded characterised
      characterized characterizes criticised criticized criticises criticizes criticizing criticising slammed slams
      slamming blasted blasts condemned condemns condemning denounced denounces denouncing assailed assails attacked
      praised praises praising hailed hails hailing welcomed welcomes welcoming defended defends defending mocked
      mocks likened likens compared attributed attributes attributing linked links credited credits apologised
      apologized apologises apologizes thanked congratulated referred refers cited cites citing quoted quotes quoting
      rated raised raises raising discussed discusses expressed expresses expressing voiced voices voicing echoed
      echoes echoing signaled signalled signals addresses addressed addressing apologise apologising apologize
      apologizing applaud applauds applauded applauding articulate articulates articulated articulating assail
      assailing attacking bash bashes bashed bashing belittle belittles belittled belittling bemoan bemoans bemoaned
      bemoaning berate berates berated berating blast blasting boast branding castigate castigates castigated
      castigating celebrate celebrates celebrated celebrating characterise characterises characterising characterize
      characterizing chastise chastises chastised chastising chide chides chided chiding cite commend commends
      commended commending compares comparing compliment compliments complimented complimenting condemn contrasted
      contrasting convey conveys conveyed conveying criticise criticize denounce deplore deplores deplored deploring
      deride derides derided deriding discuss discussing dismiss disparage disparages disparaged disparaging downplay
      downplays downplayed downplaying dub dubbing excoriate excoriates excoriated excoriating extol extols extolled
      extolling faulted faulting hail insult insults insulted insulting labeling lambast lambasts lambasted lambasting
      lambaste lambastes lament laud lauds lauded lauding liken likening mentions mentioned mentioning minimise
      minimises minimised minimising minimize minimizes minimized minimizing mock mocking paints painted painting
      panned panning praise quote rail rails railed railing rapped rapping rebuke rebukes rebuked rebuking references
      referenced referencing ridicule ridicules ridiculed ridiculing rip ripped ripping salute salutes saluted
      saluting scold scolds scolded scolding skewer skewers skewered skewering slam taunt taunts taunted taunting
      terming thanks thanking tout touts touted touting trash trashes trashed trashing vilify vilifies vilified
      vilifying
      """
    ),
    (
      .writes,
      """
      wrote writes writing write written tweeted tweets tweeting posted posts posting blogged texted emailed shared
      shares sharing published publishes publishing retweeted captioned blog blogs blogging e-mail e-mails e-mailed
      e-mailing email emails emailing jot jots jotted jotting penned penning retweet retweets retweeting scrawl
      scrawls scrawled scrawling texting tweet typed typing
      """
    ),
    (.makes, "released obtained seen reviewed compiled conducted issued authored commissioned produced prepared"),
    (
      .noun,
      """
      statement testimony admission assertion assertions allegation allegations accusation accusations criticism view
      opinion words warnings complaint complaints comment remark denial denials prediction predictions argument
      arguments description acknowledgment acknowledgement suggestion recommendation recommendations announcement
      declaration assessment account accounts plea proposal plan belief conclusion findings contention insistence
      revelation confession explanation response reply rebuttal defense defence condemnation endorsement support
      opposition objection objections concern concerns charge observation speech answer characterization
      characterisation portrayal depiction decision refusal reluctance position stance theory hypothesis advice appeal
      order pronouncement pronouncements joke apology interpretation reading
      """
    ),
    (.accords, "according via per"),
    (
      .speaks,
      """
      spoke speaks speaking spoken talked talks talking explained explains elaborate elaborates elaborating lecture
      lectures lectured lecturing muse musing preach preaches preached preaching relate relates related relating vent
      vents vented venting volunteer volunteers volunteered volunteering weigh weighs weighed weighing
      """
    ),
    (
      .stands,
      """
      accept accepts accepted accepting agree agreing approve approves approved approving backing champion champions
      championed championing complain concur concurring decline declines declined declining defend disagree disagrees
      disagreing disapprove disapproves disapproved disapproving embrace embraces embraced embracing endorse endorses
      endorsed endorsing espouse espouses espoused espousing favor favorred favorring favour favoured favouring
      objected objecting oppose opposing promotes promoted promoting protest protests protested protesting refuse
      refuses refused refusing resist resists resisted resisting supporting veto vetos vetoed vetoing sided voted
      votes voting withdrew differs differed
      """
    ),
  ]

  static let nouns: [(noun: CreditedNoun, words: StaticString)] = [
    (
      .role,
      """
      accountant activist actor actress actuary administrator advocate ally alumnus anchor announcer anthropologist
      archaeologist architect archivist artist assemblyman astronomer astrophysicist athlete attache attorney auditor
      aunt banker barrister bassist biochemist biographer biologist blogger boss botanist boyfriend broadcaster
      brother businessman businesswoman cardiologist caregiver cashier chairperson chairwoman champion chef chemist
      choreographer cleric climatologist clinician co-director co-founder co-owner colleague collector comedian
      commentator composer comptroller congressman congresswoman conservationist constable consul contender contractor
      controller coordinator coroner councilman councilor councilwoman counsel counsellor counselor counterpart cousin
      creator curator customer cyclist dancer daughter dean defender delegate demographer dentist deputy dermatologist
      designer developer dietitian diver doctorate donor driver drummer ecologist educator electrician entomologist
      entrepreneur envoy epidemiologist ethicist ex-husband ex-wife father fiancee film-maker filmmaker financier
      firefighter fisherman forecaster freelancer friend frontrunner gamer geneticist geographer geophysicist
      girlfriend goalkeeper grandfather grandmother guard guitarist guru gynecologist hacker headteacher historian
      homeowner host husband immunologist incumbent informant insider instructor insurer intern interpreter inventor
      journalist judge jurist landlord lawmaker lecturer legislator librarian linguist lobbyist magistrate man marine
      marshal mathematician mechanic mediator medic meteorologist microbiologist midfielder midwife moderator mogul
      mother musician naturalist neighbor neighbour neurologist neuroscientist nominee novelist nurse nutritionist
      obstetrician oncologist operative operator organiser organizer paediatrician painter palaeontologist
      paleontologist paramedic parent passenger pastor pathologist pediatrician performer pharmacist philanthropist
      philosopher photographer physician pianist pilot planner player plumber poet policeman policewoman politician
      pollster preacher predecessor presenter priest producer programmer promoter provost psychiatrist publicist
      publisher quarterback rabbi radiologist ranger rapper reader realtor rector referee refugee regulator relative
      reverend reviewer rider runner sailor salesman scholar sculptor senior shareholder shepherd sheriff shopper
      singer sister skipper sociologist soldier solicitor son songwriter speaker spokesperson sponsor staffer
      statistician steward striker stylist successor superintendent supervisor surgeon surrogate survivor teammate
      technician tenant theologian therapist tourist trainer translator treasurer trustee tutor tycoon uncle
      undersecretary undersheriff urologist vet veteran veterinarian vice-president virologist vocalist volunteer
      voter waiter waitress warden watchdog whistleblower wife winner witness woman worker youtuber zoologist
      """
    ),
    (
      .group,
      """
      accountants activists actors administration administrators agents allies ambassadors americans anybody anyone
      athletes attendees attorneys audience authors backers bankers biologists bloggers businesses campaign
      campaigners candidates carers celebrities citizens climatologists clinicians coaches colleagues commuters
      companies conservationists conservatives consumers contractors councillors councilors critics customers dealers
      defenders delegates democrats designers detractors developers directors dissidents donors dozens drivers
      ecologists educators employers entrepreneurs environmentalists epidemiologists everybody everyone executives
      families family farmers firefighters firms fishermen foes followers forecasters friends governments groups
      guests half homeowners hospitals hosts hundreds hunters immigrants industry insurers journalists judges leaders
      legislators liberals lobbyists loyalists majority managers manufacturers marketers mathematicians mayors media
      mediators meteorologists migrants millions ministers minority most mothers musicians nations neighbors
      neuroscientists nobody none nurses nutritionists officers onlookers operators organisations organisers
      organizations organizers owners participants parties passengers pathologists patients peers pensioners percent
      pharmacists photographers physicians physicists pilots players politicians pollsters practitioners professionals
      professors progressives proponents psychologists public publishers pundits readers rebels refugees regulators
      relatives republicans respondents reviewers rivals sceptics scholars senators shareholders shoppers skeptics
      sociologists soldiers somebody someone spectators spokesmen staff staffers states strategists subscribers
      surgeons survivors teachers team teammates teens tenants theorists thousands tories tourists unions universities
      users veterans victims viewers visitors volunteers voters watchdogs women youngsters
      """
    ),
    (
      .paper,
      """
      abstract account accounts advert advertisement advisory agenda analyses appendix assessment assessments audits
      autobiography ballot bill biography blogpost blueprint book booklet books brief briefs brochure bulletin bylaws
      catalogue certificate chart charter clip clips column columns commentary communique communiqué constitution
      contract contracts copy correspondence deposition depositions diary directive disclosure disclosures dispatch
      document documentary draft editorial editorials essay essays evaluation evidence examination experiment
      experiments fact-check filing film forecast forecasts form graph graphic guidance guide guideline guidelines
      handbook headline headlines image images indicator interview interviews invoice journal law laws lawsuits
      leaflet ledger legislation magazine manifesto manual manuscript map measurements meta-analysis minutes model
      models monograph motion notes obituary observations op-ed opinion order pamphlet passage petition petitions
      picture pictures plaque plot podcast policies policy portrait poster prediction presentation profile projection
      projections proposal prospectus publication questionnaire readings recap receipt recordings reporting resolution
      resolutions rule rules scorecard script segment series sign signs slide slides snapshot speech spreadsheet
      stories story subpoena suit suits summaries summary surveys synopsis table tables tape tapes telegram textbook
      thesis thread timeline tip-off title tracker treatise treaty trial trials tutorial update warrant warrants
      webpage whitepaper will wire writing writings
      """
    ),
    (
      .body,
      """
      academy agencies airport arm army assembly body branch brand business cabinet caucus chamber chapter charities
      church city clinic co-op collective command commissions conglomerate consortium consulate cooperative council
      county courts delegation department directorate district division embassies factory faculty fund giant guild
      headquarters hotel house inquiry institution jury lab laboratory legislature lender library maker mission
      monarchy monitor mosque movement museum nation newsroom ngo non-profit nonprofit observatory ombudsman
      opposition outfit owner parish partnership platform prosecution province restaurant ring school schools
      secretariat senate service squad state store studio subsidiary supplier syndicate task-force taskforce theater
      theatre think-tank thinktank town treasury tribe tribunal union utility village zoo
      """
    ),
    (
      .opener,
      """
      accordingly additionally afterward afterwards albeit although altogether amid amidst apparently aside besides
      concerning consequently considering conversely despite elsewhere evidently eventually finally firstly following
      furthermore given granted hence however ironically incidentally including instead lastly lately likewise maybe
      meanwhile moreover namely nevertheless next nonetheless notably nowadays obviously occasionally often once
      ordinarily otherwise overall perhaps plus presumably previously rather regarding regardless secondly similarly
      sometimes specifically still strangely subsequently suddenly summary surely then thereafter therefore thirdly thus
      today tomorrow tonight typically ultimately unfortunately unlike unsurprisingly usually well whatever whenever
      whereas whereby wherever yesterday yet
      """
    ),
  ]
}
