internal import PlazaGeometry
internal import PlazaLayers

/// GeoJSON (RFC 7946), and sequences of GeoJSON texts (RFC 8142, or one text a line).
public enum GeoJSON: Format {
  public static let name = "GeoJSON"
  public static let endings = ["geojson", "json", "geojsonl", "ndjson"]
  public static let contents: Set<FileContent> = [.records, .areas, .features]
  public static var layerWriters: [any LayerWriter.Type] { [GeoJSONLayerWriter.self] }

  public static func recognises(_ head: FileHead) -> Bool { head.text.first == 0x7B && UnreadForm.name(of: head) == nil }

  public static func open(_ input: Input, _ reading: Reading) throws -> any Dataset {
    try reading.refuseDelimited(file: input.name, format: name)
    if reading.isOfRaster { throw Failure(.usage, "input.not_raster", ["file": input.name, "format": name]) }
    return GeoJSONDataset(input: input, reading: reading)
  }
}

/// A GeoJSON file, to be read as records, areas or features.
struct GeoJSONDataset: Dataset {
  let input: Input
  let reading: Reading
  var format: any Format.Type { GeoJSON.self }

  func records(_ positions: PositionRequest) throws -> any PointSource {
    let input = input
    return try GeoJSONPointSource(
      name: name, open: { try input.open() }, isStream: input.isStream, assumedCRS: reading.assumedCRS,
      asWritten: reading.asWritten)
  }

  func layer(jobs: Int) throws -> LayerReading {
    try layerSource(jobs).readLayer()
  }

  func features(jobs: Int) throws -> FeatureReading {
    try layerSource(jobs).readFeatures()
  }

  private func layerSource(_ jobs: Int) -> GeoJSONLayerSource {
    let input = input
    var source = GeoJSONLayerSource(name: name, open: { try input.open() }, jobs: jobs)
    source.assumedCRS = reading.assumedCRS
    source.mayBeEmpty = reading.mayBeEmpty
    return source
  }

  func outline() throws -> DatasetOutline {
    let census = try firstCensus()
    if census.areas > 0, census.areas >= census.points + census.lines { return .areas }
    guard census.features > 0, census.points < census.lines + census.areas + census.mixed else { return .records }
    // A stream is read once, and that is not for counting.
    return .others(input.isStream ? census : try GeometryCensus(name: name, open: { try input.open() }, isWhole: true))
  }

  private static let sampleSize = 1 << 20

  /// The kinds of geometry in the first features; in all of them when the first have none.
  private func firstCensus() throws -> GeometryCensus {
    if input.isStream {
      let head = try input.head(Self.sampleSize)
      if head.count < Self.sampleSize { return try GeometryCensus(name: name, open: { ArrayReader(head) }, isWhole: true) }
      if let census = try? GeometryCensus(name: name, open: { ArrayReader(head) }, isWhole: false) { return census }
      // Not even one feature fits: only the outline of an area is that long.
      var census = GeometryCensus()
      census.areas = 1
      return census
    }
    let first = try GeometryCensus(name: name, open: { try input.open() }, isWhole: false)
    if first.features > first.none { return first }
    return try GeometryCensus(name: name, open: { try input.open() }, isWhole: true)
  }
}
