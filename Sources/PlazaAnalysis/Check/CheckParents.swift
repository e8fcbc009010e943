internal import PlazaGEOS
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords

/// One side of a comparison of levels: features of a layer with their polygons, valid and in the CRS of the finer side.
struct CheckLevel {
  var polygons: PolygonColumn
  /// The numbers of the features that belong to the level, from 0.
  var members: [Int]
  var columns: [Column]
  var fields: CheckFields
  /// Of several levels that of each feature; empty for one.
  var levels: [Int] = []

  func level(_ feature: Int) -> Int { levels.isEmpty ? 0 : levels[feature] }
}

/// Areas in the larger ones that they belong to.
struct CheckParents {
  var problems: [CheckProblem] = []
  var dust = CheckDust()

  /// - Parameter parentOf: of each feature of the finer side; nil where it names none that exists.
  init(
    _ finer: CheckLevel, in coarser: CheckLevel, parentOf: [Int?], ground: CheckGround, file: String, jobs: Int
  ) async throws {
    let placed = finer.members.filter { parentOf[$0] != nil && !finer.polygons.isEmpty(feature: $0) }
    let children = finer.polygons.selecting(placed)
    let found: OutsideParents
    do {
      found = try await GEOS.outside(children, coarser.polygons, parentOf: placed.map { parentOf[$0]! }, jobs: jobs)
    } catch let error as GEOSError {
      throw Failure(.failed, "check.failed", ["file": file, "reason": error.description])
    }
    // An area that names one of a level lies in another one of it.
    var holders: [Int: FeatureLocator] = [:]
    for (place, child) in found.children.enumerated() {
      let feature = placed[child]
      let parent = parentOf[feature]!
      let pieces = try ground.pieces(place, of: found.ground)
      dust.add(pieces)
      for (kind, part) in [(CheckProblem.Kind.outsideParent, pieces.wide), (.outsideParentSliver, pieces.narrow)]
      where part.featureCount > 0 {
        let (shape, area, width) = try ground.measured(part)
        var problem = CheckProblem(
          kind, feature: feature + 1, code: finer.fields.label(feature), name: finer.fields.name(feature),
          other: coarser.fields.label(parent), otherName: coarser.fields.name(parent), area: area, width: width,
          places: part.featureCount, shape: .ground(shape))
        if kind == .outsideParent {
          let share = part.selectingAll.planarArea(ofFeature: 0) / children.planarArea(ofFeature: child)
          let level = coarser.level(parent)
          if holders[level] == nil {
            holders[level] = FeatureLocator(coarser.polygons, coarser.members.filter { coarser.level($0) == level })
          }
          let holder = holders[level]!.holder(of: part)
          problem.reason = holder == nil ? "in_no_other" : "in_another"
          problem.value = holder.map(coarser.fields.label) ?? ""
          if share > 0.9, holder != nil { problem.kind = .wrongParent }
        }
        problems.append(problem)
      }
    }
  }

  /// Areas that name no area above, or none that exists.
  static func unknown(_ finer: CheckLevel, parentOf: [Int?], texts: [String?], field: String) -> [CheckProblem] {
    finer.members.filter { parentOf[$0] == nil }.map { feature in
      CheckProblem(
        texts[feature] == nil ? .noParent : .unknownParent, feature: feature + 1, code: finer.fields.label(feature),
        name: finer.fields.name(feature), field: field, value: texts[feature] ?? "")
    }
  }
}

/// Finds areas by the codes, else the names, that others say of them.
struct CheckParentNames {
  private struct Level {
    var codes: [String: Int] = [:]
    var names: [String: Int] = [:]
  }

  private var levels: [Level] = []

  /// - Parameter coarser: the nearest level first: codes may come again in every level, and mean its own areas there.
  init(_ coarser: [CheckLevel]) {
    levels = coarser.map { coarser in
      var level = Level()
      for feature in coarser.members {
        if !coarser.fields.codes.isEmpty, let code = coarser.fields.codes[feature], level.codes[code] == nil {
          level.codes[code] = feature
        }
        let name = PlaceName.folded(coarser.fields.name(feature))
        // A name that two areas bear leads to neither.
        if !name.isEmpty { level.names[name] = level.names[name] == nil ? feature : -1 }
      }
      return level
    }
  }

  func find(_ text: String) -> Int? {
    let name = PlaceName.folded(text)
    for level in levels {
      if let feature = level.codes[text] ?? level.names[name], feature >= 0 { return feature }
    }
    return nil
  }

  /// The field of the finer side that names areas of the coarser one, as nine tenths of its values do and the places of most; the surest of several.
  func field(of finer: CheckLevel, in coarser: CheckLevel) -> String? {
    let boxes = finer.members.map { finer.polygons.envelope(ofFeature: $0) }
    var best: (name: String, hits: Int)?
    for column in finer.columns where finer.fields.codeFields != [column.name] {
      var (known, hits) = (0, 0)
      var distinct: Set<Int> = []
      for (place, feature) in finer.members.enumerated() {
        guard let text = CheckFields.text(column.values[feature]), let parent = find(text) else { continue }
        known += 1
        let box = coarser.polygons.envelope(ofFeature: parent)
        if boxes[place].isEmpty || box.isEmpty || boxes[place].meets(box) { hits += 1 }
        distinct.insert(parent)
      }
      let isDistinct = distinct.count > 1 || coarser.members.count == 1
      guard known * 10 >= finer.members.count * 9, hits * 2 > known, isDistinct else { continue }
      if hits > best?.hits ?? 0 { best = (column.name, hits) }
    }
    return best?.name
  }
}

/// Which of some features holds most of a piece of ground, by a place inside each of its polygons.
struct FeatureLocator {
  private let column: PolygonColumn
  private let members: [Int]
  private let boxes: BoxIndex

  init(_ column: PolygonColumn, _ members: [Int]) {
    self.column = column
    self.members = members
    boxes = BoxIndex(members.map { column.envelope(ofFeature: $0) })
  }

  /// Nil where most of it lies in none.
  func holder(of ground: PolygonColumn) -> Int? {
    var sizes: [Int: Double] = [:]
    for piece in 0..<ground.featureCount {
      guard let place = InteriorPoint.point(ofFeature: piece, of: ground) else { continue }
      let near = boxes.numbers(meeting: Envelope(minX: place.x, minY: place.y, maxX: place.x, maxY: place.y))
      let holder = near.map { members[$0] }.first { column.holds(place, feature: $0) }
      sizes[holder ?? -1, default: 0] += ground.planarArea(ofFeature: piece)
    }
    let most = sizes.min { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }?.key
    return most == -1 ? nil : most
  }
}

extension PolygonColumn {
  /// Whether a feature holds a place that lies on none of its edges. O(vertices of the feature).
  fileprivate func holds(_ place: Coordinate, feature: Int) -> Bool {
    for polygon in polygons(ofFeature: feature) {
      var isInside = false
      for ring in rings(ofPolygon: polygon) {
        for vertex in vertices(ofRing: ring).dropLast() {
          let (a, b) = (coordinate(at: vertex), coordinate(at: vertex + 1))
          guard (a.y > place.y) != (b.y > place.y) else { continue }
          if place.x < a.x + (place.y - a.y) / (b.y - a.y) * (b.x - a.x) { isInside.toggle() }
        }
      }
      if isInside { return true }
    }
    return false
  }
}
