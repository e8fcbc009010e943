internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords
internal import Synchronization

/// The first records of a file, to be located again and again: in which areas do they lie?
struct DraftSample: PointSource {
  let name: String
  var schema: RecordSchema
  /// The two fields of the position, where it stands in fields.
  let coordinateFields: [String]
  private var batch: PointBatch

  /// - Throws: `Failure` as opening the file does.
  init(_ file: InputFile) throws {
    let source = try file.open().records(.required)
    name = source.name
    batch = try source.sample(PointRequest())
    schema = source.schema
    coordinateFields = schema.coordinateFields
    schema.fields = []
    schema.coordinateFields = []
  }

  var locatedCount: Int { (0..<batch.count).count { batch.states[$0] == .located } }

  /// The box of the middle nine tenths of the positions, so that a few wrong ones do not matter; empty without any.
  var extent: Envelope {
    let located = (0..<batch.count).filter { batch.states[$0] == .located }
    guard !located.isEmpty else { return Envelope() }
    let x = located.map { batch.x[$0] }.sorted()
    let y = located.map { batch.y[$0] }.sorted()
    let (low, high) = (located.count / 20, located.count - 1 - located.count / 20)
    return Envelope(minX: x[low], minY: y[low], maxX: x[high], maxY: y[high])
  }

  /// The same records with the two halves of each position exchanged, as longitude and latitude.
  var exchanged: DraftSample {
    var other = self
    swap(&other.batch.x, &other.batch.y)
    for record in 0..<batch.count where batch.states[record] == .outOfRange { other.batch.states[record] = .located }
    other.schema.crs = .wgs84
    return other
  }

  /// The share of the positions that lie in the areas; nil when that cannot be known.
  func share(in areas: Layer, crs: CRS? = nil, jobs: Int) async -> Double? {
    let codes = (0..<areas.featureCount).map { FieldValue.text(String($0)) }
    let layer = Layer(geometry: areas.geometry, columns: [Column(name: "code", values: codes)], crs: areas.crs)
    var source = self
    if let crs { source.schema.crs = crs }
    guard source.schema.crs != nil, locatedCount > 0 else { return nil }
    var options = JoinOptions()
    options.areas.code = ["code"]
    // Whatever keeps these records from being counted (swapped coordinates, a CRS that does not fit) keeps the share unknown.
    guard let result = try? await Join.run(source, areas: layer, areasFile: "areas", options: options, jobs: jobs) else {
      return nil
    }
    return Double(result.account.joined) / Double(locatedCount)
  }

  func makeReader(_ request: PointRequest) throws -> any PointReader { Reader(batch) }
  func sample(_ request: PointRequest) throws -> PointBatch { batch }

  private final class Reader: PointReader {
    private let rest: Mutex<PointBatch?>

    init(_ batch: PointBatch) { rest = Mutex(batch) }

    func next(_ batch: inout PointBatch) throws -> Bool {
      guard let taken = rest.withLock({ $0.take() }) else { return false }
      batch = taken
      return true
    }
  }
}

/// Guesses at the CRS of metres: those in which the first records lie in the areas.
enum DraftCRS {
  /// Grids of whole countries, where data are most often in them; the UTM zone of the areas is tried beside.
  private static let national = [3116, 9377, 6372, 31983, 31982, 5460, 27700, 2263, 25830]

  /// The candidate in which the largest share lies, nil when none holds half of the records.
  static func guess(_ sample: DraftSample, in areas: Layer, jobs: Int) async -> (crs: CRS, share: Double)? {
    let box = sample.extent
    guard !box.isEmpty else { return nil }
    let isDegrees = box.minX >= -180 && box.maxX <= 180 && box.minY >= -90 && box.maxY <= 90
    var best: (crs: CRS, share: Double)?
    for crs in isDegrees ? [CRS.epsg(4326)] : (utm(of: areas) + national).map(CRS.epsg) {
      guard let share = await sample.share(in: areas, crs: crs, jobs: jobs), share >= 0.5, share > best?.share ?? 0 else {
        continue
      }
      best = (crs, share)
    }
    return best
  }

  /// The zone of the middle of areas in degrees.
  private static func utm(of areas: Layer) -> [Int] {
    let box = areas.geometry.envelope
    guard !box.isEmpty, box.minX >= -180, box.maxX <= 180, box.minY >= -90, box.maxY <= 90 else { return [] }
    let zone = min(60, Int(((box.minX + box.maxX) / 2 + 180) / 6) + 1)
    return [(box.minY + box.maxY < 0 ? 32_700 : 32_600) + zone]
  }
}
