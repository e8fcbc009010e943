/// Outlines of groups of areas that share whole edges.
public enum Outline {
  /// One feature per group, the union of its members: where two members meet, their common edge goes.
  ///
  /// For cells of a grid, and for any areas that do not overlap and whose common borders have the same vertices, to the last bit, on both
  /// sides; where they do not, the edges stay and the result may be invalid. The direction of the rings given does not matter. Exteriors run
  /// counter-clockwise, holes clockwise. Members that meet in a point only are separate polygons, and rings of one polygon at most touch in
  /// points, as OGC 06-103r4 has it. All vertices of what remains are kept, also those in the middle of a side, so that neighbouring
  /// groups still fit when they are transformed.
  ///
  /// A ring begins at its lowest vertex, of these the leftmost; polygons are in the order of their first members, the holes of one in the
  /// order of the members at them.
  /// - Parameter column: finite coordinates.
  /// - Parameter groups: for each feature the group it belongs to, from 0; below 0 it is left out. Feature g of the result is group g, empty
  ///   where no feature belongs to it.
  /// - Complexity: O(vertices · log of those within a cell of an index, which holds about two).
  public static func dissolve(column: PolygonColumn, groups: [Int]) -> PolygonColumn {
    precondition(groups.count == column.featureCount, "not a group for each feature")
    precondition(column.coordinates.allSatisfy { $0.isFinite }, "a coordinate that is not finite")
    var kernel = OutlineKernel(column.withExteriorsLeft(), groups)
    kernel.cancel()
    return kernel.trace()
  }
}

extension PolygonColumn {
  /// The column with what a ring bounds on its left: exteriors counter-clockwise, holes clockwise.
  fileprivate func withExteriorsLeft() -> PolygonColumn {
    var turned = self
    turned.withMutableCoordinates { values in
      for polygon in 0..<polygonCount {
        let rings = rings(ofPolygon: polygon)
        for ring in rings {
          let vertices = vertices(ofRing: ring)
          let area = doubledArea(UnsafeBufferPointer(values), vertices)
          guard ring == rings.lowerBound ? area < 0 : area > 0 else { continue }
          var (low, high) = (vertices.lowerBound, vertices.upperBound - 1)
          while low < high {
            values.swapAt(2 * low, 2 * high)
            values.swapAt(2 * low + 1, 2 * high + 1)
            low += 1
            high -= 1
          }
        }
      }
    }
    return turned
  }
}

/// Twice the area of a closed ring, positive where it runs counter-clockwise; relative to its first vertex.
private func doubledArea(_ values: UnsafeBufferPointer<Double>, _ vertices: Range<Int>) -> Double {
  guard let first = vertices.first else { return 0 }
  let (x0, y0) = (values[2 * first], values[2 * first + 1])
  var (x, y, doubled) = (0.0, 0.0, 0.0)
  for vertex in vertices {
    let (nextX, nextY) = (values[2 * vertex] - x0, values[2 * vertex + 1] - y0)
    doubled += x * nextY - nextX * y
    (x, y) = (nextX, nextY)
  }
  return doubled
}
