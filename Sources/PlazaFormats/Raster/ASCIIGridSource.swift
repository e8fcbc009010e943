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
  /// What the reader had to say of the file.
  let notes: [Diagnostic]
  private let input: Input
  private let head: ASCIIGridHead

  var storage: RasterStorage { RasterStorage(noData: head.otherNoData ?? head.noData) }

  /// - Parameter reading: what the raster is in, where no `.prj` beside it says it; the value that stands for no data; how many cells may
  ///   be read.
  /// - Throws: `Failure` `raster.header`, `raster.unsupported`, `raster.too_large`, `raster.too_few`, `crs.missing`.
  init(_ input: Input, _ reading: Reading) throws {
    self.input = input
    let bytes = try input.head(4096)
    var head = try ASCIIGridHead(ASCIIGridText(ArrayReader(bytes)), name: input.name, cellLimit: reading.cellLimit)
    head.otherNoData = reading.noData
    self.head = head
    grid = head.grid
    // A digit and a blank for every cell: a head that claims more than the file can hold is refused before anything is read.
    if let size = input.plainSize, size < 2 * grid.cellCount - 1 {
      throw Failure(
        .notUnderstood, "raster.claims",
        ["file": input.name, "columns": String(grid.columnCount), "rows": String(grid.rowCount), "size": String(size)])
    }
    rowsPerBlock = min(grid.rowCount, max(1, (1 << 19) / grid.columnCount))
    let beside = try ProjectionFile.read(beside: Self.withoutGzip(input.path))
    guard let known = beside ?? reading.assumedCRS else {
      throw Failure(.notUnderstood, "crs.missing", ["file": input.name])
    }
    var notes: [Diagnostic] = []
    crs = known.winning(over: reading.assumedCRS, file: input.name, &notes)
    self.notes = notes
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
  /// What stands for nothing by what the caller says.
  var otherNoData: Double?
  /// Words, keys and values together.
  var wordCount = 0

  init(_ text: ASCIIGridText, name: String, cellLimit: Int? = nil) throws {
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
    try RasterLimits.check(columns: Int(columns.value), rows: Int(rows.value), limit: cellLimit, file: name)
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
    let other = head.otherNoData ?? .nan
    // Numbers as −3.4e38 are written with as many digits as a program likes.
    let limit = [noData, other].filter { $0.magnitude > 1e30 }.map { $0.magnitude * (1 - 1e-5) }.min() ?? .infinity
    for place in 0..<rows.count * head.grid.columnCount {
      guard let word = try text.word() else {
        throw Failure(
          .notUnderstood, "raster.too_few",
          ["file": name, "line": String(text.line), "found": String(count), "expected": String(head.grid.cellCount)])
      }
      if let value = ASCIIGridText.number(word) {
        values[place] = value == noData || value == other || value.magnitude > limit ? .nan : value
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
