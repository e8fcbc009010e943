public import PlazaLayers
internal import PlazaRecords

/// A correspondence between two lists of areas: carries counts and populations from one division to the other, losing nothing.
public struct Crosswalk: Sendable {
  /// An amount at an area, a kind and a period, as `Tally.key` packs them.
  public struct Entry: Hashable, Sendable {
    public var key: UInt64
    /// Units of 10⁻⁹.
    public var amount: Int128

    public init(key: UInt64, amount: Int128) {
      self.key = key
      self.amount = amount
    }
  }

  /// The new areas of each former one, and how much of it each has.
  private let targets: [[Int]]
  private let divisions: [Apportionment]
  private let shares: [[Double]]
  /// Whether a new area is made of whole former areas only, so that what was counted there is still a count.
  public let isWhole: [Bool]
  /// Former areas that are divided between several new ones.
  public let dividedCount: Int
  /// What the table says beyond these areas.
  public let notes: [Diagnostic]

  /// - Parameter former: the codes of the areas that amounts are in; `new`: of those that they are carried to.
  /// - Throws: `Failure` `correspondence.missing` for former areas that the table does not carry, `correspondence.unknown_to` for new
  ///   areas that the table names and that do not exist.
  public init(_ table: Correspondence, from former: [String], to new: [String]) throws {
    func values(_ codes: [String]) -> [String: String] {
      ["file": table.name, "codes": CodeList.text(codes), "count": String(codes.count)]
    }
    let places = former.map { table.place(of: $0) }
    let missing = former.indices.filter { places[$0] == nil }.map { former[$0] }
    guard missing.isEmpty else { throw Failure(.notUnderstood, "correspondence.missing", values(missing)) }
    let newPlaces = Dictionary(new.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let reached = Set(places.flatMap { table.parts[$0!].map(\.to) }).sorted()
    let unknown = reached.map { table.toCodes[$0] }.filter { newPlaces[$0] == nil }
    guard unknown.isEmpty else { throw Failure(.notUnderstood, "correspondence.unknown_to", values(unknown)) }

    targets = places.map { table.parts[$0!].map { newPlaces[table.toCodes[$0.to]]! } }
    divisions = places.map { Apportionment(table.parts[$0!].map(\.share)) }
    shares = places.map { place in
      let parts = table.parts[place!]
      let sum = Double(parts.reduce(UInt128(0)) { $0 + UInt128($1.share) })
      return parts.count == 1 ? [1] : parts.map { Double($0.share) / sum }
    }
    var isWhole = [Bool](repeating: true, count: new.count)
    for areas in targets where areas.count > 1 { for area in areas { isWhole[area] = false } }
    self.isWhole = isWhole
    dividedCount = targets.count { $0.count > 1 }

    let known = Set(former)
    let others = table.fromCodes.filter { !known.contains($0) }
    let carriedTo = Set(targets.joined())
    let empty = new.indices.filter { !carriedTo.contains($0) }.map { new[$0] }
    var notes: [Diagnostic] = []
    if !others.isEmpty { notes.append(Diagnostic(.warning, "correspondence.unknown_from", values(others))) }
    if !empty.isEmpty { notes.append(Diagnostic(.warning, "correspondence.unreached", values(empty))) }
    self.notes = notes
  }

  /// Carries amounts: the sum over all areas of each kind and period stays what it was, to the unit.
  ///
  /// Each amount is divided by itself, so nothing depends on the order of the entries.
  /// - Returns: the amounts of the new areas that are not zero, in the order of their keys.
  /// - Complexity: O(entries × parts) and a sort.
  public func carried(_ entries: some Sequence<Entry>) -> [Entry] {
    var sums: [UInt64: Int128] = [:]
    for entry in entries {
      let (area, kind, period) = Tally.parts(entry.key)
      for (target, part) in zip(targets[area], divisions[area].divide(entry.amount)) where part != 0 {
        sums[Tally.key(area: target, kind: kind, period: period), default: 0] += part
      }
    }
    return sums.map { Entry(key: $0.key, amount: $0.value) }.sorted { $0.key < $1.key }
  }

  /// Carries the counts of a tally.
  public func carried(_ tally: Tally) -> [Entry] {
    carried(tally.entries().lazy.map { Entry(key: $0.key, amount: Int128($0.count) * DecimalAmount.scale) })
  }

  /// Carries populations: their sum stays what it was but for the last digits of a Double.
  /// - Returns: nil for a new area with a former one whose population is not known, or with none.
  public func carried(_ populations: [Double?]) -> [Double?] {
    var sums = [Double?](repeating: nil, count: isWhole.count)
    var isUnknown = [Bool](repeating: false, count: isWhole.count)
    for (area, population) in populations.enumerated() {
      for (target, share) in zip(targets[area], shares[area]) {
        guard let population else {
          isUnknown[target] = true
          continue
        }
        sums[target] = (sums[target] ?? 0) + population * share
      }
    }
    return sums.indices.map { isUnknown[$0] ? nil : sums[$0] }
  }
}
