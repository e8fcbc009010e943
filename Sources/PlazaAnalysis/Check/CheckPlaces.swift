internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords

/// What is wrong with the places of features, whatever geometry they have.
enum CheckPlaces {
  /// Features without geometry, at 0, 0, and with the very geometry of another.
  static func problems(_ features: Features, fields: CheckFields, levels: [Int], ground: CheckGround) -> [CheckProblem] {
    var problems: [CheckProblem] = []
    func problem(_ kind: CheckProblem.Kind, _ feature: Int, other: Int? = nil, at place: Coordinate? = nil) -> CheckProblem {
      let shown = place.flatMap(ground.degrees)
      return CheckProblem(
        kind, feature: feature + 1, code: fields.label(feature), name: fields.name(feature), other: other.map(fields.label) ?? "",
        otherName: other.map(fields.name) ?? "",
        shape: shown.map { .point($0) } ?? .none)
    }
    let (points, lines, polygons) = (features.points, features.lines, features.polygons)
    for feature in 0..<features.count
    where points.isEmpty(feature: feature) && lines.isEmpty(feature: feature) && polygons.isEmpty(feature: feature) {
      problems.append(problem(.noGeometry, feature))
    }
    for feature in 0..<features.count {
      let own = points.points(ofFeature: feature)
      if own.contains(where: { points.coordinate(at: $0) == Coordinate(x: 0, y: 0) }) {
        problems.append(problem(.nullIsland, feature))
      }
    }
    for (feature, first) in polygons.repeatedFeatures(levels: levels) {
      problems.append(
        problem(.duplicateGeometry, feature, other: first, at: InteriorPoint.point(ofFeature: feature, of: polygons)))
    }
    // Two points at one place may be two things there; lines that are one are one drawn twice.
    var firsts: [[Double]: Int] = [:]
    for feature in 0..<features.count where polygons.isEmpty(feature: feature) && !lines.isEmpty(feature: feature) {
      let vertices = lines.vertices(ofFeature: feature)
      let values = Array(lines.coordinates[2 * vertices.lowerBound..<2 * vertices.upperBound])
      let turned = stride(from: values.count - 2, through: 0, by: -2).flatMap { [values[$0], values[$0 + 1]] }
      let key = turned.lexicographicallyPrecedes(values) ? turned : values
      if let first = firsts[key] {
        let middle = vertices.lowerBound + vertices.count / 2
        problems.append(problem(.duplicateGeometry, feature, other: first, at: lines.coordinate(at: middle)))
      } else {
        firsts[key] = feature
      }
    }
    return problems
  }

  /// Nobody lives further south: the southernmost town, Puerto Williams, lies at 54.9° S.
  static let south = -56.0

  /// A layer that lies where its own fields say that it does not, where nobody lives, or within some hundred metres of the origin of its
  /// CRS, as degrees do that are taken for metres.
  static func misplaced(_ features: Features, isGeographic: Bool) -> CheckProblem? {
    let box = features.envelope
    guard !box.isEmpty else { return nil }
    guard isGeographic else {
      let degrees = Envelope(minX: -180, minY: -90, maxX: 180, maxY: 90)
      let isWithin = degrees.contains(x: box.minX, y: box.minY) && degrees.contains(x: box.maxX, y: box.maxY)
      return isWithin ? CheckProblem(.notMetres, value: features.crs.description) : nil
    }
    let names = features.columns.map(\.name)
    let fits = { (x: Double, y: Double, box: Envelope) in box.contains(x: x, y: y) }
    if let lon = FieldNames.matches(names, FieldNames.longitude).first,
      let lat = FieldNames.matches(names, FieldNames.latitude).first
    {
      var (asked, plain, turned) = (0, 0, 0)
      let wide = grown(box)
      for feature in 0..<features.count {
        guard let x = number(features.columns[lon].values[feature]), let y = number(features.columns[lat].values[feature]) else {
          continue
        }
        asked += 1
        if fits(x, y, wide) { plain += 1 }
        if fits(y, x, wide) { turned += 1 }
      }
      if asked > 0, turned * 10 >= asked * 9, plain * 2 < asked {
        return CheckProblem(.swappedCoordinates, reason: "fields", field: "\(names[lon]), \(names[lat])")
      }
    }
    // Beyond every town on this side, among them on the other.
    if box.maxY < south, box.minX > south, box.maxX < 84 { return CheckProblem(.swappedCoordinates, reason: "beyond_towns") }
    return nil
  }

  private static func grown(_ box: Envelope) -> Envelope {
    let (dx, dy) = (max(0.01, box.width / 20), max(0.01, box.height / 20))
    return Envelope(minX: box.minX - dx, minY: box.minY - dy, maxX: box.maxX + dx, maxY: box.maxY + dy)
  }

  private static func number(_ value: FieldValue) -> Double? {
    value.text.flatMap { Double($0.filter { $0 != " " }) }.flatMap { $0.isFinite ? $0 : nil }
  }
}
