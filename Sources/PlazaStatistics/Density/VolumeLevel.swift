/// The density above which the densest part of a map holds a share of its whole volume.
public struct VolumeLevel: Hashable, Sendable {
  /// The share asked for, 0 to 1.
  public let share: Double
  /// Cells at or above it belong to the part.
  public let level: Double
  /// How many cells do.
  public let cellCount: Int
  /// The share of the volume they hold, at least the one asked for.
  public let heldShare: Double
}

/// The level of a density for each share, so that the cells at or above it are the fewest that hold it: the 50 % part of a map lies within its 75 %
/// part.
///
/// Cells of equal density belong together, so a part may hold more than its share. Known as percent volume contours or, with ecologists, as
/// utilisation distributions: Worton 1989, doi:10.2307/1938423.
/// - Parameter insideShare: how much of each cell counts; nil where all of them do.
/// - Returns: one level per share, in their order. A share of 0 gives the densest cells.
/// - Throws: `DensityError.lengthMismatch`, `.badShare`, `.noVolume` where the density is 0 everywhere.
/// - Complexity: O(cells · log cells).
public func volumeLevels(
  of density: [Double], insideShare: [Double]? = nil, shares: [Double] = [0.5, 0.75, 0.9]
) throws(DensityError) -> [VolumeLevel] {
  for share in shares where !(share >= 0 && share <= 1) { throw .badShare(share) }
  if let insideShare {
    guard insideShare.count == density.count else { throw .lengthMismatch(expected: density.count, found: insideShare.count) }
    for share in insideShare where !(share >= 0 && share <= 1) { throw .badShare(share) }
  }
  var cells: [(density: Double, inside: Double)] = []
  for cell in density.indices {
    let inside = insideShare?[cell] ?? 1
    if density[cell] > 0, inside > 0 { cells.append((density[cell], inside)) }
  }
  guard !cells.isEmpty else { throw .noVolume }
  // Ties by their share as well, so that the sums do not depend on where the cells lie.
  cells.sort { $0 > $1 }
  // Where each run of equal densities ends, and the volume up to there.
  var ends: [(count: Int, volume: Double)] = []
  var volume = 0.0
  for (place, cell) in cells.enumerated() {
    volume += cell.density * cell.inside
    if place + 1 == cells.count || cells[place + 1].density != cell.density { ends.append((place + 1, volume)) }
  }
  return shares.map { share in
    let end = ends.first { $0.volume >= share * volume }!
    return VolumeLevel(
      share: share, level: cells[end.count - 1].density, cellCount: end.count, heldShare: end.volume / volume)
  }
}
