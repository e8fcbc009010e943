internal import PlazaLayers
internal import PlazaRecords

/// How one division of a territory becomes another: what share of each former area is in which new one (`from_code,to_code,share`).
///
/// A table is one step, from the areas of one division to those of another: a code that is in both is two areas, and there is nothing to
/// go round in. Shares are read as exact decimals of 10⁻¹⁸; those of one former area add up to 1 within 10⁻⁹, and what is missing to 1
/// is taken out by dividing by their sum.
public struct Correspondence: Hashable, Sendable {
  /// A row as it stands in its file.
  public struct Row: Hashable, Sendable {
    public var line: Int
    public var from: String
    public var to: String
    public var share: String

    public init(line: Int, from: String, to: String, share: String) {
      self.line = line
      self.from = from
      self.to = to
      self.share = share
    }
  }

  /// A part of a former area.
  public struct Part: Hashable, Sendable {
    /// The place of the new area in `toCodes`.
    public var to: Int
    /// Units of 10⁻¹⁸, positive.
    public var share: UInt64
  }

  /// The file as the user named it.
  public let name: String
  /// In the order of their bytes, as are `toCodes`.
  public let fromCodes: [String]
  public let toCodes: [String]
  /// Of each former area, in the order of `toCodes`.
  public let parts: [[Part]]

  public static let unit: UInt64 = 1_000_000_000_000_000_000
  /// How far from 1 the shares of one area may add up to, in units: 10⁻⁹.
  static let tolerance: Int128 = 1_000_000_000

  /// Checks the rows, in any order.
  /// - Parameter decimalMark: `.` or `,`: how shares are written.
  /// - Throws: `Failure` with the line: `correspondence.no_code`, `correspondence.bad_share` (not a number in (0, 1]),
  ///   `correspondence.repeated`; with the code: `correspondence.sum`; `correspondence.empty`.
  public init(_ rows: [Row], named name: String, decimalMark: UInt8 = 0x2E) throws {
    guard !rows.isEmpty else { throw Failure(.notUnderstood, "correspondence.empty", ["file": name]) }
    var found: [String: [String: (share: UInt64, line: Int)]] = [:]
    for row in rows {
      let (from, to) = (CanonicalText.of(row.from.utf8), CanonicalText.of(row.to.utf8))
      guard !from.isEmpty, !to.isEmpty else {
        throw Failure(.notUnderstood, "correspondence.no_code", ["file": name, "line": String(row.line)])
      }
      guard let share = Self.share(row.share, mark: decimalMark) else {
        throw Failure(
          .notUnderstood, "correspondence.bad_share", ["file": name, "line": String(row.line), "value": row.share])
      }
      if let other = found[from]?[to] {
        throw Failure(
          .notUnderstood, "correspondence.repeated",
          ["file": name, "line": String(row.line), "other": String(other.line), "from": from, "to": to])
      }
      found[from, default: [:]][to] = (share, row.line)
    }
    let shares = found.mapValues { $0.mapValues(\.share) }
    for (code, parts) in shares.sorted(by: { CanonicalText.precedes($0.key, $1.key) }) {
      let sum = parts.values.reduce(Int128(0)) { $0 + Int128($1) }
      guard abs(sum - Int128(Self.unit)) <= Self.tolerance else {
        let lines = found[code]!.values.map(\.line).sorted().map(String.init).joined(separator: ", ")
        throw Failure(
          .notUnderstood, "correspondence.sum", ["file": name, "code": code, "sum": Self.text(sum), "lines": lines])
      }
    }
    self.init(shares, named: name)
  }

  init(_ shares: [String: [String: UInt64]], named name: String) {
    self.name = name
    fromCodes = shares.keys.sorted(by: CanonicalText.precedes)
    let toCodes = Set(shares.values.flatMap(\.keys)).sorted(by: CanonicalText.precedes)
    let places = Dictionary(uniqueKeysWithValues: toCodes.enumerated().map { ($1, $0) })
    parts = fromCodes.map { code in
      shares[code]!.map { Part(to: places[$0.key]!, share: $0.value) }.sorted { $0.to < $1.to }
    }
    self.toCodes = toCodes
  }

  /// The table that changes nothing.
  public static func identity(_ codes: some Sequence<String>) -> Correspondence {
    Correspondence(
      Dictionary(codes.map { ($0, [$0: unit]) }, uniquingKeysWith: { first, _ in first }), named: "")
  }

  /// Whether every former area goes whole into one new area: then counts stay counts.
  public var isWhole: Bool { parts.allSatisfy { $0.count == 1 } }

  /// The place of a former area in `fromCodes`.
  /// - Complexity: O(log areas).
  public func place(of code: String) -> Int? {
    var low = 0
    var high = fromCodes.count
    while low < high {
      let middle = (low + high) / 2
      if CanonicalText.precedes(fromCodes[middle], code) { low = middle + 1 } else { high = middle }
    }
    return low < fromCodes.count && fromCodes[low] == code ? low : nil
  }

  /// The table from our former areas to the new areas of `next`, which begins with our new ones.
  ///
  /// Shares are multiplied and added, each kept to 10⁻¹⁸ in such a way that those of one area add up to what they did; a part that
  /// comes to less is left out.
  /// - Throws: `Failure` `correspondence.not_continued` when an area that we lead to is not in `next`.
  public func followed(by next: Correspondence) throws -> Correspondence {
    let places = toCodes.map { next.place(of: $0) }
    let missing = toCodes.indices.filter { places[$0] == nil }
    guard missing.isEmpty else {
      throw Failure(
        .notUnderstood, "correspondence.not_continued",
        ["file": next.name, "other": name, "codes": CodeList.text(missing.map { toCodes[$0] }), "count": String(missing.count)])
    }
    var shares: [String: [String: UInt64]] = [:]
    for (area, code) in fromCodes.enumerated() {
      var sums: [Int: UInt64] = [:]
      for part in parts[area] {
        let further = next.parts[places[part.to]!]
        for (piece, share) in zip(further, Apportionment(further.map(\.share)).divide(Int128(part.share))) where share > 0 {
          sums[piece.to, default: 0] += UInt64(share)
        }
      }
      shares[code] = Dictionary(uniqueKeysWithValues: sums.map { (next.toCodes[$0.key], $0.value) })
    }
    return Correspondence(shares, named: name)
  }

  /// Reads a share as units of 10⁻¹⁸; nil for what is no number in (0, 1].
  private static func share(_ text: String, mark: UInt8) -> UInt64? {
    // Amounts are of 10⁻⁹: ten to the ninth times the share is read, and no digit of a third is lost.
    let text = CanonicalText.of(text.utf8)
    var shifted = text + "e9"
    if let exponent = text.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      guard let power = Int(text[text.index(after: exponent)...]), abs(power) < 100 else { return nil }
      shifted = text[..<exponent] + "e\(power + 9)"
    }
    let units = shifted.withUTF8 { bytes in
      bytes.baseAddress.flatMap { DecimalAmount.parse($0, count: bytes.count, mark: mark) }
    }
    guard let units, units > 0, units <= Int128(unit) else { return nil }
    return UInt64(units)
  }

  static func text(_ units: Int128) -> String { NumberText.text(Double(units) / Double(unit)) ?? "" }
}
