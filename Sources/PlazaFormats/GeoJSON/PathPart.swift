import PlazaGeometry

/// The points and lines of one block, beside its areas.
struct PathPart {
  struct Mark {
    var points: Int
    var lineCoordinates: Int
    var lines: Int
    var shortLines: Int
  }

  let points = CoordinateBuffer(capacity: 1 << 10)
  let lineCoordinates = CoordinateBuffer(capacity: 1 << 10)
  /// Counts at which each line, and the lines and points of each feature end, from the beginning of the part.
  private(set) var lineEnds: [Int] = []
  private(set) var featureLineEnds: [Int] = []
  private(set) var featurePointEnds: [Int] = []
  /// Lines of fewer than two positions, which are left out.
  private(set) var shortLines = 0

  mutating func endFeature() {
    featureLineEnds.append(lineEnds.count)
    featurePointEnds.append(points.count / 2)
  }

  var mark: Mark {
    Mark(points: points.count, lineCoordinates: lineCoordinates.count, lines: lineEnds.count, shortLines: shortLines)
  }

  mutating func takeBack(to mark: Mark) {
    points.count = mark.points
    lineCoordinates.count = mark.lineCoordinates
    lineEnds.removeLast(lineEnds.count - mark.lines)
    shortLines = mark.shortLines
  }

  /// Passes the value of `coordinates`, an array, of a geometry of points or lines.
  mutating func coordinates(of kind: GeometryKind, _ scanner: inout JSONScanner) throws(JSONError) {
    switch kind {
    case .point: try point(&scanner)
    case .multiPoint: _ = try scanner.positions(into: points)
    case .lineString: try line(&scanner)
    default:
      guard try scanner.enterArray() else { return }
      repeat { try line(&scanner) } while try scanner.nextElement()
    }
  }

  private mutating func point(_ scanner: inout JSONScanner) throws(JSONError) {
    var probe = scanner
    guard try probe.enterArray() else {
      // `[]` is a point without a place, as some writers put it.
      scanner = probe
      return
    }
    let (x, y) = try scanner.position()
    if points.count + 2 > points.capacity { points.grow() }
    points.base[points.count] = x
    points.base[points.count + 1] = y
    points.count += 2
  }

  private mutating func line(_ scanner: inout JSONScanner) throws(JSONError) {
    let first = lineCoordinates.count
    let length = try scanner.positions(into: lineCoordinates)
    guard length >= 2 else {
      lineCoordinates.count = first
      if length == 1 { shortLines += 1 }
      return
    }
    lineEnds.append(lineCoordinates.count / 2)
  }
}

/// Puts the points and lines of the parts together, in the order of the file.
struct PathAssembly {
  private var points: [Double] = []
  private var lineCoordinates: [Double] = []
  private var lineOffsets = [0]
  private var featureLineOffsets = [0]
  private var featurePointOffsets = [0]
  private(set) var shortLines = 0

  var isEmpty: Bool { points.isEmpty && lineCoordinates.isEmpty }

  mutating func append(_ part: PathPart) {
    let (vertices, lines, before) = (lineCoordinates.count / 2, lineOffsets.count - 1, points.count / 2)
    points.append(contentsOf: part.points.values)
    lineCoordinates.append(contentsOf: part.lineCoordinates.values)
    for end in part.lineEnds { lineOffsets.append(vertices + end) }
    for end in part.featureLineEnds { featureLineOffsets.append(lines + end) }
    for end in part.featurePointEnds { featurePointOffsets.append(before + end) }
    shortLines += part.shortLines
  }

  var columns: (points: PointColumn, lines: LineColumn) {
    (
      PointColumn(coordinates: points, featureOffsets: featurePointOffsets),
      LineColumn(coordinates: lineCoordinates, lineOffsets: lineOffsets, featureOffsets: featureLineOffsets)
    )
  }
}
