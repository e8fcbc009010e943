import PlazaGEOS
import PlazaGeometry
import Testing

@Suite struct BufferedHullTests {
  @Test(arguments: [
    ([5.0, 5], [5.0, 5], 0.0, 0.0), ([0, 3, 6], [0, 4, 8], 0, 20), ([0, 10, 10, 0, 4], [0, 0, 10, 10, 5], 100, 40),
  ])
  func `a hull with its buffer has the area of Steiner's formula`(_ x: [Double], _ y: [Double], _ area: Double, _ length: Double)
    throws
  {
    let found = try GEOSContext().bufferedHull(x: x, y: y, distance: 2).planarArea(ofFeature: 0)
    // Area + perimeter · r + a disc of 32 chords, 16 r² sin(2π / 32).
    #expect(abs(found - (area + 2 * length + 64 * 0.195_090_322_016_128_26)) < 0.05)
  }

  @Test func `no positions give an empty feature`() throws {
    let column = try GEOSContext().bufferedHull(x: [], y: [], distance: 2)
    #expect(column.featureCount == 1 && column.isEmpty(feature: 0))
  }
}
