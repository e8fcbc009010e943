internal import PlazaAnalysis
public import PlazaFormats
internal import PlazaGeometry
internal import PlazaLayers
public import PlazaRecords

/// What every verb on points is given: the records, the ground they lie on, and what becomes of those that are no points.
public struct PointInputs: Sendable {
  public var points: InputFile
  /// Polygons that are the study area together.
  public var boundary: InputFile?
  /// Places where records are put that did not happen there.
  public var known: InputFile?
  public var piles: CoincidentPolicy?
  public var options = PointOptions()
  /// What the names of kinds stand for, and with it which of them expose people.
  public var classes: ClassFile?
  /// Kinds that become points though they look sensitive or the class table does not have them.
  public var keptKinds: [String] = []
  /// The CRS in metres to compute in; nil chooses one.
  public var crs: String?
  public var csv = CSVOptions()
  /// What the positions of the records are in, when the file does not say.
  public var assumedCRS: String?

  public init(points: InputFile) { self.points = points }

  var assumed: CRS? { assumedCRS.map { CRS($0) } }

  var files: [InputFile] { [points, boundary, known, classes?.file].compactMap { $0 } }

  static let keys =
    [
      "points", "boundary", "known", "piles", "classes", "class-country", "keep-kind", "crs", "assume-crs",
    ] + PointOptions.keys + CSVOptions.studyKeys
}

extension PointInputs {
  /// Reads the points onto their ground, with piles settled and every record accounted for.
  /// - Parameter boundary: the study area, where the step has read it already.
  /// - Throws: `Failure`.
  func load(boundary given: AreaLayer? = nil, rejects: OutputFile?, _ context: StepContext) async throws -> StudyGround {
    var boundary = given
    if boundary == nil, let file = self.boundary {
      let reading = try LayerSources.read(file, jobs: context.jobs)
      for note in reading.notes { context.progress.emit(note) }
      boundary = AreaLayer(reading.layer, file: file.name)
    }
    let source = try PointSources.open(points, csv: csv, assumedCRS: assumed)
    let sink = rejects.map { CSVRowSink($0) }
    try sink?.write(header: RowSinks.rejectsHeader)
    let collected = try await PointCollection.read(
      source, within: boundary, options: options,
      sensitive: try SensitiveKinds(classes: classes?.read(), keeping: keptKinds), rejects: sink, jobs: context.jobs,
      progress: context.progress)
    var ground = try StudyGround(collected, boundary: boundary, crs: crs.map { CRS($0) }, jobs: context.jobs)
    for note in ground.notes where note.severity == .note { context.progress.emit(note) }
    let places = try known.map { file in
      try KnownPlaces.read(PointSources.open(file, csv: CSVOptions(), assumedCRS: nil), crs: ground.crs)
    }
    try ground.settleCoincident(piles, known: places ?? [], file: points.name)
    guard ground.isBalanced else { throw Failure(.internalError, "internal.account") }
    return ground
  }
}
