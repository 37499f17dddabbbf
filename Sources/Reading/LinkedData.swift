import Text

/// What the JSON-LD of a page says of its article (schema.org's Article and its kin).
struct LinkedData {
  private(set) var title: String?
  private(set) var authors: [String] = []
  private(set) var published: String?
  /// When the page was published that holds the article: not always what the article says.
  private(set) var pagePublished: String?
  private(set) var modified: String?
  private(set) var publisher: String?
  private(set) var description: String?
  private(set) var image: String?
  private(set) var language: String?
  private(set) var url: String?
  /// The whole text, as it is written there: plain or with markup.
  private(set) var body: String?

  /// Named things by their `@id`.
  private var named: [String: JSONValue] = [:]
  /// The articles, the most specific first.
  private var articles: [(rank: Int, value: JSONValue)] = []

  /// More objects than this are not looked at: no page says so much of itself.
  private static let objectLimit = 20_000

  init(_ scripts: [JSONValue]) {
    collect(scripts)
    articles.sort { $0.rank < $1.rank }
    for (rank, article) in articles { take(article, isArticle: rank < Self.pageRank) }
  }

  // MARK: Which objects speak of the article

  /// A page that holds the article speaks for it where the article says nothing.
  private static let pageRank = 2

  private mutating func collect(_ scripts: [JSONValue]) {
    var open = scripts
    var index = 0
    while index < open.count, index < Self.objectLimit {
      switch open[index] {
      case .array(let values): open += values
      case .object(let members):
        let value = open[index]
        if let id = value["@id"]?.text, value["name"] != nil, named[id] == nil { named[id] = value }
        if let rank = Self.rank(of: value) { articles.append((rank, value)) }
        for member in members where Self.leads(member) { open.append(member.value) }
      case .null, .bool, .number, .string: break
      }
      index += 1
    }
  }

  /// What a list of other articles, or comments, say is of these.
  private static func leads(_ member: JSONValue.Member) -> Bool {
    !["itemListElement", "comment", "comments", "hasPart", "isRelatedTo", "citation", "mentions", "relatedLink"]
      .contains(member.name)
  }

  private static func rank(of value: JSONValue) -> Int? {
    let types = value["@type"]?.elements.compactMap { $0.text?.split(separator: "/").last.map(String.init) } ?? []
    if types.contains(where: { $0.hasSuffix("NewsArticle") || $0 == "ReportageNewsArticle" }) { return 0 }
    if types.contains(where: { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" }) { return 1 }
    if types.contains(where: { ["Review", "HowTo", "Recipe", "CreativeWork"].contains($0) }) { return pageRank }
    return types.contains { $0.hasSuffix("WebPage") } ? pageRank + 1 : nil
  }

  // MARK: What they say

  private mutating func take(_ article: JSONValue, isArticle: Bool) {
    title = title ?? (isArticle ? article["headline"] ?? article["name"] : nil)?.text.flatMap(Self.line)
    if authors.isEmpty { authors = names(of: article["author"] ?? article["creator"]) }
    let date = date(article["datePublished"] ?? article["dateCreated"])
    if isArticle { published = published ?? date } else { pagePublished = pagePublished ?? date }
    if isArticle { body = body ?? article["articleBody"]?.text }
    modified = modified ?? self.date(article["dateModified"])
    publisher = publisher ?? article["publisher"].flatMap { names(of: $0).first }
    description = description ?? article["description"]?.text.flatMap(Self.line)
    image = image ?? address(article["image"]) ?? address(article["thumbnailUrl"])
    language = language ?? article["inLanguage"].flatMap { ($0.text ?? $0["alternateName"]?.text).flatMap(Self.line) }
    url = url ?? address(article["mainEntityOfPage"]) ?? article["url"]?.text
  }

  /// Names of people or organisations: strings, objects with a name, references to these, arrays of all.
  private func names(of value: JSONValue?) -> [String] {
    guard let value else { return [] }
    return value.elements.flatMap { element -> [String] in
      if let text = element.text { return Self.line(text).map { [$0] } ?? [] }
      let known = element["name"] == nil ? element["@id"]?.text.flatMap { named[$0] } ?? element : element
      return known["name"]?.elements.compactMap { $0.text.flatMap(Self.line) } ?? []
    }
  }

  private func date(_ value: JSONValue?) -> String? { value?.elements.first?.text.flatMap { isoDate($0) } }

  private func address(_ value: JSONValue?) -> String? {
    guard let first = value?.elements.first else { return nil }
    let text = first.text ?? first["url"]?.text ?? first["@id"]?.text ?? first["contentUrl"]?.text
    return text.flatMap { $0.holds("://") ? $0 : nil }
  }

  /// One line, with its character references resolved: many pages escape what needs no escape here.
  private static func line(_ text: String) -> String? { PageText.line(text) }
}
