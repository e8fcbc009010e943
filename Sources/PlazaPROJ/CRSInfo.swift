internal import CPROJ
public import PlazaGeometry

/// What a CRS value means.
public struct CRSInfo: Hashable, Sendable {
  public var crs: CRS
  /// The name in the database or in the definition, as `WGS 84 / UTM zone 16N`.
  public var name: String
  /// Whether coordinates are longitude and latitude rather than easting and northing.
  public var isGeographic: Bool
  /// The name of the unit of the coordinates, as `degree`, `metre`, `US survey foot`.
  public var unit: String
  /// The size of that unit: in radians where geographic, else in metres.
  public var unitSize: Double
  /// Where the CRS is meant to be used, in degrees of longitude and latitude; `maxX` exceeds 180 where it crosses the
  /// antimeridian; nil where unknown.
  public var areaOfUse: Envelope?
  /// That area in words, in English; empty where unknown.
  public var areaName: String
}

extension ProjContext {
  /// What the CRS is called and measured in.
  ///
  /// EPSG:4326 and OGC:CRS84 are the same, longitude first. Heights are left out: of a compound or three-dimensional CRS the
  /// horizontal part is described.
  /// - Throws: `ProjError.unknownCRS`, also for a CRS that is neither geographic nor projected (geocentric, vertical, local).
  public func info(_ crs: CRS) throws(ProjError) -> CRSInfo {
    let object = try horizontal(crs)
    let type = proj_get_type(object.pointer)
    let bare =
      type == PJ_TYPE_BOUND_CRS ? ProjObject(proj_get_source_crs(handle, object.pointer), in: library) : consume object
    guard let bare else { throw .unknownCRS(crs.description) }
    let kind = proj_get_type(bare.pointer)
    let isGeographic = kind == PJ_TYPE_GEOGRAPHIC_2D_CRS || kind == PJ_TYPE_GEOGRAPHIC_3D_CRS
    guard let axes = ProjObject(proj_crs_get_coordinate_system(handle, bare.pointer), in: library) else {
      throw .unknownCRS(crs.description)
    }
    var size = 0.0
    var unit: UnsafePointer<CChar>?
    guard proj_cs_get_axis_info(handle, axes.pointer, 0, nil, nil, nil, &size, &unit, nil, nil) == 1 else {
      throw failure("proj_cs_get_axis_info")
    }
    let area = areaOfUse(bare)
    return CRSInfo(
      crs: crs, name: bare.name, isGeographic: isGeographic, unit: unit.map { String(cString: $0) } ?? "", unitSize: size,
      areaOfUse: area?.box, areaName: area?.name ?? "")
  }

  /// Whether two values mean the same CRS, whatever they are called; the order of geographic axes does not count.
  ///
  /// - Throws: `ProjError.unknownCRS`.
  public func isSame(_ a: CRS, as b: CRS) throws(ProjError) -> Bool {
    if a == b || a.isWGS84 && b.isWGS84 {
      _ = try horizontal(a)
      return true
    }
    let first = try horizontal(a)
    let second = try horizontal(b)
    return proj_is_equivalent_to_with_ctx(
      handle, first.pointer, second.pointer, PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) == 1
  }

  /// The same CRS by its number in the register of the IOGP, where a definition is beyond doubt one of those; else as it is.
  public func identified(_ crs: CRS) -> CRS {
    guard case .definition = crs, let object = try? horizontal(crs) else { return crs }
    if (try? isSame(crs, as: .wgs84)) == true { return .epsg(4326) }
    var confidences: UnsafeMutablePointer<Int32>?
    guard let list = proj_identify(handle, object.pointer, "EPSG", nil, &confidences) else { return crs }
    defer {
      proj_int_list_destroy(confidences)
      proj_list_destroy(list)
    }
    // 90 and more: the same but for its name at most. Two of them would be a doubt.
    let count = Int(proj_list_get_count(list))
    let sure = (0..<count).filter { (confidences?[$0] ?? 0) >= 90 }
    guard sure.count == 1, let found = ProjObject(proj_list_get(handle, list, Int32(sure[0])), in: library),
      let code = proj_get_id_code(found.pointer, 0)
    else { return crs }
    return .authority("EPSG", code: String(cString: code))
  }

  /// The horizontal part of a CRS as PROJ's object.
  func horizontal(_ crs: CRS) throws(ProjError) -> ProjObject {
    let text = crs.description
    guard let object = create(crs), proj_is_crs(object.pointer) == 1 else { throw .unknownCRS(text) }
    var part = consume object
    if proj_get_type(part.pointer) == PJ_TYPE_COMPOUND_CRS {
      guard let first = ProjObject(proj_crs_get_sub_crs(handle, part.pointer, 0), in: library) else { throw .unknownCRS(text) }
      part = first
    }
    switch proj_get_type(part.pointer) {
    // In three dimensions the height stays what it is given as: none, that is 0.
    case PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS, PJ_TYPE_PROJECTED_CRS, PJ_TYPE_BOUND_CRS: return part
    default: throw .unknownCRS(text)
    }
  }

  private func create(_ crs: CRS) -> ProjObject? {
    switch crs.isWGS84 ? .epsg(4326) : crs {
    case .authority(let authority, let code):
      return ProjObject(proj_create_from_database(handle, authority, code, PJ_CATEGORY_CRS, 0, nil), in: library)
    case .definition(let text):
      // A PROJ string without `+type=crs` would be read as an operation.
      let isBare = text.contains("+proj=") && !text.contains("+type=")
      return ProjObject(proj_create(handle, isBare ? text + " +type=crs" : text), in: library)
    }
  }

  func areaOfUse(_ object: borrowing ProjObject) -> (box: Envelope, name: String)? {
    var west = 0.0
    var south = 0.0
    var east = 0.0
    var north = 0.0
    var name: UnsafePointer<CChar>?
    guard proj_get_area_of_use(handle, object.pointer, &west, &south, &east, &north, &name) == 1, west > -1000 else {
      return nil
    }
    if east < west { east += 360 }
    return (Envelope(minX: west, minY: south, maxX: east, maxY: north), name.map { String(cString: $0) } ?? "")
  }
}
