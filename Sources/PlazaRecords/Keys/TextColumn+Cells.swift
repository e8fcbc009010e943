internal import PlazaLayers

extension TextColumn {
  /// Where a cell stands; null is empty.
  @inline(__always)
  package func span(_ record: Int) -> (start: Int, count: Int) {
    let start = Int(starts[record])
    return start < 0 ? (0, 0) : (start, Int(ends[record]) &- start)
  }

  /// At most 200 bytes of a cell, to be shown.
  package func text(_ record: Int, _ text: UnsafePointer<UInt8>) -> String {
    let (start, count) = span(record)
    return String(decoding: UnsafeBufferPointer(start: text + start, count: min(count, 200)), as: UTF8.self)
  }
}
