internal import PlazaLayers

/// What was said of places in the fields of records and could not be taken as it stood; adds up in any order.
package struct KeyCounts: Sendable {
  /// A text that no area of its level bears.
  package struct Miss: Hashable, Sendable {
    enum Role: UInt8, Sendable { case code, name, declared }

    package var level: Int
    var role: Role
    package var text: String
    /// The cell of the area within which a name was looked for; −1 for the whole level.
    var scope: Int
  }

  /// Codes that were padded or cut: how many records, and the first of their texts in the order of bytes.
  package struct Changed: Sendable {
    package var count = 0
    package var example = ""

    static func += (left: inout Changed, right: Changed) {
      if right.count > 0, left.count == 0 || CanonicalText.precedes(right.example, left.example) { left.example = right.example }
      left.count += right.count
    }
  }

  package var misses: [Miss: Int] = [:]
  package var padded: [Changed]
  package var cut: [Changed]
  /// Good records that had to be placed by a key and had one, and those that its finest one placed.
  var keyed = 0
  package var matched = 0

  package init(levels: Int) {
    padded = Array(repeating: Changed(), count: levels)
    cut = padded
  }

  static func += (left: inout KeyCounts, right: KeyCounts) {
    left.misses.merge(right.misses, uniquingKeysWith: +)
    for level in left.padded.indices {
      left.padded[level] += right.padded[level]
      left.cut[level] += right.cut[level]
    }
    left.keyed += right.keyed
    left.matched += right.matched
  }
}

/// A text that matched no area, as it is told.
public struct Unmatched: Hashable, Sendable {
  public var field: String
  public var level: String
  public var value: String
  /// The name of the area within which it was looked for; empty for the whole level.
  public var within: String
  public var count: Int
  /// How many areas bear the name: none, or several, of which a record does not say which.
  public var bearers: Int
  /// The name or code of the area that comes nearest by edit distance; nil when none is near or several bear the name itself.
  public var nearest: String?
}

extension KeyCounts {
  package static let listed = 20

  /// The commonest texts that matched nothing, with the nearest candidate of each.
  package func unmatched(_ plan: KeyPlan) -> [Unmatched] {
    let territory = plan.territory
    let ranked = misses.sorted { left, right in
      if left.value != right.value { return left.value > right.value }
      if left.key.text != right.key.text { return CanonicalText.precedes(left.key.text, right.key.text) }
      return (left.key.level, left.key.role.rawValue, left.key.scope) < (
        right.key.level, right.key.role.rawValue, right.key.scope
      )
    }
    return ranked.prefix(Self.listed).map { miss, count in
      let level = miss.level
      let field =
        switch miss.role {
        case .code: plan.codeFields[level]
        case .name: plan.nameFields[level]
        case .declared: plan.declaredField ?? ""
        }
      var within = ""
      if miss.scope >= 0 {
        let (level, area) = territory.place(ofCell: miss.scope)
        let areas = territory.levels[level].areas
        within = areas.names[area].isEmpty ? areas.codes[area] : areas.names[area]
      }
      let bearers = bearers(of: miss, plan)
      return Unmatched(
        field: field, level: territory.levels[level].name, value: miss.text, within: within, count: count, bearers: bearers,
        nearest: bearers > 0 ? nil : Self.nearest(miss, territory))
    }
  }

  package func bearers(of miss: Miss, _ plan: KeyPlan) -> Int {
    guard miss.role == .name else { return 0 }
    let areas = plan.gazetteer.areas(named: PlaceName.folded(miss.text), level: miss.level)
    guard miss.scope >= 0 else { return areas.count }
    let (upper, parent) = plan.territory.place(ofCell: miss.scope)
    return areas.count { plan.territory.ancestor(miss.level, Int($0), at: upper) == parent }
  }

  /// Farther than this share of its letters a name is no candidate.
  private static let reach = 0.5

  private static func nearest(_ miss: Miss, _ territory: Territory) -> String? {
    let level = miss.level
    let areas = territory.levels[level].areas
    let scope = miss.scope >= 0 ? territory.place(ofCell: miss.scope) : nil
    let isCode = miss.role == .code || (miss.role == .declared && AreaCodes.isDigits(miss.text))
    let wanted = Array((isCode ? miss.text : PlaceName.folded(miss.text)).unicodeScalars)
    let words = isCode ? [] : Set(PlaceName.folded(miss.text).split(separator: " "))
    var best: (rank: (Int, Int), text: String)?
    for area in 0..<areas.count {
      if let scope, territory.ancestor(level, area, at: scope.level) != scope.area { continue }
      let text = isCode ? areas.codes[area] : areas.names[area]
      let folded = isCode ? text : PlaceName.folded(text)
      let distance = PlaceName.distance(wanted, Array(folded.unicodeScalars))
      let rank = (min(distance, extraWords(words, Set(folded.split(separator: " ")))), distance)
      if let best, rank > best.rank || (rank == best.rank && !CanonicalText.precedes(text, best.text)) { continue }
      best = (rank, text)
    }
    guard let best, Double(best.rank.0) <= reach * Double(max(2, wanted.count)) else { return nil }
    return best.text
  }

  /// How many words one name has beyond those of the other, when it has all of those: `Opico` is two words from `San Juan Opico`,
  /// nearer than any other name of as many letters.
  private static func extraWords(_ left: Set<Substring>, _ right: Set<Substring>) -> Int {
    let (few, many) = left.count < right.count ? (left, right) : (right, left)
    return !few.isEmpty && few.isSubset(of: many) ? max(1, many.count - few.count) : .max
  }
}
