internal import PlazaGeometry
internal import PlazaLayers
public import PlazaRecords
internal import PlazaStatistics

extension DensityMap {
  /// The density of the points of a ground.
  /// - Parameter against: other points on the same ground, that each place's density is measured by: people, or the year before.
  /// - Parameter span: the years that records can be of, by the caller's dates; nil takes those of the records.
  /// - Throws: `Failure` `density.too_few`, `density.one_place`, `density.bad_bandwidth`, `grid.too_many_cells`, `grid.failed`.
  public init(
    _ ground: StudyGround, options: DensityOptions, point: PointOptions, against: StudyGround? = nil, jobs: Int
  ) throws {
    account = ground.pointAccount
    pointCount = ground.points.count
    coordinates = ground.points.coordinates
    crs = ground.crs
    kernel = options.kernel
    isAdaptive = options.isAdaptive
    let points = try Self.points(ground, point)
    var warnings = ground.notes.filter { $0.severity == .warning }
    let found = try Self.bandwidth(ground, options, point, jobs: jobs)
    (bandwidth, chosen) = (found.metres, found.chosen)
    warnings += found.warnings
    warnings += point.mixture(kinds: ground.points.shownKindCount)
    let raster = try DensityGround(ground, cell: options.cell ?? defaultCell(bandwidth: bandwidth))
    self.raster = raster
    let edge = options.edge ?? (ground.boundary == nil ? .none : .diggle)
    guard edge == .none || ground.boundary != nil else { throw Failure(.usage, "density.no_boundary") }
    self.edge = edge
    values = try Self.values(points, options, bandwidth, edge, raster, jobs: jobs)
    if let against {
      let other = try DensityFailure.translated { () throws(DensityError) in
        try DensityPoints(x: against.points.x, y: against.points.y, weights: against.points.amounts)
      }
      ratio = try Ratio(
        options.ratio, of: values, to: Self.values(other, options, bandwidth, edge, raster, jobs: jobs),
        count: against.points.count)
    } else {
      ratio = nil
    }
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

  private static func points(_ ground: StudyGround, _ point: PointOptions) throws -> DensityPoints {
    let isWeighted = point.weight != nil || point.count != nil
    return try DensityFailure.translated { () throws(DensityError) in
      try DensityPoints(x: ground.points.x, y: ground.points.y, weights: isWeighted ? ground.points.amounts : nil)
    }
  }

  /// The bandwidth that was given, or that a rule finds, in whole metres: it would say more than it knows with digits below one.
  static func bandwidth(
    _ ground: StudyGround, _ options: DensityOptions, _ point: PointOptions, jobs: Int
  ) throws -> (metres: Double, chosen: Bandwidth?, warnings: [Diagnostic]) {
    switch options.bandwidth {
    case .metres(let metres): return (metres, nil, [])
    case .rule(let rule):
      let points = try points(ground, point)
      let found = try DensityFailure.translated { () throws(DensityError) in
        try PlazaStatistics.bandwidth(of: points, rule: rule, kernel: options.kernel, workers: jobs)
      }
      let warnings =
        found.duplicateShare > 0.1
        ? [Diagnostic(.warning, "density.duplicates", ["share": NumberText.text(found.duplicateShare) ?? ""])] : []
      return (max(1, found.meters.rounded()), found, warnings)
    }
  }

  /// Per km², 0 where the boundary leaves nothing of a cell.
  private static func values(
    _ points: DensityPoints, _ options: DensityOptions, _ bandwidth: Double, _ edge: DensityOptions.Edge, _ raster: DensityGround,
    jobs: Int
  ) throws -> [Double] {
    let (kernel, frame) = (options.kernel, raster.frame)
    return try DensityFailure.translated { () throws(DensityError) in
      var own: [Double]?
      if options.isAdaptive {
        let pilot = try kernelDensity(of: points, kernel: kernel, bandwidth: bandwidth, frame: frame, workers: jobs)
        own = try adaptiveBandwidths(of: points, pilot: pilot, frame: frame, bandwidth: bandwidth)
      }
      if edge == .diggle, let inside = raster.insideShares {
        if let own {
          return try kernelDensity(
            of: points, kernel: kernel, bandwidths: own, frame: frame, insideShare: inside, workers: jobs
          ).values
        }
        return try kernelDensity(
          of: points, kernel: kernel, bandwidth: bandwidth, frame: frame, insideShare: inside, workers: jobs
        ).values
      }
      var values: [Double]
      if let own {
        values = try kernelDensity(of: points, kernel: kernel, bandwidths: own, frame: frame, workers: jobs)
      } else {
        values = try kernelDensity(of: points, kernel: kernel, bandwidth: bandwidth, frame: frame, workers: jobs)
      }
      if let inside = raster.insideShares {
        for cell in values.indices where inside[cell] == 0 { values[cell] = 0 }
      }
      return values
    }
  }

  private static func years(_ ground: StudyGround, _ point: PointOptions) throws -> Double? {
    guard let days = ground.points.dayRange else { return nil }
    let from = try RecordPlan.moment(point.from, "--from").map { $0.second / 86_400 } ?? days.lowerBound
    let to = try RecordPlan.moment(point.to, "--to").map { ($0.end + 86_399) / 86_400 } ?? days.upperBound + 1
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
    findings.append(bandwidthFinding(chosen, options, metres: bandwidth, cell: cell))
    return findings
  }

  /// How the bandwidth came to be, with its reason.
  static func bandwidthFinding(_ chosen: Bandwidth?, _ options: DensityOptions, metres: Double, cell: Double) -> Diagnostic {
    var values = [
      "kernel": "kernel.\(options.kernel.rawValue)", "bandwidth": NumberText.text(metres) ?? "",
      "cell": NumberText.text(cell) ?? "",
    ]
    guard let chosen else { return Diagnostic(.note, "density.bandwidth_stated", values) }
    values["rule"] = "rule.\(chosen.rule.rawValue)"
    values["points"] = String(chosen.pointCount)
    values["places"] = String(chosen.placeCount)
    return Diagnostic(.note, "density.bandwidth_\(chosen.reason.rawValue.lowercased())", values)
  }
}
