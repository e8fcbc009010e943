internal import PlazaGEOS
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaPROJ
internal import PlazaRecords

/// The areas and the spaces of a run, in one CRS in metres.
struct CoverageGround: Sendable {
  let areas: AreaSet
  /// In the CRS of the study, and on WGS 84.
  let geometry: PolygonColumn
  let degrees: PolygonColumn
  let squareKilometres: [Double?]
  let crs: CRS
  let crsName: String
  /// Whether the areas reach over more than a UTM zone, so that distances are measured place by place.
  let isLocal: Bool
  let spaces: CoverageSpaces
  let spacesFile: String
  /// The area that each space belongs to; nil for none.
  let areaOfSpace: [Int?]
  /// The surface that spaces take of each area.
  let spaceSquareKilometres: [Double?]
  /// Nil where nobody knows who lives here.
  let people: CoveragePeople?
  var notes: [Diagnostic]

  var count: Int { areas.count }

  init(_ inputs: Coverage.Inputs, options: CoverageOptions, jobs: Int) async throws {
    areas = try await AreaSet(inputs.areas.layer, named: inputs.areas.file, fields: options.areas, jobs: jobs)
    var notes = areas.notes
    degrees = try WGS84Layer.geometry(of: areas.layer)
    squareKilometres = try WGS84Layer.squareKilometres(of: areas.layer)
    let box = degrees.envelope
    guard !box.isEmpty else { throw Failure(.notUnderstood, "coverage.no_ground", ["file": inputs.areas.file]) }
    crs = StudyCRS.choose(around: box)
    if case .definition = crs { isLocal = true } else { isLocal = false }
    crsName = try StudyGround.name(crs)
    notes.append(Diagnostic(.note, "ground.crs", ["crs": crsName]))
    if isLocal { notes.append(Diagnostic(.note, "coverage.local")) }
    // As people are moved, else parts of an area would reach over its border into the people of the next.
    let moved = try Reprojection.bent(areas.layer.geometry, from: areas.layer.crs, to: crs)
    // A ring that touches itself may cross itself once it is moved.
    geometry = try await GEOS.repaired(moved, jobs: jobs).column

    let reach = LocalPlane.box(around: box, metres: options.distances.last ?? 0)
    spaces = try await CoverageSpaces(
      inputs.spaces, file: inputs.spacesFile, conditions: options.only, near: reach, crs: crs, jobs: jobs)
    spacesFile = inputs.spacesFile
    areaOfSpace = Self.locate(spaces.positions(), in: geometry, jobs: jobs)
    let taken = try await GEOS.coverage(of: geometry, by: Buffers(spaces.features.polygons), jobs: jobs).covered
    let takenDegrees = try WGS84Layer.geometry(of: Layer(geometry: taken, columns: [], crs: crs))
    spaceSquareKilometres = zip(WGS84Layer.squareKilometres(takenDegrees), squareKilometres).map { taken, whole in
      whole.map { min(taken ?? 0, $0) }
    }
    people = try await Self.people(inputs, areas, geometry, crs, options: options, jobs: jobs)
    self.notes = notes + (people?.people.notes ?? [])
    addSpaceNotes()
  }

  private static func people(
    _ inputs: Coverage.Inputs, _ areas: AreaSet, _ geometry: PolygonColumn, _ crs: CRS, options: CoverageOptions, jobs: Int
  ) async throws -> CoveragePeople? {
    switch inputs.people {
    case .areas:
      guard areas.populations.contains(where: { $0 != nil }) else { return nil }
      var fields = options.people
      fields.population = options.areas.population
      let people = try await People(
        areas, named: inputs.areas.file, fields: fields, residential: inputs.residential, crs: crs, jobs: jobs)
      return try CoveragePeople(people, areas, geometry, isOfAreas: true, jobs: jobs)
    case .features(let features, let file):
      let people = try await People(
        features, named: file, fields: options.people, residential: inputs.residential, crs: crs, jobs: jobs)
      return try CoveragePeople(people, areas, geometry, isOfAreas: false, jobs: jobs)
    case .raster(let raster, let file):
      if inputs.residential != nil { throw Failure(.usage, "people.residential_raster", ["file": file]) }
      let people = try People(raster, named: file, crs: crs, ground: geometry, jobs: jobs)
      return try CoveragePeople(people, areas, geometry, isOfAreas: false, jobs: jobs)
    }
  }

  private mutating func addSpaceNotes() {
    let account = spaces.account
    func warn(_ id: String, _ count: Int) {
      if count > 0 { notes.append(Diagnostic(.warning, id, ["file": spacesFile, "count": String(count)])) }
    }
    warn("coverage.spaces_without_geometry", account.withoutGeometry)
    warn("coverage.spaces_far", account.far)
    warn("coverage.spaces_outside", areaOfSpace.count { $0 == nil })
    if account.used == 0 { notes.append(Diagnostic(.warning, "coverage.no_space_near", ["file": spacesFile])) }
  }

  /// The spaces' account, with how many lie in no area.
  var spaceAccount: SpaceAccount {
    var account = spaces.account
    account.outside = areaOfSpace.count { $0 == nil }
    return account
  }

  /// What lies within a distance of a space in a straight line.
  func straightBand(_ distance: Double, jobs: Int) async throws -> CoverageBand {
    let buffers = try await SpaceBuffers.make(spaces, distance: distance, isLocal: isLocal, jobs: jobs)
    return try await band(distance, .straight, buffers, jobs: jobs)
  }

  /// - Parameter shapes: all ground that is within, in the CRS of the study.
  func band(_ distance: Double, _ mode: CoverageMode, _ shapes: Buffers, jobs: Int) async throws -> CoverageBand {
    let cut = try await GEOS.coverage(of: geometry, by: shapes, wantsRest: true, jobs: jobs)
    let coveredDegrees = try WGS84Layer.geometry(of: Layer(geometry: cut.covered, columns: [], crs: crs))
    let restDegrees = try WGS84Layer.geometry(of: Layer(geometry: cut.rest, columns: [], crs: crs))
    var inside: [Double?] = []
    var outside: [Double?] = []
    for area in 0..<count {
      guard let whole = squareKilometres[area] else {
        inside.append(nil)
        outside.append(nil)
        continue
      }
      // What is left is measured too, so that both add up to the area whatever the bend of projected edges.
      let (a, b) = (coveredDegrees.geodesicArea(ofFeature: area), restDegrees.geodesicArea(ofFeature: area))
      let share = a + b > 0 ? a / (a + b) : 0
      inside.append(whole * share)
      outside.append(whole - whole * share)
    }
    return CoverageBand(
      distance: distance, mode: mode, service: try await GEOS.dissolved(shapes, jobs: jobs), covered: cut.covered,
      rest: cut.rest, coveredDegrees: coveredDegrees, restDegrees: restDegrees, squareKilometres: inside,
      restSquareKilometres: outside, people: try people?.within(cut.covered, jobs: jobs) ?? [])
  }

  /// Counts the records that lie in each area and within each band of it.
  func count(
    _ source: any PointSource, options: PointOptions, file: String, in bands: inout [CoverageBand], jobs: Int,
    progress: any ProgressSink
  ) async throws -> PointCollection {
    // In the CRS of the areas, as the account has it: a record on a border stays there.
    let pass = try RecordPass(
      source, on: .boundary(areas.layer.geometry, areas.layer.crs, file: file), options.records(),
      .init(precision: options.precision))
    let run = try await pass.run(into: KeptPoints(pass), jobs: jobs, progress: progress)
    var points = PointCollection(run)
    try points.move(to: crs, around: degrees.envelope, boxCRS: .wgs84, jobs: jobs)
    let positions = points.positions
    for band in bands.indices {
      var records = [Int](repeating: 0, count: count)
      // Where areas overlap a record belongs to the first: only what that one has within counts.
      let near = Self.locate(positions, in: bands[band].service, jobs: jobs)
      for (point, area) in points.areas.enumerated() where near[point] != nil { records[Int(area)] += 1 }
      bands[band].records = records
    }
    return points
  }

  /// The first feature that covers each position.
  static func locate(_ positions: [Coordinate], in column: PolygonColumn, jobs: Int) -> [Int?] {
    let locator = AreaLocator(column, jobs: jobs)
    let (x, y) = (positions.map(\.x), positions.map(\.y))
    var found = [Int32](repeating: 0, count: x.count)
    var flags = [UInt8](repeating: 0, count: x.count)
    x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        found.withUnsafeMutableBufferPointer { found in
          flags.withUnsafeMutableBufferPointer { flags in locator.locate(x: x, y: y, areas: found, flags: flags) }
        }
      }
    }
    return found.map { $0 >= 0 ? Int($0) : nil }
  }
}

extension PointCollection {
  fileprivate var positions: [Coordinate] { (0..<count).map { Coordinate(x: x[$0], y: y[$0]) } }
}
