internal import CPROJ
public import PlazaGeometry

extension ProjContext {
  /// The horizontal part of a CRS as the text of a `.prj` file: WKT as Esri writes it, in one line.
  /// - Throws: `ProjError.unknownCRS`; `.failed` where that form cannot say it.
  public func esriDefinition(of crs: CRS) throws(ProjError) -> String { try definition(of: crs, PJ_WKT1_ESRI) }

  /// The horizontal part of a CRS in the first version of well-known text (OGC 01-009), as GeoPackages hold it, in one line.
  /// - Throws: `ProjError.unknownCRS`; `.failed` where that form cannot say it.
  public func plainDefinition(of crs: CRS) throws(ProjError) -> String { try definition(of: crs, PJ_WKT1_GDAL) }

  private func definition(of crs: CRS, _ form: PJ_WKT_TYPE) throws(ProjError) -> String {
    let object = try horizontal(crs)
    let text = "MULTILINE=NO".withCString { option in
      var options: [UnsafePointer<CChar>?] = [option, nil]
      return proj_as_wkt(handle, object.pointer, form, &options)
    }
    guard let text else { throw failure("proj_as_wkt") }
    return String(cString: text)
  }
}
