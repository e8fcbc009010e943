internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaStatistics

extension DensityMap {
  /// The density of the points of a ground.
  /// - Parameter span: the years that records can be of, by the caller's dates; nil takes those of the records.
  /// - Throws: `Failure` `density.too_few`, `density.one_place`, `density.bad_bandwidth`, `grid.too_many_cells`, `grid.failed`.
  public init(_ ground: StudyGround, options: DensityOptions, point: PointOptions, jobs: Int) throws {
    account = ground.account
    leftOut = ground.points.leftOut
    coordinates = ground.points.coordinates
    crs = ground.crs
    kernel = options.kernel
    isAdaptive = options.isAdaptive
    let isWeighted = point.weight != nil || point.count != nil
    let points = try DensityFailure.translated { () throws(DensityError) in
      try DensityPoints(x: ground.points.x, y: ground.points.y, weights: isWeighted ? ground.points.amounts : nil)
    }
    var warnings = ground.notes.filter { $0.severity == .warning }
    switch options.bandwidth {
    case .metres(let metres): (bandwidth, chosen) = (metres, nil)
    case .rule(let rule):
      let found = try DensityFailure.translated { () throws(DensityError) in
        try PlazaStatistics.bandwidth(of: points, rule: rule, kernel: options.kernel, workers: jobs)
      }
      // A bandwidth says more than it knows with digits below a metre.
      (bandwidth, chosen) = (max(1, found.meters.rounded()), found)
      if found.duplicateShare > 0.1 {
        warnings.append(
          Diagnostic(.warning, "density.duplicates", ["share": NumberText.text(found.duplicateShare) ?? ""]))
      }
    }
    if ground.points.kindNames.count > 1, let field = point.by {
      warnings.append(
        Diagnostic(.warning, "hotspots.mixed_kinds", ["count": String(ground.points.kindNames.count), "field": field]))
    }
    let raster = try DensityGround(ground, cell: options.cell ?? defaultCell(bandwidth: bandwidth))
    self.raster = raster
    let edge = options.edge ?? (ground.boundary == nil ? .none : .diggle)
    guard edge == .none || ground.boundary != nil else { throw Failure(.usage, "density.no_boundary") }
    self.edge = edge
    values = try Self.values(points, options, bandwidth, edge, raster, jobs: jobs)
    years = try Self.years(ground, point)
    volume = ground.points.amounts.reduce(0, +)
    volumes = Self.volumes(values, raster)
    (contours, regions) = try Self.contours(options.contours, values, volumes, ground, raster, jobs: jobs)
    self.ground =
      ground.boundary
      ?? PolygonColumn(
        coordinates: [
          ground.box.minX, ground.box.minY, ground.box.maxX, ground.box.minY, ground.box.maxX, ground.box.maxY, ground.box.minX,
          ground.box.maxY, ground.box.minX, ground.box.minY,
        ], ringOffsets: [0, 5], polygonOffsets: [0, 1], featureOffsets: [0, 1])
    self.warnings = warnings
    findings = Self.findings(contours, chosen, bandwidth, options, cell: raster.frame.cell)
  }

  /// Per km², 0 where the boundary leaves nothing of a cell.
  private static func values(
    _ points: DensityPoints, _ options: DensityOptions, _ bandwidth: Double, _ edge: DensityOptions.Edge, _ raster: DensityGround,
    jobs: Int
  ) throws -> [Double] {
    try DensityFailure.translated { () throws(DensityError) in
      guard let inside = raster.insideShares else {
        return try kernelDensity(of: points, kernel: options.kernel, bandwidth: bandwidth, frame: raster.frame, workers: jobs)
      }
      if edge == .diggle {
        return try kernelDensity(
          of: points, kernel: options.kernel, bandwidth: bandwidth, frame: raster.frame, insideShare: inside, workers: jobs
        ).values
      }
      var values = try kernelDensity(of: points, kernel: options.kernel, bandwidth: bandwidth, frame: raster.frame, workers: jobs)
      for cell in values.indices where inside[cell] == 0 { values[cell] = 0 }
      return values
    }
  }

  private static func years(_ ground: StudyGround, _ point: PointOptions) throws -> Double? {
    guard let days = ground.points.dayRange else { return nil }
    let from = try JoinPlan.moment(point.from, "--from").map { $0.second / 86_400 } ?? days.lowerBound
    let to = try JoinPlan.moment(point.to, "--to").map { ($0.end + 86_399) / 86_400 } ?? days.upperBound + 1
    return to > from ? JoinSpan.years(from..<to) : nil
  }

  /// The share of the volume in cells at least as dense as each; cells of equal density share one.
  private static func volumes(_ values: [Double], _ raster: DensityGround) -> [Double] {
    var result = [Double](repeating: 0, count: values.count)
    let order = CanonicalOrder.radixSorted(values.map { -$0 })
    func mass(_ cell: Int) -> Double { values[cell] * (raster.insideShares?[cell] ?? 1) }
    let total = order.reduce(0.0) { $0 + mass(Int($1)) }
    guard total > 0 else { return result }
    var sum = 0.0
    var start = 0
    while start < order.count, values[Int(order[start])] > 0 {
      var end = start
      while end < order.count, values[Int(order[end])] == values[Int(order[start])] {
        sum += mass(Int(order[end]))
        end += 1
      }
      for place in start..<end { result[Int(order[place])] = min(1, sum / total) }
      start = end
    }
    return result
  }

  private static func findings(
    _ contours: [Contour], _ chosen: Bandwidth?, _ bandwidth: Double, _ options: DensityOptions, cell: Double
  ) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    if let first = contours.first {
      findings.append(
        Diagnostic(
          .note, "density.densest",
          [
            "records": NumberText.text(first.countShare) ?? "", "surface": NumberText.text(first.surfaceShare) ?? "",
            "km2": NumberText.text((first.squareKilometres * 100).rounded() / 100) ?? "",
          ]))
    }
    var values = [
      "kernel": options.kernel.rawValue, "bandwidth": NumberText.text(bandwidth) ?? "", "cell": NumberText.text(cell) ?? "",
    ]
    if let chosen {
      values["rule"] = chosen.rule.rawValue
      values["points"] = String(chosen.pointCount)
      findings.append(Diagnostic(.note, "density.bandwidth_\(chosen.reason.rawValue.lowercased())", values))
    } else {
      findings.append(Diagnostic(.note, "density.bandwidth_stated", values))
    }
    return findings
  }
}
