/// What the tree builder's rules ask of an element's name (WHATWG §13.2.4.2 and 13.2.6.3).
struct MarkupTraits: OptionSet, Sendable {
  let rawValue: UInt16

  /// The category "special".
  static let special = MarkupTraits(rawValue: 1)
  /// Ends the search for an element in scope.
  static let scope = MarkupTraits(rawValue: 2)
  /// Ends it in list item scope: `ol` and `ul`.
  static let listScope = MarkupTraits(rawValue: 4)
  /// Ends it in button scope: `button`.
  static let buttonScope = MarkupTraits(rawValue: 8)
  /// Ends it in table scope: `html`, `table`, `template`.
  static let tableScope = MarkupTraits(rawValue: 16)
  /// Its end tag may be implied.
  static let impliedEnd = MarkupTraits(rawValue: 32)
  /// Its end tag may be implied where a template ends.
  static let thoroughEnd = MarkupTraits(rawValue: 64)
  /// Has no content.
  static let void = MarkupTraits(rawValue: 128)
  /// `table`, `tbody`, `tfoot`, `thead`, `tr`: text inside is fostered.
  static let tablePart = MarkupTraits(rawValue: 256)
  static let tableBody = MarkupTraits(rawValue: 512)
  static let heading = MarkupTraits(rawValue: 1024)
  /// A MathML text integration point.
  static let mathText = MarkupTraits(rawValue: 2048)
  /// An HTML integration point.
  static let htmlPoint = MarkupTraits(rawValue: 4096)
  /// Ends foreign content where it starts in it.
  static let breakout = MarkupTraits(rawValue: 8192)
}

/// What a start tag does in the body (WHATWG §13.2.6.4.7).
enum BodyStart: UInt8, Sendable {
  case ordinary, html, head, body, frameset, block, heading, preformatted, form, listItem, definition, plaintext
  case button, anchor, formatting, nobr, object, table, void, input, parameter, rule, image, textarea, xmp, iframe
  case noembed, noscript, select, option, optionGroup, rubyBase, rubyText, math, svg, ignored
}

/// The traits and rules of the known names.
struct MarkupRules: Sendable {
  static let shared = MarkupRules()

  private(set) var traits = [MarkupTraits](repeating: [], count: MarkupNames.knownCount)
  private(set) var starts = [BodyStart](repeating: .ordinary, count: MarkupNames.knownCount)
  // For each name, what foreign content calls it; itself where nothing differs.
  private var svgTags = (0..<UInt32(MarkupNames.knownCount)).map { MarkupName(rawValue: $0) }
  private var plainTags = (0..<UInt32(MarkupNames.knownCount)).map { MarkupName(rawValue: $0) }
  private var svgAttributes = (0..<UInt32(MarkupNames.knownCount)).map { MarkupName(rawValue: $0) }
  private var foreignAttributes = (0..<UInt32(MarkupNames.knownCount)).map { MarkupName(rawValue: $0) }

  private init() {
    for (names, traits) in Self.traitLists {
      for name in names { self.traits[Int(name.rawValue)].formUnion(traits) }
    }
    for (names, start) in Self.startLists {
      for name in names { starts[Int(name.rawValue)] = start }
    }
    for (plain, adjusted) in svgTagAdjustments {
      svgTags[Int(plain.rawValue)] = adjusted
      plainTags[Int(adjusted.rawValue)] = plain
    }
    for (plain, adjusted) in svgAttributeAdjustments { svgAttributes[Int(plain.rawValue)] = adjusted }
    for (plain, adjusted) in foreignAttributeAdjustments { foreignAttributes[Int(plain.rawValue)] = adjusted }
  }

  func svgTag(_ name: MarkupName) -> MarkupName { Self.adjusted(name, svgTags) }
  func plainTag(_ name: MarkupName) -> MarkupName { Self.adjusted(name, plainTags) }

  /// A foreign element's name for an attribute: with SVG's capitals, MathML's one, or a namespace.
  func foreignAttribute(_ name: MarkupName, in namespace: MarkupNamespace) -> MarkupName {
    let spaced = Self.adjusted(name, foreignAttributes)
    switch namespace {
    case .html: return spaced
    case .svg: return spaced == name ? Self.adjusted(name, svgAttributes) : spaced
    case .mathML: return name == .definitionurl ? .definitionURL : spaced
    }
  }

  private static func adjusted(_ name: MarkupName, _ names: [MarkupName]) -> MarkupName {
    Int(name.rawValue) < names.count ? names[Int(name.rawValue)] : name
  }

  /// The traits of an element. An `annotation-xml` with HTML inside gets its `htmlPoint` from the builder.
  func traits(of name: MarkupName, in namespace: MarkupNamespace) -> MarkupTraits {
    switch namespace {
    case .html: return name.rawValue < UInt32(traits.count) ? traits[Int(name.rawValue)] : []
    case .svg: return name == .foreignObject || name == .desc || name == .title ? [.special, .scope, .htmlPoint] : []
    case .mathML:
      if name == .annotationXml { return [.special, .scope] }
      let isText = name == .mi || name == .mo || name == .mn || name == .ms || name == .mtext
      return isText ? [.special, .scope, .mathText] : []
    }
  }

  func start(of name: MarkupName) -> BodyStart {
    name.rawValue < UInt32(starts.count) ? starts[Int(name.rawValue)] : .ordinary
  }

  private static let headings: [MarkupName] = [.h1, .h2, .h3, .h4, .h5, .h6]
  private static let blocks: [MarkupName] = [
    .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset, .figcaption,
    .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .p, .search, .section, .summary, .ul,
  ]
  private static let formatting: [MarkupName] = [
    .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u,
  ]

  private static let traitLists: [([MarkupName], MarkupTraits)] = [
    (
      [
        .address, .applet, .area, .article, .aside, .base, .basefont, .bgsound, .blockquote, .body, .br, .button,
        .caption, .center, .col, .colgroup, .dd, .details, .dir, .div, .dl, .dt, .embed, .fieldset, .figcaption,
        .figure, .footer, .form, .frame, .frameset, .h1, .h2, .h3, .h4, .h5, .h6, .head, .header, .hgroup, .hr, .html,
        .iframe, .img, .input, .keygen, .li, .link, .listing, .main, .marquee, .menu, .meta, .nav, .noembed, .noframes,
        .noscript, .object, .ol, .p, .param, .plaintext, .pre, .script, .search, .section, .select, .source, .style,
        .summary, .table, .tbody, .td, .template, .textarea, .tfoot, .th, .thead, .title, .tr, .track, .ul, .wbr, .xmp,
      ], .special
    ),
    // `select` is among them since customizable selects.
    ([.applet, .caption, .html, .table, .td, .th, .marquee, .object, .select, .template], .scope),
    ([.ol, .ul], .listScope),
    ([.button], .buttonScope),
    ([.html, .table, .template], .tableScope),
    ([.dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc], [.impliedEnd, .thoroughEnd]),
    ([.caption, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr], .thoroughEnd),
    (
      [
        .area, .base, .basefont, .bgsound, .br, .col, .embed, .frame, .hr, .img, .input, .keygen, .link, .meta, .param,
        .source, .track, .wbr,
      ], .void
    ),
    ([.table, .tbody, .tfoot, .thead, .tr], .tablePart),
    ([.tbody, .tfoot, .thead], .tableBody),
    (headings, .heading),
    (
      [
        .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2, .h3, .h4, .h5,
        .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s, .small, .span, .strong,
        .strike, .sub, .sup, .table, .tt, .u, .ul, .`var`,
      ], .breakout
    ),
  ]

  private static let startLists: [([MarkupName], BodyStart)] = [
    ([.html], .html),
    ([.base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title], .head),
    ([.body], .body), ([.frameset], .frameset), (blocks, .block), (headings, .heading),
    ([.pre, .listing], .preformatted), ([.form], .form), ([.li], .listItem), ([.dd, .dt], .definition),
    ([.plaintext], .plaintext), ([.button], .button), ([.a], .anchor), (formatting, .formatting), ([.nobr], .nobr),
    ([.applet, .marquee, .object], .object), ([.table], .table), ([.area, .br, .embed, .img, .keygen, .wbr], .void),
    ([.input], .input), ([.param, .source, .track], .parameter), ([.hr], .rule), ([.image], .image),
    ([.textarea], .textarea), ([.xmp], .xmp), ([.iframe], .iframe), ([.noembed], .noembed), ([.noscript], .noscript),
    ([.select], .select), ([.option], .option), ([.optgroup], .optionGroup), ([.rb, .rtc], .rubyBase),
    ([.rp, .rt], .rubyText), ([.math], .math), ([.svg], .svg),
    ([.caption, .col, .colgroup, .frame, .head, .tbody, .td, .tfoot, .th, .thead, .tr], .ignored),
  ]
}
