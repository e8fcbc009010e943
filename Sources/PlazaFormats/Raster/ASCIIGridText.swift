internal import PlazaLayers

/// The words of a text one after the other, with the lines that they stand on.
final class ASCIIGridText {
  private let reader: any ByteReader
  private let window: UnsafeMutableBufferPointer<UInt8>
  private var next = 0
  private var end = 0
  private var hasEnded = false
  /// The line of the last word, from 1.
  private(set) var line = 1

  private static let windowSize = 1 << 18
  /// No number needs more; a longer word is cut here, and is no number.
  private static let wordLimit = 400

  init(_ reader: any ByteReader) {
    self.reader = reader
    window = .allocate(capacity: Self.windowSize)
  }

  deinit { window.deallocate() }

  /// The next word, valid until the next call; nil at the end.
  func word() throws -> UnsafeBufferPointer<UInt8>? {
    while true {
      while next < end, window[next] <= 0x20 {
        if window[next] == 0x0A { line += 1 }
        next += 1
      }
      var stop = next
      let limit = min(end, next + Self.wordLimit)
      while stop < limit, window[stop] > 0x20 { stop += 1 }
      // A word that the window cuts off is read again whole.
      if stop < end || (hasEnded && stop > next) || stop - next == Self.wordLimit {
        defer { next = stop }
        return UnsafeBufferPointer(rebasing: UnsafeBufferPointer(window)[next..<stop])
      }
      if hasEnded { return nil }
      try refill()
    }
  }

  private func refill() throws {
    let kept = end - next
    if kept > 0 { (window.baseAddress!).update(from: window.baseAddress! + next, count: kept) }
    (next, end) = (0, kept)
    let count = try reader.read(into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(window)[kept...]))
    if count == 0 { hasEnded = true } else { end += count }
  }

  /// A number with a point or a comma for the decimals.
  static func number(_ word: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let base = word.baseAddress else { return nil }
    return parseDecimal(base, count: word.count) ?? parseDecimal(base, count: word.count, decimal: 0x2C)
  }

  /// Whether the word is the name that some programs write for nothing.
  static func isMissing(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = text(word).lowercased()
    return text == "nan" || text == "-nan" || text == "null"
  }

  static func text(_ word: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: word.prefix(80)), as: UTF8.self)
  }
}
