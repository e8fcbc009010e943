/// Appends a JSON string: quotes, and escapes for what RFC 8259 (section 7) does not allow to stand bare; everything else as UTF-8.
func appendJSONString(_ text: String, to bytes: inout [UInt8]) {
  bytes.append(0x22)
  var copy = text
  copy.withUTF8 { appendEscaped($0, to: &bytes) }
  bytes.append(0x22)
}

/// Appends the inside of a JSON string.
func appendEscaped(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
  var start = 0
  for index in text.indices {
    let byte = text[index]
    guard byte < 0x20 || byte == 0x22 || byte == 0x5C else { continue }
    bytes.append(contentsOf: text[start..<index])
    start = index + 1
    switch byte {
    case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, byte])
    case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
    case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
    case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
    default:
      bytes.append(contentsOf: [0x5C, 0x75, 0x30, 0x30])
      for nibble in [byte >> 4, byte & 15] { bytes.append(nibble < 10 ? 0x30 + nibble : 0x61 - 10 + nibble) }
    }
  }
  bytes.append(contentsOf: text[start...])
}
