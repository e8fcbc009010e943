public import PlazaGeometry
public import PlazaLayers
internal import PlazaRecords

/// A layer or a table as it is written in another form, and what became of every row and field.
public struct ConvertResult: Sendable {
  /// The input as the user named it.
  public let file: String
  /// What is written, in the CRS that it is written in.
  public private(set) var layer = Layer(geometry: PolygonColumn(), columns: [], crs: .wgs84)
  /// Of all rows: written ones are joined, those outside the box outside, those that the box cannot tell unlocated.
  public internal(set) var account: Account
  /// Whether it holds single records.
  public let isOfRecords: Bool
  /// Fields that say of a record what nobody else is to know.
  public internal(set) var leftOutFields: [String] = []
  /// Of these the ones that `--select` asks for.
  public internal(set) var unkept: [String] = []
  /// What the positions were in, and how they came to what they are in.
  public private(set) var crs: CRS
  public private(set) var operation: (name: String, accuracyMetres: Double?)?
  public internal(set) var notes: [Diagnostic] = []
  public internal(set) var warnings: [Diagnostic] = []
  /// Whether a table has its position in fields of its own, or none.
  var hasOwnPosition = false

  init(file: String, account: Account, isOfRecords: Bool) {
    self.file = file
    self.account = account
    self.isOfRecords = isOfRecords
    crs = .wgs84
  }

  /// Rows that are written and have no place.
  public var withoutGeometry: Int {
    (0..<layer.featureCount).count { layer.kinds(ofFeature: $0).isEmpty }
  }

  /// Takes the features, moved to the CRS that they are written in.
  mutating func move(_ features: Features, to target: CRS, file: String) throws {
    crs = features.crs
    let isSame = crs == target || crs.isWGS84 && target.isWGS84
    guard !isSame, !features.envelope.isEmpty else {
      layer = Layer(features)
      layer.crs = isSame ? features.crs : target
      hasOwnPosition = hasOwnPosition || columnsHavePosition
      return
    }
    let operation = try Reprojection.operation(from: crs, to: target, around: features.envelope, file: file)
    self.operation = (operation.name, operation.accuracyMetres)
    notes.append(operation.note)
    layer = Layer(try features.projected(to: target))
    hasOwnPosition = hasOwnPosition || columnsHavePosition
  }

  /// Lines and areas have names and addresses as things do; where a field may be about people, somebody has to look.
  mutating func warnIdentifying() {
    guard !isOfRecords else { return }
    let fields = layer.columns.map(\.name).filter { FieldNames.isIdentifying($0) && FieldNames.name(in: [$0]) == nil }
    guard !fields.isEmpty else { return }
    warnings.append(
      Diagnostic(.warning, "convert.identifying", ["file": file, "fields": fields.joined(separator: ", ")]))
  }

  // MARK: As a table

  /// The names of the position in a table: those by which it is found again.
  private var positionFields: [String] { layer.crs.isWGS84 ? ["longitude", "latitude"] : ["easting", "northing"] }

  private var writesPosition: Bool { !hasOwnPosition && layer.kinds.contains(.points) }

  /// Whether two of the columns say already, in longitude and latitude, where the points are.
  private var columnsHavePosition: Bool {
    let names = layer.columns.map(\.name)
    let (east, north) = (FieldNames.matches(names, FieldNames.longitude), FieldNames.matches(names, FieldNames.latitude))
    guard layer.crs.isWGS84, east.count == 1, north.count == 1, let points = layer.points else { return false }
    return (0..<layer.featureCount).allSatisfy { feature in
      guard let place = points.points(ofFeature: feature).first else { return true }
      let position = points.coordinate(at: place)
      func says(_ column: Int, _ value: Double) -> Bool {
        layer.columns[column].values[feature].text.flatMap(Double.init).map { abs($0 - value) < 1e-6 } ?? false
      }
      return says(east[0], position.x) && says(north[0], position.y)
    }
  }

  /// The fields, and the position behind them.
  public var tableHeader: [String] { layer.columns.map(\.name) + (writesPosition ? positionFields : []) }

  /// Rows whose geometry a table has no place for.
  public var lostGeometries: Int {
    (0..<layer.featureCount).count { feature in
      layer.count(.areas, ofFeature: feature) + layer.count(.lines, ofFeature: feature) > 0
        || !hasOwnPosition && layer.count(.points, ofFeature: feature) > 1
    }
  }

  /// Hands over the rows, some at a time.
  public func writeTable(_ write: (RowBlock) throws -> Void) throws {
    let block = 4_096
    let (width, writesPosition) = (tableHeader.count, writesPosition)
    for start in stride(from: 0, to: layer.featureCount, by: block) {
      var rows = RowBlock(columns: width)
      for feature in start..<min(layer.featureCount, start + block) {
        for column in layer.columns { rows.append(column.values[feature]) }
        if writesPosition { append(position: feature, to: &rows) }
      }
      try write(rows)
    }
  }

  /// - Parameter rows: gets two cells, empty ones for a row without one place.
  private func append(position feature: Int, to rows: inout RowBlock) {
    let places = layer.points?.points(ofFeature: feature) ?? 0..<0
    guard places.count == 1, let position = layer.points?.coordinate(at: places.lowerBound) else {
      rows.append(FieldValue.null)
      rows.append(FieldValue.null)
      return
    }
    // A centimetre in degrees, as layers are written.
    for value in [position.x, position.y] { rows.append(NumberText.field((value * 1e7).rounded() / 1e7)) }
  }
}
