internal import PlazaLayers

/// What was left out of the features of a file, to be said once.
struct LayerFindings: Sendable {
  var shortRings = 0
  /// Number of the first feature with such a ring, from 1.
  var firstShortRing: Int?
  /// Features that have a geometry, and no area in it.
  var withoutAreas = 0
  var firstWithoutAreas: Int?
  var firstKind: GeometryKind?
  /// Features with areas and something else beside them.
  var mixed = 0
  var firstMixed: Int?
  /// Features whose positions have heights, which are dropped.
  var withHeights = 0

  /// Notes a feature that holds something else than areas.
  /// - Parameter kind: the first kind that is no area; nil where there is none.
  mutating func note(_ kind: GeometryKind?, hasAreas: Bool, feature: Int) {
    guard let kind else { return }
    if hasAreas {
      mixed += 1
      firstMixed = firstMixed ?? feature
    } else {
      withoutAreas += 1
      firstWithoutAreas = firstWithoutAreas ?? feature
      firstKind = firstKind ?? kind
    }
  }

  static func += (left: inout Self, right: Self) {
    left.shortRings += right.shortRings
    left.firstShortRing = left.firstShortRing ?? right.firstShortRing
    left.withoutAreas += right.withoutAreas
    left.firstWithoutAreas = left.firstWithoutAreas ?? right.firstWithoutAreas
    left.firstKind = left.firstKind ?? right.firstKind
    left.mixed += right.mixed
    left.firstMixed = left.firstMixed ?? right.firstMixed
    left.withHeights += right.withHeights
  }

  /// That heights were dropped: told of features, which may be written again; the heights of areas that are counted in say nothing.
  func heightNotes(file: String) -> [Diagnostic] {
    withHeights == 0 ? [] : [Diagnostic(.note, "layer.heights", ["file": file, "count": String(withHeights)])]
  }

  /// What is to be told to the user.
  /// - Parameter hasAreas: whether any area was found.
  /// - Throws: `Failure` `layer.no_areas` for a file of points or lines.
  func notes(file: String, hasAreas: Bool) throws -> [Diagnostic] {
    var notes: [Diagnostic] = []
    if withoutAreas > 0 {
      let values = [
        "file": file, "count": String(withoutAreas), "feature": String(firstWithoutAreas ?? 0), "kind": firstKind?.name ?? "",
      ]
      if !hasAreas, shortRings == 0 { throw Failure(.notUnderstood, "layer.no_areas", values) }
      notes.append(Diagnostic(.warning, "layer.not_areas", values))
    }
    if mixed > 0 {
      notes.append(
        Diagnostic(
          .note, "layer.mixed_geometry", ["file": file, "count": String(mixed), "feature": String(firstMixed ?? 0)]))
    }
    if shortRings > 0 {
      notes.append(
        Diagnostic(
          .warning, "layer.short_rings", ["file": file, "count": String(shortRings), "feature": String(firstShortRing ?? 0)]))
    }
    return notes
  }
}
