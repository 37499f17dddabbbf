// A table: what the elements of a page are to its reader.
import Document
import HTML

/// What an element does to the text around it.
enum ElementUse: Sendable {
  /// Nothing of it is seen.
  case unseen
  /// A style over its text.
  case inline(Inline.Style)
  /// It has no part in the text's shape.
  case plain
  /// Its text stands apart from what is before and after.
  case block
  case heading(Int)
  /// The reading of a word in ruby.
  case reading
  /// What a list of definitions defines, and what it says of it.
  case term, definition
  case item, list, quote, preformatted, caption, table, row, cell(isHeader: Bool), details, lineBreak, rule, link,
    embed, image
}

extension ElementUse {
  /// What stands before it is of another block.
  var beginsBlock: Bool {
    switch self {
    case .block, .heading, .item, .list, .quote, .preformatted, .caption, .table, .row, .cell, .details, .term,
      .definition:
      true
    case .unseen, .inline, .plain, .reading, .lineBreak, .rule, .link, .embed, .image: false
    }
  }

  /// By the display that browsers give it (WHATWG HTML §15.3), in HTML's namespace.
  static func of(_ name: MarkupName) -> ElementUse {
    let number = Int(name.rawValue)
    return number < uses.count ? uses[number] : .plain
  }

  /// Whether it is an element of HTML.
  static func isKnown(_ name: MarkupName) -> Bool { Int(name.rawValue) < uses.count }

  /// By the names' numbers, of which those of HTML's elements are the lowest.
  private static let uses: [ElementUse] = {
    var table: [ElementUse] = []
    func set(_ name: MarkupName, _ use: ElementUse) {
      let number = Int(name.rawValue)
      while table.count <= number { table.append(.plain) }
      table[number] = use
    }
    let own: [(MarkupName, ElementUse)] = [
      (.h1, .heading(1)), (.h2, .heading(2)), (.h3, .heading(3)), (.h4, .heading(4)), (.h5, .heading(5)),
      (.h6, .heading(6)),
      (.li, .item), (.ul, .list), (.ol, .list), (.menu, .list), (.dir, .list), (.dl, .list), (.dd, .definition),
      (.dt, .term), (.rt, .reading), (.blockquote, .quote), (.pre, .preformatted),
      (.listing, .preformatted), (.xmp, .preformatted), (.plaintext, .preformatted), (.textarea, .preformatted),
      (.figcaption, .caption), (.caption, .caption), (.table, .table), (.tr, .row), (.td, .cell(isHeader: false)),
      (.th, .cell(isHeader: true)), (.details, .details), (.br, .lineBreak), (.hr, .rule), (.a, .link),
      (.img, .image),
      (.strong, .inline(.strong)), (.b, .inline(.strong)), (.em, .inline(.emphasis)), (.i, .inline(.emphasis)),
      (.cite, .inline(.emphasis)), (.dfn, .inline(.emphasis)), (.`var`, .inline(.emphasis)), (.code, .inline(.code)),
      (.kbd, .inline(.code)), (.samp, .inline(.code)), (.tt, .inline(.code)), (.sup, .inline(.superscript)),
      (.sub, .inline(.subscript)), (.ins, .inline(.inserted)), (.del, .inline(.deleted)), (.s, .inline(.deleted)),
      (.strike, .inline(.deleted)), (.abbr, .inline(.abbreviation)), (.acronym, .inline(.abbreviation)),
    ]
    for (name, use) in own { set(name, use) }
    let unseen: [MarkupName] = [
      .head, .script, .style, .template, .noscript, .title, .meta, .link, .base, .datalist, .noembed, .noframes,
      .param, .rp, .source, .track, .area, .map, .input, .progress, .meter, .canvas, .optgroup, .colgroup, .col,
    ]
    for name in unseen { set(name, .unseen) }
    let blocks: [MarkupName] = [
      .html, .body, .article, .section, .nav, .aside, .header, .footer, .address, .main, .search, .p,
      .figure, .div, .center, .form, .fieldset, .legend, .summary, .dialog, .hgroup, .option, .tbody, .thead, .tfoot,
      .frameset, .button, .label,
    ]
    for name in blocks { set(name, .block) }
    for name in [MarkupName.iframe, .embed, .object, .video, .audio] { set(name, .embed) }
    return table
  }()
}
