public import PlazaGeometry
public import PlazaLayers
internal import PlazaPROJ
public import PlazaRecords

/// What is laid over each other: areas, hazards, and what may lie in them.
public struct ExposureInputs: Sendable {
  public var areas: AreaLayer
  public var fields = AreaFields()
  public var hazards: [Hazard]
  /// Where people live; nil takes the areas' own population, where a field with it is named.
  public var people: (features: Features, file: String)?
  /// A raster with the number of people of each cell, in the place of `people`.
  public var raster: (source: any RasterSource, file: String)?
  public var peopleFields = PeopleFields()
  /// Where people may live.
  public var residential: Features?
  /// Points or polygons that may be exposed.
  public var spaces: (features: Features, file: String)?
  /// Which records count, where there are any.
  public var incidents = PointOptions()
  /// In metres; nil is a projection of equal area around the areas.
  public var crs: CRS?

  public init(areas: AreaLayer, hazards: [Hazard]) {
    self.areas = areas
    self.hazards = hazards
  }
}

/// Who and what lies in which class of which hazard.
public enum Exposure {
  /// Lays every hazard over every area.
  ///
  /// All is computed in one projection of equal area, so surfaces are those of the ellipsoid; edges are straight between their vertices in it.
  /// Within one hazard a place counts once, in the highest class; in `any` once, whatever hazards lie over it. Totals are computed from the
  /// zones themselves, without the areas.
  /// - Parameter incidents: records with a place; nil counts none.
  /// - Throws: `Failure` `exposure.no_hazard`, `exposure.same_name`, `exposure.no_field`, `exposure.no_classes`,
  ///   `exposure.unknown_classes`, `exposure.no_order`, `exposure.frequency`, and as `AreaSet`, `People` and a join of the incidents do.
  /// - Complexity: as `Overlaps` of areas and zones, and the union of the zones.
  public static func run(
    _ inputs: ExposureInputs, incidents: (any PointSource)? = nil, rejects: (any RowSink)? = nil, jobs: Int,
    progress: any ProgressSink = SilentProgress()
  ) async throws -> ExposureResult {
    guard !inputs.hazards.isEmpty else { throw Failure(.usage, "exposure.no_hazard") }
    let names = Slug.unique(inputs.hazards.map(\.name))
    for (hazard, name) in zip(inputs.hazards, names) where hazard.name != name || name == "any" {
      throw Failure(.usage, "exposure.bad_name", ["name": hazard.name])
    }
    let areas = try await AreaSet(inputs.areas.layer, named: inputs.areas.file, fields: inputs.fields, jobs: jobs)
    let crs = try inputs.crs ?? equalArea(around: areas, file: inputs.areas.file)
    try StudyGround.requireMetres(crs)
    var notes = areas.notes
    notes.append(
      Diagnostic(.note, inputs.crs == nil ? "ground.crs" : "ground.crs_stated", ["crs": try StudyGround.name(crs)]))
    let ground = try Reprojection.bent(areas.layer.geometry, from: areas.layer.crs, to: crs)

    let people = try await people(inputs, areas, crs: crs, jobs: jobs)
    notes += people?.people.notes ?? [Diagnostic(.warning, "exposure.no_people")]
    var layers: [ExposureLayer] = []
    var facts: [ExposureResult.HazardFacts] = []
    for (place, hazard) in inputs.hazards.enumerated() {
      let scale = try HazardScale(hazard)
      let polygons = try hazard.features.bent(to: crs).polygons
      let zones = try await HazardZones(polygons, scale.classOfFeature, classCount: scale.names.count, jobs: jobs)
      layers.append(
        try await ExposureLayer(
          hazard: place, zones, areas: ground, people: people?.people, isOwn: people?.isOwn ?? false, jobs: jobs))
      facts.append(try ExposureResult.HazardFacts(hazard, scale, polygons))
    }
    if layers.count > 1 {
      let zones = try await HazardZones(union: layers.map(\.zones), jobs: jobs)
      layers.append(
        try await ExposureLayer(
          hazard: nil, zones, areas: ground, people: people?.people, isOwn: people?.isOwn ?? false, jobs: jobs))
    }
    let spaces = try inputs.spaces.map { try ExposedSpaces($0.features, $0.file, ground, &layers, crs: crs, jobs: jobs) }
    var account: Account?
    var coordinates: CRSFacts?
    if let incidents {
      let pass = try RecordPass(
        incidents, on: .territory(Territory(areas, file: inputs.areas.file)), inputs.incidents.records(),
        rows: RowSinks(rejects: rejects))
      let run = try await pass.run(into: KeptPoints(pass), jobs: jobs, progress: progress)
      notes += run.warnings
      var points = PointCollection(run)
      try points.move(to: crs, around: areas.layer.geometry.envelope, boxCRS: areas.layer.crs, jobs: jobs)
      count(points, into: &layers, jobs: jobs)
      (account, coordinates) = (run.account, points.coordinates)
    }
    return ExposureResult(
      inputs, areas, ground, layers, facts, people: people?.people, spaces, account: account, coordinates: coordinates, crs: crs,
      notes: notes)
  }

  /// Lambert's azimuthal projection of equal area about the areas' middle.
  private static func equalArea(around areas: AreaSet, file: String) throws -> CRS {
    let own = areas.layer.geometry.envelope
    if own.isEmpty { throw Failure(.notUnderstood, "coverage.no_ground", ["file": file]) }
    let box = try Reprojection.box(own, from: areas.layer.crs, to: .wgs84)
    return StudyCRS.azimuthal(
      longitude: ((box.minX + box.maxX) / 2).rounded(), latitude: ((box.minY + box.maxY) / 2).rounded())
  }

  private static func people(
    _ inputs: ExposureInputs, _ areas: AreaSet, crs: CRS, jobs: Int
  ) async throws -> (people: People, isOwn: Bool)? {
    if let raster = inputs.raster {
      if inputs.people != nil { throw Failure(.usage, "people.two_sources") }
      if inputs.residential != nil { throw Failure(.usage, "people.residential_raster", ["file": raster.file]) }
      return (try People(raster.source, named: raster.file, crs: crs, jobs: jobs), false)
    }
    if let people = inputs.people {
      let made = try await People(
        people.features, named: people.file, fields: inputs.peopleFields, residential: inputs.residential, crs: crs, jobs: jobs)
      return (made, false)
    }
    guard inputs.fields.population != nil else { return nil }
    var fields = inputs.peopleFields
    fields.population = inputs.fields.population
    let made = try await People(
      areas, named: inputs.areas.file, fields: fields, residential: inputs.residential, crs: crs, jobs: jobs)
    return (made, inputs.residential == nil)
  }

  private static func count(_ points: PointCollection, into layers: inout [ExposureLayer], jobs: Int) {
    for place in layers.indices {
      let classes = layers[place].zones.classCount
      let found = located(x: points.x, y: points.y, in: layers[place].zones.classesFromHighest, jobs: jobs)
      for point in found.indices where found[point] >= 0 {
        let area = Int(points.areas[point])
        layers[place].addIncidents(area: area, column: classes - 1 - Int(found[point]), points.amounts[point])
        layers[place].addIncidents(area: area, column: classes, points.amounts[point])
      }
    }
  }

  /// The first feature that covers each position, else a negative number.
  static func located(x: [Double], y: [Double], in features: PolygonColumn, jobs: Int) -> [Int32] {
    var found = [Int32](repeating: AreaLocator.none, count: x.count)
    guard features.polygonCount > 0 else { return found }
    var flags = [UInt8](repeating: 0, count: x.count)
    let locator = AreaLocator(features, jobs: jobs)
    x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        found.withUnsafeMutableBufferPointer { found in
          flags.withUnsafeMutableBufferPointer { locator.locate(x: x, y: y, areas: found, flags: $0) }
        }
      }
    }
    return found
  }
}
