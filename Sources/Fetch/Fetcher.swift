import Document
import Glibc
import Wire

/// One load of a page: from the cache, or by the helper. Never waits: `descriptor` says when there is something to
/// `pump`, and one event of the last pump ends it.
package final class Fetcher {
  package enum Event: Sendable, Equatable {
    case progress(FetchProgress)
    case done(FetchedPage)
    case failed(FetchError)
  }

  /// As it was asked for.
  package let location: String
  package private(set) var progress: FetchProgress
  /// `done` or `failed` was said, or it was cancelled.
  package private(set) var isOver = false

  private let settings: FetchSettings
  private let cache: PageCache?
  private let waiting = Waiting()
  private var helper: HelperProcess?
  /// What came is a PDF, and is turned into text.
  private var conversion: (page: FetchedPage, run: PDFConversion)?
  private var frames = FrameReader()
  private var head: ResponseHead?
  private var body: [UInt8] = []
  /// Bytes of the body at which its beginning is worth a look.
  private var nextLook = 1 << 12
  private var notices: [String] = []
  private var redirects = 0
  /// A copy that is kept, whose server may say that it still holds, or that does when the network is away.
  private var kept: FetchedPage?
  /// Where it is fetched from now, redirects followed.
  private var address: WebAddress?
  /// What the page is kept under.
  private var key = ""
  /// What is known without the network.
  private var answer: Event?
  /// How long the helper may overstep the time of the load before it is ended.
  private static let grace = 3000
  /// Bytes taken in one pump, so that keys are answered in between.
  private static let slice = 1 << 20

  /// Begins to load. `isReload`: past the cache.
  package init(_ location: String, settings: FetchSettings, isReload: Bool = false) {
    self.location = location
    self.settings = settings
    cache = settings.cacheFolder.map { PageCache(folder: $0) }
    progress = FetchProgress(host: "")
    do throws(WebAddress.Flaw) {
      let address = try WebAddress(location)
      self.address = address
      progress.host = address.host
      key = address.request
      kept = cache?.page(for: key)
      kept?.location = location
      begin(address, isReload: isReload)
    } catch {
      answer = failed(.badAddress(error.words))
    }
    // An answer that is there already is found by polling, as every other.
    waiting.set(milliseconds: answer == nil ? settings.limits.totalMilliseconds + Self.grace : 0)
  }

  /// What to poll before `pump`.
  package var descriptor: Int32 { waiting.descriptor }

  /// Ends the load at once; nothing more comes of it.
  package func cancel() {
    isOver = true
    helper?.end()
    helper = nil
    conversion = nil
  }

  /// What has come of the page, whether or not more follows; nil: nothing.
  package var received: FetchedPage? { body.isEmpty ? nil : head.map(page) }

  /// What has come of a page of HTML that goes well so far, where it is twice as much as when this was last asked; nil:
  /// nothing new to look at.
  package func beginning() -> FetchedPage? {
    guard let head, body.count >= nextLook, answer == nil, conversion == nil else { return nil }
    var page = page(head)
    guard page.isSuccess, page.isHTML else { return nil }
    nextLook = body.count * 2
    page.isBeginning = true
    return page
  }

  /// Waits until there is something to pump, but not longer than `milliseconds` (-1: as long as it takes).
  package func wait(milliseconds: Int32 = -1) { _ = waiting.wait(milliseconds: milliseconds) }

  /// What happened since the last call; of progress, only the newest.
  package func pump() -> [Event] {
    guard !isOver else { return [] }
    let before = progress
    if answer == nil { answer = conversion == nil ? receive() : convert() }
    if case .done(let page) = answer, page.isPDF { answer = beginConversion(page) }
    guard let answer else { return progress == before ? [] : [.progress(progress)] }
    cancel()
    return [answer]
  }

  // MARK: Beginning

  private func begin(_ address: WebAddress, isReload: Bool) {
    if settings.isOffline {
      answer = kept.map { .done(copy($0, why: "offline")) } ?? failed(.offline)
    } else if let kept, !isReload, kept.freshUntil > now() {
      answer = .done(kept)
    } else {
      answer = start(address, isReload: isReload)
    }
  }

  /// nil: it has begun.
  private func start(_ address: WebAddress, isReload: Bool) -> Event? {
    guard let program = settings.helper else { return failed(.helperMissing) }
    guard let helper = HelperProcess([program], environment: settings.environment) else {
      return failed(.helperFailed("cannot be started"))
    }
    let order = FetchOrder(
      url: address.request, userAgent: settings.userAgent, etag: isReload ? nil : kept?.etag,
      lastModified: isReload ? nil : kept?.lastModified, isReload: isReload, limits: settings.limits)
    let frame = order.frame
    // An order is far smaller than what a socket takes at once. A helper that hung up may have said why.
    if let sent = helper.send(frame[...]), sent < frame.count { return failed(.helperFailed("takes no orders")) }
    self.helper = helper
    waiting.watch(helper.descriptor)
    return nil
  }

  // MARK: Receiving

  /// nil: more is to come.
  private func receive() -> Event? {
    if waiting.isDue { return failed(.helperFailed("did not answer in time")) }
    var taken = 0
    while taken < Self.slice, let helper {
      switch helper.receive() {
      case .bytes(let bytes):
        taken += bytes.count
        frames.take(bytes)
        do throws(WireError) {
          while let payload = try frames.next() {
            if let event = take(try FetchReport(payload: payload)) { return event }
          }
        } catch {
          return failed(.helperFailed("sent what cannot be understood"))
        }
      case .nothingYet:
        return nil
      case .end: return failed(.helperFailed("ended before it was done"))
      }
    }
    return nil
  }

  private func take(_ report: FetchReport) -> Event? {
    switch report {
    case .redirect(let url): return redirected(to: url)
    case .head(let new):
      guard head == nil else { return failed(.helperFailed("sent two answers")) }
      head = new
      progress.total = new.length
    case .body(let bytes):
      guard head != nil, body.count + bytes.count <= settings.limits.bodyBytes else {
        return failed(.helperFailed("sent more than it should"))
      }
      body += bytes
      progress.bytes = body.count
    case .end(let isCut): return finish(isCut: isCut)
    case .failure(let kind, let url, let detail):
      return failed(kind == .nameNotFound && !hasNetwork() ? .noNetwork : .transfer(kind, url: url, detail: detail))
    }
    return nil
  }

  private func redirected(to url: String) -> Event? {
    do throws(WebAddress.Flaw) {
      let next = try WebAddress(url)
      if address?.scheme == "https", next.scheme == "http" {
        notices.append(
          "\(progress.host) led from https to plain http at \(next.host): others can read and change what comes.")
      }
      address = next
      progress.host = next.host
      redirects += 1
      return redirects > settings.limits.redirects + 1 ? failed(.helperFailed("went on without an end")) : nil
    } catch {
      return failed(.transfer(.redirectAway, url: address?.request ?? location, detail: url))
    }
  }

  /// The body is there.
  private func finish(isCut: Bool) -> Event {
    guard let head else { return failed(.helperFailed("ended before it was done")) }
    if head.status == 304, var kept {
      kept.fetchedAt = now()
      kept.freshUntil = now() + Freshness.seconds(cacheControl: head.cacheControl)
      cache?.keep(kept, for: key)
      return .done(kept)
    }
    guard !body.isEmpty || head.status == 200 else { return failed(.status(head.status, url: head.url)) }
    guard let isWhole = PackedBody.unpack(&body, settings.limits) else {
      return failed(.transfer(.bomb, url: head.url, detail: ""))
    }
    let isCut = isCut || !isWhole
    var page = page(head)
    if page.isSuccess, !isCut, Freshness.mayBeKept(cacheControl: head.cacheControl) { cache?.keep(page, for: key) }
    page.notices = notices
    if isCut {
      page.notices.append(
        "\(location) is longer than \(settings.limits.bodyBytes >> 20) MB; only its beginning was read.")
    }
    if !page.isSuccess {
      page.notices.append(
        "\(hostName(of: head.url)) answers \(statusWords(head.status)): this is its page about that. "
          + NetworkFailure.advice(for: head.status))
    }
    return .done(page)
  }

  private func page(_ head: ResponseHead) -> FetchedPage {
    let type = ContentType(head.contentType)
    return FetchedPage(
      bytes: body, location: location, url: head.url, status: head.status, mediaType: type.type, charset: type.charset,
      etag: head.etag, lastModified: head.lastModified, fetchedAt: now(),
      freshUntil: now() + Freshness.seconds(cacheControl: head.cacheControl))
  }

  // MARK: PDF

  /// nil: it has begun.
  private func beginConversion(_ page: FetchedPage) -> Event? {
    do throws(FetchError) {
      let run = try PDFConversion(page.bytes, location: location, settings: settings)
      conversion = (page, run)
      waiting.watch(run.descriptor, forWriting: true)
      waiting.set(milliseconds: PDFConversion.patience)
      return nil
    } catch {
      return .failed(error)
    }
  }

  /// nil: it goes on.
  private func convert() -> Event? {
    guard let (page, run) = conversion else { return nil }
    switch run.pump() {
    case .text(let text): return .done(page.asText(text))
    case .failed: return .failed(.pdfUnreadable(location: location, isProgramMissing: false))
    case nil:
      waiting.watch(run.descriptor, forWriting: run.isSending)
      return waiting.isDue ? .failed(.pdfUnreadable(location: location, isProgramMissing: false)) : nil
    }
  }

  // MARK: Failing

  /// Where the network is away, a copy that is kept does.
  private func failed(_ failure: NetworkFailure) -> Event {
    if failure.isAway, let kept { return .done(copy(kept, why: "the network does not bring it now")) }
    return .failed(.network(location: location, failure))
  }

  private func copy(_ page: FetchedPage, why: String) -> FetchedPage {
    var page = page
    page.notices.append("This is a copy of \(timeWords(page.fetchedAt)) (\(why)). r fetches it anew.")
    return page
  }
}

/// The host of an address, as far as it can be told.
func hostName(of url: String) -> String { (try? WebAddress(url))?.host ?? url }

/// Seconds since 1970.
func now() -> Int { time(nil) }

/// "3 November 2026, 14:05 UTC".
func timeWords(_ seconds: Int) -> String {
  var time = time_t(seconds)
  var parts = tm()
  guard gmtime_r(&time, &parts) != nil else { return "an unknown time" }
  let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  let minute = parts.tm_min < 10 ? "0\(parts.tm_min)" : "\(parts.tm_min)"
  return "\(parts.tm_mday) \(months[Int(parts.tm_mon)]) \(Int(parts.tm_year) + 1900), \(parts.tm_hour):\(minute) UTC"
}

/// Whether an interface is up that leads out of this machine.
private func hasNetwork() -> Bool {
  var first: UnsafeMutablePointer<ifaddrs>?
  guard getifaddrs(&first) == 0 else { return true }
  defer { freeifaddrs(first) }
  var next = first
  while let interface = next?.pointee {
    let isUp = interface.ifa_flags & UInt32(IFF_UP) != 0
    let isOwn = interface.ifa_flags & UInt32(IFF_LOOPBACK) != 0
    let family = interface.ifa_addr?.pointee.sa_family
    if isUp, !isOwn, family == UInt16(AF_INET) || family == UInt16(AF_INET6) { return true }
    next = interface.ifa_next
  }
  return false
}
