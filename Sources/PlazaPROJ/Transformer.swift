internal import CPROJ
public import PlazaGeometry

/// Runs a transformation in place, a batch at a time; changes inside as it runs, so each worker makes its own.
public final class Transformer {
  public let transformation: Transformation
  private let library: ProjLibrary
  private let operation: ProjObject
  /// The same operation computed here; nil when it is not a projection that can be.
  private let plane: TransverseMercator?

  /// Reads no database: the definition says all, only grids are opened.
  ///
  /// - Parameter forRecords: whether a transverse Mercator is computed here, several times as fast as by PROJ: its last digits differ, which
  ///   decides nothing about where a record lies but shows in the last digit of computed surfaces and distances.
  /// - Throws: `ProjError.failed` when PROJ cannot make the operation, as when a grid has gone.
  public init(_ transformation: Transformation, forRecords: Bool = false) throws(ProjError) {
    self.transformation = transformation
    library = ProjLibrary(folder: transformation.folder)
    guard let operation = ProjObject(proj_create(library.handle, transformation.definition), in: library) else {
      throw .failed(operation: "proj_create", message: library.takeMessage())
    }
    self.operation = operation
    plane = forRecords ? TransverseMercator(transformation.definition) : nil
  }

  /// Transforms two columns of equal length in place, in one call to PROJ.
  ///
  /// - Returns: how many positions have no image; both their values are NaN. Values that were not finite are counted too.
  @discardableResult
  public func transform(x: UnsafeMutableBufferPointer<Double>, y: UnsafeMutableBufferPointer<Double>) -> Int {
    precondition(x.count == y.count, "columns of x and y differ in length")
    return run(PJ_FWD, x.baseAddress, y.baseAddress, count: x.count, stride: 1)
  }

  /// The way back; see `transform(x:y:)`. Between ellipsoids it leads back to within 1e-7 degrees, because heights are dropped
  /// both ways; else to within 1e-9.
  @discardableResult
  public func inverse(x: UnsafeMutableBufferPointer<Double>, y: UnsafeMutableBufferPointer<Double>) -> Int {
    precondition(x.count == y.count, "columns of x and y differ in length")
    return run(PJ_INV, x.baseAddress, y.baseAddress, count: x.count, stride: 1)
  }

  /// Transforms interleaved coordinates (`x0, y0, x1, y1 …`) in place; see `transform(x:y:)`.
  @discardableResult
  public func transform(interleaved values: UnsafeMutableBufferPointer<Double>) -> Int {
    guard let base = values.baseAddress else { return 0 }
    return run(PJ_FWD, base, base + 1, count: values.count / 2, stride: 2)
  }

  /// The way back; see `transform(interleaved:)`.
  @discardableResult
  public func inverse(interleaved values: UnsafeMutableBufferPointer<Double>) -> Int {
    guard let base = values.baseAddress else { return 0 }
    return run(PJ_INV, base, base + 1, count: values.count / 2, stride: 2)
  }

  /// Transforms every vertex of a column; edges stay straight between their ends.
  @discardableResult
  public func transform(_ column: inout PolygonColumn) -> Int {
    column.withMutableCoordinates { transform(interleaved: $0) }
  }

  /// One position; nil where it has no image. For the edges of a program: batches are faster.
  public func transform(_ position: Coordinate) -> Coordinate? {
    var x = position.x
    var y = position.y
    return run(PJ_FWD, &x, &y, count: 1, stride: 1) == 0 ? Coordinate(x: x, y: y) : nil
  }

  private func run(
    _ direction: PJ_DIRECTION, _ x: UnsafeMutablePointer<Double>?, _ y: UnsafeMutablePointer<Double>?, count: Int, stride: Int
  ) -> Int {
    guard let x, let y, count > 0 else { return 0 }
    let bytes = stride * MemoryLayout<Double>.stride
    if let plane, direction == PJ_FWD {
      for index in Swift.stride(from: 0, to: count * stride, by: stride) where !plane.transform(&x[index], &y[index]) {
        proj_trans_generic(
          operation.pointer, direction, x + index, bytes, 1, y + index, bytes, 1, nil, 0, 0, nil, 0, 0)
      }
    } else if !transformation.isIdentity {
      proj_trans_generic(operation.pointer, direction, x, bytes, count, y, bytes, count, nil, 0, 0, nil, 0, 0)
    }
    var lost = 0
    for index in Swift.stride(from: 0, to: count * stride, by: stride) {
      if x[index].isFinite && y[index].isFinite { continue }
      x[index] = .nan
      y[index] = .nan
      lost += 1
    }
    return lost
  }
}
