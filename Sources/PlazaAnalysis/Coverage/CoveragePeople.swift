internal import PlazaGeometry

/// How many people of each area live on the ground within reach, when they are spread evenly over its ground.
struct CoveragePeople {
  /// Nil where the population is not known.
  var total: [Double?] = []
  /// All of an area that is wholly within, and nobody of another; all of an area that is touched.
  var low: [Double?] = []
  var high: [Double?] = []

  /// - Parameter covered: what of each area is within, in an equal-area or nearly equal-area CRS, and `rest` what is not.
  init(_ areas: AreaSet, covered: PolygonColumn, rest: PolygonColumn) {
    for area in 0..<areas.count {
      guard let population = areas.populations[area] else {
        total.append(nil)
        low.append(nil)
        high.append(nil)
        continue
      }
      let (a, b) = (covered.planarArea(ofFeature: area), rest.planarArea(ofFeature: area))
      total.append(a + b > 0 ? population * (a / (a + b)) : 0)
      low.append(a > 0 && b == 0 ? population : 0)
      high.append(a > 0 ? population : 0)
    }
  }
}
