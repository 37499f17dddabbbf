// A table: words by which pages name their parts, in groups that say the same of what they hold.
import Document

/// What classes and ids call the parts of a page.
enum ElementGroup: Int, CaseIterable {
  case body, page, title, navigation, aside, footer, header, related, share, comment, newsletter, promotion
  case advertisement, sponsor, consent, overlay, breadcrumb, tags, author, date, caption, widget, contents, hidden
  case popular, more, list, card, teaser, button, form, quote, notes, correction, video, gallery, product, search
  case social, legal, login, summary, donation

  static let count = allCases.count

  /// What a word of an element's class or id says of it, by its hash; nil: nothing that is known.
  static func named(_ word: UInt64) -> ElementGroup? { ElementGroup(rawValue: words[word] - 1) }

  /// By the hash of a word its group's number and 1.
  private static let words: CountTable = {
    var table = CountTable(capacity: 256)
    for group in allCases {
      for word in group.list.utf8.split(separator: 0x20) { table[nameHash(word)] = group.rawValue + 1 }
    }
    return table
  }()

  /// Of what kind a part of that name is, where that is plain.
  var kind: Boilerplate.Kind? {
    switch self {
    case .navigation, .breadcrumb, .tags, .footer, .search, .login: .navigation
    case .related, .popular: .related
    case .share, .social: .share
    case .comment: .comments
    case .newsletter: .newsletter
    case .donation: .appeal
    case .promotion, .advertisement, .sponsor: .advertisement
    case .consent: .cookies
    case .legal: .legal
    case .body, .page, .title, .aside, .header, .overlay, .author, .date, .caption, .widget, .contents, .hidden, .more,
      .list, .card, .teaser, .button, .form, .quote, .notes, .correction, .video, .gallery, .product, .summary:
      nil
    }
  }

  /// In words that a reader understands.
  var reason: String {
    switch self {
    case .navigation, .breadcrumb: "the page calls this part a menu"
    case .tags: "the page calls this part tags"
    case .footer: "stands at the foot of the page"
    case .search: "the page calls this part a search"
    case .login: "the page calls this part an account's"
    case .related, .popular: "the page calls this part other articles"
    case .share, .social: "the page calls this part sharing"
    case .comment: "the page calls this part comments"
    case .newsletter: "the page calls this part a newsletter's"
    case .promotion: "the page calls this part an offer"
    case .donation: "the page calls this part an appeal"
    case .advertisement: "the page calls this part advertising"
    case .sponsor: "the page calls this part a sponsor's"
    case .consent: "the page calls this part a consent"
    case .legal: "the page calls this part legal"
    case .body, .page, .title, .aside, .header, .overlay, .author, .date, .caption, .widget, .contents, .hidden, .more,
      .list, .card, .teaser, .button, .form, .quote, .notes, .correction, .video, .gallery, .product, .summary:
      "stands apart from the article"
    }
  }

  private var list: String {
    switch self {
    case .body:
      "article articlebody body content entry post story text prose richtext markdown paragraph copy main detail"
    case .page: "page container wrapper inner column col row grid layout section block module"
    case .title: "title headline heading hed subtitle dek standfirst lede lead kicker eyebrow"
    case .navigation: "nav navigation navbar menu submenu menubar navi topbar masthead"
    case .aside: "aside sidebar rail side secondary complementary right left"
    case .footer: "footer foot bottom colophon contentinfo"
    case .header: "header head top banner"
    case .related:
      "related recommended recommendation recommendations recirc recirculation similar suggested also readmore next prev previous outbrain taboola"
    case .share: "share sharing sharer addthis addtoany"
    case .comment: "comment comments discussion disqus respond reply replies commentlist thread reactions"
    case .newsletter: "newsletter newsletters subscribe subscription signup optin mailing email mailchimp mailinglist"
    case .promotion:
      "promo promotion cta callout offer marketing upsell join"
    case .advertisement: "ad ads adv advert advertisement advertising dfp gpt adslot leaderboard mpu adsense"
    case .sponsor: "sponsor sponsored sponsors partner partners affiliate affiliates disclosure disclaimer"
    case .consent: "cookie cookies consent gdpr privacy ccpa onetrust"
    case .overlay: "modal popup overlay lightbox dialog drawer toast alert notification tooltip dropdown offcanvas"
    case .breadcrumb: "breadcrumb breadcrumbs crumbs pagination pager"
    case .tags: "tag tags topic topics category categories label labels keywords cat taxonomy"
    case .author: "author authors byline bylines bio biography profile avatar contributor writer about"
    case .date: "date time timestamp published updated dateline pubdate meta info"
    case .caption: "caption captions figcaption credit credits figure image photo picture img media"
    case .widget: "widget widgets plugin embed embedded iframe component sticky"
    case .contents: "toc contents index jump anchor anchors"
    case .hidden: "hidden hide collapse collapsed sr only screen reader visually invisible noprint accordion"
    case .popular: "popular trending latest recent hot trend most top featured news headlines"
    case .more: "more read continue loadmore view all explore discover"
    case .list: "list items item links link feed stream results collection archive"
    case .card: "card cards tile tiles carousel slider slide swiper grid"
    case .teaser: "teaser teasers excerpt preview thumb thumbnail promo blurb snippet"
    case .button: "button buttons btn toolbar tools actions action icon icons control controls toggle"
    case .form: "form input field checkbox select login register captcha poll quiz survey"
    case .quote: "quote blockquote pullquote pull quotation"
    case .notes: "footnote footnotes endnotes reference references bibliography citation citations sources notes"
    case .correction: "correction corrections editor update clarification note"
    case .video: "video player audio podcast playlist jwplayer youtube transcript"
    case .gallery: "gallery slideshow photos images album"
    case .product: "product products shop store price buy cart deal deals amazon review rating ratings stars"
    case .search: "search searchbox query"
    case .social: "social facebook twitter instagram linkedin pinterest whatsapp follow followers likes tweet"
    case .legal: "copyright legal terms policy rights license imprint"
    case .login: "account user signin member subscriber regwall premium gate"
    case .donation: "donate donation donations support membership appeal paywall patron fundraising"
    case .summary: "summary abstract description intro introduction key highlights takeaways"
    }
  }

  /// Tags that say what they hold, numbered from 1.
  static let tagNumbers: CountTable = {
    let names = [
      "p", "div", "article", "main", "section", "aside", "nav", "header", "footer", "form", "ul", "ol", "li", "table",
      "figure", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "button", "label", "td", "dl", "dd", "figcaption",
      "pre", "body", "dialog", "details", "option", "address", "fieldset",
    ]
    var numbers = CountTable(capacity: names.count)
    for (index, name) in names.enumerated() { numbers[nameHash(name.utf8)] = index + 1 }
    return numbers
  }()
}
