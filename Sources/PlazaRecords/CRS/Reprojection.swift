package import PlazaGeometry
package import PlazaLayers
internal import PlazaPROJ
internal import PlazaParallel
internal import Synchronization

/// Whole columns from one CRS to another.
package enum Reprojection {
  /// Positions of one call to PROJ.
  private static let chunk = 1 << 16

  /// Positions in two columns, in place.
  /// - Parameter box: of what they are laid against, in `boxCRS`.
  /// - Throws: `Failure` as the choice of an operation does; `crs.no_image` when a position has no place there.
  package static func transform(
    x: inout [Double], y: inout [Double], from: CRS, to: CRS, around box: Envelope, boxCRS: CRS, jobs: Int
  ) throws {
    let operation = try CRSOperation.choose(from: from, named: "", to: to, named: "--crs", around: box, boxCRS: boxCRS)
    guard !operation.isIdentity, !x.isEmpty else { return }
    let count = x.count
    let lost = try x.withUnsafeMutableBufferPointer { x in
      try y.withUnsafeMutableBufferPointer { y in
        nonisolated(unsafe) let (x, y) = (x, y)
        let outcome = Mutex<(lost: Int, error: ProjError?)>((0, nil))
        let chunks = (count + chunk - 1) / chunk
        let workers = max(1, min(jobs, chunks))
        runAtOnce(workers) { worker in
          do throws(ProjError) {
            let transformer = try Transformer(operation)
            for index in stride(from: worker, to: chunks, by: workers) {
              let range = index * chunk..<min(count, (index + 1) * chunk)
              let lost = transformer.transform(
                x: UnsafeMutableBufferPointer(rebasing: x[range]), y: UnsafeMutableBufferPointer(rebasing: y[range]))
              if lost > 0 { outcome.withLock { $0.lost += lost } }
            }
          } catch {
            outcome.withLock { $0.error = error }
          }
        }
        let result = outcome.withLock { $0 }
        if let error = result.error { throw CRSOperation.failure(error, files: [:]) }
        return result.lost
      }
    }
    if lost > 0 { throw Failure(.notUnderstood, "crs.no_image", ["crs": from.description]) }
  }

  /// The operation by which positions within a box go from one CRS to another, with what is said of it.
  /// - Throws: `Failure` as the choice of an operation does.
  package static func operation(
    from: CRS, to: CRS, around box: Envelope, file: String
  ) throws -> (name: String, accuracyMetres: Double?, note: Diagnostic) {
    let operation = try CRSOperation.choose(from: from, named: file, to: to, named: "--to-crs", around: box, boxCRS: from)
    return (operation.operation, operation.accuracyMetres, CRSOperation.note(operation, from: from, to: to))
  }

  /// Every vertex; edges stay straight between their ends.
  package static func transform(_ geometry: inout PolygonColumn, from: CRS, to: CRS) throws {
    guard geometry.vertexCount > 0 else { return }
    let operation = try CRSOperation.choose(from: from, named: "", to: to, named: "", around: geometry.envelope, boxCRS: from)
    guard !operation.isIdentity else { return }
    do {
      if try Transformer(operation).transform(&geometry) > 0 {
        throw Failure(.notUnderstood, "crs.no_image", ["crs": from.description])
      }
    } catch let error as ProjError {
      throw CRSOperation.failure(error, files: [:])
    }
  }

  /// Interleaved positions, in place.
  package static func transform(_ values: UnsafeMutableBufferPointer<Double>, from: CRS, to: CRS) throws {
    guard values.count > 0 else { return }
    var box = Envelope()
    for index in stride(from: 0, to: values.count, by: 2) { box.expand(x: values[index], y: values[index + 1]) }
    let operation = try CRSOperation.choose(from: from, named: "", to: to, named: "", around: box, boxCRS: from)
    guard !operation.isIdentity else { return }
    do {
      if try Transformer(operation).transform(interleaved: values) > 0 {
        throw Failure(.notUnderstood, "crs.no_image", ["crs": from.description])
      }
    } catch let error as ProjError {
      throw CRSOperation.failure(error, files: [:])
    }
  }

  /// The box of polygons in longitude and latitude on WGS 84. What lies on both sides of the antimeridian has a box that goes on beyond
  /// 180°.
  package static func earthBox(of column: PolygonColumn, from: CRS) throws -> Envelope {
    var degrees = column
    if try !isGeographic(from) {
      let box = column.envelope
      guard !box.isEmpty else { return box }
      degrees = PolygonColumn(
        coordinates: ring(around: box), ringOffsets: [0, 4 * 22 + 1], polygonOffsets: [0, 1], featureOffsets: [0, 1])
      try transform(&degrees, from: from, to: .wgs84)
    }
    var (box, turned) = (Envelope(), Envelope())
    for vertex in 0..<degrees.vertexCount {
      let place = degrees.coordinate(at: vertex)
      box.expand(x: place.x, y: place.y)
      turned.expand(x: place.x < 0 ? place.x + 360 : place.x, y: place.y)
    }
    return turned.width < box.width ? turned : box
  }

  /// The box of a box's image, by positions along its sides.
  package static func box(_ box: Envelope, from: CRS, to: CRS) throws -> Envelope {
    if from == to || from.isWGS84 && to.isWGS84 { return box }
    let ring = ring(around: box)
    var column = PolygonColumn(
      coordinates: ring, ringOffsets: [0, ring.count / 2], polygonOffsets: [0, 1], featureOffsets: [0, 1])
    try transform(&column, from: from, to: to)
    return column.envelope
  }

  /// - Throws: `Failure` `crs.unknown`, `proj.no_database`.
  package static func isGeographic(_ crs: CRS) throws -> Bool {
    if crs.isWGS84 { return true }
    do {
      return try ProjContext().info(crs).isGeographic
    } catch {
      throw CRSOperation.failure(error, files: [:])
    }
  }

  /// Positions along the sides of a box, the first repeated at the end; no ring that goes around.
  private static func ring(around box: Envelope) -> [Double] {
    var ring: [Double] = []
    let steps = 21
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      let (x, y) = (box.minX + box.width * share, box.minY + box.height * share)
      ring += [x, box.minY, x, box.maxY, box.minX, y, box.maxX, y]
    }
    return ring + ring.prefix(2)
  }
}
