import Document
import Layout
import Screen

extension State {
  /// Does a command. Each kind of command has a file of its own; this only says which.
  mutating func perform(_ command: Command, count: Int?) -> [Effect] {
    if keyContext == .pane, let effects = performInPane(command, count: count) { return effects }
    let times = max(1, count ?? 1)
    switch command {
    case .lineDown: return scroll(by: times)
    case .lineUp: return scroll(by: -times)
    case .halfPageDown: return scroll(by: count ?? max(1, height / 2))
    case .halfPageUp: return scroll(by: -(count ?? max(1, height / 2)))
    case .pageDown: return scroll(by: times * max(1, height - 1))
    case .pageUp: return scroll(by: -times * max(1, height - 1))
    case .top: return goToTop()
    case .end: return goToEnd()
    case .percent: return goTo(percent: count ?? 0)
    case .cursorToTop: return putFocus(atRow: 0)
    case .cursorToMiddle: return putFocus(atRow: height / 2)
    case .cursorToBottom: return putFocus(atRow: max(0, height - 1))
    case .scrollLeft: return scrollSideways(by: -times)
    case .scrollRight: return scrollSideways(by: times)
    case .nextHeading: return walk(.heading, by: times, command)
    case .previousHeading: return walk(.heading, by: -times, command)
    case .nextParagraph: return walkParagraph(by: times)
    case .previousParagraph: return walkParagraph(by: -times)
    case .nextSentence: return walkSentence(by: times)
    case .previousSentence: return walkSentence(by: -times)
    case .nextClaim: return walk(.claim, by: times, command)
    case .previousClaim: return walk(.claim, by: -times, command)
    case .nextCitation: return walk(.citation, by: times, command)
    case .previousCitation: return walk(.citation, by: -times, command)
    case .nextLink: return walk(.link, by: times, command)
    case .previousLink: return walk(.link, by: -times, command)
    case .nextFold: return walk(.fold, by: times, command)
    case .previousFold: return walk(.fold, by: -times, command)
    case .act: return act(count: count)
    case .toggleFold: return changeFold(.toggle)
    case .openFold: return changeFold(.open)
    case .closeFold: return changeFold(.close)
    case .openAllFolds: return changeAllFolds(open: true)
    case .closeAllFolds: return changeAllFolds(open: false)
    case .toggleFolding: return toggleFolding()
    case .revealFocus: return revealFocus()
    case .judge: return judge()
    case .why: return explain()
    case .links: return openPane(.links)
    case .sources: return openPane(.sources)
    case .claims: return openPane(.claims)
    case .contents: return openPane(.contents)
    case .verdicts: return openPane(.verdicts)
    case .articles: return openPane(.articles)
    case .otherPane: return switchPane()
    case .filter, .openKind, .closeKind: return []
    case .hints: return showHints()
    case .browse: return browse()
    case .linkBeside: return followBeside()
    case .copyLink: return copyLink()
    case .preview: return preview()
    case .goToSource, .sourceBeside: return goToSource(command)
    case .ways: return openWays(for: .goToSource)
    case .citingPlaces: return showCitingPlaces()
    case .markChecked: return mark(.checked)
    case .markDoubtful: return mark(.doubtful)
    case .markFalse: return mark(.false)
    case .markOpen: return mark(nil)
    case .back: return goBack()
    case .forward: return goForward()
    case .lastPlace: return goToLastPlace()
    case .previousArticle: return walkTrail(by: -times)
    case .nextArticle: return walkTrail(by: times)
    case .nextOpen: return walkOpen(by: times)
    case .previousOpen: return walkOpen(by: -times)
    case .setMark, .goToMark:
      awaitsLetter = command
      return []
    case .search: return openPrompt(.search)
    case .searchBack: return openPrompt(.searchBack)
    case .repeatSearch: return walkPassages(by: times) ?? repeatSearch(isReversed: false, times: times)
    case .repeatSearchBack: return walkPassages(by: -times) ?? repeatSearch(isReversed: true, times: times)
    case .searchFocus: return searchFocus()
    case .onlyMatching: return openPrompt(.only)
    case .select: return startSelection()
    case .copySelection: return copySelection()
    case .copyURL: return copyURL()
    case .copyQuotation: return copyQuotation()
    case .copyMarkdown: return copyMarkdown()
    case .save: return openPrompt(.save)
    case .pipe: return openPrompt(.pipe)
    case .edit: return handOn(again: .command(.edit, count: nil)) { .edit(text: $0) }
    case .wider: return changeWidth(by: 4 * times)
    case .narrower: return changeWidth(by: -4 * times)
    case .switchView: return switchView()
    case .properties: return showProperties()
    case .nextTheme: return nextTheme()
    case .redraw: return [.redraw]
    case .reload: return reload()
    case .commandLine: return openPrompt(.command)
    case .help: return showHelp()
    case .set: return showOptions()
    case .open:
      complain(":open wants a path: :open article.txt")
      return []
    case .close: return close()
    case .quit: return [.quit]
    case .suspend: return [.suspend]
    case .cancel: return cancel()
    }
  }

  /// q: closes the innermost of popup, pane, code view, split; then ends the program.
  private mutating func close() -> [Effect] {
    if pane != nil {
      closePane()
      return []
    }
    if page?.view == .code { return switchView() }
    if split != nil {
      closeSplit()
      return []
    }
    return [.quit]
  }

  /// ^C and Esc: end the innermost of loads, selection, search marks, filter, pane focus.
  private mutating func cancel() -> [Effect] {
    if fetching != nil {
      return [.cancelLoads]
    } else if page?.selection != nil {
      pages[current].selection = nil
      pages[current].cursor = nil
    } else if page?.flow.only != nil {
      keepingRow { $0.flow.setOnly(nil) }
    } else if page?.find != nil {
      pages[current].find = nil
      pages[current].cursor = nil
    } else if paneHasFocus {
      paneHasFocus = false
    } else {
      say("q ends ibid, ? shows the keys.")
    }
    return []
  }

  private mutating func changeWidth(by columns: Int) -> [Effect] {
    let limits = Settings.textWidths
    settings.textWidth = min(max(geometry.focused.textWidth + columns, limits.lowerBound), limits.upperBound)
    relayout()
    say("The text takes \(geometry.focused.textWidth) columns.")
    return []
  }

  private mutating func nextTheme() -> [Effect] {
    guard !themes.isEmpty else { return [] }
    let index = themes.firstIndex(of: settings.theme).map { ($0 + 1) % themes.count } ?? 0
    settings.theme = themes[index]
    say("Theme \(themes[index]).")
    return [.setTheme(themes[index])]
  }

  private mutating func reload() -> [Effect] {
    guard let page else { return [] }
    isLoading = page.name
    return [.reload(location: page.article.origin.location)]
  }
}
