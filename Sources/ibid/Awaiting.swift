import Fetch
import Glibc
import Screen
import Session

extension Loop {
  /// How waiting for a page ended.
  enum Awaited {
    case page(FetchedPage)
    /// Its first screen is there, the rest goes on coming.
    case beginning(Action)
    case failed(FetchError)
    /// The reader gave up, or a signal came; the status to exit with.
    case ended(Int32)
  }

  /// Shows what is awaited until it is there; q, Esc and ^C give up.
  func awaitPage(_ fetcher: Fetcher) -> Awaited {
    var goesOn = false
    defer {
      if !goesOn {
        fetcher.cancel()
        dispatch(.progress(nil))
      }
    }
    while true {
      for event in fetcher.pump() {
        switch event {
        case .progress:
          guard let beginning = desk.openBeginning(fetcher) else { break }
          goesOn = true
          dispatch(loads.goOn(fetcher))
          return .beginning(beginning)
        case .done(let page): return .page(page)
        case .failed(let error): return .failed(error)
        }
      }
      dispatch(.progress(waitingWords(fetcher.progress, key: "q")))
      show()
      // A server that says nothing is no reason to wake up: the load has a deadline of its own.
      wait(for: [fetcher.descriptor])
      if let status { return .ended(status) }
      for input in console.readInput() where isGivingUp(input) { return .ended(ExitStatus.done.rawValue) }
      if console.isClosed { return .ended(128 + SIGHUP) }
    }
  }

  private func isGivingUp(_ input: Input) -> Bool {
    guard case .key(let key) = input else { return false }
    switch key.code {
    case .escape, .character("q"), .character("Q"): return true
    case .character("c"): return key.control
    default: return false
    }
  }
}

/// "example.org, 34 of 120 KB, q gives up".
func waitingWords(_ progress: FetchProgress, key: String) -> String {
  var words = progress.host
  if let total = progress.total, progress.bytes > 0 {
    words += ", \(progress.bytes >> 10) of \(total >> 10) KB"
  } else if progress.bytes > 0 {
    words += ", \(progress.bytes >> 10) KB"
  }
  return words + ", \(key) gives up"
}
