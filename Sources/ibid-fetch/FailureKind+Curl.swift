import CCurl
import Glibc
import Wire

/// What the library knows of a transfer that failed.
struct TransferState {
  var systemError: Int32
  /// OpenSSL's verdict on the certificate: `X509_V_ERR_…`.
  var verification: Int
  /// What a proxy answered to CONNECT; 0: it was not asked.
  var proxyStatus: Int
  var isConnected: Bool
  /// An answer began, and its headers are not at their end.
  var isInHeaders: Bool
  /// The time for the whole load is over.
  var isOver: Bool
  /// The library's own words.
  var words: String
}

extension FailureKind {
  /// What an error of libcurl means to a reader.
  init(_ code: CURLcode, _ state: TransferState) {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST: self = .nameNotFound
    case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: self = .proxy
    case CURLE_COULDNT_CONNECT: self = state.systemError == ECONNREFUSED ? .refused : .unreachable
    case CURLE_OPERATION_TIMEDOUT:
      self = state.isOver ? .timeout : state.isConnected ? .stalled : .connectTimeout
    case CURLE_GOT_NOTHING: self = .noAnswer
    case CURLE_PARTIAL_FILE: self = .shortBody
    case CURLE_SEND_ERROR: self = .reset
    case CURLE_RECV_ERROR: self = Self.broken(state)
    case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL, CURLE_HTTP2, CURLE_HTTP2_STREAM: self = .badFraming
    case CURLE_BAD_CONTENT_ENCODING: self = .badEncoding
    case CURLE_PEER_FAILED_VERIFICATION: self = Self.certificate(state.verification)
    case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE: self = .tls
    case CURLE_URL_MALFORMAT, CURLE_LOGIN_DENIED: self = .badURL
    // The library's own bound of one line.
    case CURLE_OUT_OF_MEMORY, Self.tooLarge: self = state.isInHeaders ? .tooManyHeaders : .outOfMemory
    default: self = .other
    }
  }

  /// `CURLE_TOO_LARGE`, of libcurl 8.6 and later.
  private static let tooLarge = CURLcode(100)

  /// Receiving failed: by the proxy, by a chunk that is none, or because the other side is gone.
  private static func broken(_ state: TransferState) -> FailureKind {
    if state.proxyStatus >= 300 { return .proxy }
    let isChunk = state.words.contains("chunk") || state.words.contains("hexadecimal")
    return isChunk && state.systemError != ECONNRESET ? .badFraming : .reset
  }

  /// Of the numbers in OpenSSL's x509_vfy.h; a name that does not match is the library's own finding, before it asks: 1 is
  /// what stands there until then.
  private static func certificate(_ verification: Int) -> FailureKind {
    switch verification {
    case 0, 1, 62, 64: .tlsWrongHost
    case 9: .tlsNotYetValid
    case 10: .tlsExpired
    case 18: .tlsSelfSigned
    case 2, 19, 20, 21: .tlsUnknownIssuer
    case 23: .tlsRevoked
    default: .tls
    }
  }
}
