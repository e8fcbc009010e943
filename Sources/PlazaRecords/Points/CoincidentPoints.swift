internal import PlazaGeometry
internal import PlazaLayers

/// What becomes of records that share a coordinate which is no place of an incident: a police post, a hospital, a centroid.
public enum CoincidentPolicy: String, Hashable, Sendable, CaseIterable {
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
public struct CoincidentPoints: Hashable, Sendable {
  public var x: Double
  public var y: Double
  /// Records at the coordinate; they stand one behind another from `first` in the canonical order.
  public var count: Int
  package var first: Int
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
  package static func find(in points: PointCollection, known: [KnownPlace]) -> [CoincidentPoints] {
    var places: [CoincidentPoints] = []
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
          places.append(CoincidentPoints(x: x, y: y, count: end - start, first: start, place: near?.place.name))
        }
      }
      start = end
    }
    return places.sorted { ($1.count, $0.first) < ($0.count, $1.first) }
  }

  /// What is said of piles: how many, how many records, and where the highest are.
  package static func values(_ places: [CoincidentPoints], of points: PointCollection, file: String) throws -> [String: String] {
    let records = places.reduce(0) { $0 + $1.count }
    let examples = try places.prefix(3).map { found in
      let place = try degrees(x: found.x, y: found.y, crs: points.crs)
      return "\(place)\(found.place.map { " (\($0))" } ?? ""): \(found.count)"
    }
    return [
      "file": file, "count": String(places.count), "records": String(records),
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
  func separating(_ places: [CoincidentPoints]) -> (others: PointCollection, coincident: PointCollection) {
    var isCoincident = [Bool](repeating: false, count: count)
    for found in places {
      for place in found.first..<found.first + found.count { isCoincident[place] = true }
    }
    return (selecting((0..<count).filter { !isCoincident[$0] }), selecting((0..<count).filter { isCoincident[$0] }))
  }
}

extension StudyGround {
  /// Does with piles what the caller says, and stops where the caller has said nothing.
  /// - Throws: `Failure` `points.piles`, which names the highest.
  public mutating func settleCoincident(_ policy: CoincidentPolicy?, known: [KnownPlace], file: String) throws {
    let places = CoincidentPoints.find(in: points, known: known)
    guard !places.isEmpty else { return }
    let values = try CoincidentPoints.values(places, of: points, file: file)
    switch policy {
    case nil: throw Failure(.notUnderstood, "points.piles", values)
    case .keep: notes.append(Diagnostic(.warning, "points.piles_kept", values))
    case .drop:
      let others = points.separating(places).others
      account.withhold(points.count - others.count, .pile, cases: points.caseCount - others.caseCount)
      points = others
      notes.append(Diagnostic(.warning, "points.piles_dropped", values))
    case .area:
      let parts = points.separating(places)
      (points, coincident) = (parts.others, parts.coincident)
      notes.append(Diagnostic(.warning, "points.piles_area", values))
    }
  }
}
