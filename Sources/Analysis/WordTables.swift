/// Words by what they tell, in lower case. English; where a language's words are unknown, figures, names and structure remain.
enum WordTables {
  struct Row: Sendable {
    var classes: WordClass
    var words: StaticString

    init(_ classes: WordClass, _ words: StaticString) {
      self.classes = classes
      self.words = words
    }
  }

  static let rows: [Row] = grammar + time + speech + people + world + page

  private static let grammar: [Row] = [
    Row(
      .function,
      """
      the a an this that these those and or but nor so yet if then than as at by for from in into of off on onto out over
      to up with without within about above after again against all also am an any are because been before being below
      between both can could did do does doing down during each few further had has have having he her here hers him his
      how i is it its itself just me more most my no not now once only other our own same she should some such their them
      there they through too under until very was we were what when where which while who whom why will would you your
      """),
    Row(.we, "we us our ours ourselves we're we've we'll"),
    Row(.you, "you your yours yourself yourselves you're you've you'll"),
    Row(.i, "i me my mine myself i'm i've i'll"),
    Row(.pronoun, "he she they it"),
    Row(.be, "is are was were be been being isn't aren't wasn't weren't"),
    Row(.have, "has have had having hasn't haven't hadn't"),
    Row(.modal, "may might could would should can cannot can't couldn't wouldn't shouldn't must ought shall"),
    Row(.future, "will won't shall going"),
    Row(
      .negation, "no not never none nobody nothing neither nor without don't doesn't didn't isn't wasn't can't won't"),
    Row(.conjunction, "and but so yet or nor because although though while whereas"),
    Row(.relative, "who which that whose whom"),
    Row(.determiner, "the a an this that these those another one both its his her their some any each every"),
    Row(.link, "of for and the de del della van von der den al el la le du da dos bin ibn y e on"),
    Row(.asks, "who what why how when where which is are do does did can could would should will am was were has have"),
    Row(
      .preposition,
      """
      of in on at by for from to with about against between into through during before after above below over under
      without within among across behind beyond near off since until upon toward towards than as via
      """),
    Row(
      .intensifier,
      "very really incredibly extremely absolutely totally truly quite so too highly deeply simply just even rather"),
    Row(
      .abbreviation,
      "mr mrs ms dr prof sen rep gov gen col lt sgt capt cmdr maj adm rev hon st jr sr inc corp ltd co vs"),
  ]

  private static let time: [Row] = [
    Row(
      .month,
      """
      january february march april may june july august september october november december jan feb mar apr jun jul aug
      sep sept oct nov dec
      """),
    Row(
      .day,
      """
      monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun today yesterday
      tonight tomorrow
      """),
    Row(
      .timeUnit,
      """
      year years month months week weeks day days hour hours minute minutes second seconds decade decades century
      centuries weekend night morning afternoon evening quarter season summer winter spring autumn fall
      """),
    Row(.since, "since ago until earlier later last next previous previously recently then before after during"),
    Row(
      .numeral,
      """
      two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
      nineteen twenty thirty forty fifty sixty seventy eighty ninety half third quarter dozen dozens hundred hundreds
      thousand thousands million millions billion billions trillion twice double triple couple
      """),
    Row(.scale, "hundred thousand million millions billion billions trillion m bn k crore lakh mn tn"),
    Row(
      .unit,
      """
      percent per cent percentage points km kilometres kilometers miles mile metres meters feet foot inches inch kg
      kilograms tons tonnes ton pounds pound ounces litres liters gallons barrels acres hectares degrees celsius
      fahrenheit mph kph kwh mw gw watts dollars euros euro rupees yen yuan cents pence people votes seats goals yards
      points jobs shares students patients cases deaths households homes cars units copies
      """),
    Row(.adverbOfTime, "now currently already still recently formerly once meanwhile earlier later previously soon"),
  ]

  private static let speech: [Row] = [
    Row(
      .says,
      """
      said says say saying told tells tell telling announced announces announcing reported reports reporting claimed
      claims claiming stated states stating added adds adding noted notes noting wrote writes writing explained explains
      tweeted tweets argued argues argue arguing insisted insists testified testifies confirmed confirms confirming
      acknowledged acknowledges admitted admits admitting alleged alleges alleging asserted asserts warned warns warning
      urged urges urging declared declares replied replies responded responds recalled recalls recounted concluded
      concludes quipped remarked commented denied denies denying suggested suggests suggesting revealed reveals cautioned
      cautions conceded concedes complained complains stressed stresses emphasised emphasized
      predicted predicts pledged pledges promised promises disclosed discloses contended contends joked
      lamented opined clarified reiterated affirmed mused boasted deny claim
      """),
    Row(
      .shows,
      """
      found finds showed shows show shown indicated indicates indicate described describes describing estimated estimates
      estimate discovered detailed details highlighted highlights identified identifies documented documents quoted
      quotes cited cites citing recorded records established determined determines calculated ruled rules
      published provides refers referred outlines outlined reads questioned rejected raised issued
      attributed concluded demonstrated demonstrates depicted depicts listed lists states called calls
      """),
    Row(
      .makes,
      """
      published released reported obtained cited quoted seen reviewed compiled conducted issued identified described told
      revealed confirmed corroborated written authored commissioned produced prepared leaked according
      """),
    Row(.accuses, "accused accuses accusing blamed blames slammed denounced criticised criticized condemned assailed"),
    Row(
      .mind,
      """
      believe believes believed believing hope hopes hoped hoping fear fears feared feel feels felt think thinks thought
      want wants wanted wish wishes wished worry worries worried expect imagine imagined doubt dream dreamed love loved
      loves like hate hated enjoy enjoyed prefer know knew
      """),
    Row(
      .hedge,
      """
      apparently perhaps maybe seems seem seemed appears appear appeared likely possibly probably presumably reportedly
      ostensibly allegedly arguably supposedly seemingly supposed potentially suggest virtually almost kind sort somewhat
      """),
    Row(
      .opinion,
      """
      should must ought need needs deserve deserves surely certainly obviously clearly frankly honestly unfortunately
      fortunately hopefully sadly luckily ideally definitely let's
      """),
    Row(
      .judgement,
      """
      great good bad best worst better terrible horrible amazing wonderful awful beautiful excellent brilliant fantastic
      perfect ridiculous disgrace disgraceful shameful absurd stupid silly fun funny exciting excited happy proud honoured
      honored thrilled delighted incredible impressive outstanding stunning gorgeous lovely nice cool crazy insane pathetic
      treachery treacherous betrayal hypocrisy outrageous disgusting unacceptable inexcusable disappointing disappointed
      tragic tragedy masterpiece unforgettable magical special unique remarkable extraordinary interesting important
      essential difficult easy hard tough simple tricky worth bold smart wise foolish sad ugly evil greatness pattern
      reason doubt truth real true problem issue challenge hope joy love favourite favorite delicious tasty awesome
      """),
    Row(
      .imperative,
      """
      click read remember watch try make add cook imagine consider check take use keep let get see go look put give find
      call ask tell stop start learn visit follow join sign subscribe share support donate help buy order download enter
      choose select remove heat bake stir mix pour place serve cut chop combine preheat bring cover drain rinse set turn
      avoid note listen think forget don't please enjoy wait stay come contact email scroll tap swipe browse explore
      discover skip attend spend whip grab pick save book reserve register apply vote write send bring meet press type
      install hit hold
      """),
    Row(
      .accusation,
      """
      fraud corruption corrupt bribery bribe illegally illegal unlawful unlawfully violated violating violation lied lying
      lies abused abuse abusing assaulted assault raped rape murdered murder killed killing slaughtered massacre massacred
      tortured torture stole stolen theft embezzled laundering cheated cheating betrayed misled misleading falsified
      concealed covered harassed harassment discriminated discrimination accused accusing accuses alleged alleges allegedly
      convicted guilty charged indicted complicit collusion colluded negligence negligent failed failing crimes crime
      criminal breach breached wrongdoing misconduct manipulated manipulating exploited exploiting bombed imprisoned
      """),
    Row(
      .cause,
      """
      because caused causes causing cause led leads leading due result resulted resulting results triggered triggering
      sparked sparking prompted prompting forced forcing therefore thus hence consequently driven blamed thanks owing
      stemmed contributed contributes fuelled fueled
      """),
    Row(
      .comparison,
      """
      more less fewer most least than first largest biggest smallest highest lowest higher lower greater larger
      smaller bigger longest shortest fastest oldest youngest record increased increase increases decreased decrease
      doubled tripled halved rose risen rise rising fell fallen fall falling grew grown dropped drop
      declined decline surged surge compared twice exceeded outpaced worse better best worst stronger weaker faster
      slower older younger longer shorter
      """),
    Row(
      .prediction,
      """
      will expected expects forecast forecasts predicted predicts projected projects planned plans planning scheduled
      slated set poised aims intends upcoming anticipated due estimates hopes
      """),
  ]

  private static let people: [Row] = [
    Row(
      .honorific,
      """
      mr mrs ms dr prof professor president senator sen rep representative governor gov general gen colonel col lt sgt
      captain capt cmdr minister secretary chancellor king queen prince princess lord lady sir judge justice pope bishop
      rev ambassador mayor chief chairman chairwoman director ceo coach sheriff detective officer inspector congressman
      congresswoman premier councillor attorney
      """),
    Row(
      .office,
      """
      spokesman spokeswoman spokesperson director professor ceo author co-author coauthor leader minister officer analyst
      researcher scientist lawyer attorney doctor chief head president chairman chairwoman chair secretary editor
      reporter journalist founder manager commissioner commander economist historian expert critic judge official source
      representative adviser advisor aide ambassador diplomat coach captain executive manager prosecutor investigator
      physicist biologist astronomer geologist psychologist engineer designer teacher student patient witness victim
      governor mayor senator lawmaker candidate employee administrator astronaut envoy resident detective farmer nurse
      sergeant superintendent principal writer critic rapporteur negotiator strategist consultant trader broker investor activist campaigner owner cofounder correspondent columnist partner
      """),
    Row(
      [.unnamed, .person],
      """
      critics experts officials sources analysts observers activists people researchers scientists witnesses residents
      lawyers doctors advocates campaigners insiders authorities economists historians investigators prosecutors police
      lawmakers politicians opponents supporters protesters others some many those fans parents workers employees
      reports advisers aides diplomats traders investors
      detectives astronomers engineers scholars commentators locals neighbours neighbors villagers
      """),
    Row(.groupOfPeople, "men women people family team members brothers sisters couple sides two three students"),
    Row(
      .organisation,
      """
      company government ministry police party department university agency group union court council committee bank team
      office administration commission parliament senate house congress regime army military navy force forces authority
      association institute institution foundation organisation organization firm corporation charity club school college
      hospital church federation league board bureau panel society network coalition embassy pentagon kremlin white
      authorities center centre inc corp ltd llc plc service trust utility airline manufacturer retailer startup
      """),
    Row(
      .document,
      """
      report reports study studies cable cables filing filings statement statements letter letters email emails e-mail
      survey surveys poll polls data document documents memo memos lawsuit paper papers analysis research review reviews
      article articles affidavit complaint indictment ruling verdict transcript transcripts testimony release audit
      census dataset figures statistics records record footage video videos photos photograph images scan test tests
      results findings website book tweet tweets post posts note notice dossier files file log logs page
      announcement briefing blog text texts messages message recording recordings exam investigation inquiry estimate
      estimates index list newsletter account description caption scans biopsy mri ct x-ray
      """),
    Row(
      .publication,
      """
      newspaper newspapers magazine site website agency outlet outlets broadcaster journal paper times post guardian
      reuters bloomberg bbc cnn nbc cbs abc npr afp wsj wikileaks tribune herald gazette telegraph observer standard
      chronicle journal economist forbes politico axios buzzfeed mail mirror independent news press media channel radio
      tv television daily weekly wire
      """),
    Row(.listener, "reporters journalists lawmakers investigators parliament congress us me him her them viewers"),
    Row(
      .language,
      """
      english german french spanish italian turkish arabic russian chinese japanese portuguese dutch polish greek hebrew
      kurdish persian farsi hindi korean swedish norwegian danish finnish czech hungarian romanian ukrainian
      video videos pdf paywall subscription translated link links archive archived
      """),
  ]

  private static let world: [Row] = [
    Row(
      .event,
      """
      was were had did went came took made got gave became began met won lost left led held hit ran sent built bought sold
      paid cut set put kept fled fell rose grew broke brought caught chose drew drove fought flew forgot froze hid knew
      laid lay rode sang sank shot shut spent stood stole struck swept swore taught threw woke wore beat bet bid burst
      cast cost dealt dug fed felt heard hurt read rebuilt sought shook slid spoke spread stuck withdrew overthrew
      overtook undertook withheld died killed arrested attacked signed launched elected appointed fired resigned
      """),
    Row(
      .happening,
      """
      attack attacks election elections meeting war launch deal arrest crash trial vote protest protests strike strikes
      fire flood earthquake storm explosion shooting murder massacre merger acquisition agreement conference hearing
      ceremony game match race tour festival outbreak pandemic invasion coup raid summit negotiations talks investigation
      sentencing verdict ban ceasefire assault rescue evacuation death deaths birth wedding funeral layoffs strike
      """),
    Row(
      .place,
      """
      america britain england scotland wales ireland france germany italy spain portugal greece turkey russia ukraine china
      japan india pakistan afghanistan iraq iran syria israel palestine egypt libya africa europe asia australia canada
      mexico brazil argentina chile colombia venezuela cuba london paris berlin moscow washington york california texas
      florida beijing tokyo delhi mumbai sydney hong kong taiwan korea vietnam uk us u.s u.k eu uae nigeria kenya sudan
      ethiopia yemen lebanon jordan poland sweden norway denmark netherlands belgium switzerland austria hungary romania
      """),
  ]

  private static let page: [Row] = [
    Row(
      .press,
      """
      journalism journalists newsroom readers reader supporters reporters reporting independent fearless stories story
      articles coverage truth media editor editorial paywall advertisers advertising adverts ads shareholders owners
      publish published investigations investigative voices mission campaign newspaper readership
      """),
    Row(
      .giving,
      """
      donate donation donations contribute contribution contributions support supporting fund funding funded member
      members membership subscribe subscriber subscribers subscription subscriptions patron patrons backer backers gift
      pledge tip give giving chip afford generosity generous monthly help
      """),
    Row(
      .interface,
      """
      menu login log search home share tweet reply submit print email facebook twitter whatsapp pinterest linkedin reddit
      telegram instagram youtube tiktok tumblr flipboard messenger copy link rss newsletter subscribe sitemap faq careers
      jobs privacy cookies advertise contact accessibility shop store apps app podcast podcasts video videos photos gallery
      galleries live sport sports news business opinion culture lifestyle politics world tech technology entertainment
      health science travel weather obituaries crosswords puzzles horoscopes classifieds archive archives events more
      next previous newer older close cancel ok accept save bookmark comment comments report settings account register
      signup signin logout profile notifications skip back top topics tags sections feedback music movies fashion food
      style arts books money markets education environment local national international us uk latest trending popular
      """),
  ]
}
