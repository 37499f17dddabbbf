import Document
import Text

/// What a reader should know of a source beside what it says: how one got there, how old it is, whose it is.
extension State {
  /// The names of the articles that led to a page from source to source, the first of them first, and its own.
  package func trail(to page: Page) -> [String] {
    chain(to: page).pages.reversed().map(\.name) + [page.name]
  }

  /// What is to be known of a source that is read for a claim, most telling first.
  package func notes(on page: Page) -> [String] {
    guard let jump = page.jump else { return [] }
    var notes = [page.article.origin.substitute].compactMap { $0 }
    let citing = self.page(at: jump.claimant.location)
    if chain(to: page).isLoop {
      notes.append("back where it began")
    } else if let citing, citing.article.isOfSamePublication(as: page.article) {
      notes.append("the same publication")
    }
    if let url = URLParts(page.article.origin.location), url.isWeb, url.path.prefix(while: { $0 == "/" }) == url.path {
      notes.append("a home page")
    }
    if let day = page.article.metadata.published.flatMap(CivilDay.init) {
      let other = citing?.article.metadata.published.flatMap(CivilDay.init)
      notes.append("of \(day.text)" + (other.map { ", " + day.words(from: $0) } ?? ""))
    }
    return notes
  }

  private func page(at location: String) -> Page? { pages.first { $0.article.origin.location == location } }

  /// The pages from which one came to a page, from claim to source, the nearest first; whether they come round to it.
  private func chain(to page: Page) -> (pages: [Page], isLoop: Bool) {
    var found: [Page] = []
    var known: Set<String> = [page.article.origin.location]
    var next = page.jump.flatMap { self.page(at: $0.claimant.location) }
    while let here = next {
      guard known.insert(here.article.origin.location).inserted else {
        return (found, here.article.origin.location == page.article.origin.location)
      }
      found.append(here)
      next = here.jump.flatMap { self.page(at: $0.claimant.location) }
    }
    return (found, false)
  }
}

extension Article {
  fileprivate func isOfSamePublication(as other: Article) -> Bool {
    if let site, site == other.site { return true }
    guard let publisher = metadata.publisher, !publisher.isEmpty else { return false }
    return publisher == other.metadata.publisher
  }
}

/// A day of the Gregorian calendar.
struct CivilDay: Equatable {
  let text: String
  /// Days since 1970-01-01.
  let number: Int

  /// Of what begins as ISO 8601 writes a day; nil: it does not.
  init?(_ date: String) {
    let parts = date.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    text = String(date.prefix(10))
    // Years begin in March, so that the leap day is the last one.
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let ofEra = shifted - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    number = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  /// How it stands to the day of the article: "3 days before the article".
  func words(from article: CivilDay) -> String {
    let days = abs(number - article.number)
    let (count, unit) = days < 60 ? (days, "day") : days < 730 ? (days / 30, "month") : (days / 365, "year")
    if days == 0 { return "the article's day" }
    return "\(count) \(unit)\(count == 1 ? "" : "s") \(number < article.number ? "before" : "after") the article"
  }
}
