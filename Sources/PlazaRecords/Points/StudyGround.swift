public import PlazaGeometry
public import PlazaLayers
internal import PlazaPROJ

/// The points of a study and the ground that they lie on, in one CRS in metres.
///
/// The ground is the boundary, else a box: the middle 99.8 % of the coordinates on each axis and a twentieth of its size around. What lies
/// beyond counts as outside.
public struct StudyGround: Sendable {
  /// In `crs`; within the ground.
  public internal(set) var points: PointCollection
  /// Piled records that count in the unit they lie in and are no points, as `CoincidentPolicy.area` has it; `pointAccount` has them as withheld.
  public internal(set) var coincident: PointCollection?
  /// Projected, in metres.
  public let crs: CRS
  /// The study area as one feature; nil when it is the box.
  public let boundary: PolygonColumn?
  /// The areas that places on the ground are called by: the boundary's polygons unless the caller has others.
  public var named: AreaLayer?
  /// Of the boundary, or the study area itself.
  public let box: Envelope
  /// The account of the records as units count them, those beyond the box counted as outside.
  public internal(set) var account: Account
  public internal(set) var notes: [Diagnostic]

  /// The account of the records as points: piles that count in units are withheld from it.
  public var pointAccount: Account {
    var account = account
    account.withhold(coincident?.count ?? 0, .pile, cases: coincident?.caseCount)
    return account
  }

  /// Whether every record that is joined is a point or counts in a unit.
  public var isBalanced: Bool {
    account.isBalanced && points.count + (coincident?.count ?? 0) + points.emptyRows == account.joined
  }

  /// The share of the records on each axis that the box leaves out on each side.
  static let tail = 0.001
  /// What the box has around, as a share of its size.
  static let margin = 0.05

  /// Brings points into a CRS in metres and draws the ground around them.
  /// - Parameter boundary: in any CRS.
  /// - Parameter stated: the CRS that the caller wants; nil chooses one by the boundary or the points.
  /// - Throws: `Failure` `ground.no_points`, `ground.not_metric`, and as the choice of an operation does.
  public init(_ collected: PointCollection, boundary layer: AreaLayer?, crs stated: CRS?, jobs: Int) throws {
    var points = collected
    var notes = collected.notes
    guard layer != nil || points.count > 0 else { throw Failure(.notUnderstood, "ground.no_points") }
    let source = layer?.layer.geometry.envelope ?? Self.middle(points)
    // A layer of null or empty geometries has no place, so no CRS can be chosen around it.
    if let layer, source.isEmpty { throw Failure(.notUnderstood, "coverage.no_ground", ["file": layer.file]) }
    let crs = try stated ?? Self.choose(box: source, crs: layer?.layer.crs ?? points.crs)
    try Self.requireMetres(crs)
    notes.append(Diagnostic(.note, stated == nil ? "ground.crs" : "ground.crs_stated", ["crs": try Self.name(crs)]))
    try points.move(to: crs, around: source, boxCRS: layer?.layer.crs ?? points.crs, jobs: jobs)
    boundary = try layer.map { layer in
      // Records were held against edges that are straight where the boundary came from: moved by its corners alone, a long edge would leave
      // some of them out.
      try Reprojection.bent(try StudyBoundary.dissolved(layer), from: layer.layer.crs, to: crs)
    }
    account = points.account
    named = layer
    if let boundary {
      box = boundary.envelope
    } else {
      let middle = Self.middle(points)
      let (dx, dy) = (max(1, middle.width * Self.margin), max(1, middle.height * Self.margin))
      let box = Envelope(minX: middle.minX - dx, minY: middle.minY - dy, maxX: middle.maxX + dx, maxY: middle.maxY + dy)
      let inside = (0..<points.count).filter { box.contains(x: points.x[$0], y: points.y[$0]) }
      let beyond = points.count - inside.count
      if beyond > 0 {
        let all = points.caseCount
        points = points.selecting(inside)
        account.moveOutside(beyond, cases: all - points.caseCount)
      }
      notes.append(
        Diagnostic(
          .warning, "ground.box",
          [
            "width": NumberText.text((box.width / 10).rounded() / 100) ?? "",
            "height": NumberText.text((box.height / 10).rounded() / 100) ?? "", "beyond": String(beyond),
          ]))
      self.box = box
    }
    self.points = points
    self.crs = crs
    self.notes = notes
  }

  /// The box of the middle 99.8 % of the coordinates.
  private static func middle(_ points: PointCollection) -> Envelope {
    let (x, y) = (points.x.sorted(), points.y.sorted())
    let low = Int((Double(x.count - 1) * tail).rounded(.down))
    let high = x.count - 1 - low
    return Envelope(minX: x[low], minY: y[low], maxX: x[high], maxY: y[high])
  }

  package static func choose(box: Envelope, crs: CRS) throws -> CRS {
    StudyCRS.choose(around: try Reprojection.box(box, from: crs, to: .wgs84))
  }

  package static func requireMetres(_ crs: CRS) throws {
    do {
      let info = try ProjContext().info(crs)
      guard !info.isGeographic, info.unitSize == 1 else {
        throw Failure(.usage, "ground.not_metric", ["crs": crs.description, "unit": info.unit])
      }
    } catch let error as ProjError {
      throw CRSOperation.failure(error, files: [crs.description: "--crs"])
    }
  }

  package static func name(_ crs: CRS) throws -> String {
    guard case .authority = crs, let info = try? ProjContext().info(crs) else { return crs.description }
    return "\(info.name), \(crs.description)"
  }
}
