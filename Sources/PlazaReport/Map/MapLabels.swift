internal import PlazaGeometry

/// Names of areas: those that matter first, none over another and none on an area that it does not name.
///
/// First come those that the words name, then the darkest, then the highest, then the largest. A name stands inside its area where it fits,
/// smaller if need be; the names of the few areas that the map is about stand beside all areas, near theirs, with a line to it. Over many
/// areas, or over cells, stand the names of the coarser ones.
struct MapLabels {
  struct Label: Hashable {
    var lines: [String]
    var x: Double
    /// The middle of all lines.
    var y: Double
    var feature: Int
    /// Where a line to the area ends; nil for a name that stands in it.
    var leader: Coordinate?
    var size = MapLabels.size
    /// Whether the feature is one of the coarser areas.
    var isContext = false

    var lineHeight: Double { size * 1.14 }
    /// Half as wide as the longest line.
    var halfWidth: Double { (lines.map { TextWidth.of($0, size: size, isBold: isContext) }.max() ?? 0) / 2 }

    var box: Envelope {
      let (half, tall) = (halfWidth + 2, Double(lines.count) * lineHeight / 2 + 1)
      return Envelope(minX: x - half, minY: y - tall, maxX: x + half, maxY: y + tall)
    }

    /// Where the line begins: at the side of the name that is nearer to where it ends.
    var start: Coordinate? {
      guard let leader else { return nil }
      let edge = halfWidth + 2
      if leader.x < x - edge { return .init(x: x - edge, y: y) }
      if leader.x > x + edge { return .init(x: x + edge, y: y) }
      return .init(x: x, y: y + (leader.y > y ? 1 : -1) * (Double(lines.count) * lineHeight / 2 + 1))
    }
  }

  static let size = 11.0
  /// Of names that would not fit otherwise.
  static let smallSize = 9.5
  static let contextSize = 12.5
  /// What the name of a coarser area may go beyond its outline, in pixels: nobody takes it for another's.
  static let overhang = 10.0
  /// More names than this are a gazetteer, not a map.
  static let limit = 40
  /// So many areas have their name beside them where it does not fit in.
  static let namedAnyway = 6
  /// Of more areas than this only those of the darkest class are named: the few others with room for a name would look chosen.
  static let mostAreas = 250
  /// And no more of them than this.
  static let mostOfMany = 12
  /// Of more of the darkest class than this, where the coarser areas are named, fewer are: the highest.
  static let mostDark = 60
  /// A line to an area that is longer than this part of the map is followed by nobody.
  static let longestLeader = 1.0 / 6

  let shapes: PlacedShapes
  /// The sheet that names must stay on; empty keeps them within the box of the shapes.
  var frame = Envelope()
  /// Coarser areas with their names.
  var context: (shapes: PlacedShapes, names: [String])?
  /// Of each feature, how high it is among those of its class; empty takes all for alike.
  var heights: [Double] = []
  /// What stands behind each name; empty is nothing.
  var remarks: [String?] = []
  /// The names that stand in what is said about the map.
  var said: Set<String> = []

  /// What stands on the sheet already.
  var taken: [Envelope] = []

  /// The numbers of places, one for each feature: bold, as what the words say is found by them.
  static func numbers(at places: PlacedShapes) -> [Label] {
    (0..<places.featureCount).compactMap { feature in
      places.rings(of: feature).first.flatMap { places.vertices(of: $0).first }.map { vertex in
        var label = Label(
          lines: [String(feature + 1)], x: places.x[vertex], y: places.y[vertex], feature: feature, size: contextSize)
        label.isContext = true
        return label
      }
    }
  }

  /// - Parameter names: of each feature; empty is none.
  /// - Parameter darkness: of each feature's colour, 0 … 1; empty takes all for alike.
  /// - Complexity: O(features log features + vertices), and O(vertices) of those that are named.
  func placed(_ names: [String], darkness: [Double] = []) -> [Label] {
    func dark(_ feature: Int) -> Double { darkness.isEmpty ? 0 : darkness[feature] }
    func height(_ feature: Int) -> Double { heights.isEmpty ? 0 : heights[feature] }
    func isSaid(_ feature: Int) -> Int { said.contains(names[feature]) ? 1 : 0 }
    var ranked = names.indices.filter { !names[$0].isEmpty }
      .compactMap { feature in shapes.largestRing(feature).map { (feature: feature, ring: $0.ring, area: $0.area) } }
      .sorted {
        (isSaid($1.feature), dark($1.feature), height($1.feature), $1.area, $0.feature)
          < (isSaid($0.feature), dark($0.feature), height($0.feature), $0.area, $1.feature)
      }
    let isMany = names.count > Self.mostAreas
    var labels: [Label] = []
    var room = LabelRoom()
    for box in taken { room.take(box) }
    if isMany || ranked.isEmpty { nameContext(&labels, &room) }
    let darkest = ranked.map { dark($0.feature) }.max() ?? 0
    var most = Self.limit
    if isMany {
      let hasDark = darkest > (darkness.min() ?? 0)
      // A map without a dark class is about none of its areas but those that the words name.
      ranked = ranked.filter { hasDark && dark($0.feature) == darkest || isSaid($0.feature) == 1 }
      most = !labels.isEmpty && ranked.count > Self.mostDark ? Self.namedAnyway : Self.mostOfMany
    }
    // Few that the map is about are named, whatever it takes.
    let about = ranked.count { dark($0.feature) == darkest }
    let mostBeside = about <= Self.mostOfMany ? max(Self.namedAnyway, about) : Self.namedAnyway
    let limit = labels.count + most
    let sheet = frame.isEmpty ? shapes.box : frame
    let grid = ranked.isEmpty ? nil : GroundGrid(shapes, frame: sheet)
    var named = 0
    var beside = 0
    for entry in ranked.prefix(4 * Self.limit) where labels.count < limit {
      let name = names[entry.feature] + (remarks.isEmpty ? "" : remarks[entry.feature].map { " \($0)" } ?? "")
      if let label = shapes.fitted(name, entry.feature, entry.ring, sizes: [Self.size, Self.smallSize], in: room),
        grid.map({ $0.foreign(in: label.box, to: entry.feature) == 0 }) ?? true
      {
        room.take(label.box)
        labels.append(label)
        named += 1
      } else if let grid, !darkness.isEmpty, beside < mostBeside,
        dark(entry.feature) == darkest || isSaid(entry.feature) == 1 || named < Self.namedAnyway,
        let label = outside(name, entry.feature, entry.ring, grid, room, sheet)
      {
        room.take(label.box)
        if let start = label.start, let end = label.leader { room.take(from: start, to: end) }
        labels.append(label)
        named += 1
        beside += 1
      }
    }
    return labels
  }

  private func nameContext(_ labels: inout [Label], _ room: inout LabelRoom) {
    guard let context else { return }
    let ranked = context.names.indices.filter { !context.names[$0].isEmpty }
      .compactMap { feature in context.shapes.largestRing(feature).map { (feature: feature, ring: $0.ring, area: $0.area) } }
      .sorted { ($1.area, $0.feature) < ($0.area, $1.feature) }
    for entry in ranked.prefix(Self.limit) {
      guard
        let label = context.shapes.fitted(
          context.names[entry.feature], entry.feature, entry.ring, sizes: [Self.contextSize, Self.size, Self.smallSize],
          isBold: true, overhang: Self.overhang, in: room)
      else { continue }
      room.take(label.box)
      labels.append(label)
    }
  }

  /// The name beside all areas, where nothing stands and the sheet goes on: near; nil where that would be too far.
  private func outside(
    _ name: String, _ feature: Int, _ ring: Int, _ grid: GroundGrid, _ room: LabelRoom, _ sheet: Envelope
  ) -> Label? {
    let vertices = shapes.vertices(of: ring)
    let (xs, ys) = (vertices.map { shapes.x[$0] }, vertices.map { shapes.y[$0] })
    guard let west = xs.min(), let east = xs.max(), let north = ys.min(), let south = ys.max() else { return nil }
    let anchor = shapes.middle(vertices, north: north, south: south)
    let lines = PlacedShapes.halves(name).flatMap { TextWidth.of(name, size: Self.size) > 90 ? $0 : nil } ?? [name]
    let longest = Self.longestLeader * max(shapes.box.width, shapes.box.height)
    var best: (cost: Double, label: Label)?
    for gap in [8.0, 18, 32, 50, 75, 105, 140] {
      // What lies farther than this costs more than what was found.
      if let best, gap > best.cost { break }
      for (dx, dy) in [(1.0, 0.0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, 1), (1, 1), (-1, -1)] {
        var label = Label(lines: lines, x: anchor.x, y: anchor.y, feature: feature, leader: anchor)
        let (half, tall) = (label.halfWidth + 2, Double(lines.count) * label.lineHeight / 2 + 1)
        if dx != 0 { label.x = dx > 0 ? east + gap + half : west - gap - half }
        if dy != 0 { label.y = dy > 0 ? south + gap + tall : north - gap - tall }
        let box = label.box
        guard box.minX >= sheet.minX, box.maxX <= sheet.maxX, box.minY >= sheet.minY, box.maxY <= sheet.maxY, room.isFree(box),
          let start = label.start, room.isFree(from: start, to: anchor)
        else { continue }
        let (across, down) = (start.x - anchor.x, start.y - anchor.y)
        let length = (across * across + down * down).squareRoot()
        guard length <= longest, length < best?.cost ?? .infinity, grid.foreign(in: box, to: nil) == 0 else { continue }
        best = (length, label)
      }
    }
    return best?.label
  }
}
