/// XML that is being written: tags as they stand, text and attributes escaped.
struct Markup {
  private(set) var bytes: [UInt8] = []

  /// Appends markup.
  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func raw(_ other: Markup) { bytes.append(contentsOf: other.bytes) }

  mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends what people wrote, for an element or for an attribute in double quotes.
  ///
  /// Control characters, which XML 1.0 cannot hold, become the replacement character; a line break becomes a blank.
  mutating func text(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: raw("&amp;" as StaticString)
      case 0x3C: raw("&lt;" as StaticString)
      case 0x3E: raw("&gt;" as StaticString)
      case 0x22: raw("&quot;" as StaticString)
      case 0x09, 0x0A, 0x0D: bytes.append(0x20)
      case 0..<0x20, 0xFFFE, 0xFFFF: raw("\u{FFFD}" as StaticString)
      default: bytes.append(contentsOf: UTF8.encode(scalar)!)
      }
    }
  }

  /// Appends an integer; a blank before it where the number would run into the last one.
  mutating func integer(_ value: Int, separated: Bool) {
    if separated, value >= 0 { bytes.append(0x20) }
    var rest = value.magnitude
    if value < 0 { bytes.append(0x2D) }
    let start = bytes.count
    repeat {
      bytes.append(0x30 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  mutating func byte(_ value: UInt8) { bytes.append(value) }

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }
}

/// A length on a drawing with at most one decimal: `12`, `3.5`, `-0.1`.
func tenths(_ value: Double) -> String {
  let units = Int((value * 10).rounded())
  let whole = "\(units < 0 ? "-" : "")\(units.magnitude / 10)"
  return units % 10 == 0 ? whole : "\(whole).\(units.magnitude % 10)"
}
