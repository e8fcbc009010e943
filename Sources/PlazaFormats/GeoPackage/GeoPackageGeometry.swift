internal import PlazaGeometry
internal import PlazaLayers

/// The head that stands before the well-known binary of a geometry.
enum GeoPackageGeometry {
  /// Where the well-known binary begins; nil for null and for an empty geometry.
  static func start(of blob: UnsafeRawBufferPointer) throws(GeometryError) -> Int? {
    if blob.isEmpty { return nil }
    guard blob.count >= 8, blob[0] == 0x47, blob[1] == 0x50, blob[2] == 0 else { throw .damaged }
    let flags = blob[3]
    // Of a kind that only its maker knows.
    if flags & 0x20 != 0 { throw .damaged }
    guard let envelope = [0, 32, 48, 48, 64].dropFirst(Int(flags >> 1 & 7)).first else { throw .damaged }
    let start = 8 + envelope
    guard start < blob.count else { throw .damaged }
    return flags & 0x10 != 0 ? nil : start
  }
}

extension GeoPackageLayer.Geometry {
  /// What its positions are in.
  /// - Throws: `Failure` `crs.missing` where neither the file nor the caller says.
  func crs(assuming assumed: CRS?, file: String, _ notes: inout [Diagnostic]) throws -> CRS {
    if let crs { return crs.winning(over: assumed, file: file, &notes) }
    guard let assumed else { throw Failure(.notUnderstood, "crs.missing", ["file": file, "fields": column]) }
    return assumed
  }
}
