public import PlazaGeometry
public import PlazaLayers
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
  /// In metres and of equal area; nil, and in the place of any other, is such a projection around the areas.
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
  /// All is computed in one projection of equal area, so surfaces are those of the ellipsoid, whatever CRS the layers come in; edges stay
  /// straight where they came from. Within one hazard a place counts once, in the highest class; in `any` once, whatever hazards lie over
  /// it. The totals are of the areas' ground taken together, every place once, and do not depend on how it is divided.
  /// - Parameter incidents: records with a place; nil counts none.
  /// - Throws: `Failure` `exposure.no_hazard`, `exposure.same_name`, `exposure.no_field`, `exposure.no_classes`,
  ///   `exposure.unknown_classes`, `exposure.no_order`, `exposure.frequency`, `exposure.no_zones`, `exposure.elsewhere`,
  ///   `people.elsewhere`, and as `AreaSet`, `People` and a join of the incidents do.
  /// - Complexity: as `Overlaps` of areas and zones, and the union of the zones and of the areas.
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
    let ground = try await ExposureGround(areas, file: inputs.areas.file, stated: inputs.crs, jobs: jobs)
    let crs = ground.crs
    var notes = areas.notes + ground.notes
    let elsewhere = try HazardPlaces.check(inputs.hazards, areas, file: inputs.areas.file)
    let scales = try inputs.hazards.map { try HazardScale($0) }
    for scale in scales { notes += scale.notes }
    notes += elsewhere

    let made = try await people(inputs, areas, ground, jobs: jobs)
    notes += made?.people.notes ?? [Diagnostic(.warning, "exposure.no_people")]
    let people = try made.map { made in
      try ExposedPeople(made.people, file: made.file, isOwn: made.isOwn, populations: areas.populations, ground, jobs: jobs)
    }
    notes += people?.notes ?? []
    var layers: [ExposureLayer] = []
    var facts: [ExposureResult.HazardFacts] = []
    for (place, hazard) in inputs.hazards.enumerated() {
      let polygons = try hazard.features.bent(to: crs).polygons
      let zones = try await HazardZones(
        polygons, scales[place].classOfFeature, classCount: scales[place].names.count, jobs: jobs)
      var layer = try await ExposureLayer(hazard: place, zones, ground, people: people, jobs: jobs)
      if let raster = hazard.raster {
        let sums = try PeopleRaster(source: raster).sums(ground.areas, crs: crs, jobs: jobs)
        let whole = try PeopleRaster(source: raster).sums(
          ground.union.merged(0..<ground.union.featureCount), crs: crs, jobs: jobs)[0]
        layer.limit(toStudied: sums.map(\.studiedShare), whole: whole.studiedShare)
      }
      layers.append(layer)
      facts.append(try ExposureResult.HazardFacts(hazard, scales[place], polygons, around: ground.areas))
    }
    if layers.count > 1 {
      let zones = try await HazardZones(union: layers.map(\.zones), jobs: jobs)
      var any = try await ExposureLayer(hazard: nil, zones, ground, people: people, jobs: jobs)
      any.limit(as: layers)
      layers.append(any)
    }
    let spaces = try inputs.spaces.map {
      try ExposedSpaces($0.features, $0.file, ground.areas, &layers, crs: crs, jobs: jobs)
    }
    var account: Account?
    var coordinates: CRSFacts?
    var incidentTotal = 0.0
    if let incidents {
      let pass = try RecordPass(
        incidents, on: .territory(Territory(areas, file: inputs.areas.file)), inputs.incidents.records(),
        rows: RowSinks(rejects: rejects))
      let run = try await pass.run(into: KeptPoints(pass), jobs: jobs, progress: progress)
      notes += run.warnings
      var points = PointCollection(run)
      try points.move(to: crs, around: areas.layer.geometry.envelope, boxCRS: areas.layer.crs, jobs: jobs)
      count(points, into: &layers, jobs: jobs)
      incidentTotal = points.amounts.reduce(0, +)
      var counts = [Int](repeating: 0, count: ground.areas.featureCount)
      for area in points.areas where area >= 0 { counts[Int(area)] += 1 }
      notes += try SmallCounts.warnings(of: counts, inputs.incidents.records())
      (account, coordinates) = (run.account, points.coordinates)
    }
    return try ExposureResult(
      inputs, areas, ground, layers, facts, people: people, spaces, account: account, incidentTotal: incidentTotal,
      coordinates: coordinates, notes: notes)
  }

  private static func people(
    _ inputs: ExposureInputs, _ areas: AreaSet, _ ground: ExposureGround, jobs: Int
  ) async throws -> (people: People, file: String, isOwn: Bool)? {
    if let raster = inputs.raster {
      if inputs.people != nil { throw Failure(.usage, "people.two_sources") }
      if inputs.residential != nil { throw Failure(.usage, "people.residential_raster", ["file": raster.file]) }
      let made = try People(raster.source, named: raster.file, crs: ground.crs, ground: ground.union, jobs: jobs)
      return (made, raster.file, false)
    }
    if let people = inputs.people {
      let made = try await People(
        people.features, named: people.file, fields: inputs.peopleFields, residential: inputs.residential, crs: ground.crs,
        jobs: jobs)
      return (made, people.file, false)
    }
    guard inputs.fields.population != nil else { return nil }
    var fields = inputs.peopleFields
    fields.population = inputs.fields.population
    let made = try await People(
      areas, named: inputs.areas.file, fields: fields, residential: inputs.residential, crs: ground.crs, jobs: jobs)
    return (made, inputs.areas.file, true)
  }

  private static func count(_ points: PointCollection, into layers: inout [ExposureLayer], jobs: Int) {
    for place in layers.indices {
      let classes = layers[place].zones.classCount
      let found = located(x: points.x, y: points.y, in: layers[place].zones.classesFromHighest, jobs: jobs)
      for point in found.indices where found[point] >= 0 {
        let area = Int(points.areas[point])
        guard area >= 0 else { continue }
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
