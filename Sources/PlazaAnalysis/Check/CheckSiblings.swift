internal import PlazaGEOS
internal import PlazaGeometry
internal import PlazaLayers

/// Areas of one level beside each other: what they overlap, and what they leave between them.
struct CheckSiblings {
  /// The features of the level, by their numbers from 0.
  let members: [Int]
  let fields: CheckFields
  let ground: CheckGround
  var problems: [CheckProblem] = []
  var dust = CheckDust()

  /// - Parameter polygons: valid ones of the whole layer.
  /// - Parameter repeated: features that have the very geometry of an earlier one, which are told by themselves.
  init(
    _ polygons: PolygonColumn, members all: [Int], repeated: Set<Int>, fields: CheckFields, ground: CheckGround,
    mergesCodes: Bool, file: String
  ) throws {
    members = all.filter { !polygons.isEmpty(feature: $0) && !repeated.contains($0) }
    self.fields = fields
    self.ground = ground
    let column = polygons.selecting(members)
    let flaws: CoveringFlaws
    do {
      let box = column.envelope
      flaws = try GEOS.flaws(
        of: column, reach: ground.units(0.002, y: box.isEmpty ? 0 : (box.minY + box.maxY) / 2), width: ground.tolerance,
        metric: ground.metric)
    } catch let error where error.operation == "pairs" {
      throw Failure(.notUnderstood, "check.tangled", ["file": file, "limit": String(GEOS.pairLimit)])
    } catch {
      throw Failure(.failed, "check.failed", ["file": file, "reason": error.description])
    }
    do {
      try addOverlaps(flaws, column, mergesCodes: mergesCodes)
      try addGaps(flaws)
    } catch let error as GEOSError {
      throw Failure(.failed, "check.failed", ["file": file, "reason": error.description])
    }
  }

  private mutating func addOverlaps(_ flaws: CoveringFlaws, _ column: PolygonColumn, mergesCodes: Bool) throws {
    for (place, pair) in flaws.pairs.enumerated() {
      let (first, second) = (members[pair.first], members[pair.second])
      if mergesCodes, !fields.codes.isEmpty, let code = fields.codes[first], code == fields.codes[second] { continue }
      let pieces = try ground.pieces(place, of: flaws.overlaps)
      dust.add(pieces)
      if pieces.wide.featureCount > 0 {
        let whole = min(column.planarArea(ofFeature: pair.first), column.planarArea(ofFeature: pair.second))
        let common = pieces.wide.selectingAll.planarArea(ofFeature: 0)
        try add(.overlap, first, second, pieces.wide, reason: common >= 0.999 * whole ? "one_within_the_other" : "")
      }
      if pieces.narrow.featureCount > 0 { try add(.overlapSliver, first, second, pieces.narrow) }
    }
  }

  private mutating func addGaps(_ flaws: CoveringFlaws) throws {
    var slivers: [[Int]: PolygonColumn] = [:]
    for gap in 0..<flaws.gaps.featureCount {
      let around = flaws.neighbours[gap].prefix(2).map { members[$0] }
      let pieces = try ground.pieces(gap, of: flaws.gaps)
      dust.add(pieces)
      if pieces.wide.featureCount > 0 { try add(.gap, around.first, around.dropFirst().first, pieces.wide) }
      if pieces.narrow.featureCount > 0 {
        slivers[around.sorted(), default: PolygonColumn()].append(contentsOf: pieces.narrow)
      }
    }
    for gap in 0..<flaws.openGaps.featureCount {
      let around = flaws.openNeighbours[gap].prefix(2).map { members[$0] }
      let pieces = try ground.pieces(gap, of: flaws.openGaps)
      dust.add(pieces)
      // What is open and wide is ground outside.
      if pieces.narrow.featureCount > 0 {
        slivers[around.sorted(), default: PolygonColumn()].append(contentsOf: pieces.narrow)
      }
    }
    for around in slivers.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      try add(.gapSliver, around.first, around.dropFirst().first, slivers[around]!)
    }
  }

  private mutating func add(
    _ kind: CheckProblem.Kind, _ first: Int?, _ second: Int?, _ pieces: PolygonColumn, reason: String = ""
  ) throws {
    let (shape, area, width) = try ground.measured(pieces)
    problems.append(
      CheckProblem(
        kind, feature: first.map { $0 + 1 }, code: first.map(fields.label) ?? "", name: first.map(fields.name) ?? "",
        other: second.map(fields.label) ?? "", otherName: second.map(fields.name) ?? "", area: area, width: width,
        places: pieces.featureCount, reason: reason,
        shape: .ground(shape)))
  }
}

/// Pieces that come from the last digits of coordinates.
public struct CheckDust: Hashable, Sendable {
  public var places = 0
  /// Square metres.
  public var area = 0.0

  public init() {}

  mutating func add(_ pieces: CheckGround.Pieces) {
    places += pieces.dust
    area += pieces.dustArea
  }

  static func += (left: inout CheckDust, right: CheckDust) {
    left.places += right.places
    left.area += right.area
  }
}

extension PolygonColumn {
  /// All polygons as one feature.
  var selectingAll: PolygonColumn {
    PolygonColumn(
      coordinates: coordinates, ringOffsets: ringOffsets, polygonOffsets: polygonOffsets, featureOffsets: [0, polygonCount])
  }

  /// The features that have the very geometry of an earlier one of their level, with that one; whatever vertex their rings begin at, and
  /// whichever way they run.
  func repeatedFeatures(levels: [Int]) -> [(feature: Int, first: Int)] {
    var found: [(feature: Int, first: Int)] = []
    var groups: [[Double]: [Int]] = [:]
    for feature in 0..<featureCount where !isEmpty(feature: feature) {
      let box = envelope(ofFeature: feature)
      let key = [box.minX, box.minY, box.maxX, box.maxY, Double(vertices(ofFeature: feature).count), Double(levels[feature])]
      groups[key, default: []].append(feature)
    }
    for group in groups.values where group.count > 1 {
      var firsts: [[[Double]]: Int] = [:]
      for feature in group {
        let shape = canonicalRings(feature)
        if let first = firsts[shape] { found.append((feature, first)) } else { firsts[shape] = feature }
      }
    }
    return found.sorted { $0.feature < $1.feature }
  }

  /// The rings of a feature from their lowest vertex on towards the lower of its neighbours, in order.
  private func canonicalRings(_ feature: Int) -> [[Double]] {
    rings(ofFeature: feature).map { ring -> [Double] in
      let places = vertices(ofRing: ring).dropLast().map { coordinate(at: $0) }
      guard let start = places.indices.min(by: { (places[$0].x, places[$0].y) < (places[$1].x, places[$1].y) }) else { return [] }
      let count = places.count
      let (next, last) = (places[(start + 1) % count], places[(start + count - 1) % count])
      let step = (next.x, next.y) < (last.x, last.y) ? 1 : count - 1
      return (0..<count).flatMap { index -> [Double] in
        let place = places[(start + index * step) % count]
        return [place.x, place.y]
      }
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
