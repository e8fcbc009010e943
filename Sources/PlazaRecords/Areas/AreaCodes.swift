/// The codes of one level, found as tables write them: without their leading zeros, or longer, down to a finer level.
package struct AreaCodes: Sendable {
  package enum Match: UInt8, Sendable { case exact, padded, cut, paddedAndCut }

  /// The bytes of every code, when all have as many and are digits; only then is anything padded or cut.
  package let width: Int?
  private let areas: [String: Int32]

  private let mends: Bool

  /// - Parameter codes: unique.
  /// - Parameter mends: whether `8.001`, a code that a program took for a number, is 08001.
  init(_ codes: [String], mends: Bool = true) {
    self.mends = mends
    areas = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, Int32($0)) })
    let first = codes.first?.utf8.count ?? 0
    width = first > 0 && codes.allSatisfy { $0.utf8.count == first && Self.isDigits($0) } ? first : nil
  }

  /// - Parameter recordWidth: how many digits the codes of the table have when none is lost; nil when as many as these, and then
  ///   nothing is cut.
  package func find(_ text: String, recordWidth: Int?) -> (area: Int32, match: Match)? {
    if let area = areas[text] { return (area, .exact) }
    guard let width else {
      // What a program wrote as a number may have lost nothing but gained a fraction.
      return Self.withoutFraction(text).flatMap { areas[$0] }.map { ($0, .exact) }
    }
    var code = Self.withoutFraction(text) ?? text
    if mends, !Self.isDigits(code), let digits = Self.withoutThousands(code) { code = digits }
    let count = code.utf8.count
    guard Self.isDigits(code) else { return nil }
    if code != text, count == width, let area = areas[code] {
      return (area, Self.withoutThousands(text) == nil ? .exact : .padded)
    }
    if count <= width, let area = areas[Self.padded(code, width)] { return (area, count < width ? .padded : .exact) }
    guard let recordWidth, recordWidth > width, count <= recordWidth else { return nil }
    return areas[String(Self.padded(code, recordWidth).prefix(width))].map { ($0, count < recordWidth ? .paddedAndCut : .cut) }
  }

  private static func padded(_ code: String, _ width: Int) -> String {
    String(repeating: "0", count: max(0, width - code.utf8.count)) + code
  }

  /// The width that makes most of the texts known; nil when that is the codes' own.
  func recordWidth(of texts: [String]) -> Int? {
    guard let width, let longest = texts.lazy.filter(Self.isDigits).map(\.utf8.count).max(), longest > width else { return nil }
    func known(_ candidate: Int?) -> Int { texts.count { find($0, recordWidth: candidate) != nil } }
    var best: (width: Int?, known: Int) = (nil, known(nil))
    // The longest may have lost its zero too.
    for candidate in [longest, longest + 1] {
      let count = known(candidate)
      if count > best.known { best = (candidate, count) }
    }
    return best.width
  }

  static func isDigits(_ text: String) -> Bool { !text.isEmpty && text.utf8.allSatisfy { $0 &- 0x30 < 10 } }

  /// `8001` for `8.001`, `05001` for `05.001`: groups of three digits behind a mark.
  package static func withoutThousands(_ text: String) -> String? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," || $0 == " " }
    guard parts.count > 1, (1...3).contains(parts[0].utf8.count), parts.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else {
      return nil
    }
    let digits = parts.joined()
    return isDigits(digits) ? digits : nil
  }

  /// `301` for `301.0`.
  private static func withoutFraction(_ text: String) -> String? {
    guard let point = text.firstIndex(of: "."), text[text.index(after: point)...].allSatisfy({ $0 == "0" }) else { return nil }
    return String(text[..<point])
  }
}
