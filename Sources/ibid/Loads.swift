import Document
import Fetch
import Session

/// Pages that are being fetched while the reader reads.
@MainActor final class Loads {
  /// What a page was asked for.
  enum Purpose {
    /// One of the sources that the program was called with.
    case source
    /// The reader asked to open it.
    case open
    /// The page is there, and is to come anew.
    case reload
    /// The beginning of the page is shown.
    case rest
  }

  private struct Load {
    let purpose: Purpose
    let fetcher: Fetcher
  }

  private let desk: Desk
  private var running: [Load] = []

  init(desk: Desk) { self.desk = desk }

  /// What to poll before `pump`.
  var descriptors: [Int32] { running.map(\.fetcher.descriptor) }

  /// Begins to load; what the State should know.
  func start(_ location: String, for purpose: Purpose) -> [Action] {
    // What is read anew takes the place of what is still coming.
    for load in running where load.purpose == .rest && load.fetcher.location == location { load.fetcher.cancel() }
    running.removeAll { $0.fetcher.isOver }
    running.append(Load(purpose: purpose, fetcher: desk.fetcher(for: location, isReload: purpose == .reload)))
    return [progress]
  }

  /// Takes what follows of a page whose beginning is shown; what the State should know.
  func goOn(_ fetcher: Fetcher) -> Action {
    running.append(Load(purpose: .rest, fetcher: fetcher))
    return progress
  }

  /// Ends all loads at once.
  func cancel() -> [Action] {
    var actions: [Action] = [.notice(Notice("Given up."))]
    for load in running {
      load.fetcher.cancel()
      if load.purpose == .rest { actions += desk.cut(load.fetcher, why: "The rest was given up.") }
    }
    running = []
    return [progress] + actions
  }

  /// What came, and of which loads how much; empty: nothing.
  func pump(_ state: State) -> [Action] {
    var actions: [Action] = []
    var isChanged = false
    for load in running {
      for event in load.fetcher.pump() {
        isChanged = true
        switch event {
        case .progress: break
        case .done(let page) where load.purpose == .rest: actions += rest(page, of: load.fetcher)
        case .done(let page): actions += taken(page, for: load.purpose, state)
        case .failed(let error) where load.purpose == .rest: actions += desk.cut(load.fetcher, why: error.message)
        case .failed(let error): actions.append(.notice(Notice(error.message, isError: true)))
        }
      }
    }
    running.removeAll { $0.fetcher.isOver }
    return isChanged ? [progress] + actions : []
  }

  /// Of the load that began last.
  private var progress: Action {
    .progress(running.last.map { waitingWords($0.fetcher.progress, key: "Esc") })
  }

  /// The whole of a page whose beginning is shown.
  private func rest(_ page: FetchedPage, of fetcher: Fetcher) -> [Action] {
    do throws(FetchError) { return try desk.complete(page) } catch { return desk.cut(fetcher, why: error.message) }
  }

  /// A page never takes the screen by itself: the reader is told that it is there.
  private func taken(_ page: FetchedPage, for purpose: Purpose, _ state: State) -> [Action] {
    do throws(FetchError) {
      guard case .loaded(let article, let saved, _) = try desk.open(page) else { return [] }
      let isKnown = state.pages.contains { $0.article.origin.location == page.location }
      let isShown = state.page?.article.origin.location == page.location
      let notices = article.notices.map { Action.notice(Notice($0)) }
      switch purpose {
      case .source: return [.opened(article, saved: saved)] + notices
      case .open where !isKnown, .reload where !isKnown:
        guard !state.isAwaited(page.location) else { return [.opened(article, saved: saved)] + notices.prefix(1) }
        let name = article.metadata.title ?? displayed(page.location)
        return [.opened(article, saved: saved)] + notices.prefix(1) + [
          .notice(Notice("\(name) is there: gt goes to it."))
        ]
      case .open: return [.loaded(article, saved: saved)]
      case .reload, .rest: return isShown ? [.reloaded(article)] + notices : notices
      }
    } catch {
      return [.notice(Notice(error.message, isError: true))]
    }
  }
}
