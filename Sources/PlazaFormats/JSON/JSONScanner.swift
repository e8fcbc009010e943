/// Walks over JSON text (RFC 8259) and checks every byte it passes: the grammar, escapes, UTF-8.
///
/// The text must be followed by eight readable bytes, and the byte at its end must not continue it: `PaddedBytes` gives both.
/// Every error carries its offset in the file. A value that starts at depth d may hold at most `depthLimit − d` levels.
struct JSONScanner {
  static let depthLimit = 128

  var p: UnsafePointer<UInt8>
  let end: UnsafePointer<UInt8>
  /// The place in the file of `base`.
  let base: UnsafePointer<UInt8>
  let origin: Int
  var depth: Int
  /// Whether a position that was passed has more than two numbers.
  var hasHeights = false

  init(_ text: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, base: UnsafePointer<UInt8>, origin: Int, depth: Int = 0) {
    p = text
    self.end = end
    self.base = base
    self.origin = origin
    self.depth = depth
  }

  /// The same text from another place on.
  func rewound(to place: UnsafePointer<UInt8>, depth: Int) -> JSONScanner {
    JSONScanner(place, end: end, base: base, origin: origin, depth: depth)
  }

  // MARK: Errors

  /// The error at a place; at the end of the text it is always that the text ends.
  @inline(never)
  func error(_ reason: JSONError.Reason, at place: UnsafePointer<UInt8>) -> JSONError {
    place >= end
      ? JSONError(.unexpectedEnd, byteOffset: origin + (end - base)) : JSONError(reason, byteOffset: origin + (place - base))
  }

  @inline(never)
  func unexpected(at place: UnsafePointer<UInt8>) -> JSONError { error(.unexpectedByte(place.pointee), at: place) }

  // MARK: Small steps

  @inline(__always)
  mutating func skipBlanks() {
    if p.pointee > 0x20 { return }
    skipBlankRun()
  }

  @inline(__always)
  private mutating func skipBlankRun() {
    while p.pointee == 0x20 || p.pointee == 0x0A || p.pointee == 0x0D || p.pointee == 0x09 {
      p += 1
      // Indented files hold long runs of spaces.
      while loadEightBytes(p) == 0x2020_2020_2020_2020 { p += 8 }
    }
  }

  /// Passes one byte that must be there, and the blanks after it.
  @inline(__always)
  mutating func expect(_ byte: UInt8) throws(JSONError) {
    guard p.pointee == byte, p < end else { throw unexpected(at: p) }
    p += 1
    skipBlanks()
  }

  @inline(__always)
  private mutating func deepen() throws(JSONError) {
    depth += 1
    if depth > Self.depthLimit { throw error(.tooDeep, at: p) }
  }

  // MARK: Objects and arrays: `if enter… { repeat { … } while next… }`

  /// Passes `{`; false if the object is empty, and then it has been passed whole.
  mutating func enterObject() throws(JSONError) -> Bool {
    guard p.pointee == 0x7B, p < end else { throw unexpected(at: p) }
    try deepen()
    p += 1
    skipBlanks()
    if p.pointee == 0x7D {
      p += 1
      depth -= 1
      return false
    }
    return true
  }

  /// Passes a key, the colon and the blanks around it.
  mutating func key() throws(JSONError) -> JSONString {
    let key = try string()
    skipBlanks()
    try expect(0x3A)
    return key
  }

  /// Passes what follows a member: a comma (true) or the closing brace (false).
  mutating func nextMember() throws(JSONError) -> Bool {
    skipBlanks()
    if p.pointee == 0x2C {
      p += 1
      skipBlanks()
      return true
    }
    guard p.pointee == 0x7D, p < end else { throw unexpected(at: p) }
    p += 1
    depth -= 1
    return false
  }

  /// Passes `[`; false if the array is empty, and then it has been passed whole.
  @inline(__always)
  mutating func enterArray() throws(JSONError) -> Bool {
    guard p.pointee == 0x5B, p < end else { throw unexpected(at: p) }
    try deepen()
    p += 1
    skipBlanks()
    if p.pointee == 0x5D {
      p += 1
      depth -= 1
      return false
    }
    return true
  }

  /// Passes what follows an element: a comma (true) or the closing bracket (false).
  @inline(__always)
  mutating func nextElement() throws(JSONError) -> Bool {
    skipBlanks()
    if p.pointee == 0x2C {
      p += 1
      skipBlanks()
      return true
    }
    guard p.pointee == 0x5D, p < end else { throw unexpected(at: p) }
    p += 1
    depth -= 1
    return false
  }

  // MARK: Values

  var isNull: Bool { p.pointee == 0x6E }
  var isObject: Bool { p.pointee == 0x7B }
  var isArray: Bool { p.pointee == 0x5B }
  var isString: Bool { p.pointee == 0x22 }
  var isNumber: Bool { p.pointee == 0x2D || isDigit(p.pointee) }

  @inline(__always)
  mutating func number() throws(JSONError) -> Double {
    let start = p
    guard let value = scanJSONNumber(&p, end: end) else { throw badNumber(start) }
    return value
  }

  @inline(never)
  private func badNumber(_ start: UnsafePointer<UInt8>) -> JSONError {
    error(p == start ? .expected("number") : .badNumber, at: p)
  }

  mutating func literal() throws(JSONError) {
    let word: StaticString
    switch p.pointee {
    case 0x74: word = "true"
    case 0x66: word = "false"
    case 0x6E: word = "null"
    default: throw unexpected(at: p)
    }
    for index in 0..<word.utf8CodeUnitCount {
      guard p.pointee == word.utf8Start[index], p < end else { throw unexpected(at: p) }
      p += 1
    }
  }

  /// Passes one value of any kind.
  ///
  /// Runs without recursion; what it is inside of is a bit per level. O(its bytes).
  mutating func skipValue() throws(JSONError) {
    let outside = depth
    var objects: UInt128 = 0  // bit 0 is the innermost level: 1 in an object
    while true {
      // A value begins here.
      switch p.pointee {
      case 0x7B:
        if try enterObject() {
          objects = objects &<< 1 | 1
          _ = try key()
          continue
        }
      case 0x5B:
        if try enterArray() {
          objects = objects &<< 1
          continue
        }
      case 0x22: _ = try string()
      case 0x2D, 0x30...0x39: _ = try number()
      default: try literal()
      }
      // A value has ended; so may what it stands in.
      while true {
        if depth == outside { return }
        if objects & 1 == 1 {
          if try nextMember() {
            _ = try key()
            break
          }
        } else if try nextElement() {
          break
        }
        objects >>= 1
      }
    }
  }
}

extension JSONScanner {
  /// Checks that `bytes` are one JSON text: a value with blanks around it, perhaps after a byte order mark.
  static func validate(_ bytes: some Collection<UInt8>) throws(JSONError) {
    let text = PaddedBytes(bytes)
    let base = UnsafePointer(text.base)
    var scanner = JSONScanner(base, end: base + text.count, base: base, origin: 0)
    scanner.skipByteOrderMark()
    scanner.skipBlanks()
    try scanner.skipValue()
    scanner.skipBlanks()
    if scanner.p < scanner.end { throw scanner.unexpected(at: scanner.p) }
    withExtendedLifetime(text) {}
  }

  mutating func skipByteOrderMark() {
    if p[0] == 0xEF, p[1] == 0xBB, p[2] == 0xBF { p += 3 }
  }
}
