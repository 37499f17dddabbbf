import Document
import HTML

/// What a page says of itself, in all the ways in which pages do; where two disagree, the more specific is taken.
struct PageMetadata {
  private let facts: PageFacts
  private let markup: Markup
  private let site: String?

  init(_ markup: Markup) {
    self.markup = markup
    facts = PageFacts(markup)
    site = facts.named["og:site_name"] ?? facts.named["application-name"] ?? facts.linked.publisher
  }

  /// The whole text, where JSON-LD holds it.
  var articleBody: String? { facts.linked.body }

  /// Of each field its names in `<meta>`, the most specific first.
  private static let title = "og:title"
  private static let titles = ["citation_title", "dc.title", "dcterms.title", "twitter:title"]
  private static let authors = [
    "author", "article:author_name", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator",
    "citation_author", "article:author", "og:article:author", "twitter:data1",
  ]
  private static let dates = [
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "parsely-pub-date",
    "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "published_date", "article.published",
    "citation_publication_date", "citation_online_date", "dc.date.issued", "dcterms.issued", "dc.date",
    "dcterms.created", "dc.date.created", "article_date_original", "originalpublicationdate", "published",
    "published-date", "published-at", "published_at", "publication-date", "publication_date", "date",
  ]
  private static let changes = [
    "article:modified_time", "og:article:modified_time", "datemodified", "og:updated_time", "dcterms.modified",
    "last-modified",
  ]

  func read() -> Metadata {
    var data = Metadata()
    func set(_ field: String, _ path: WritableKeyPath<Metadata, String?>, _ candidates: [(String?, String)]) {
      guard let (value, origin) = candidates.first(where: { $0.0 != nil }) else { return }
      data[keyPath: path] = value
      data.origins[field] = origin
    }
    let linked = facts.linked
    set("title", \.title, titleCandidates)
    set("published", \.published, dateCandidates)
    if let local = data.published.flatMap(localDate) { data.published = local }
    set("modified", \.modified, [(linked.modified, "JSON-LD")] + metas(Self.changes) { isoDate($0) })
    set(
      "publisher", \.publisher,
      [(linked.publisher, "JSON-LD")] + metas(["og:site_name", "application-name", "dc.publisher"]) { $0 })
    set(
      "description", \.description,
      metas(["og:description", "description", "twitter:description", "dc.description"]) { $0 }
        + [(linked.description, "JSON-LD")])
    set("image", \.image, metas(["og:image", "twitter:image"]) { $0 } + [(linked.image, "JSON-LD")])
    set(
      "url", \.url,
      [(facts.canonical.flatMap(Self.webAddress), "<link rel=canonical>")]
        + metas(["og:url"]) { Self.webAddress($0) } + [(linked.url.flatMap(Self.webAddress), "JSON-LD")])
    set("language", \.language, languageCandidates)
    if let (names, origin) = bylines { (data.bylines, data.origins["bylines"]) = (names, origin) }
    return data
  }

  /// Those of them that say something.
  private func metas(_ names: [String], _ read: (String) -> String?) -> [(String?, String)] {
    names.compactMap { name in facts.named[name].flatMap(read).map { ($0, "<meta \(name)>") } }
  }

  private static func webAddress(_ text: String) -> String? { URLParts(text)?.isWeb == true ? text : nil }

  private var titleCandidates: [(String?, String)] {
    let title = PageTitle(site: site)
    let heads =
      ([Self.title] + Self.titles).compactMap { facts.named[$0] } + [facts.linked.title, facts.title].compactMap { $0 }
    return [(title.heading(of: facts.headings, heads: heads), "the page's heading")]
      + metas([Self.title]) { title.withoutSite($0) } + [(facts.linked.title.map(title.withoutSite), "JSON-LD")]
      + metas(Self.titles) { title.withoutSite($0) }
      + [(facts.title.map(title.withoutSite), "<title>")]
  }

  private var dateCandidates: [(String?, String)] {
    [(facts.linked.published, "JSON-LD")] + metas(Self.dates) { isoDate($0) } + [
      (facts.markedDate, "itemprop datePublished"), (facts.lineDate, "a line under the heading"),
      (facts.namedDates.first, "a line that is called a date"), (facts.linked.pagePublished, "JSON-LD of the page"),
      (facts.firstLineDate, "a line with a date"), (facts.times.first, "<time>"), (addressDate, "the page's address"),
    ]
  }

  /// The same moment as another field tells it, in the zone of those who published it: the day is theirs.
  private func localDate(_ date: String) -> String? {
    guard date.hasSuffix("Z") || date.hasSuffix("+00:00"), let moment = minutes(ofISO: date) else { return nil }
    let others = dateCandidates.compactMap(\.0) + facts.times
    return others.first { !$0.hasSuffix("Z") && !$0.hasSuffix("+00:00") && minutes(ofISO: $0) == moment }
  }

  /// `…/2017/03/21/…` in the page's address.
  private var addressDate: String? {
    let address = facts.canonical ?? facts.named["og:url"] ?? ""
    let parts = address.split { $0 == "/" || $0 == "-" }
    for index in parts.indices.dropLast(2) where parts[index].utf8.count == 4 {
      if let date = isoDate(parts[index...index + 2].joined(separator: "-")) { return date }
    }
    return nil
  }

  private var languageCandidates: [(String?, String)] {
    let html = markup.firstElement(.html, within: .document)
    let written = html.flatMap { markup.value($0, .lang) }.flatMap { PageText.line($0) }
    return [(written, "<html lang>"), (facts.linked.language, "JSON-LD")] + metas(["og:locale"]) { $0 }
  }

  /// The first that names people; else the first that names anybody.
  private var bylines: ([String], String)? {
    let names = PageNames(
      publications: [site, facts.linked.publisher, facts.named["og:site_name"]].compactMap { $0.map(PageText.squashed) }
    )
    var candidates = [
      (names.names(in: facts.linked.authors, isList: false), "JSON-LD"),
      (names.names(in: facts.markedAuthors, isList: false), "itemprop author"),
    ]
    // This label's value may be anything: how long it takes to read the page.
    let labelled = "twitter:data1"
    candidates += Self.authors.filter { name in
      name != labelled || facts.named[name].map { names.isPerson($0) } ?? false
    }.map { name in
      (names.names(in: [facts.named[name]].compactMap { $0 }, isList: true), "<meta \(name)>")
    }
    candidates.append((names.names(in: facts.linkedAuthors, isList: true), "<a rel=author>"))
    candidates += facts.bylines.map { (names.names(inByline: $0), "a line with a name") }
    return candidates.first { $0.0.contains(where: names.isPerson) } ?? candidates.first { !$0.0.isEmpty }
  }
}
