/// Words that a full stop follows without ending a sentence.
enum Abbreviation: UInt8, Sendable {
  /// Stands before a name, or never ends a sentence: Mr., e.g.
  case inside
  /// The same, where it is written with a capital: Gen., Rep.
  case title
  /// Stands before a number: No. 5, p. 12.
  case numbered
  /// May end a sentence; it does where a usual first word follows: Inc., Jan., Calif.
  case either
  /// The same, where it is written with a capital.
  case name
  /// May end a sentence; it does where anything but a day, a month or a time zone follows: p.m.
  case time

  static subscript(key: UInt64) -> Abbreviation? { table[key].flatMap(Abbreviation.init) }

  /// The words, in lower case, without the full stop.
  private static let table: ShortWords = {
    var table = ShortWords(capacity: 256)
    func add(_ kind: Abbreviation, _ words: StaticString) { table.add(words, kind.rawValue) }
    add(
      .inside,
      """
      mr mrs ms dr prof messrs mme mlle mgr e.g i.e eg ie cf vs viz ca approx esp incl excl resp z.b d.h u.a bzw vgl
      evtl ggf sog inkl bspw dipl ing p.ej
      """)
    add(
      .title,
      """
      sen rep gov gen col lt sgt cpl capt cmdr cmdt maj brig rev hon pres atty adm supt insp det sr sra srta fr st ste
      mt ft reps sens govs gens drs profs del dist
      """)
    add(
      .numbered, "no nos nr fig figs p pp vol vols ch chap sec sect art arts par para eq abs bd pl tab ex ver pág núm n"
    )
    add(
      .either,
      """
      inc ltd corp llc plc bros jr esq u.s u.k u.n e.u d.c n.y l.a ph.d m.d b.a m.a b.sc m.sc j.d r.n
      al etc usw dept assn assoc univ blvd bldg avg yr yrs hr hrs wk lb lbs oz
      """)
    add(
      .name,
      """
      co cos ave rd ed eds est ext max min jan feb mar apr jun jul aug sep sept oct nov dec
      mon tue tues wed thu thur thurs fri sat sun
      ala ariz ark calif colo conn fla ga ill ind kan ky la md mass mich minn miss mont neb nev okla ore pa tenn tex
      vt va wash wis wyo ont que
      """)
    add(.time, "a.m p.m")
    return table
  }()
}

/// Words that seldom follow an abbreviation inside a sentence, written with a capital: they begin a new one.
let usualFirstWords = ShortWords(
  """
    the a an he she it we they i you this that these those there their his her its our my your in on at by for from
    with as if when while after before but and or so yet because although though however moreover meanwhile since then
    now here what who why how where which some many most each every all both not no even also another such to under
    until during despite among once last earlier later today yesterday is are was were do does did will would can could
    has have had let it’s that’s he’s she’s they’re we’re i’m there’s it's that's he's she's i'm der die das es er sie
    wir ein eine im il elle le les un une el los
  """)

/// What may follow a time of day inside a sentence.
let wordsAfterTime = ShortWords(
  """
    et est edt ct cst cdt mt mst pt pst pdt gmt utc bst cet cest ist jst eastern central mountain pacific local monday
    tuesday wednesday thursday friday saturday sunday mon tues wed thurs fri sat sun january february march april may
    june july august september october november december jan feb mar apr jun jul aug sept oct nov dec
  """)

/// German months: a number with a full stop before one is an ordinal.
let wordsAfterOrdinal = ShortWords(
  "januar februar märz april mai juni juli august september oktober november dezember")
