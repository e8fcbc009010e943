internal import PlazaLayers

/// What records are counted by: their kinds, or the classes that kinds stand for.
package struct KindGroups: Sendable {
  /// In the order of their bytes.
  package let names: [String]
  /// By kind, in the order in which the kinds were given: the places of its names.
  package let ofKind: [[Int]]
  /// By name: the kinds it is made of, in the order of their bytes.
  package let members: [[String]]
  /// Whether entries of different kinds can fall together or one apart.
  package let isMapped: Bool

  /// - Parameter kinds: distinct; none when records are not divided into kinds.
  package init(_ kinds: [String], _ mapping: ClassMapping?) {
    guard !kinds.isEmpty else {
      (names, ofKind, members, isMapped) = ([], [[0]], [], false)
      return
    }
    let labels = kinds.map { mapping?.groups(ofKind: $0) ?? [$0] }
    let names = Set(labels.joined()).sorted(by: CanonicalText.precedes)
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    ofKind = labels.map { $0.map { places[$0]! } }
    var members = [[String]](repeating: [], count: names.count)
    for kind in kinds.indices {
      for place in ofKind[kind] { members[place].append(kinds[kind]) }
    }
    self.members = members.map { $0.sorted(by: CanonicalText.precedes) }
    self.names = names
    isMapped = mapping?.level != nil
  }
}
