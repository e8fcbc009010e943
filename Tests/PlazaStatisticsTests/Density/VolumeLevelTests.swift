import Testing

@testable import PlazaStatistics

@Suite struct VolumeLevelTests {
  @Test func `levels hold their share with the fewest cells, ties together`() throws {
    let levels = try volumeLevels(of: [0, 4, 1, 2, 2, 1], shares: [0.9, 0.4, 0.5, 0, 1])
    #expect(levels.map(\.level) == [1, 4, 2, 4, 1])
    #expect(levels.map(\.cellCount) == [5, 1, 3, 1, 5])
    #expect(levels.map(\.heldShare) == [1, 0.4, 0.8, 0.4, 1])
    // Half of the densest cell lies outside.
    let cut = try volumeLevels(of: [0, 4, 1, 2, 2, 1], insideShare: [1, 0.5, 1, 1, 0, 1], shares: [0.5])
    #expect(cut == [VolumeLevel(share: 0.5, level: 2, cellCount: 2, heldShare: 4 / 6.0)])
  }

  @Test func `the plain definition holds on a made density, in any order of its cells`() throws {
    let frame = try RasterFrame(x0: 0, y0: 0, cell: 1, columnCount: 40, rowCount: 30)
    let points = try DensityPoints(x: [10, 12, 30.5, 22], y: [10, 11, 20.5, 5])
    let density = try kernelDensity(of: points, bandwidth: 8, frame: frame)
    let shares = [0.1, 0.5, 0.75, 0.9]
    let levels = try volumeLevels(of: density, shares: shares)
    let total = density.reduce(0, +)
    for level in levels {
      let held = density.filter { $0 >= level.level }
      #expect(held.count == level.cellCount && held.reduce(0, +) >= level.share * total * (1 - 1e-12))
      #expect(density.filter { $0 > level.level }.reduce(0, +) < level.share * total)
    }
    #expect(try volumeLevels(of: density.reversed(), shares: shares) == levels)
  }

  @Test func `a cone of uniform steps has the levels of its geometry`() throws {
    // One Epanechnikov event: the share 1 − (level / peak)² lies above a level, so half of it above the peak · √½.
    let frame = try RasterFrame(x0: -250, y0: -250, cell: 1, columnCount: 500, rowCount: 500)
    let density = try kernelDensity(
      of: DensityPoints(x: [0.3], y: [0.2]), kernel: .epanechnikov, bandwidth: 240, frame: frame)
    let peak = 2 / (Double.pi * 240 * 240) * 1e6
    for level in try volumeLevels(of: density) {
      #expect(abs(level.level / peak - (1 - level.share).squareRoot()) < 1e-3)
    }
  }

  @Test func `no volume, or a share beyond 0 to 1, is refused`() throws {
    #expect(throws: DensityError.noVolume) { try volumeLevels(of: [0, 0]) }
    #expect(throws: DensityError.noVolume) { try volumeLevels(of: [0, 3], insideShare: [1, 0]) }
    #expect(throws: DensityError.badShare(1.5)) { try volumeLevels(of: [1], shares: [1.5]) }
    #expect(throws: DensityError.lengthMismatch(expected: 2, found: 1)) { try volumeLevels(of: [1, 2], insideShare: [1]) }
  }
}
