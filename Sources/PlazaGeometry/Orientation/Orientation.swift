/// The side of the directed line from a to b on which p lies: 1 left, −1 right, 0 on the line.
///
/// The sign is exact where every coordinate is 0 or of a magnitude from 2⁻⁴⁰⁰ to 2⁵⁰⁰ (4e-121 to 3e150); readers of files take none beyond 1e100. The
/// answer for others, and for a coordinate that is not finite, has no meaning. If a equals b, every p is on the line.
/// Nearly all calls are decided by a floating-point filter, the rest out of line by exact arithmetic.
/// Shewchuk 1997, "Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates", doi:10.1007/PL00009321.
@inlinable
@inline(__always)
public func orientation(ax: Double, ay: Double, bx: Double, by: Double, px: Double, py: Double) -> Int {
  let left = (ax - px) * (by - py)
  let right = (ay - py) * (bx - px)
  let determinant = left - right
  let bound = OrientationFilter.relativeError * (left.magnitude + right.magnitude)
  // An overflow makes the bound infinite or the determinant nan, and neither comparison holds; the second term of the
  // bound outweighs everything that an underflow can have cost.
  if determinant > bound + OrientationFilter.smallestTrusted { return 1 }
  if -determinant > bound + OrientationFilter.smallestTrusted { return -1 }
  return exactOrientation(ax: ax, ay: ay, bx: bx, by: by, px: px, py: py)
}

@usableFromInline
enum OrientationFilter {
  /// (3 + 16ε)ε with ε = 2⁻⁵³, rounded up: Shewchuk's bound for the first stage.
  @usableFromInline static var relativeError: Double { @inline(__always) get { 3.330669073875472e-16 } }
  @usableFromInline static var smallestTrusted: Double { @inline(__always) get { 1e-280 } }
}
