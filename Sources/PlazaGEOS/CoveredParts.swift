internal import CGEOS
public import PlazaGeometry

/// What some shapes cover of each of some areas, and what they leave.
public struct CoveredParts: Hashable, Sendable {
  /// One feature for each area, empty where nothing is covered; overlaps of the shapes count once, holes between them stay.
  public var covered = PolygonColumn()
  /// What is left of each area; without features when it was not asked for.
  public var rest = PolygonColumn()

  public init() {}
}

extension GEOS {
  /// Cuts the union of shapes by areas, without making the whole union: each area unites only the shapes that touch it.
  ///
  /// Areas may overlap. Every result is normalised, and depends neither on `jobs` nor, but for the last bits of computed crossings, on the
  /// order of the shapes.
  /// - Parameter areas: valid, in the CRS of the shapes.
  /// - Parameter shapes: they may overlap.
  /// - Parameter wantsRest: whether what is not covered is wanted too.
  /// - Throws: `GEOSError` naming the area; `CancellationError`.
  /// - Complexity: O(n log n) for the vertices of the areas and of the shapes that touch each.
  public static func coverage(
    of areas: PolygonColumn, by shapes: Buffers, wantsRest: Bool = false, jobs: Int
  ) async throws -> CoveredParts {
    let index = EnvelopeGrid((0..<shapes.count).map { shapes.column.envelope(ofFeature: $0) })
    let chunks = try await mapRanges(count: areas.featureCount, size: 8, jobs: jobs) { context, features in
      var result = CoveredParts()
      for area in features {
        do throws(GEOSError) {
          try context.cover(area, of: areas, by: shapes, index, wantsRest: wantsRest, into: &result)
        } catch {
          throw error.naming(area)
        }
      }
      return result
    }
    var result = CoveredParts()
    result.covered = joined(chunks.map(\.covered))
    result.rest = joined(chunks.map(\.rest))
    return result
  }

  /// The union of all shapes as one feature, normalised; holes stay; empty without any.
  ///
  /// Circles are united by their outlines. The others are grouped along a curve that stays near itself: groups of fixed size are united at once, and
  /// then two by two.
  /// - Throws: `GEOSError`; `CancellationError`.
  /// - Complexity: O(n k) for circles with k neighbours each, O(n log² n) for the vertices of other shapes.
  public static func dissolved(_ shapes: Buffers, jobs: Int) async throws -> PolygonColumn {
    let context = GEOSContext()
    let circles = (0..<shapes.count).filter { shapes.centres[$0] != nil }
    var others = PolygonColumn()
    if !circles.isEmpty, let discs = try context.checkedOutlines(of: circles.compactMap { shapes.centres[$0] }, shapes.corners) {
      others.append(feature: 0, of: discs)
      for shape in 0..<shapes.count where shapes.centres[shape] == nil { others.append(feature: shape, of: shapes.column) }
    } else {
      others = shapes.column
    }
    return try await united(others, jobs: jobs)
  }

  private static func united(_ column: PolygonColumn, jobs: Int) async throws -> PolygonColumn {
    let order = ZOrder.features(of: column)
    var pieces = try await mapRanges(count: order.count, size: 256, jobs: jobs) { context, places in
      if places.count == 1 {
        var piece = PolygonColumn()
        piece.append(feature: order[places.lowerBound], of: column)
        return piece
      }
      var parts = GEOSParts(in: context)
      for place in places { parts.append(try context.geometry(feature: order[place], of: column)) }
      return try parts.united().asFeature()
    }
    while pieces.count > 1 {
      let level = pieces
      pieces = try await mapRanges(count: (level.count + 1) / 2, size: 1, jobs: jobs) { context, places in
        let (left, right) = (2 * places.lowerBound, 2 * places.lowerBound + 1)
        guard right < level.count else { return level[left] }
        let a = try context.geometry(feature: 0, of: level[left])
        return try a.union(context.geometry(feature: 0, of: level[right])).asFeature()
      }
    }
    guard let only = pieces.first else {
      var empty = PolygonColumn()
      empty.endFeature()
      return empty
    }
    return try GEOSContext().geometry(feature: 0, of: only).normalized().asFeature()
  }
}

extension GEOSContext {
  fileprivate func cover(
    _ area: Int, of areas: PolygonColumn, by shapes: Buffers, _ index: EnvelopeGrid, wantsRest: Bool,
    into result: inout CoveredParts
  ) throws(GEOSError) {
    defer {
      result.covered.endFeature()
      if wantsRest { result.rest.endFeature() }
    }
    let box = areas.envelope(ofFeature: area)
    let near = areas.isEmpty(feature: area) ? [] : index.features(touching: box).filter { shapes.mayTouch(box, shape: $0) }
    guard !near.isEmpty else {
      if wantsRest { for polygon in areas.polygons(ofFeature: area) { result.rest.append(polygon: polygon, of: areas) } }
      return
    }
    let ground = try geometry(feature: area, of: areas)
    do throws(GEOSError) {
      try cut(ground, by: union(of: near, shapes), wantsRest: wantsRest, into: &result)
    } catch {
      // Outlines that rounding has made cross each other: GEOS takes its own way.
      try cut(ground, by: union(of: near, shapes, byOutlines: false), wantsRest: wantsRest, into: &result)
    }
  }

  private func cut(
    _ ground: borrowing GEOSGeometry, by union: consuming GEOSGeometry, wantsRest: Bool, into result: inout CoveredParts
  ) throws(GEOSError) {
    // Both before either is kept.
    let covered = try ground.intersection(union).normalized()
    if wantsRest { try ground.difference(union).normalized().appendPolygons(to: &result.rest) }
    try covered.appendPolygons(to: &result.covered)
  }

  /// The union of some of the shapes: circles by their outlines, the others by GEOS.
  /// - Parameter byOutlines: whether circles may be united without GEOS, which is quick but not checked.
  fileprivate func union(of features: [Int], _ shapes: Buffers, byOutlines: Bool = true) throws(GEOSError) -> GEOSGeometry {
    let centres = byOutlines ? features.compactMap { shapes.centres[$0] } : []
    var parts = GEOSParts(in: self)
    var others = features
    if !centres.isEmpty {
      var discs = PolygonColumn()
      var outlines = DiscUnion(centres: centres, corners: shapes.corners)
      if outlines.appendPolygons(to: &discs) {
        discs.endFeature()
        others = features.filter { shapes.centres[$0] == nil }
        let united = try geometry(feature: 0, of: discs)
        if others.isEmpty { return united }
        parts.append(united)
      }
    }
    for shape in others { parts.append(try geometry(feature: shape, of: shapes.column)) }
    return try parts.united()
  }
}

extension GEOSContext {
  /// The union of circles by their outlines, where that is a valid feature.
  fileprivate func checkedOutlines(of centres: [Coordinate], _ corners: [Coordinate]) throws(GEOSError) -> PolygonColumn? {
    var discs = PolygonColumn()
    var outlines = DiscUnion(centres: centres, corners: corners)
    guard outlines.appendPolygons(to: &discs) else { return nil }
    discs.endFeature()
    return try validity(of: discs, feature: 0).isValid ? discs : nil
  }
}

extension GEOSGeometry {
  fileprivate func asFeature() throws(GEOSError) -> PolygonColumn {
    var column = PolygonColumn()
    try appendPolygons(to: &column)
    column.endFeature()
    return column
  }
}

/// Features in the order of a curve through the middles of their boxes, so that neighbours in the order are near each other.
private enum ZOrder {
  static func features(of column: PolygonColumn) -> [Int] {
    var frame = Envelope()
    let boxes = (0..<column.featureCount).map { column.envelope(ofFeature: $0) }
    for box in boxes where !box.isEmpty { frame.expand(box) }
    guard !frame.isEmpty else { return [] }
    let extent = max(frame.width, frame.height)
    func digit(_ value: Double, _ low: Double) -> UInt32 {
      extent > 0 ? UInt32(max(0, min(65535, (value - low) / extent * 65535))) : 0
    }
    let keyed = boxes.indices.filter { !boxes[$0].isEmpty }.map { feature in
      let box = boxes[feature]
      let x = spread(digit((box.minX + box.maxX) / 2, frame.minX))
      let y = spread(digit((box.minY + box.maxY) / 2, frame.minY))
      return (key: x | y << 1, feature: feature)
    }
    return keyed.sorted { $0.key == $1.key ? $0.feature < $1.feature : $0.key < $1.key }.map(\.feature)
  }

  /// Puts a zero before each of the lower 16 bits.
  private static func spread(_ value: UInt32) -> UInt64 {
    var result = UInt64(value & 0xFFFF)
    result = (result | result << 8) & 0x00FF_00FF
    result = (result | result << 4) & 0x0F0F_0F0F
    result = (result | result << 2) & 0x3333_3333
    return (result | result << 1) & 0x5555_5555
  }
}
