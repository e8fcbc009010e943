internal import CGEOS
public import PlazaGeometry

/// Geometries on their way into a constructor; whatever is not handed over is freed.
struct GEOSParts: ~Copyable {
  private(set) var pointers: [OpaquePointer?] = []
  let context: GEOSContext

  init(in context: GEOSContext) { self.context = context }

  deinit {
    for pointer in pointers { GEOSGeom_destroy_r(context.handle, pointer) }
  }

  mutating func append(_ geometry: consuming GEOSGeometry) { pointers.append(geometry.relinquish()) }

  /// GEOS owns the members from the call on, also when it fails.
  consuming func collection(_ type: GEOSGeomTypes) throws(GEOSError) -> GEOSGeometry {
    var members = pointers
    pointers = []
    let result = GEOSGeom_createCollection_r(context.handle, Int32(type.rawValue), &members, UInt32(members.count))
    return try GEOSGeometry(taking: result, of: "GeometryCollection", in: context)
  }

  /// A polygon of these rings, the first being its exterior.
  consuming func polygon() throws(GEOSError) -> GEOSGeometry {
    guard let shell = pointers.first else {
      return try GEOSGeometry(taking: GEOSGeom_createEmptyPolygon_r(context.handle), of: "Polygon", in: context)
    }
    var holes = Array(pointers.dropFirst())
    pointers = []
    let result = GEOSGeom_createPolygon_r(context.handle, shell, &holes, UInt32(holes.count))
    return try GEOSGeometry(taking: result, of: "Polygon", in: context)
  }
}

extension GEOSContext {
  /// Copies one feature: a polygon, or a multipolygon of any other number of polygons (none: empty).
  ///
  /// - Throws: `GEOSError` when a ring has fewer than four positions or is not closed. O(vertices of the feature).
  public func geometry(feature: Int, of column: PolygonColumn) throws(GEOSError) -> GEOSGeometry {
    let polygons = column.polygons(ofFeature: feature)
    if polygons.count == 1 { return try polygon(polygons.lowerBound, of: column) }
    var parts = GEOSParts(in: self)
    for index in polygons { parts.append(try polygon(index, of: column)) }
    return try parts.collection(GEOS_MULTIPOLYGON)
  }

  private func polygon(_ polygon: Int, of column: PolygonColumn) throws(GEOSError) -> GEOSGeometry {
    var rings = GEOSParts(in: self)
    for ring in column.rings(ofPolygon: polygon) {
      let vertices = column.vertices(ofRing: ring)
      let pointer = column.coordinates.withUnsafeBufferPointer { values -> OpaquePointer? in
        guard let base = values.baseAddress,
          let sequence = GEOSCoordSeq_copyFromBuffer_r(handle, base + 2 * vertices.lowerBound, UInt32(vertices.count), 0, 0)
        else { return nil }
        return GEOSGeom_createLinearRing_r(handle, sequence)
      }
      rings.append(try GEOSGeometry(taking: pointer, of: "LinearRing", in: self))
    }
    return try rings.polygon()
  }

  /// A line through interleaved coordinates, which has at least two positions.
  func line(_ values: [Double]) throws(GEOSError) -> GEOSGeometry {
    let pointer = values.withUnsafeBufferPointer { values -> OpaquePointer? in
      guard let sequence = GEOSCoordSeq_copyFromBuffer_r(handle, values.baseAddress, UInt32(values.count / 2), 0, 0)
      else { return nil }
      return GEOSGeom_createLineString_r(handle, sequence)
    }
    return try GEOSGeometry(taking: pointer, of: "LineString", in: self)
  }
}

extension GEOSGeometry {
  /// Appends the polygons among its parts to the feature that is being built; lines and points are left out. O(vertices).
  public func appendPolygons(to column: inout PolygonColumn) throws(GEOSError) {
    try GEOSGeometry.appendPolygons(of: borrowed, to: &column, in: context)
  }

  private static func appendPolygons(
    of geometry: OpaquePointer, to column: inout PolygonColumn, in context: GEOSContext
  ) throws(GEOSError) {
    switch GEOSGeomTypes(UInt32(bitPattern: GEOSGeomTypeId_r(context.handle, geometry))) {
    case GEOS_POLYGON:
      guard GEOSisEmpty_r(context.handle, geometry) == 0 else { return }
      guard let shell = GEOSGetExteriorRing_r(context.handle, geometry) else { throw context.failure("ExteriorRing") }
      try appendRing(shell, to: &column, in: context)
      for hole in 0..<GEOSGetNumInteriorRings_r(context.handle, geometry) {
        guard let ring = GEOSGetInteriorRingN_r(context.handle, geometry, hole) else { throw context.failure("InteriorRing") }
        try appendRing(ring, to: &column, in: context)
      }
      column.endPolygon()
    case GEOS_MULTIPOLYGON, GEOS_GEOMETRYCOLLECTION:
      for part in 0..<GEOSGetNumGeometries_r(context.handle, geometry) {
        guard let member = GEOSGetGeometryN_r(context.handle, geometry, part) else { throw context.failure("GeometryN") }
        try appendPolygons(of: member, to: &column, in: context)
      }
    default: return
    }
  }

  private static func appendRing(
    _ ring: OpaquePointer, to column: inout PolygonColumn, in context: GEOSContext
  ) throws(GEOSError) {
    guard let sequence = GEOSGeom_getCoordSeq_r(context.handle, ring) else { throw context.failure("CoordSeq") }
    var count: UInt32 = 0
    guard GEOSCoordSeq_getSize_r(context.handle, sequence, &count) == 1 else { throw context.failure("CoordSeq") }
    var copied: Int32 = 0
    let values = [Double](unsafeUninitializedCapacity: 2 * Int(count)) { buffer, initialized in
      copied = GEOSCoordSeq_copyToBuffer_r(context.handle, sequence, buffer.baseAddress, 0, 0)
      initialized = copied == 1 ? 2 * Int(count) : 0
    }
    guard copied == 1 else { throw context.failure("CoordSeq") }
    column.append(interleaved: values)
    column.endRing()
  }
}
