internal import CPROJ
public import PlazaGeometry

extension ProjContext {
  /// The horizontal part of a CRS as the text of a `.prj` file: WKT as Esri writes it, in one line.
  /// - Throws: `ProjError.unknownCRS`; `.failed` where that form cannot say it.
  public func esriDefinition(of crs: CRS) throws(ProjError) -> String {
    let object = try horizontal(crs)
    let text = "MULTILINE=NO".withCString { option in
      var options: [UnsafePointer<CChar>?] = [option, nil]
      return proj_as_wkt(handle, object.pointer, PJ_WKT1_ESRI, &options)
    }
    guard let text else { throw failure("proj_as_wkt") }
    return String(cString: text)
  }
}
