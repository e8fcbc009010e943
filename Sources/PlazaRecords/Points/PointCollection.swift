internal import PlazaGEOS
public import PlazaGeometry
public import PlazaLayers
internal import PlazaPROJ

/// The records of a file that are points within a boundary, in columns and in canonical order, with the account of all.
///
/// The order (y, x, day, amount, kind) and with it every result made of the columns is the same for any order of the records and any number of
/// workers. Memory goes by records: 36 bytes for each, 44 where rows carry counts.
public struct PointCollection: Sendable {
  /// What is no point for its kind or its place is withheld in it.
  public internal(set) var account: Account
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
  /// The records that each stands for; nil where it is one.
  public internal(set) var counts: [Int64]?
  /// Days from 1970; nil where no date was read. `Int32.min` for a record without one.
  public internal(set) var days: [Int32]?
  /// The area of each, as a place in the areas sorted by code; within a boundary that of the polygon in its layer.
  public internal(set) var areas: [Int32]
  /// Rows that are joined, stand for no record, and are no points.
  public let emptyRows: Int
  /// First and last day of the records that count, from 1970.
  public let dayRange: ClosedRange<Int>?
  public let coordinates: CRSFacts
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
    var ground = Ground.everywhere
    var notes: [Diagnostic] = []
    if let boundary { (ground, notes) = try await StudyBoundary.ground(boundary, jobs: jobs) }
    let pass = try RecordPass(
      source, on: ground, options.records(),
      .init(precision: options.precision, excluding: sensitive, repeatLimit: RowFingerprints.heldLimit),
      rows: RowSinks(rejects: rejects))
    let run = try await pass.run(into: KeptPoints(pass), notes: notes, jobs: jobs, progress: progress)
    return PointCollection(run)
  }

  package init(_ run: RecordReading<KeptPoints>) {
    let (total, kept) = (run.totals, run.sink)
    let byBytes = total.kinds.indices.sorted { CanonicalText.precedes(total.kinds[$0], total.kinds[$1]) }
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
    account.withhold(kept.coarse, .coarsePlace, cases: kept.coarseCases)
    counts = kept.carriesCounts ? order.map { kept.counts[Int($0)] } : nil
    emptyRows = kept.empty
    dayRange = total.days
    coordinates = run.coordinates
    crs = coordinates.areas
    var notes = run.warnings + total.dateNotes(file: run.plan.file)
    if kept.coarse > 0 { notes.append(Diagnostic(.warning, "points.coarse", ["count": String(kept.coarse)])) }
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
    self.notes = notes + WithheldKinds(total.withheld).warnings
  }

  /// The kinds that points are of: those that are withheld have a name and no point. O(n).
  package var shownKindCount: Int { kindNames.isEmpty ? 0 : Set(kinds).count }

  /// What all points stand for together.
  package var caseCount: Int { counts.map { $0.reduce(0) { $0 + Int($1) } } ?? count }

  /// The points of some places, in the order given.
  public func selecting(_ places: [Int]) -> PointCollection {
    var result = self
    result.x = places.map { x[$0] }
    result.y = places.map { y[$0] }
    result.kinds = places.map { kinds[$0] }
    result.amounts = places.map { amounts[$0] }
    result.counts = counts.map { counts in places.map { counts[$0] } }
    result.days = days.map { days in places.map { days[$0] } }
    result.areas = places.map { areas[$0] }
    return result
  }
}

/// The polygons of a layer as one study area.
package enum StudyBoundary {
  /// The polygons as the ground of a pass; invalid ones are repaired, each by itself.
  /// - Throws: `Failure` `geometry.unbuildable`.
  package static func ground(_ layer: AreaLayer, jobs: Int) async throws -> (ground: Ground, notes: [Diagnostic]) {
    let count = layer.layer.featureCount
    var (points, lines) = (PointColumn(), LineColumn())
    for _ in 0..<count {
      points.endFeature()
      lines.endFeature()
    }
    var features = Features(
      points: points, lines: lines, polygons: layer.layer.geometry, columns: [], crs: layer.layer.crs)
    let note = try await features.repairPolygons(file: layer.file, isStrict: false, jobs: jobs)
    return (.boundary(features.polygons, layer.layer.crs, file: layer.file), note.map { [$0] } ?? [])
  }

  /// The union of all polygons of a layer, repaired: one feature without the borders between them.
  /// - Throws: `Failure` `grid.failed`.
  package static func dissolved(_ layer: AreaLayer) throws -> PolygonColumn {
    do {
      return try GEOSContext().union(features: Array(0..<layer.layer.featureCount), of: layer.layer.geometry)
    } catch {
      throw Failure(.failed, "grid.failed", ["reason": error.description])
    }
  }
}
