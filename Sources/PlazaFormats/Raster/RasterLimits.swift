internal import Glibc
internal import PlazaLayers

/// How large a raster may say that it is, before memory or time is spent on it.
public enum RasterLimits {
  /// Cells that are read without being asked for: a head of a few bytes can claim any number.
  public static let cells = 1 << 33

  /// - Parameter limit: what the caller allows; nil is `cells`.
  /// - Throws: `Failure` `raster.too_large`.
  static func check(columns: Int, rows: Int, limit: Int?, file: String) throws {
    let (count, isBeyond) = columns.multipliedReportingOverflow(by: rows)
    guard isBeyond || count > limit ?? cells else { return }
    throw Failure(
      .notUnderstood, "raster.too_large",
      [
        "file": file, "columns": String(columns), "rows": String(rows), "limit": String(limit ?? cells),
        "count": isBeyond ? "?" : String(count),
      ])
  }
}

extension Input {
  /// The bytes of a plain file; nil for a stream and for a compressed one.
  var plainSize: Int? {
    var status = stat()
    guard !isStream, stat(path, &status) == 0, let magic = try? openRaw() else { return nil }
    var first: [UInt8] = [0, 0]
    guard let count = try? first.withUnsafeMutableBytes({ try magic.fill($0) }), count == 2, first != [0x1F, 0x8B] else {
      return nil
    }
    return Int(status.st_size)
  }
}
