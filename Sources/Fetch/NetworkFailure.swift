import Document
import Wire

/// Why the network did not bring a page.
package enum NetworkFailure: Sendable, Equatable {
  /// What the helper found, where, and in whose words.
  case transfer(FailureKind, url: String, detail: String)
  /// No interface is up but the machine's own.
  case noNetwork
  case offline
  /// An answer without a page.
  case status(Int, url: String)
  /// What came instead of a page: "a video".
  case notText(String)
  case helperMissing
  /// The helper died, hung, or spoke nonsense.
  case helperFailed(String)
  case badAddress(String)
}

extension NetworkFailure {
  /// The network is away, or this server is: a copy that is kept does instead.
  var isAway: Bool {
    switch self {
    case .noNetwork: true
    case .transfer(let kind, _, _):
      switch kind {
      case .nameNotFound, .refused, .unreachable, .connectTimeout, .timeout, .stalled, .noAnswer, .proxy: true
      case .reset, .shortBody, .badFraming, .badEncoding, .bomb, .tooManyRedirects, .redirectLoop, .redirectAway,
        .tooManyHeaders, .tlsExpired, .tlsNotYetValid, .tlsSelfSigned, .tlsUnknownIssuer, .tlsWrongHost, .tlsRevoked,
        .tls, .badURL, .outOfMemory, .other:
        false
      }
    case .offline, .status, .notText, .helperMissing, .helperFailed, .badAddress: false
    }
  }

  /// A word for scripts.
  var code: String {
    switch self {
    case .transfer(let kind, _, _): kind.code
    case .noNetwork: "no-network"
    case .offline: "offline"
    case .status: "http-status"
    case .notText: "not-text"
    case .helperMissing, .helperFailed: "helper"
    case .badAddress: "bad-address"
    }
  }

  /// What happened and where, then what to do. `location` is what was asked for, as it may be shown.
  func message(_ location: String) -> String {
    switch self {
    case .transfer(let kind, let url, let detail):
      let what = kind.sentence(host: hostName(of: url), detail: detail.isEmpty ? "no more is known" : displayed(detail))
      return "\(location): \(what)"
    case .noNetwork:
      return "\(location): this machine is connected to no network. Connect it, or read a saved copy."
    case .offline:
      return "\(location) is not kept here, and --offline forbids to fetch it. Read it once without --offline."
    case .status(let status, let url):
      return
        "\(location): \(hostName(of: url)) answers \(statusWords(status)), without a page. \(Self.advice(for: status))"
    case .notText(let kind):
      return "\(location) is \(kind), not text. Open it in a browser or a program made for it."
    case .helperMissing:
      return
        "\(location): ibid-fetch, which fetches pages, stands neither beside ibid nor in libexec. Install ibid anew."
    case .helperFailed(let how):
      return "\(location): ibid-fetch \(how). Try again, or save the page with another program and name the file."
    case .badAddress(let flaw):
      return "\(location) is no address that can be fetched: \(flaw). Check how it is written."
    }
  }

  static func advice(for status: Int) -> String {
    switch status {
    case 401, 402, 403, 407, 451: "Open it in a browser that may see it."
    case 404, 410: "Check the address, or look for an archived copy."
    case 408, 429, 500...: "Try again later."
    default: "Check the address."
    }
  }
}

extension FailureKind {
  fileprivate var code: String {
    switch self {
    case .nameNotFound: "name-not-found"
    case .refused: "refused"
    case .unreachable: "unreachable"
    case .proxy: "proxy"
    case .connectTimeout, .timeout: "timeout"
    case .stalled: "stalled"
    case .reset: "reset"
    case .noAnswer: "no-answer"
    case .shortBody: "short-body"
    case .badFraming: "bad-http"
    case .badEncoding: "bad-encoding"
    case .bomb: "bomb"
    case .tooManyRedirects, .redirectLoop: "redirect-loop"
    case .redirectAway: "redirect-refused"
    case .tooManyHeaders: "too-many-headers"
    case .tlsExpired, .tlsNotYetValid, .tlsSelfSigned, .tlsUnknownIssuer, .tlsWrongHost, .tlsRevoked, .tls: "tls"
    case .badURL: "bad-address"
    case .outOfMemory, .other: "failed"
    }
  }

  fileprivate func sentence(host: String, detail: String) -> String {
    switch self {
    case .nameNotFound: "the name \(host) is not known to the network. Check the spelling, and the connection."
    case .refused: "\(host) refuses the connection. Check the address and the port, or try later."
    case .unreachable: "\(host) cannot be reached (\(detail)). Check the connection."
    case .proxy: "the proxy does not lead to \(host) (\(detail)). Check HTTP_PROXY, HTTPS_PROXY and NO_PROXY."
    case .connectTimeout: "\(host) does not take the connection in time. Try again, or check the connection."
    case .timeout: "\(host) takes too long to send the page. Try again later."
    case .stalled: "\(host) sends next to nothing, and was given up. Try again later."
    case .reset: "\(host) broke the connection off in the middle of the page. Try again."
    case .noAnswer: "\(host) hung up without an answer. Try again."
    case .shortBody: "\(host) sent less than it had announced: the page is not whole. Try again."
    case .badFraming: "what \(host) sends is not HTTP as it should be (\(detail)). Try a browser."
    case .badEncoding: "what \(host) sends cannot be unpacked (\(detail)). Try again, or a browser."
    case .bomb: "what \(host) sends unpacks to hundreds of times its size, as no page does. It was thrown away."
    case .tooManyRedirects: "\(host) sends the reader on again and again, without an end. Try a browser."
    case .redirectLoop: "\(host) sends the reader in a circle. Try a browser."
    case .redirectAway: "\(host) sends the reader on to \(detail), which is no page of the web. It was not opened."
    case .tooManyHeaders: "\(host) sends more header lines than any page needs. It was given up."
    case .tlsExpired: "the certificate of \(host) has expired: whoever answers may be somebody else. Try later."
    case .tlsNotYetValid: "the certificate of \(host) does not hold yet. Check this machine's clock."
    case .tlsSelfSigned: "\(host) vouches for itself: its certificate is signed by nobody else. It was not trusted."
    case .tlsUnknownIssuer:
      "the certificate of \(host) is signed by nobody that this machine trusts. SSL_CERT_FILE can name whom to trust."
    case .tlsWrongHost: "the certificate that came is not one of \(host): whoever answers is somebody else."
    case .tlsRevoked: "the certificate of \(host) was revoked. It was not trusted."
    case .tls: "no safe connection to \(host) could be made (\(detail)). Try again, or a browser."
    case .badURL: "this is no address that can be fetched (\(detail)). Check how it is written."
    case .outOfMemory: "the page takes more memory than there is for it. Try a browser."
    case .other: "it could not be fetched (\(detail)). Try again, or a browser."
    }
  }
}

/// The number, and what it means: RFC 9110 §15, for those that readers meet.
func statusWords(_ status: Int) -> String {
  let words: String? =
    switch status {
    case 400: "bad request"
    case 401: "not authorised"
    case 402: "payment required"
    case 403: "forbidden"
    case 404: "not found"
    case 405: "method not allowed"
    case 406: "not acceptable"
    case 408: "request timeout"
    case 410: "gone"
    case 429: "too many requests"
    case 451: "unavailable for legal reasons"
    case 500: "internal error"
    case 502: "bad gateway"
    case 503: "not available now"
    case 504: "gateway timeout"
    default: nil
    }
  return words.map { "\(status) (\($0))" } ?? "\(status)"
}
