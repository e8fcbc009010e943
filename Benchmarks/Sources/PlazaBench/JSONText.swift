/// The number that follows `"key":` in JSON text whose shape we know.
func jsonNumber(_ key: String, in text: String) -> Double? {
  jsonValue(key, in: text).flatMap { rest in
    Double(String(decoding: rest.prefix { "+-.0123456789eE".utf8.contains($0) }, as: UTF8.self))
  }
}

/// The text that follows `"key":`; it holds no escapes.
func jsonText(_ key: String, in text: String) -> String? {
  jsonValue(key, in: text).map { rest in
    String(decoding: rest.dropFirst().prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
  }
}

private func jsonValue(_ key: String, in text: String) -> ArraySlice<UInt8>? {
  let text = Array(text.utf8)
  let key = Array("\"\(key)\"".utf8)
  guard text.count > key.count else { return nil }
  for start in 0..<(text.count - key.count) where text[start..<(start + key.count)].elementsEqual(key) {
    return text[(start + key.count)...].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ":") }
  }
  return nil
}
