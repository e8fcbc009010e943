internal import PlazaGeometry
internal import PlazaLayers

/// The rows of a table with or without geometry, gone through once from the first to the last.
///
/// What a format of rows (a GeoPackage, a Shapefile) has to say for itself; records, areas and features are made of it by `CursorPointReader`
/// and `CursorFeatures`.
protocol RowCursor: AnyObject {
  /// The file as the user named it.
  var name: String { get }
  /// How many fields are wanted of each row.
  var fieldCount: Int { get }
  /// The name of the geometry; nil where there is none, or it is not wanted.
  var geometryField: String? { get }
  /// Goes on to the next row.
  /// - Returns: whether there is one.
  func next() throws -> Bool
  /// Appends the text of a field of the present row; false for null.
  func appendText(_ field: Int, to text: inout [UInt8]) -> Bool
  func value(_ field: Int) -> FieldValue
  /// The positions of the present row's point or points; none with the kind of a geometry of another kind.
  func positions() throws(GeometryError) -> (kind: GeometryKind, positions: [Coordinate])
  /// Adds the present row's geometry to the feature that is being made.
  func addGeometry(to builder: inout GeometryBuilder) throws(GeometryError)
  /// What there is to say once all rows were taken.
  var lateNotes: [Diagnostic] { get }
}

extension RowCursor {
  var lateNotes: [Diagnostic] { [] }
}

/// The features of a table of rows, read whole.
enum CursorFeatures {
  /// Features that are held at most: a small archive may hold more than any memory.
  private static let featureLimit = 20_000_000

  /// - Parameter fields: names of the fields of the cursor, in its order.
  /// - Parameter keepingPaths: whether points and lines are wanted beside areas.
  /// - Throws: `Failure` `geometry.…` with the feature's number from 1, and what the cursor throws.
  /// - Complexity: O(bytes).
  static func read(
    _ cursor: any RowCursor, fields: [String], crs: CRS, keepingPaths: Bool
  ) throws -> (features: Features, findings: LayerFindings, notes: [Diagnostic]) {
    var builder = GeometryBuilder(keepsPaths: keepingPaths)
    var values = [[FieldValue]](repeating: [], count: fields.count)
    while try cursor.next() {
      do throws(GeometryError) {
        try cursor.addGeometry(to: &builder)
      } catch {
        throw error.failure(file: cursor.name, feature: builder.featureNumber)
      }
      builder.endFeature()
      if builder.featureNumber > featureLimit {
        throw Failure(.notUnderstood, "layer.too_many", ["file": cursor.name, "limit": String(featureLimit)])
      }
      for place in values.indices { values[place].append(cursor.value(place)) }
    }
    var notes = cursor.lateNotes
    if builder.shortLines > 0 {
      notes.append(Diagnostic(.warning, "layer.short_lines", ["file": cursor.name, "count": String(builder.shortLines)]))
    }
    let features = Features(
      points: builder.points, lines: builder.lines, polygons: builder.polygons,
      columns: zip(fields, values).map { Column(name: $0, values: $1) }, crs: crs)
    return (features, builder.findings, notes)
  }

  /// Rows that are looked at to see what a file mostly holds, at most.
  private static let sample = 10_000

  /// How many features hold points, lines and areas, of the first ones.
  static func census(_ cursor: any RowCursor) throws -> GeometryCensus {
    var census = GeometryCensus()
    while census.features < sample, try cursor.next() {
      var builder = GeometryBuilder(keepsPaths: true)
      do throws(GeometryError) {
        try cursor.addGeometry(to: &builder)
      } catch {
        throw error.failure(file: cursor.name, feature: census.features + 1)
      }
      switch (builder.points.pointCount > 0, builder.lines.lineCount > 0, builder.polygons.polygonCount > 0) {
      case (false, false, false): census.none += 1
      case (true, false, false): census.points += 1
      case (false, true, false): census.lines += 1
      case (false, false, true): census.areas += 1
      default: census.mixed += 1
      }
    }
    return census
  }
}

extension GeometryCensus {
  /// What a file of rows mostly holds.
  var outline: DatasetOutline {
    if areas > 0, areas >= points + lines { return .areas }
    return features > 0 && points < lines + areas + mixed ? .others(self) : .records
  }
}

extension FeatureReading {
  /// - Throws: `Failure` `layer.no_geometry` where no feature has one, unless it may be empty.
  init(
    _ read: (features: Features, findings: LayerFindings, notes: [Diagnostic]), file: String, notes: [Diagnostic],
    mayBeEmpty: Bool
  ) throws {
    let (features, findings, own) = read
    guard mayBeEmpty || features.points.pointCount + features.lines.lineCount + features.polygons.polygonCount > 0 else {
      throw Failure(.notUnderstood, "layer.no_geometry", ["file": file, "count": String(features.count)])
    }
    self.init(
      features: features, notes: try notes + own + findings.notes(file: file, hasAreas: true) + findings.heightNotes(file: file))
  }
}

extension LayerReading {
  /// The areas alone.
  init(_ read: (features: Features, findings: LayerFindings, notes: [Diagnostic]), file: String, notes: [Diagnostic]) throws {
    let (features, findings, own) = read
    self.init(
      layer: Layer(geometry: features.polygons, columns: features.columns, crs: features.crs),
      notes: try notes + own + findings.notes(file: file, hasAreas: features.polygons.polygonCount > 0))
  }
}
