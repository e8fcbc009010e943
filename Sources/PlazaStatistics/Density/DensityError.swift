/// What keeps a density, a bandwidth or a frame from being computed.
public enum DensityError: Error, Hashable, Sendable {
  /// A frame needs a finite origin, a cell size above 0 and 1 to 2²⁸ cells.
  case badFrame(cell: Double, columns: Int, rows: Int)
  /// Columns that describe the same points or cells differ in length.
  case lengthMismatch(expected: Int, found: Int)
  /// A coordinate that is not a finite number, by its place in the columns.
  case badCoordinate(point: Int)
  /// A weight that is negative or not finite, by its place in the columns.
  case badWeight(point: Int)
  /// A bandwidth must be above 0, at least one cell and at most 100 000 cells.
  case badBandwidth(meters: Double, cell: Double)
  /// A share of a mask or of a volume must lie from 0 to 1.
  case badShare(Double)
  /// The least denominator of a ratio must be above 0.
  case badFloor(Double)
  /// A bandwidth rule needs at least two points with weight.
  case tooFewPoints(Int)
  /// All points lie in one place, so no bandwidth follows from their spread.
  case onePlace
  /// Everything is weightless or lies outside of the mask, so there is nothing to share out.
  case noVolume
}
