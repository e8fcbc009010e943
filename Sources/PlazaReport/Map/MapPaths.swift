/// The outlines of features as path data, in tenths of a pixel.
struct MapPaths {
  let shapes: PlacedShapes
  /// The radius of a place that stands for a point, in tenths of a pixel; nil draws it as an area too small to see.
  var dot: Int?

  /// Appends what `d` holds: every ring of the feature, for the even-odd rule. One that is too small to see is a dot.
  /// - Returns: false for a feature without geometry.
  func append(_ feature: Int, to markup: inout Markup) -> Bool {
    var isDrawn = false
    var first: (Int, Int)?
    if let dot, let ring = shapes.rings(of: feature).first, shapes.vertices(of: ring).count == 1 {
      for ring in shapes.rings(of: feature) {
        let vertex = shapes.vertices(of: ring).lowerBound
        let (x, y) = (tenth(shapes.x[vertex]), tenth(shapes.y[vertex]))
        markup.raw("M\(x - dot) \(y)a\(dot) \(dot) 0 1 0 \(2 * dot) 0a\(dot) \(dot) 0 1 0 \(-2 * dot) 0z")
      }
      return true
    }
    for ring in shapes.rings(of: feature) {
      let vertices = shapes.vertices(of: ring)
      guard let start = vertices.first else { continue }
      let origin = (tenth(shapes.x[start]), tenth(shapes.y[start]))
      if first == nil { first = origin }
      guard vertices.count > 2 else { continue }
      var last = origin
      var isOpen = false
      for vertex in vertices.dropFirst() {
        let place = (tenth(shapes.x[vertex]), tenth(shapes.y[vertex]))
        if place == last { continue }
        if !isOpen {
          markup.byte(0x4D)
          markup.integer(origin.0, separated: false)
          markup.integer(origin.1, separated: true)
          markup.byte(0x6C)
          markup.integer(place.0 - last.0, separated: false)
          isOpen = true
        } else {
          markup.integer(place.0 - last.0, separated: true)
        }
        markup.integer(place.1 - last.1, separated: true)
        last = place
      }
      if isOpen {
        markup.byte(0x7A)
        isDrawn = true
      }
    }
    guard !isDrawn else { return true }
    guard let first else { return false }
    markup.raw("M\(first.0 - 6) \(first.1 - 6)h12v12h-12z")
    return true
  }

  private func tenth(_ value: Double) -> Int { Int((value * 10).rounded()) }
}
