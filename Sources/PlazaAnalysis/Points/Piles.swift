internal import PlazaGeometry
internal import PlazaLayers

/// What becomes of records that share a coordinate which is no place of an incident: a police post, a hospital, a centroid.
public enum PilePolicy: String, Hashable, Sendable, CaseIterable {
  /// They are points like all others.
  case keep
  /// They are left out.
  case drop
  /// They count in the area or cell that they lie in, and are no points: densities and clusters leave them out.
  case area
}

/// A place where records are put that did not happen there.
public struct KnownPlace: Hashable, Sendable {
  public var name: String
  /// In the CRS of the points, metres.
  public var x: Double
  public var y: Double

  public init(name: String, x: Double, y: Double) {
    self.name = name
    self.x = x
    self.y = y
  }
}

/// A coordinate that so many records share that it may be no place of theirs.
public struct Pile: Hashable, Sendable {
  public var x: Double
  public var y: Double
  /// Records at the coordinate; they stand one behind another from `first` in the canonical order.
  public var count: Int
  var first: Int
  /// The known place within 50 m, if there is one.
  public var place: String?

  /// Whatever the share, so many records at one coordinate are a pile.
  public static let leastCount = 50
  /// The share of all records that makes a pile, of at least `leastOfFew` records: one per cent of two hundred would be two.
  public static let leastShare = 0.01
  public static let leastOfFew = 10
  /// How near a known place makes a pile of two records and more, in metres.
  public static let knownDistance = 50.0

  /// The piles of points, the highest first, then in canonical order.
  /// - Parameter points: in canonical order, in metres.
  /// - Complexity: O(n + coordinates with two records × known places).
  static func find(in points: PointCollection, known: [KnownPlace]) -> [Pile] {
    var piles: [Pile] = []
    let count = points.count
    let bound = min(leastCount, max(leastOfFew, Int((Double(count) * leastShare).rounded(.up))))
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, points.x[end] == points.x[start], points.y[end] == points.y[start] { end += 1 }
      if end - start > 1 {
        let (x, y) = (points.x[start], points.y[start])
        let near = known.map { (place: $0, square: ($0.x - x) * ($0.x - x) + ($0.y - y) * ($0.y - y)) }
          .filter { $0.square <= knownDistance * knownDistance }
          .min { ($0.square, $0.place.name) < ($1.square, $1.place.name) }
        if end - start >= bound || near != nil {
          piles.append(Pile(x: x, y: y, count: end - start, first: start, place: near?.place.name))
        }
      }
      start = end
    }
    return piles.sorted { ($1.count, $0.first) < ($0.count, $1.first) }
  }

  /// What is said of piles: how many, how many records, and where the highest are.
  static func values(_ piles: [Pile], of points: PointCollection, file: String) throws -> [String: String] {
    let records = piles.reduce(0) { $0 + $1.count }
    let examples = try piles.prefix(3).map { pile in
      let place = try degrees(x: pile.x, y: pile.y, crs: points.crs)
      return "\(place)\(pile.place.map { " (\($0))" } ?? ""): \(pile.count)"
    }
    return [
      "file": file, "count": String(piles.count), "records": String(records),
      "share": NumberText.text(Double(records) / Double(points.count)) ?? "", "examples": examples.joined(separator: "; "),
    ]
  }

  /// A position as people look it up: latitude, longitude.
  private static func degrees(x: Double, y: Double, crs: CRS) throws -> String {
    let box = try Reprojection.box(Envelope(minX: x, minY: y, maxX: x, maxY: y), from: crs, to: .wgs84)
    func text(_ value: Double) -> String { NumberText.text((value * 1e5).rounded() / 1e5) ?? "" }
    return "\(text(box.minY)), \(text(box.minX))"
  }
}

extension PointCollection {
  /// The points without those of some piles, and those.
  func separating(_ piles: [Pile]) -> (others: PointCollection, piled: PointCollection) {
    var isPiled = [Bool](repeating: false, count: count)
    for pile in piles {
      for place in pile.first..<pile.first + pile.count { isPiled[place] = true }
    }
    var others = selecting((0..<count).filter { !isPiled[$0] })
    others.leftOut.piles += count - others.count
    return (others, selecting((0..<count).filter { isPiled[$0] }))
  }
}

extension StudyGround {
  /// Does with piles what the caller says, and stops where the caller has said nothing.
  /// - Throws: `Failure` `points.piles`, which names the highest.
  public mutating func settlePiles(_ policy: PilePolicy?, known: [KnownPlace], file: String) throws {
    let piles = Pile.find(in: points, known: known)
    guard !piles.isEmpty else { return }
    let values = try Pile.values(piles, of: points, file: file)
    switch policy {
    case nil: throw Failure(.notUnderstood, "points.piles", values)
    case .keep: notes.append(Diagnostic(.warning, "points.piles_kept", values))
    case .drop:
      points = points.separating(piles).others
      notes.append(Diagnostic(.warning, "points.piles_dropped", values))
    case .area:
      let parts = points.separating(piles)
      (points, piled) = (parts.others, parts.piled)
      notes.append(Diagnostic(.warning, "points.piles_area", values))
    }
  }
}
