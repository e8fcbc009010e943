/// Field names made of the names of kinds: ASCII, lower case, `_` for everything else, at most 48 bytes.
package enum Slug {
  package static let limit = 48

  /// - Parameter kinds: in the order of their bytes; equal slugs get `_2`, `_3` in that order, a blank kind is `blank`.
  package static func unique(_ kinds: [String]) -> [String] {
    var taken: Set<String> = []
    return kinds.map { kind in
      let base = slug(kind)
      var candidate = base
      var number = 2
      while !taken.insert(candidate).inserted {
        candidate = "\(base)_\(number)"
        number += 1
      }
      return candidate
    }
  }

  package static func slug(_ text: String) -> String {
    var result: [UInt8] = []
    for scalar in plain(text).unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: result.append(UInt8(scalar.value))
      default: if let last = result.last, last != 0x5F { result.append(0x5F) }
      }
    }
    while result.last == 0x5F { result.removeLast() }
    result = Array(result.prefix(limit))
    while result.last == 0x5F { result.removeLast() }
    return result.isEmpty ? "blank" : String(decoding: result, as: UTF8.self)
  }

  /// Lower case, and of an accented letter the letter: its canonical decomposition begins with it.
  package static func plain(_ text: String) -> String {
    var result = ""
    for scalar in text.lowercased().decomposedScalars {
      switch scalar {
      case "ø": result.append("o")
      case "æ": result.append("ae")
      case "œ": result.append("oe")
      case "ß": result.append("ss")
      default: if !(0x300...0x36F).contains(scalar.value) { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
