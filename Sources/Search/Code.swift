import CPCRE2

/// An expression compiled by PCRE2, with all that matching needs.
final class Code {
  enum Outcome {
    case found(Range<Int>)
    case nothing
    /// A limit was reached.
    case tooCostly
  }

  /// KiB that the interpreter may take, where there is no JIT.
  static let heapLimit: UInt32 = 8192
  static let stackStart = 32 << 10
  static let stackLimit = 512 << 10

  private let code: OpaquePointer
  private let data: OpaquePointer
  private let context: OpaquePointer
  private let stack: OpaquePointer?

  init(compiling expression: Expression, _ query: Query) throws(PatternError) {
    var number: Int32 = 0
    var offset = 0
    let compiled = expression.bytes.withUnsafeBufferPointer {
      pcre2_compile_8($0.baseAddress, $0.count, Code.options(query), &number, &offset, nil)
    }
    guard let compiled else {
      throw .invalid(message: Code.message(number), offset: expression.origin(of: offset))
    }
    guard let data = pcre2_match_data_create_8(1, nil), let context = pcre2_match_context_create_8(nil) else {
      pcre2_code_free_8(compiled)
      throw .outOfMemory
    }
    code = compiled
    self.data = data
    self.context = context
    // Without JIT the interpreter does the same, slower.
    stack =
      pcre2_jit_compile_8(compiled, PCRE2_JIT_COMPLETE) == 0
      ? pcre2_jit_stack_create_8(Code.stackStart, Code.stackLimit, nil) : nil
    if let stack { pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack)) }
    pcre2_set_heap_limit_8(context, Code.heapLimit)
  }

  /// nil: it cannot be compiled.
  convenience init?(_ expression: Expression, _ query: Query) {
    do {
      try self.init(compiling: expression, query)
    } catch {
      return nil
    }
  }

  deinit {
    pcre2_code_free_8(code)
    pcre2_match_data_free_8(data)
    pcre2_match_context_free_8(context)
    pcre2_jit_stack_free_8(stack)
  }

  /// The first match at or after `start`, where nothing after `end` can be seen; at each place at most `effort` steps.
  func match(_ buffer: UnsafeRawBufferPointer, _ start: Int, _ end: Int, effort: UInt32) -> Outcome {
    guard let base = buffer.baseAddress, start <= end, end <= buffer.count else { return .nothing }
    pcre2_set_match_limit_8(context, effort)
    let text = base.assumingMemoryBound(to: UInt8.self)
    let result = pcre2_match_8(code, text, end, start, 0, data, context)
    if result == PCRE2_ERROR_NOMATCH { return .nothing }
    guard result >= 0, let offsets = pcre2_get_ovector_pointer_8(data) else { return .tooCostly }
    // `\K` in a lookahead can end a match before it begins.
    let (lower, upper) = (max(start, offsets[0]), offsets[1])
    return .found(lower..<max(lower, upper))
  }

  private static func options(_ query: Query) -> UInt32 {
    var options = PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C
    if query.ignoresCase { options |= PCRE2_CASELESS }
    return options
  }

  private static func message(_ number: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 256)
    let length = pcre2_get_error_message_8(number, &bytes, bytes.count)
    return length > 0 ? String(decoding: bytes.prefix(Int(length)), as: UTF8.self) : "PCRE2 error \(number)"
  }
}
