import CCurl
import Glibc
import Wire

/// One load: an address, the redirects from it, and the page at their end.
final class Transfer {
  private let order: FetchOrder
  private let channel: Channel
  private let curl: UnsafeMutableRawPointer
  private let words = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
  private var headers: UnsafeMutablePointer<curl_slist>?
  private let deadline: Int
  private var url: String
  private var fields = HeaderFields()
  private var headerBytes = 0
  private var headerLines = 0
  private var bodyBytes = 0
  private var isHeadSent = false
  private var stop: Stop?

  /// Why this side ended a transfer.
  private enum Stop { case cut, bomb, headers, redirect }

  /// Bytes of a redirect's own page that are let go by, so that the connection can be used again.
  private static let skippedBytes = 1 << 16
  /// How often one load may come to the same address: a page that sets a cookie often sends the reader to itself.
  private static let visits = 2

  /// Milliseconds by which the library's clock may be early.
  private static let slack = 100

  /// nil: no memory.
  init?(_ order: FetchOrder, channel: Channel, authorities: String?) {
    guard let curl = curl_easy_init() else { return nil }
    self.order = order
    self.channel = channel
    self.curl = curl
    url = order.url
    deadline = milliseconds() + order.limits.totalMilliseconds
    words.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    prepare(authorities)
  }

  deinit {
    curl_easy_cleanup(curl)
    curl_slist_free_all(headers)
    words.deallocate()
  }

  private func prepare(_ authorities: String?) {
    ibid_curl_set_buffer(curl, CURLOPT_ERRORBUFFER, words)
    ibid_curl_set_text(curl, CURLOPT_PROTOCOLS_STR, "http,https")
    ibid_curl_set_text(curl, CURLOPT_USERAGENT, order.userAgent)
    // All that the library can unpack; an empty name keeps cookies in memory, for this load.
    ibid_curl_set_text(curl, CURLOPT_ACCEPT_ENCODING, "")
    ibid_curl_set_text(curl, CURLOPT_COOKIEFILE, "")
    if let authorities { ibid_curl_set_text(curl, CURLOPT_CAINFO, authorities) }
    let numbers: [(CURLoption, Int)] = [
      (CURLOPT_NOSIGNAL, 1), (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_HTTP09_ALLOWED, 0), (CURLOPT_SSL_VERIFYPEER, 1),
      (CURLOPT_SSL_VERIFYHOST, 2), (CURLOPT_DISALLOW_USERNAME_IN_URL, 1),
      (CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS)),
      (CURLOPT_CONNECTTIMEOUT_MS, max(1, order.limits.connectMilliseconds)),
      (CURLOPT_LOW_SPEED_LIMIT, order.limits.slowestBytesPerSecond),
      (CURLOPT_LOW_SPEED_TIME, max(1, order.limits.stallMilliseconds / 1000)),
    ]
    for (option, value) in numbers { ibid_curl_set_number(curl, option, value) }
    if let etag = order.etag { addHeader("If-None-Match: ", etag) }
    if let date = order.lastModified { addHeader("If-Modified-Since: ", date) }
    if order.isReload { addHeader("Cache-Control: ", "no-cache") }
    ibid_curl_receive(
      curl,
      { bytes, size, count, context in Transfer.at(context).takeHeader(bytes, size * count) },
      { bytes, size, count, context in Transfer.at(context).takeBody(bytes, size * count) },
      Unmanaged.passUnretained(self).toOpaque())
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> Transfer {
    guard let context else { preconditionFailure("the library lost its context") }
    return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  }

  /// A header that no control byte can end early.
  private func addHeader(_ name: String, _ value: String) {
    let plain = value.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
    headers = curl_slist_append(headers, name + String(String.UnicodeScalarView(plain)))
    ibid_curl_set_list(curl, CURLOPT_HTTPHEADER, headers)
  }

  // MARK: Redirects

  /// Fetches the page and reports it, or why there is none.
  func run() {
    var visited: [String] = []
    for _ in 0...max(0, order.limits.redirects) {
      visited.append(url)
      guard visited.count(where: { $0 == url }) <= Self.visits else { return fail(.redirectLoop, url) }
      let code = perform()
      guard let next = redirect(after: code) else { return finish(code) }
      guard Self.isWeb(next) else { return fail(.redirectAway, next) }
      // What is asked of the copy that is there is asked of the address that it came from.
      ibid_curl_set_list(curl, CURLOPT_HTTPHEADER, nil)
      url = next
      channel.send(.redirect(url: next))
    }
    fail(.tooManyRedirects, url)
  }

  private func perform() -> CURLcode {
    fields = HeaderFields()
    bodyBytes = 0
    stop = nil
    words[0] = 0
    ibid_curl_set_text(curl, CURLOPT_URL, url)
    ibid_curl_set_number(curl, CURLOPT_TIMEOUT_MS, max(1, deadline - milliseconds()))
    return curl_easy_perform(curl)
  }

  /// Where the answer leads on to; nil: it is the last one.
  private func redirect(after code: CURLcode) -> String? {
    let isAnswered = code == CURLE_OK || stop == .redirect
    guard isAnswered, isRedirect else { return nil }
    return ibid_curl_text(curl, CURLINFO_REDIRECT_URL).map { String(cString: $0) }
  }

  /// RFC 9110 §15.4: those that name another place.
  private var isRedirect: Bool { fields.hasLocation && [301, 302, 303, 307, 308].contains(status) }

  private var status: Int { ibid_curl_number(curl, CURLINFO_RESPONSE_CODE) }

  private static func isWeb(_ url: String) -> Bool {
    let start = url.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://")
  }

  private func finish(_ code: CURLcode) {
    switch stop {
    case .cut: channel.send(.end(isCut: true))
    case .bomb: fail(.bomb, "")
    case .headers: fail(.tooManyHeaders, "")
    case .redirect, nil:
      guard code == CURLE_OK else { return fail(kind(of: code), String(cString: words)) }
      sendHead()
      channel.send(.end(isCut: false))
    }
  }

  private func fail(_ kind: FailureKind, _ detail: String) {
    channel.send(.failure(kind, url: url, detail: detail))
  }

  private func kind(of code: CURLcode) -> FailureKind {
    let state = TransferState(
      systemError: Int32(truncatingIfNeeded: ibid_curl_number(curl, CURLINFO_OS_ERRNO)),
      verification: ibid_curl_number(curl, CURLINFO_SSL_VERIFYRESULT),
      proxyStatus: ibid_curl_number(curl, CURLINFO_HTTP_CONNECTCODE),
      isConnected: ibid_curl_offset(curl, CURLINFO_PRETRANSFER_TIME_T) > 0,
      isInHeaders: headerLines > 0 && !isHeadSent,
      isOver: milliseconds() >= deadline - Self.slack, words: String(cString: words))
    return FailureKind(code, state)
  }

  // MARK: What comes

  /// How many bytes were taken: fewer than came end the transfer.
  private func takeHeader(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
    headerBytes += count
    headerLines += 1
    guard headerBytes <= order.limits.headerBytes, headerLines <= order.limits.headerLines else {
      stop = .headers
      return 0
    }
    // After the body come trailers, which nothing here needs.
    if bodyBytes == 0 { fields.take(UnsafeRawBufferPointer(start: bytes, count: count)) }
    return count
  }

  private func takeBody(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
    bodyBytes += count
    if isRedirect {
      guard bodyBytes <= Self.skippedBytes else {
        stop = .redirect
        return 0
      }
      return count
    }
    sendHead()
    let limits = order.limits
    let sent = ibid_curl_offset(curl, CURLINFO_SIZE_DOWNLOAD_T)
    if bodyBytes > limits.bombBytes, bodyBytes / limits.bombRatio > sent {
      stop = .bomb
      return 0
    }
    let room = count - max(0, bodyBytes - limits.bodyBytes)
    send(UnsafeRawBufferPointer(start: bytes, count: max(0, room)))
    if room < count { stop = .cut }
    return max(0, room)
  }

  private func send(_ body: UnsafeRawBufferPointer) {
    var rest = body[...]
    while !rest.isEmpty {
      let part = rest.prefix(WireFrame.limit - 1)
      channel.send(.body(Array(part)))
      rest = rest.dropFirst(part.count)
    }
  }

  private func sendHead() {
    guard !isHeadSent else { return }
    isHeadSent = true
    let length = ibid_curl_offset(curl, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T)
    channel.send(
      .head(
        ResponseHead(
          url: url, status: min(max(status, 100), 999), contentType: fields.contentType, etag: fields.etag,
          lastModified: fields.lastModified, cacheControl: fields.cacheControl,
          length: fields.isPacked || length < 0 ? nil : length)))
  }
}

/// Of a clock that only goes forward.
private func milliseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
}
