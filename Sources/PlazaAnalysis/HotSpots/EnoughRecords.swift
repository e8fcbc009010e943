internal import PlazaStatistics

/// How many records it takes to speak of more, or less, than chance.
enum EnoughRecords {
  /// With fewer on the whole map nothing is said of where there are few, nor that there is no pattern: ArcGIS asks for as many for its optimized
  /// hot spots. A zone of `inZone` may be called all the same, as its p is exact.
  static let onMap = 30
  /// A zone of fewer is none, whatever its p: three records in a row are no ground for a decision.
  static let inZone = 5

  /// Takes zones of fewer records than `inZone` back.
  /// - Parameter bins: 1 to 3 above chance; what is taken back is 0 afterwards.
  /// - Returns: the units of those zones, ascending.
  static func withdraw(_ bins: inout [Int?], _ test: NeighbourTest) -> [Int] {
    var withdrawn: Set<Int> = []
    // The narrower zones of the higher level first: what stands there stands in the wider ones too.
    for level in [2, 1] {
      for zone in test.zones(bins.indices.filter { (bins[$0] ?? 0) >= level }) where test.records(zone) < inZone {
        for unit in zone {
          bins[unit] = level - 1 == 0 ? 0 : min(bins[unit]!, level - 1)
          withdrawn.insert(unit)
        }
      }
    }
    return withdrawn.filter { bins[$0] == 0 }.sorted()
  }
}
