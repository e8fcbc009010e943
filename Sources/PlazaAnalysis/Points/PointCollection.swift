internal import PlazaGEOS
public import PlazaGeometry
public import PlazaLayers
internal import PlazaPROJ

/// The records of a file that are points within a boundary, in columns and in canonical order, with the account of all.
///
/// The order (y, x, day, amount, kind) and with it every result made of the columns is the same for any order of the records and any number of
/// workers. Memory goes by records: 36 bytes for each.
public struct PointCollection: Sendable {
  public let account: Account
  /// In the CRS that they were located in: `crs`.
  public internal(set) var x: [Double]
  public internal(set) var y: [Double]
  public internal(set) var crs: CRS
  /// The kind of each, as a place in `kindNames`; 0 when kinds were not asked for.
  public internal(set) var kinds: [Int32]
  /// In the order of their bytes; empty when kinds were not asked for.
  public let kindNames: [String]
  /// The records that each stands for, times its weight when there is one.
  public internal(set) var amounts: [Double]
  /// Days from 1970; nil where no date was read. `Int32.min` for a record without one.
  public internal(set) var days: [Int32]?
  /// The area of each, as a place in the areas sorted by code; 0 throughout within a boundary.
  public internal(set) var areas: [Int32]
  /// Records that were located and are no points.
  public internal(set) var leftOut: LeftOut
  /// First and last day of the records that count, from 1970.
  public let dayRange: ClosedRange<Int>?
  public let coordinates: JoinResult.Coordinates
  public internal(set) var notes: [Diagnostic]

  public var count: Int { x.count }

  /// Reads every record once and keeps those that lie within `boundary`.
  /// - Parameter boundary: polygons that are one study area together; nil takes every record with a position.
  /// - Parameter sensitive: which kinds must not become points; nil asks nothing of them.
  /// - Throws: `Failure` as `Join.run` does.
  /// - Complexity: O(n log n) in the records that share a y, else O(n).
  public static func read(
    _ source: any PointSource, within boundary: AreaLayer?, options: PointOptions, sensitive: SensitiveKinds? = nil,
    rejects: (any RowSink)? = nil, jobs: Int, progress: any ProgressSink
  ) async throws -> PointCollection {
    var options = options
    // What may be shown at a place depends on the kind, be it asked for or not.
    if sensitive != nil, options.by == nil, let field = FieldNames.kind(in: source.schema.fields) {
      options.by = source.schema.fields[field]
      progress.emit(Diagnostic(.note, "points.kind_field", ["file": source.name, "field": source.schema.fields[field]]))
    }
    var fields = AreaFields()
    fields.code = [StudyBoundary.codeField]
    let area = boundary.map(StudyBoundary.single) ?? StudyBoundary.everything(crs: source.schema.crs ?? .wgs84)
    let run = try await JoinRun.run(
      source, levels: [area], options: options.join(areas: fields), sinks: JoinSinks(rejects: rejects), needsDate: false,
      keeping: KeptFields(precision: options.precision), jobs: jobs, progress: progress)
    let points = PointCollection(run)
    return sensitive.map(points.withholding) ?? points
  }

  init(_ run: JoinRun) {
    let (total, kept) = (run.total, run.total.kept)
    let byBytes = total.kinds.indices.sorted { KindText.precedes(total.kinds[$0], total.kinds[$1]) }
    var ranks = [Int](repeating: 0, count: max(1, byBytes.count))
    for (rank, kind) in byBytes.enumerated() { ranks[kind] = rank }
    let order = CanonicalOrder.places(of: kept, kindRanks: ranks)
    account = total.account
    x = order.map { kept.x[Int($0)] }
    y = order.map { kept.y[Int($0)] }
    kinds = order.map { Int32(truncatingIfNeeded: ranks[Int(kept.kinds[Int($0)])]) }
    kindNames = byBytes.map { total.kinds[$0] }
    amounts = order.map { DecimalAmount.double(kept.amounts[Int($0)]) }
    days = run.plan.dateSlot == nil ? nil : order.map { kept.days[Int($0)] }
    areas = order.map { kept.areas[Int($0)] }
    leftOut = kept.leftOut
    dayRange = total.days
    crs = run.territory.finest.layer.crs
    coordinates = JoinResult.Coordinates(run)
    var notes = run.notes.filter { $0.severity == .warning }
    if leftOut.coarse > 0 { notes.append(Diagnostic(.warning, "points.coarse", ["count": String(leftOut.coarse)])) }
    if !kept.unknownPrecisions.isEmpty {
      let unknown = kept.unknownPrecisions.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
      notes.append(
        Diagnostic(
          .warning, "points.unknown_precision",
          [
            "count": String(unknown.reduce(0) { $0 + $1.value }), "values": unknown.prefix(5).map(\.key).joined(separator: ", "),
            "known": PlacePrecision.allCases.map(\.rawValue).joined(separator: ", "),
          ]))
    }
    self.notes = notes
  }

  /// The points of some places, in the order given.
  public func selecting(_ places: [Int]) -> PointCollection {
    var result = self
    result.x = places.map { x[$0] }
    result.y = places.map { y[$0] }
    result.kinds = places.map { kinds[$0] }
    result.amounts = places.map { amounts[$0] }
    result.days = days.map { days in places.map { days[$0] } }
    result.areas = places.map { areas[$0] }
    return result
  }
}

/// A study area as an area of a join.
enum StudyBoundary {
  static let codeField = "plaza_boundary"

  /// All polygons of a layer as one area.
  static func single(_ layer: AreaLayer) -> AreaLayer {
    let geometry = layer.layer.geometry
    let whole = PolygonColumn(
      coordinates: geometry.coordinates, ringOffsets: geometry.ringOffsets, polygonOffsets: geometry.polygonOffsets,
      featureOffsets: [0, geometry.polygonCount])
    return AreaLayer(
      Layer(geometry: whole, columns: [Column(name: codeField, values: [.text("1")])], crs: layer.layer.crs), file: layer.file)
  }

  /// The union of all polygons of a layer, repaired: one feature without the borders between them.
  /// - Throws: `Failure` `grid.failed`.
  static func dissolved(_ layer: AreaLayer) throws -> PolygonColumn {
    do {
      return try GEOSContext().union(features: Array(0..<layer.layer.featureCount), of: layer.layer.geometry)
    } catch {
      throw Failure(.failed, "grid.failed", ["reason": error.description])
    }
  }

  /// An area that holds every position of a CRS.
  static func everything(crs: CRS) -> AreaLayer {
    let (width, height) = crs.isWGS84 ? (180.0, 90.0) : (1e9, 1e9)
    let ring = [-width, -height, width, -height, width, height, -width, height, -width, -height]
    let geometry = PolygonColumn(coordinates: ring, ringOffsets: [0, 5], polygonOffsets: [0, 1], featureOffsets: [0, 1])
    return AreaLayer(
      Layer(geometry: geometry, columns: [Column(name: codeField, values: [.text("1")])], crs: crs), file: "")
  }
}

extension JoinResult.Coordinates {
  init(_ run: JoinRun) {
    self.init(
      points: run.placement?.points, areas: run.territory.finest.layer.crs,
      operation: run.placement?.operation?.operation ?? "",
      accuracyMetres: run.placement?.operation == nil ? 0 : run.placement?.operation?.accuracyMetres)
  }
}
