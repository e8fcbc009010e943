internal import PlazaLayers
internal import PlazaRecords

/// The rows that a join counts in: the areas of every level, the coarsest first, and the unknown part of each that has one.
///
/// Within a level rows stand in the order of the bytes of their codes.
struct JoinPlaces: Sendable {
  struct Place: Sendable {
    var level: Int
    /// −1 for an unknown part.
    var area: Int
    var code: String
    var name: String
    /// The row one level up, and its code as written; at the coarsest level what the file says of its parent.
    var parent: Int?
    var parentCode: String
  }

  private(set) var places: [Place] = []
  /// The places of each level, finest first.
  private(set) var ranges: [Range<Int>]
  /// For each cell the places in which a record of it counts.
  private(set) var chains: [[Int32]]

  static func unknownCode(_ code: String) -> String { "\(code):unknown" }

  /// - Parameter known: the cells that records are known to and not beyond.
  init(_ territory: Territory, known: Set<Int>) {
    let levels = territory.levels
    ranges = Array(repeating: 0..<0, count: levels.count)
    var placeOf = [Int32](repeating: -1, count: territory.cellCount)
    var unknownOf = placeOf
    for level in levels.indices.reversed() {
      let areas = levels[level].areas
      var rows = (0..<areas.count).map { (code: areas.codes[$0], area: $0, upper: -1) }
      if level + 1 < levels.count {
        for upper in 0..<levels[level + 1].areas.count where known.contains(territory.cell(level + 1, upper)) {
          rows.append((Self.unknownCode(levels[level + 1].areas.codes[upper]), -1, upper))
        }
        rows.sort { CanonicalText.precedes($0.code, $1.code) }
      }
      let first = places.count
      for row in rows {
        let number = Int32(places.count)
        var place = Place(
          level: level, area: row.area, code: row.code, name: row.area < 0 ? "" : areas.names[row.area], parent: nil,
          parentCode: areas.parentTexts.isEmpty || row.area < 0 ? "" : areas.parentTexts[row.area])
        if level + 1 < levels.count {
          let upper = row.area < 0 ? row.upper : Int(levels[level].parents[row.area])
          place.parent = Int(placeOf[territory.cell(level + 1, upper)])
          place.parentCode = levels[level + 1].areas.codes[upper]
        }
        if row.area >= 0 {
          placeOf[territory.cell(level, row.area)] = number
        } else {
          unknownOf[territory.cell(level + 1, row.upper)] = number
        }
        places.append(place)
      }
      ranges[level] = first..<places.count
    }
    chains = (0..<territory.cellCount).map { cell in
      let (level, area) = territory.place(ofCell: cell)
      var chain = (level..<levels.count).map { placeOf[territory.cell($0, territory.ancestor(level, area, at: $0))] }
      if unknownOf[cell] >= 0 { chain.append(unknownOf[cell]) }
      return chain
    }
  }

  var count: Int { places.count }

  /// The rows of the coarsest level that are areas: together they are the territory.
  var topAreas: [Int] { ranges[ranges.count - 1].filter { places[$0].area >= 0 } }

  /// Rows of the table are sorted by the bytes of their codes; of equal codes the coarser area comes first.
  var tableOrder: [Int] {
    ranges.count == 1
      ? Array(places.indices)
      : places.indices.sorted { left, right in
        places[left].code == places[right].code ? left < right : CanonicalText.precedes(places[left].code, places[right].code)
      }
  }
}
