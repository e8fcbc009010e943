internal import Glibc
public import PlazaGeometry
internal import PlazaLayers

/// A raster in an Esri ASCII grid (`.asc`), also compressed or from standard input.
///
/// Its head has `ncols`, `nrows`, `xllcorner` or `xllcenter`, `yllcorner` or `yllcenter`, `cellsize` or `dx` and `dy`, perhaps `nodata_value`
/// (−9999 without it), in any order and case. The numbers follow row by row from the north, however they are broken into lines.
public struct ASCIIGridSource: RasterSource {
  public let grid: RasterGrid
  public let crs: CRS
  public let rowsPerBlock: Int
  public var isSequential: Bool { true }
  private let input: Input
  private let head: ASCIIGridHead

  /// - Parameter assumedCRS: what the raster is in, when the caller says so; else a `.prj` beside it says it.
  /// - Throws: `Failure` `raster.header`, `raster.unsupported`, `crs.missing`.
  init(_ input: Input, assumedCRS: CRS?) throws {
    self.input = input
    let bytes = try input.head(4096)
    head = try ASCIIGridHead(ASCIIGridText(ArrayReader(bytes)), name: input.name)
    grid = head.grid
    rowsPerBlock = min(grid.rowCount, max(1, (1 << 19) / grid.columnCount))
    guard let known = try assumedCRS ?? ProjectionFile.read(beside: Self.withoutGzip(input.path)) else {
      throw Failure(.notUnderstood, "crs.missing", ["file": input.name])
    }
    crs = known
  }

  public func makeReader() throws -> any RasterReader {
    ASCIIGridReader(ASCIIGridText(try input.open()), head, name: input.name)
  }

  private static func withoutGzip(_ path: String) -> String { path.hasSuffix(".gz") ? String(path.dropLast(3)) : path }
}

/// What stands before the numbers.
struct ASCIIGridHead: Hashable, Sendable {
  static let keys: Set<String> = [
    "ncols", "nrows", "xllcorner", "xllcenter", "yllcorner", "yllcenter", "cellsize", "dx", "dy", "nodata_value",
  ]

  var grid: RasterGrid
  var noData: Double
  /// Words, keys and values together.
  var wordCount = 0

  init(_ text: ASCIIGridText, name: String) throws {
    var values: [String: Double] = [:]
    while let word = try text.word() {
      let found = ASCIIGridText.text(word)
      let key = (found.hasPrefix("\u{FEFF}") ? String(found.dropFirst()) : found).lowercased()
      // The first number that follows no key is that of the first cell.
      guard Self.keys.contains(key) else {
        if ASCIIGridText.number(word) != nil || ASCIIGridText.isMissing(word) { break }
        throw Self.failure(name, text.line, found)
      }
      guard let word = try text.word(), values[key] == nil else { throw Self.failure(name, text.line, key) }
      guard let value = ASCIIGridText.number(word) ?? (ASCIIGridText.isMissing(word) ? .nan : nil) else {
        throw Self.failure(name, text.line, "\(key) \(ASCIIGridText.text(word))")
      }
      values[key] = value
      wordCount += 2
    }
    func need(_ keys: String...) throws -> (key: String, value: Double) {
      for key in keys { if let value = values[key] { return (key, value) } }
      throw Failure(.notUnderstood, "raster.no_key", ["file": name, "key": keys.joined(separator: ", ")])
    }
    let (columns, rows) = (try need("ncols"), try need("nrows"))
    let (width, height) = (try need("dx", "cellsize"), try need("dy", "cellsize"))
    let (x, y) = (try need("xllcorner", "xllcenter"), try need("yllcorner", "yllcenter"))
    noData = values["nodata_value"] ?? -9999
    for (key, value) in [columns, rows] where !(value >= 1 && value <= 1e9 && value == value.rounded()) {
      throw Self.failure(name, text.line, "\(key) \(value)")
    }
    guard columns.value <= Double(GeoTIFFLayout.columnLimit), rows.value <= Double(GeoTIFFLayout.rowLimit) else {
      let what = "\(Int(columns.value)) × \(Int(rows.value))"
      throw Failure(.notUnderstood, "raster.unsupported", ["file": name, "what": what])
    }
    let west = x.value - (x.key == "xllcenter" ? width.value / 2 : 0)
    let south = y.value - (y.key == "yllcenter" ? height.value / 2 : 0)
    guard
      let grid = RasterGrid(
        west: west, north: south + rows.value * height.value, cellWidth: width.value, cellHeight: height.value,
        columnCount: Int(columns.value), rowCount: Int(rows.value))
    else { throw Self.failure(name, text.line, "\(width.key) \(width.value)") }
    self.grid = grid
  }

  private static func failure(_ name: String, _ line: Int, _ found: String) -> Failure {
    Failure(.notUnderstood, "raster.header", ["file": name, "line": String(line), "found": found])
  }
}

/// Reads the numbers in their order.
final class ASCIIGridReader: RasterReader {
  private let text: ASCIIGridText
  private let head: ASCIIGridHead
  private let name: String
  private var hasBegun = false
  private var count = 0

  init(_ text: ASCIIGridText, _ head: ASCIIGridHead, name: String) {
    (self.text, self.head, self.name) = (text, head, name)
  }

  func read(rows: Range<Int>, into values: UnsafeMutableBufferPointer<Double>) throws {
    if !hasBegun {
      hasBegun = true
      for _ in 0..<head.wordCount { _ = try text.word() }
    }
    let noData = head.noData
    for place in 0..<rows.count * head.grid.columnCount {
      guard let word = try text.word() else {
        throw Failure(
          .notUnderstood, "raster.too_few",
          ["file": name, "line": String(text.line), "found": String(count), "expected": String(head.grid.cellCount)])
      }
      if let value = ASCIIGridText.number(word) {
        values[place] = value == noData ? .nan : value
      } else if ASCIIGridText.isMissing(word) {
        values[place] = .nan
      } else {
        throw Failure(
          .notUnderstood, "raster.bad_number", ["file": name, "line": String(text.line), "found": ASCIIGridText.text(word)])
      }
      count += 1
    }
    // Some programs write remarks behind the numbers; another number is one too many.
    if rows.upperBound == head.grid.rowCount, let word = try text.word(), ASCIIGridText.number(word) != nil {
      throw Failure(
        .notUnderstood, "raster.too_many",
        ["file": name, "line": String(text.line), "expected": String(head.grid.cellCount)])
    }
  }
}
