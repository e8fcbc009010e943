internal import PlazaGEOS
internal import PlazaGeometry
internal import PlazaLayers

/// Ground by class, every place in one class only: the zones of one hazard, or of several together.
struct HazardZones: Sendable {
  /// Polygons without ground in common, those of the highest class first, one feature each.
  private(set) var parts = PolygonColumn()
  /// Of each part; 0 is the lowest.
  private(set) var classOfPart: [Int] = []
  let classCount: Int

  /// The zones of a hazard: where its features overlap, the highest class counts.
  /// - Parameter classOfFeature: of each feature; nil leaves it out.
  /// - Throws: `Failure` `overlay.failed`.
  init(_ polygons: PolygonColumn, _ classOfFeature: [Int?], classCount: Int, jobs: Int) async throws {
    self.classCount = classCount
    do {
      for number in (0..<classCount).reversed() {
        let own = polygons.reordered(classOfFeature.indices.filter { classOfFeature[$0] == number })
        var left = try await GEOS.dissolved(own, jobs: jobs)
        if parts.featureCount > 0 { left = try await GEOS.differences(left, parts, jobs: jobs) }
        for part in 0..<left.featureCount where left.planarArea(ofFeature: part) > 0 {
          parts.append(feature: part, of: left)
          classOfPart.append(number)
        }
      }
    } catch let error as GEOSError {
      throw Failure(.failed, "overlay.failed", ["reason": error.description])
    }
  }

  /// All zones of several hazards as one class.
  init(union zones: [HazardZones], jobs: Int) async throws {
    var all = PolygonColumn()
    for zone in zones { all.append(contentsOf: zone.parts) }
    try await self.init(all, [Int?](repeating: 0, count: all.featureCount), classCount: 1, jobs: jobs)
  }

  /// One feature for each class, the highest first.
  var classesFromHighest: PolygonColumn {
    var result = PolygonColumn()
    for number in (0..<classCount).reversed() {
      for part in classOfPart.indices where classOfPart[part] == number {
        for polygon in parts.polygons(ofFeature: part) { result.append(polygon: polygon, of: parts) }
      }
      result.endFeature()
    }
    return result
  }

  /// Everything as one feature.
  var whole: PolygonColumn { parts.merged(0..<parts.featureCount) }

  func parts(ofClass number: Int) -> PolygonColumn {
    parts.reordered(classOfPart.indices.filter { classOfPart[$0] == number })
  }
}

extension PolygonColumn {
  /// Consecutive features as one, with all their polygons.
  func merged(_ features: Range<Int>) -> PolygonColumn {
    var result = PolygonColumn()
    for feature in features {
      for polygon in polygons(ofFeature: feature) { result.append(polygon: polygon, of: self) }
    }
    result.endFeature()
    return result
  }
}
