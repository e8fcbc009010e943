internal import PlazaLayers

/// What columns hold of people, whatever their fields are called: `c5` may be an identity document.
///
/// It sees what has a form of its own: addresses of mail, telephones, documents of Latin America. Names are seen by ``PersonNames``.
enum PersonalValues {
  /// How many of the first values are looked at.
  private static let sampled = 2_000

  /// Whether at least half of the values are mails, telephones or documents. O(bytes).
  static func areOfPeople(_ column: Column) -> Bool { mostly(column) { isMail($0) || isDocument($0) || isTelephone($0) } }

  /// Whether at least half of the values are documents: places have mails and telephones, and none of these.
  static func areDocuments(_ column: Column) -> Bool { mostly(column, isDocument) }

  /// Whether at least half of the values are days, however they are written.
  static func areDates(_ column: Column) -> Bool { mostly(column, isDay) }

  private static func mostly(_ column: Column, _ holds: (ArraySlice<UInt8>) -> Bool) -> Bool {
    var (seen, held) = (0, 0)
    for case .text(let text) in column.values.prefix(sampled) where !text.isEmpty {
      seen += 1
      if holds(Array(text.utf8)[...]) { held += 1 }
    }
    return seen > 0 && held * 2 >= seen
  }

  private static func isMail(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: 0x40, omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(0x2E) && !text.contains(0x20)
  }

  /// The shape of a text: 9 for a digit, A for a letter, everything else as it is.
  private static func shape(_ text: ArraySlice<UInt8>) -> String {
    String(
      decoding: text.map { byte in
        byte &- 0x30 < 10 ? 0x39 : (byte | 0x20) &- 0x61 < 26 ? 0x41 : byte
      }, as: UTF8.self)
  }

  /// El Salvador's DUI and NIT, Brazil's CPF, Chile's RUT, Argentina's CUIT, Mexico's CURP, the cédula of the Dominican Republic.
  private static let documents: Set<String> = [
    "99999999-9", "9999-999999-999-9", "999.999.999-99", "99.999.999-9", "99.999.999-A", "9.999.999-9", "9.999.999-A",
    "99-99999999-9", "AAAA999999AAAAAA99", "AAAA999999AAAAAAA9", "999-9999999-9",
  ]

  private static func isDocument(_ text: ArraySlice<UInt8>) -> Bool { text.count <= 20 && documents.contains(shape(text)) }

  private static let telephones: Set<String> = [
    "9999-9999", "999-999-9999", "(999) 999-9999", "99 9999 9999", "999 999 9999", "9999 9999", "99 9 9999 9999",
    "(99) 99999-9999",
    "(99) 9999-9999", "99999-9999", "9 9999 9999",
  ]

  private static func isTelephone(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= 22 else { return false }
    if text.first == 0x2B {
      let rest = text.dropFirst()
      return rest.allSatisfy { $0 &- 0x30 < 10 || [0x20, 0x2D, 0x28, 0x29].contains($0) }
        && (8...15).contains(rest.count { $0 &- 0x30 < 10 })
    }
    return telephones.contains(shape(text))
  }

  /// Digits alone are rather a number.
  private static func isDay(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.contains(where: { $0 &- 0x30 > 9 }) else { return false }
    return text.withUnsafeBufferPointer { bytes in
      DateOrder.allCases.contains { order in
        guard case .moment(let moment) = DateText.parse(bytes.baseAddress!, count: bytes.count, order: order) else {
          return false
        }
        return moment.precision >= .day
      }
    }
  }
}
