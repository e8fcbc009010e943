/// Reads a small JSON text into the tree that studies are read into: every scalar is its text.
///
/// libyaml reads JSON too, but neither control characters nor keys of more than a kilobyte, which the names of kinds may be.
struct JSONDocument {
  static let depthLimit = 64

  private let bytes: [UInt8]
  private var place = 0
  private var line = 1

  /// - Returns: nil for anything but one JSON value.
  static func read(_ bytes: [UInt8]) -> YAMLNode? {
    var document = JSONDocument(bytes: bytes)
    guard let node = document.value(depth: 0) else { return nil }
    document.skipBlanks()
    return document.place == bytes.count ? node : nil
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipBlanks() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
      if byte == 0x0A { line += 1 }
      place += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard next == byte else { return false }
    place += 1
    return true
  }

  private mutating func value(depth: Int) -> YAMLNode? {
    skipBlanks()
    guard depth < Self.depthLimit, let first = next else { return nil }
    let start = line
    switch first {
    case UInt8(ascii: "{"):
      place += 1
      var members: [(key: YAMLNode, value: YAMLNode)] = []
      if take(UInt8(ascii: "}")) { return .mapping([], line: start) }
      repeat {
        skipBlanks()
        guard let key = string(), take(UInt8(ascii: ":")), let value = value(depth: depth + 1) else { return nil }
        members.append((.scalar(key, line: line), value))
      } while take(UInt8(ascii: ","))
      return take(UInt8(ascii: "}")) ? .mapping(members, line: start) : nil
    case UInt8(ascii: "["):
      place += 1
      var items: [YAMLNode] = []
      if take(UInt8(ascii: "]")) { return .sequence([], line: start) }
      repeat {
        guard let item = value(depth: depth + 1) else { return nil }
        items.append(item)
      } while take(UInt8(ascii: ","))
      return take(UInt8(ascii: "]")) ? .sequence(items, line: start) : nil
    case UInt8(ascii: "\""): return string().map { .scalar($0, line: start) }
    default:
      let begin = place
      while let byte = next, ![0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x5D, 0x7D].contains(byte) { place += 1 }
      return place > begin ? .scalar(String(decoding: bytes[begin..<place], as: UTF8.self), line: start) : nil
    }
  }

  private mutating func string() -> String? {
    guard next == UInt8(ascii: "\"") else { return nil }
    place += 1
    var units: [UInt8] = []
    while let byte = next {
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: units, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escaped() else { return nil }
        units.append(contentsOf: String(scalar).utf8)
      default: units.append(byte)
      }
    }
    return nil
  }

  private mutating func escaped() -> Unicode.Scalar? {
    guard let byte = next else { return nil }
    place += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"):
      guard let high = unit() else { return nil }
      guard high & 0xFC00 == 0xD800 else { return Unicode.Scalar(high) }
      guard next == UInt8(ascii: "\\"), place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "u") else { return nil }
      place += 2
      guard let low = unit(), low & 0xFC00 == 0xDC00 else { return nil }
      return Unicode.Scalar(0x10000 + (high & 0x3FF) << 10 + low & 0x3FF)
    default: return Unicode.Scalar(byte)
    }
  }

  private mutating func unit() -> UInt32? {
    guard place + 4 <= bytes.count else { return nil }
    defer { place += 4 }
    return UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
  }
}
