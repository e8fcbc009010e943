/// Text in UTF-16, as spreadsheets export "Unicode text", as the UTF-8 that every reader takes; without its byte order mark.
///
/// Half of a surrogate pair that stands alone becomes U+FFFD, and so does an odd byte at the end.
final class UTF16Reader: ByteReader {
  private let inner: any ByteReader
  private let isBigEndian: Bool
  private var raw = [UInt8](repeating: 0, count: 1 << 16)
  private var text: [UInt8] = []
  private var given = 0
  /// The first half of a pair whose second is not read yet.
  private var high: UInt32?
  private var isBegun = false
  private var isEnded = false

  init(_ inner: any ByteReader, isBigEndian: Bool) {
    (self.inner, self.isBigEndian) = (inner, isBigEndian)
  }

  /// Whether bytes begin as text in UTF-16 does: with its mark, or with sixteen letters of ASCII and more, each beside a zero.
  /// - Returns: whether the greater byte stands first; nil for other bytes.
  static func isBigEndian(_ head: [UInt8]) -> Bool? {
    if head.starts(with: [0xFE, 0xFF]) { return true }
    // Two zeros behind the mark make it one of UTF-32.
    if head.starts(with: [0xFF, 0xFE]) { return head.count >= 4 && head[2] == 0 && head[3] == 0 ? nil : false }
    guard head.count >= 32 else { return nil }
    for zeros in [1, 0] {
      let isText = stride(from: 0, to: 32, by: 2).allSatisfy { at in
        head[at + zeros] == 0 && (0x09...0x7E).contains(head[at + 1 - zeros])
      }
      if isText { return zeros == 0 }
    }
    return nil
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while given == text.count, !isEnded { try refill() }
    let count = min(buffer.count, text.count - given)
    text.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[given..<given + count])) }
    given += count
    return count
  }

  private func refill() throws {
    text.removeAll(keepingCapacity: true)
    given = 0
    let count = try raw.withUnsafeMutableBytes { try inner.fill($0) }
    for at in stride(from: 0, to: count - 1, by: 2) {
      let unit = isBigEndian ? UInt32(raw[at]) << 8 | UInt32(raw[at + 1]) : UInt32(raw[at + 1]) << 8 | UInt32(raw[at])
      if !isBegun {
        isBegun = true
        if unit == 0xFEFF { continue }
      }
      append(unit)
    }
    if count < raw.count {
      isEnded = true
      if high != nil || count % 2 == 1 { append(scalar: 0xFFFD) }
      high = nil
    }
  }

  private func append(_ unit: UInt32) {
    if let first = high {
      high = nil
      if (0xDC00...0xDFFF).contains(unit) { return append(scalar: 0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00)) }
      append(scalar: 0xFFFD)
    }
    switch unit {
    case 0xD800...0xDBFF: high = unit
    case 0xDC00...0xDFFF: append(scalar: 0xFFFD)
    default: append(scalar: unit)
    }
  }

  private func append(scalar value: UInt32) {
    switch value {
    case ..<0x80: text.append(UInt8(value))
    case ..<0x800:
      text.append(UInt8(0xC0 | value >> 6))
      text.append(UInt8(0x80 | value & 0x3F))
    case ..<0x10000:
      text.append(UInt8(0xE0 | value >> 12))
      text.append(UInt8(0x80 | value >> 6 & 0x3F))
      text.append(UInt8(0x80 | value & 0x3F))
    default:
      text.append(UInt8(0xF0 | value >> 18))
      text.append(UInt8(0x80 | value >> 12 & 0x3F))
      text.append(UInt8(0x80 | value >> 6 & 0x3F))
      text.append(UInt8(0x80 | value & 0x3F))
    }
  }
}
