internal import Glibc
public import PlazaGeometry
internal import PlazaLayers
internal import PlazaPROJ

/// What a `.prj` beside a raster says.
public enum ProjectionText {
  /// - Throws: `Failure` `crs.unknown` for a CRS that PROJ does not know or cannot write in Esri's form.
  public static func of(_ crs: CRS, path: String) throws -> String {
    do {
      return try ProjContext().esriDefinition(of: crs) + "\n"
    } catch {
      throw Failure(.notUnderstood, "crs.unknown", ["file": path, "crs": crs.description])
    }
  }
}

/// The definition of a CRS in a file `x.prj` beside `x.tif` or `x.asc`.
enum ProjectionFile {
  private static let limit = 64 << 10

  /// Nil where there is no such file, or nothing in it.
  static func read(beside path: String) throws -> CRS? {
    for ending in [".prj", ".PRJ"] {
      let beside = self.path(beside: path, ending)
      guard access(beside, R_OK) == 0 else { continue }
      if let crs = try read(FileReader(path: beside, name: beside)) { return crs }
    }
    return nil
  }

  /// Nil where there is nothing in it.
  static func read(_ reader: any ByteReader) throws -> CRS? {
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = try bytes.withUnsafeMutableBytes { try reader.fill($0) }
    let text = String(decoding: bytes[..<count], as: UTF8.self)
    let blank: (Character) -> Bool = { $0.isWhitespace || $0 == "\0" }
    let trimmed = String(text.drop(while: blank).reversed().drop(while: blank).reversed())
    if trimmed.isEmpty { return nil }
    guard let crs = CRS.stated(byFile: trimmed) else { return nil }
    return (try? ProjContext())?.identified(crs) ?? crs
  }

  static func path(beside path: String, _ ending: String) -> String {
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return path + ending }
    return path[..<dot] + ending
  }
}
