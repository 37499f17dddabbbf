/// A row of places, most of them empty for long: a document of 100 MB has thousands of pieces, of which few are read.
/// Empty stretches take next to no memory, so that opening costs the same at any length. `public`, because of a generic
/// type the compiler inlines nothing across modules that is `package`.
public struct Sparse<Value> {
  /// Places are kept in chunks of so many; an empty array stands for a chunk in which nothing is filled.
  @usableFromInline static var chunkSize: Int { 64 }

  @usableFromInline var chunks: [[Value?]]
  @usableFromInline var length: Int

  /// `count` empty places.
  @inlinable public init(count: Int = 0) {
    length = Swift.max(0, count)
    chunks = [[Value?]](repeating: [], count: (length + Self.chunkSize - 1) / Self.chunkSize)
  }

  @inlinable public init(_ values: some Sequence<Value?>) {
    self.init()
    for value in values { append(value) }
  }

  /// Makes it longer, by empty places; never shorter.
  @inlinable public mutating func grow(to count: Int) {
    guard count > length else { return }
    length = count
    while chunks.count * Self.chunkSize < count { chunks.append([]) }
  }

  @inlinable public mutating func append(_ value: Value?) {
    grow(to: length + 1)
    if let value { self[length - 1] = value }
  }

  /// The same places with something else in those that are filled.
  @inlinable public func mapped<Other>(_ transform: (Value) -> Other) -> Sparse<Other> {
    var result = Sparse<Other>(count: length)
    for chunk in chunks.indices where !chunks[chunk].isEmpty {
      result.chunks[chunk] = chunks[chunk].map { $0.map(transform) }
    }
    return result
  }
}

extension Sparse: RandomAccessCollection, MutableCollection {
  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { length }

  @inlinable public subscript(index: Int) -> Value? {
    get {
      precondition(index >= 0 && index < length, "an index of the row")
      let chunk = chunks[index / Self.chunkSize]
      return chunk.isEmpty ? nil : chunk[index % Self.chunkSize]
    }
    set {
      precondition(index >= 0 && index < length, "an index of the row")
      let chunk = index / Self.chunkSize
      if chunks[chunk].isEmpty {
        guard newValue != nil else { return }
        chunks[chunk] = [Value?](repeating: nil, count: Self.chunkSize)
      }
      chunks[chunk][index % Self.chunkSize] = newValue
    }
  }
}

extension Sparse: ExpressibleByArrayLiteral {
  @inlinable public init(arrayLiteral elements: Value?...) { self.init(elements) }
}

extension Sparse: Sendable where Value: Sendable {}

extension Sparse: Equatable where Value: Equatable {
  @inlinable public static func == (a: Sparse, b: Sparse) -> Bool { a.length == b.length && a.elementsEqual(b) }
}
