extension AreaLocator {
  /// Finds for each point of a batch the lowest-ranked area that covers it.
  ///
  /// - Parameter x: abscissas (longitude or easting), in the CRS of the areas.
  /// - Parameter y: ordinates, as many as `x`.
  /// - Parameter areas: receives the area's number, `none` or `notAPlace` (a coordinate is nan or infinite).
  /// - Parameter flags: receives 0, `onBorder` or `ambiguous`.
  /// - Complexity: O(1) a point away from edges; near edges in proportion to the edges of its cell.
  public func locate(x: Span<Double>, y: Span<Double>, areas: inout MutableSpan<Int32>, flags: inout MutableSpan<UInt8>) {
    x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        areas.withUnsafeMutableBufferPointer { areas in
          flags.withUnsafeMutableBufferPointer { flags in
            locate(x: x, y: y, areas: areas, flags: flags)
          }
        }
      }
    }
  }

  /// The lowest-ranked area that covers each place; nil where none does, and for what is not a place. See `locate(x:y:areas:flags:)`.
  ///
  /// ```swift
  /// let locator = AreaLocator(districts)
  /// let found = locator.areas(of: [Coordinate(x: -89.2, y: 13.7)])
  /// ```
  public func areas(of places: [Coordinate]) -> [Int?] {
    let (x, y) = (places.map(\.x), places.map(\.y))
    var areas = [Int32](repeating: Self.none, count: places.count)
    var flags = [UInt8](repeating: 0, count: places.count)
    var found = areas.mutableSpan
    var marks = flags.mutableSpan
    locate(x: x.span, y: y.span, areas: &found, flags: &marks)
    return areas.map { $0 >= 0 ? Int($0) : nil }
  }

  /// Finds for each point of a batch the lowest-ranked area that covers it; see `locate(x:y:areas:flags:)` over spans.
  public func locate(
    x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>,
    areas: UnsafeMutableBufferPointer<Int32>, flags: UnsafeMutableBufferPointer<UInt8>
  ) {
    precondition(x.count == y.count && areas.count >= x.count && flags.count >= x.count, "columns of different length")
    guard let xs = x.baseAddress, let ys = y.baseAddress, let areas = areas.baseAddress,
      let flags = flags.baseAddress
    else { return }
    column.coordinates.withUnsafeBufferPointer { values in
      let kernel = LocatorKernel(self, values: values.baseAddress)
      var start = 0
      while start < x.count {
        let count = min(LocatorKernel.block, x.count &- start)
        kernel.locate(x: xs + start, y: ys + start, count: count, areas: areas + start, flags: flags + start)
        start &+= count
      }
    }
  }
}
