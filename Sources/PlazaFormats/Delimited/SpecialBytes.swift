/// Finds the next delimiter, newline or quote, eight bytes at a time.
struct SpecialBytes {
  private let text: UnsafeMutablePointer<UInt8>
  private let delimiters: UInt64
  private let newlines: UInt64
  private var base = 0
  private var mask: UInt64

  init(_ text: UnsafeMutablePointer<UInt8>, delimiter: UInt8, newline: UInt8) {
    self.text = text
    delimiters = UInt64(delimiter) &* 0x0101_0101_0101_0101
    newlines = UInt64(newline) &* 0x0101_0101_0101_0101
    mask = 0
    mask = matches(at: 0)
  }

  /// The next place; the newlines behind the chunk end every search.
  @inline(__always)
  mutating func next() -> Int {
    while mask == 0 {
      base &+= 8
      mask = matches(at: base)
    }
    let at = base &+ (mask.trailingZeroBitCount &>> 3)
    mask &= mask &- 1
    return at
  }

  mutating func move(to position: Int) {
    base = position
    mask = matches(at: position)
  }

  /// The high bit of each byte that is special: exact, unlike the usual zero-byte trick, so that bits can be taken one by one.
  @inline(__always)
  private func matches(at position: Int) -> UInt64 {
    let word = UInt64(littleEndian: UnsafeRawPointer(text + position).loadUnaligned(as: UInt64.self))
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let d = word ^ delimiters
    let n = word ^ newlines
    let q = word ^ 0x2222_2222_2222_2222
    let noD = ((d & low) &+ low) | d
    let noN = ((n & low) &+ low) | n
    let noQ = ((q & low) &+ low) | q
    return ~(noD & noN & noQ) & 0x8080_8080_8080_8080
  }
}
