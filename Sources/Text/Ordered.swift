extension Array {
  /// The first index whose element satisfies a predicate that, once true, stays true. `public`, because of a generic
  /// function the compiler inlines nothing across modules that is `package`.
  @inlinable public func partitioningIndex(where isTrue: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isTrue(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
