import CGEOS
import PlazaGeometry
import PlazaTesting
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// GEOS called directly, so that the locator is judged by another's code only.
private final class GEOS {
  let context = GEOS_init_r()

  deinit { GEOS_finish_r(context) }

  /// The polygons of a geometry made valid, as the features of a column: one per part, or all in one.
  func polygons(of geometry: OpaquePointer?, eachItsOwn: Bool) -> PolygonColumn {
    var column = PolygonColumn()
    let valid = GEOSMakeValid_r(context, geometry)
    defer { GEOSGeom_destroy_r(context, valid) }
    append(valid, to: &column, eachItsOwn)
    if !eachItsOwn { column.endFeature() }
    return column
  }

  private func append(_ geometry: OpaquePointer?, to column: inout PolygonColumn, _ eachItsOwn: Bool) {
    switch GEOSGeomTypeId_r(context, geometry) {
    case Int32(GEOS_POLYGON.rawValue):
      if GEOSisEmpty_r(context, geometry) == 1 { return }
      append(ring: GEOSGetExteriorRing_r(context, geometry), to: &column)
      for i in 0..<GEOSGetNumInteriorRings_r(context, geometry) {
        append(ring: GEOSGetInteriorRingN_r(context, geometry, i), to: &column)
      }
      column.endPolygon()
      if eachItsOwn { column.endFeature() }
    case Int32(GEOS_MULTIPOLYGON.rawValue), Int32(GEOS_GEOMETRYCOLLECTION.rawValue):
      for i in 0..<GEOSGetNumGeometries_r(context, geometry) {
        append(GEOSGetGeometryN_r(context, geometry, i), to: &column, eachItsOwn)
      }
    default: break
    }
  }

  private func append(ring: OpaquePointer?, to column: inout PolygonColumn) {
    let sequence = GEOSGeom_getCoordSeq_r(context, ring)
    var count: UInt32 = 0
    GEOSCoordSeq_getSize_r(context, sequence, &count)
    for i in 0..<count {
      var (x, y) = (0.0, 0.0)
      GEOSCoordSeq_getXY_r(context, sequence, i, &x, &y)
      column.append(x: x, y: y)
    }
    column.endRing()
  }

  /// A feature as it is, to be destroyed by the caller.
  func geometry(_ column: PolygonColumn, feature: Int) -> OpaquePointer? {
    let parts = column.polygons(ofFeature: feature).map { polygon -> OpaquePointer? in
      var rings = column.rings(ofPolygon: polygon).map { ring -> OpaquePointer? in
        let vertices = column.vertices(ofRing: ring)
        var values = Array(column.coordinates[2 * vertices.lowerBound..<2 * vertices.upperBound])
        // GEOS takes no ring of fewer than four vertices.
        while values.count < 8 { values += values.suffix(2) }
        return GEOSGeom_createLinearRing_r(
          context, GEOSCoordSeq_copyFromBuffer_r(context, values, UInt32(values.count / 2), 0, 0))
      }
      let exterior = rings.removeFirst()
      return GEOSGeom_createPolygon_r(context, exterior, &rings, UInt32(rings.count))
    }
    var members = parts
    return GEOSGeom_createCollection_r(context, Int32(GEOS_MULTIPOLYGON.rawValue), &members, UInt32(members.count))
  }

  func readWKT(_ path: String) -> OpaquePointer? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [CChar] = []
    var window = [CChar](repeating: 0, count: 65_536)
    while case let length = fread(&window, 1, window.count, file), length > 0 { bytes += window[..<length] }
    bytes.append(0)
    let reader = GEOSWKTReader_create_r(context)
    defer { GEOSWKTReader_destroy_r(context, reader) }
    return GEOSWKTReader_read_r(context, reader, bytes)
  }

  /// The first point of which locator and GEOS think differently, in words; nil if they agree.
  func disagreement(_ areas: PolygonColumn, _ points: [Coordinate], cells: Double) -> String? {
    let geometries = (0..<areas.featureCount).map { geometry(areas, feature: $0) }
    let prepared = geometries.map { GEOSPrepare_r(context, $0) }
    defer {
      for geometry in prepared { GEOSPreparedGeom_destroy_r(context, geometry) }
      for geometry in geometries { GEOSGeom_destroy_r(context, geometry) }
    }
    let locator = AreaLocator(areas, jobs: 2) { _ in cells }
    let located = Located(points, in: locator)
    var list: [Int32] = []
    for (i, point) in points.enumerated() {
      let geometry = GEOSGeom_createPointFromXY_r(context, point.x, point.y)
      defer { GEOSGeom_destroy_r(context, geometry) }
      let covering = prepared.indices.filter { GEOSPreparedCovers_r(context, prepared[$0], geometry) == 1 }
      let strictly = covering.count < 2 ? 0 : covering.count { GEOSPreparedContains_r(context, prepared[$0], geometry) == 1 }
      let flag: UInt8 = covering.count < 2 ? 0 : strictly < 2 ? AreaLocator.onBorder : AreaLocator.ambiguous
      list.removeAll(keepingCapacity: true)
      locator.appendAreas(coveringX: point.x, y: point.y, to: &list)
      if located.areas[i] != covering.first.map(Int32.init) ?? -1 || located.flags[i] != flag
        || !list.elementsEqual(covering.lazy.map(Int32.init))
      {
        return "\(point): \(located.areas[i]) \(located.flags[i]) \(list), GEOS: \(covering), strictly in \(strictly)"
      }
    }
    return nil
  }
}

private let wktFolder: String = {
  let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
  return root + "/../shared/data/nasty/georust_wkt/"
}()

@Suite("Area locator and GEOS covers")
struct GEOSAgreementTests {
  /// Half of the points lie on vertices and edges, or one double beside them. 30 × 30 000 points.
  @Test("agree on repaired scribbles and stars", arguments: [UInt64](0..<30))
  func generated(seed: UInt64) {
    let geos = GEOS()
    var generator = PolygonGenerator(seed: seed, size: 50, step: [1, 0x1p-4, 0x1p-25][Int(seed) % 3])
    let raw =
      seed % 2 == 0
      ? generator.scribbles(areas: 3, vertices: 5 + 2 * Int(seed)) : generator.overlappingStars(areas: 5, vertices: 30)
    var areas = PolygonColumn()
    for feature in 0..<raw.featureCount {
      let geometry = geos.geometry(raw, feature: feature)
      areas.append(contentsOf: geos.polygons(of: geometry, eachItsOwn: false))
      GEOSGeom_destroy_r(geos.context, geometry)
    }
    let points = generator.probes(areas, count: 30_000)
    #expect(geos.disagreement(areas, points, cells: [4, 100, 2_000][Int(seed) % 3]) == nil)
  }

  @Test(
    "agree on real polygons that broke other libraries", .enabled(if: access(wktFolder, R_OK) == 0, "no shared data"),
    arguments: [
      "east_baton_rouge", "nl_plots", "nl_zones", "poly1", "poly1_hull", "poly_in_ring", "shell", "vw_orig", "vw_simplified",
    ])
  func real(name: String) {
    let geos = GEOS()
    let geometry = geos.readWKT(wktFolder + name + ".wkt")
    defer { GEOSGeom_destroy_r(geos.context, geometry) }
    // Parts as one area.
    let whole = geos.polygons(of: geometry, eachItsOwn: false)
    var generator = PolygonGenerator(seed: 11, size: 1, step: 0x1p-10)
    for cells in [50.0, 20_000] {
      #expect(geos.disagreement(whole, generator.probes(whole, count: 10_000), cells: cells) == nil)
    }
    // Each part an area of its own, where they are few.
    let parts = geos.polygons(of: geometry, eachItsOwn: true)
    if (2...300).contains(parts.featureCount) {
      #expect(geos.disagreement(parts, generator.probes(parts, count: 1_000), cells: 1_000) == nil)
    }
  }
}
