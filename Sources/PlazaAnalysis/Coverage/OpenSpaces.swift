internal import PlazaGEOS
internal import PlazaGeometry
public import PlazaLayers
internal import PlazaRecords
internal import PlazaStatistics

/// What SDG 11.7.1 needs beyond a coverage: without all of it no output carries its name.
public struct OpenSpaceInputs: Sendable {
  /// The built-up extent of the city, and who drew it.
  public var urban: Features
  public var urbanFile: String
  /// All open public spaces, with fields that say which are verified and which are free.
  public var inventory: Features
  public var inventoryFile: String
  public var inventoryDate: String
  /// The field of the streets with their width in metres, and the width of those without one.
  public var width: String?
  public var assumedWidth: Double?
  /// How many circles of 10 ha are asked for the streets; nil takes all streets by their widths.
  public var circles: Int?

  public init(urban: Features, urbanFile: String, inventory: Features, inventoryFile: String, inventoryDate: String) {
    self.urban = urban
    self.urbanFile = urbanFile
    self.inventory = inventory
    self.inventoryFile = inventoryFile
    self.inventoryDate = inventoryDate
  }
}

/// SDG 11.7.1 of the built-up ground of some areas: what of it is open public space and street, and who walks to one within 400 m.
///
/// UN-Habitat, metadata of indicator 11.7.1 (2021): `a = 100 (open spaces + streets) / extent`, overlaps once; `b = 100 · people within 400 m along
/// streets of an open space / people`. Spaces count when they are verified and free; people are spread evenly over the built-up ground.
public struct OpenSpaceResult: Sendable {
  /// In percent, of each area and of all; nil where an area has no built-up ground, or nobody.
  public var shareOfGround: [Double?]
  public var shareOfPeople: [Double?]
  public var ground: Double?
  public var people: Double?
  /// In km².
  public var extent: Double
  public var open: Double
  /// Outside of the open spaces.
  public var streets: Double
  /// Of `ground`, in percent, when the streets were sampled; nil otherwise.
  public var standardError: Double?
  public var circles: Int?
  /// Spaces of the inventory, those that count, and the share that is verified.
  public var inventory: Int
  public var counted: Int
  public var verifiedShare: Double
  /// Of the streets' length that has the assumed width.
  public var assumedShare: Double
  /// What must be read with the numbers.
  public var notes: [Diagnostic]
}

enum OpenSpaces {
  /// The radius of a circle of 10 ha.
  static let radius = (100_000 / Double.pi).squareRoot()
  static let distance = 400.0

  /// - Throws: `Failure` `sdg.no_field`, `sdg.no_width`, `sdg.none`, and as a coverage does.
  static func run(
    _ given: OpenSpaceInputs, _ inputs: Coverage.Inputs, _ ground: CoverageGround, options: CoverageOptions, jobs: Int
  ) async throws -> OpenSpaceResult {
    guard let streets = inputs.streets else { throw Failure(.usage, "sdg.no_streets") }
    let verified = try flags(given, ["verified", "verificado", "verificada"])
    let free = try flags(given, ["free", "libre", "gratuito", "gratuita", "gratis"])
    let counted = verified.indices.filter { verified[$0] && free[$0] && !given.inventory.polygons.isEmpty(feature: $0) }
    guard !counted.isEmpty else { throw Failure(.notUnderstood, "sdg.none", ["file": given.inventoryFile]) }

    var urban = try given.urban.projected(to: ground.crs).polygons
    urban = try await GEOS.repaired(urban, jobs: jobs).column
    let zones = try await GEOS.coverage(of: ground.geometry, by: Buffers(urban), jobs: jobs).covered
    let open = try given.inventory.selecting(counted).projected(to: ground.crs).polygons
    let spaces = Buffers(try await GEOS.repaired(open, jobs: jobs).column)
    let widths = try StreetWidths(streets, given, file: inputs.streetsFile)
    let strips = Buffers(
      try await GEOS.strips(try streets.projected(to: ground.crs).lines, widths: widths.values, jobs: jobs))

    let sizes = try surfaces(zones, ground)
    let split = try await GEOS.coverage(of: zones, by: spaces, wantsRest: true, jobs: jobs)
    let openSizes = try surfaces(split.covered, ground)
    var streetSizes: [Double]?
    var sample: CircleSample?
    if let count = given.circles {
      sample = try await CircleSample(count, zones, spaces, strips, jobs: jobs)
    } else {
      streetSizes = try surfaces(try await GEOS.coverage(of: split.rest, by: strips, jobs: jobs).covered, ground)
    }
    let extent = sizes.reduce(0, +)
    let openTotal = openSizes.reduce(0, +)
    let streetTotal = streetSizes?.reduce(0, +) ?? (sample?.share ?? 0) * extent
    let walk = try await walk(given.inventory.selecting(counted), zones, inputs, ground, options: options, jobs: jobs)
    let verifiedShare = Double(verified.count { $0 }) / Double(max(1, verified.count))
    var result = OpenSpaceResult(
      shareOfGround: sizes.indices.map { area in
        streetSizes.flatMap { sizes[area] > 0 ? 100 * (openSizes[area] + $0[area]) / sizes[area] : nil }
      },
      shareOfPeople: walk.areas, ground: extent > 0 ? 100 * (openTotal + streetTotal) / extent : nil, people: walk.all,
      extent: extent, open: openTotal, streets: streetTotal, standardError: sample.map { 100 * $0.standardError },
      circles: sample?.count, inventory: given.inventory.count, counted: counted.count, verifiedShare: verifiedShare,
      assumedShare: widths.assumedShare, notes: [])
    result.notes = [note(result, given)]
    return result
  }

  /// The one line without which the numbers must not be read.
  private static func note(_ result: OpenSpaceResult, _ given: OpenSpaceInputs) -> Diagnostic {
    var values = [
      "urban": given.urbanFile, "inventory": given.inventoryFile, "date": given.inventoryDate,
      "verified": NumberText.text(result.verifiedShare) ?? "", "assumed": NumberText.text(result.assumedShare) ?? "",
      "width": given.assumedWidth.flatMap(NumberText.text) ?? "0",
    ]
    guard let circles = result.circles, let error = result.standardError else {
      return Diagnostic(.note, "sdg.basis", values)
    }
    values["circles"] = String(circles)
    values["error"] = NumberText.text(error)
    return Diagnostic(.note, "sdg.basis_sampled", values)
  }

  /// Who walks to a space that counts: a coverage of the built-up ground of the areas.
  private static func walk(
    _ spaces: Features, _ zones: PolygonColumn, _ inputs: Coverage.Inputs, _ ground: CoverageGround, options: CoverageOptions,
    jobs: Int
  ) async throws -> (areas: [Double?], all: Double?) {
    var own = inputs
    own.spaces = spaces
    own.openSpaces = nil
    own.incidents = nil
    own.areas = AreaLayer(
      Layer(geometry: zones, columns: ground.areas.layer.columns, crs: ground.crs), file: inputs.areas.file)
    var asked = options
    asked.distances = [distance]
    asked.only = []
    let result = try await Coverage.run(own, options: asked, jobs: jobs)
    guard result.knowsPeople, let band = result.bands.first(where: { $0.mode == .walk }) else {
      return (zones.indices.map { _ in nil }, nil)
    }
    let shares = (0..<result.ground.count).map { CoverageResult.share(result.ground, band, $0).map { 100 * $0 } }
    return (shares, result.totals.first { $0.mode == .walk }?.share.map { 100 * $0 })
  }

  /// km² on the ellipsoid; 0 for nothing.
  private static func surfaces(_ column: PolygonColumn, _ ground: CoverageGround) throws -> [Double] {
    let degrees = try WGS84Layer.geometry(of: Layer(geometry: column, columns: [], crs: ground.crs))
    return WGS84Layer.squareKilometres(degrees).map { $0 ?? 0 }
  }

  private static func flags(_ given: OpenSpaceInputs, _ names: [String]) throws -> [Bool] {
    let columns = given.inventory.columns
    guard let column = columns.first(where: { names.contains(FieldNames.normalised($0.name)) }) else {
      throw Failure(
        .notUnderstood, "sdg.no_field",
        [
          "file": given.inventoryFile, "names": names.joined(separator: ", "),
          "fields": columns.map(\.name).joined(separator: ", "),
        ])
    }
    let yes: Set = ["si", "sim", "yes", "true", "verdadero", "1", "s", "y", "t", "x"]
    return column.values.map { $0.text.map { yes.contains(FieldNames.normalised($0)) } ?? false }
  }
}

extension PolygonColumn {
  fileprivate var indices: Range<Int> { 0..<featureCount }
}

/// How wide each street is, in metres.
struct StreetWidths {
  /// One for each line of the column, line by line.
  var values: [Double] = []
  var assumedShare = 0.0

  /// - Throws: `Failure` `sdg.no_width` for a street without width when none is assumed, or a field that is not there.
  init(_ streets: Features, _ given: OpenSpaceInputs, file: String) throws {
    let column = given.width.flatMap { name in
      FieldNames.index(of: name, in: streets.columns.map(\.name)).map { streets.columns[$0] }
    }
    func fail(_ feature: Int?) -> Failure {
      Failure(
        .notUnderstood, "sdg.no_width",
        ["file": file, "field": given.width ?? "", "feature": feature.map { String($0 + 1) } ?? "1"])
    }
    if given.width != nil, column == nil { throw fail(nil) }
    var (assumed, all) = (0.0, 0.0)
    for feature in 0..<streets.count {
      let stated = column?.values[feature].text.flatMap { Double($0) }.flatMap { $0 > 0 && $0 < 500 ? $0 : nil }
      for line in streets.lines.lines(ofFeature: feature) {
        guard let width = stated ?? given.assumedWidth else { throw fail(feature) }
        values.append(width)
        var length = 0.0
        for vertex in streets.lines.vertices(ofLine: line).dropLast() {
          let (a, b) = (streets.lines.coordinate(at: vertex), streets.lines.coordinate(at: vertex + 1))
          length += ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
        }
        all += length
        if stated == nil { assumed += length }
      }
    }
    assumedShare = all > 0 ? assumed / all : 0
  }
}
