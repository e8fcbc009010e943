/// The features that are complete in a piece of text, found by their braces or by what separates them.
struct FeatureRun {
  /// The first byte of the first feature and the one behind the last.
  private(set) var first: UnsafePointer<UInt8>
  private(set) var last: UnsafePointer<UInt8>
  private(set) var count = 0
  /// How far the text has been understood.
  private(set) var position: UnsafePointer<UInt8>
  /// Whether the features have ended there.
  private(set) var isAtEnd = false
  /// Where something stands that does not belong between features.
  private(set) var fault: UnsafePointer<UInt8>?
  private(set) var reason = JSONError.Reason.unexpectedEnd

  private let end: UnsafePointer<UInt8>
  private let isWhole: Bool
  private let limit: Int
  private let isFirst: Bool

  /// - Parameter isWhole: whether the file ends where the text ends.
  /// - Parameter isFirst: whether no feature stands before the text.
  init(start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, isWhole: Bool, limit: Int, isFirst: Bool) {
    first = start
    last = start
    position = start
    self.end = end
    self.isWhole = isWhole
    self.limit = limit
    self.isFirst = isFirst
  }

  private mutating func take(_ from: UnsafePointer<UInt8>, _ to: UnsafePointer<UInt8>) {
    if count == 0 { first = from }
    last = to
    position = to
    count += 1
  }

  private mutating func fail(at place: UnsafePointer<UInt8>) {
    fault = place
    reason = .unexpectedByte(place.pointee)
  }

  /// Elements of an array with commas between them.
  mutating func readCollection() {
    while count < limit {
      var p = skippingBlanks(position, end: end)
      if p == end { return isWhole ? fail(at: end) : () }
      if p.pointee == 0x5D {
        if count == 0 {
          position = p + 1
          isAtEnd = true
        }
        return
      }
      if !(isFirst && count == 0) {
        guard p.pointee == 0x2C else { return fail(at: p) }
        p = skippingBlanks(p + 1, end: end)
        if p == end { return isWhole ? fail(at: end) : () }
      }
      guard p.pointee == 0x7B else {
        fail(at: p)
        if p.pointee != 0x5D, p.pointee != 0x2C { reason = .expected("Feature") }
        return
      }
      guard let close = endOfObject(p, end: end) else { return takeUnclosed(p) }
      take(p, close)
    }
  }

  /// Objects with blanks or record separators between them.
  mutating func readTexts() {
    while count < limit {
      let p = skippingBlanks(position, end: end, separators: true)
      if p == end {
        if count == 0, isWhole {
          position = end
          isAtEnd = true
        }
        return
      }
      guard p.pointee == 0x7B else { return fail(at: p) }
      guard let close = endOfObject(p, end: end) else { return takeUnclosed(p) }
      take(p, close)
    }
  }

  /// At the end of the file what is not closed is handed out nevertheless: its parser says where it breaks.
  private mutating func takeUnclosed(_ p: UnsafePointer<UInt8>) {
    if isWhole, count == 0 { take(p, end) }
  }

  /// Everything between two delimiters that is more than blanks.
  mutating func readDelimited(by delimiter: UInt8) {
    while count < limit {
      var p = position
      while p < end, p.pointee == 0x20 || p.pointee == 0x0A || p.pointee == 0x0D || p.pointee == 0x09 || p.pointee == delimiter {
        p += 1
      }
      if p == end {
        if count == 0 {
          position = end
          isAtEnd = isWhole
        }
        return
      }
      guard let close = find(delimiter, p, end: end) ?? (isWhole ? end : nil) else {
        if count == 0 { position = p }
        return
      }
      take(p, close)
    }
  }
}
