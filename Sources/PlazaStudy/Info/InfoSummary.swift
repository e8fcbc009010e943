internal import PlazaAnalysis
public import PlazaFormats
internal import PlazaGeometry
public import PlazaLayers
internal import PlazaRecords

/// The description `plaza.info/1` that other programs read.
public enum InfoSummary {
  public static let schema = "plaza.info/1"

  public static func json(_ info: FileInfo) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("schema", .text(schema)), ("file", .text(info.file)), ("format", .text(info.format)),
    ]
    switch info.content {
    case .records(let records):
      members += [("content", .text("records")), ("dialect", dialect(records.dialect)), ("records", self.records(records))]
    case .areas(let areas): members += [("content", .text("areas")), ("areas", self.areas(areas))]
    case .raster(let raster): members += [("content", .text("raster")), ("raster", self.raster(raster))]
    case .other(let census): members += [("content", .text("other")), ("geometries", geometries(census))]
    }
    members += [
      ("crs", crs(info.crs)), ("extent", extent(info.extent)), ("fields", .array(info.fields.map(field))),
      ("suggestions", suggestions(info)), ("problems", .array(info.problems.map(JSONValue.diagnostic))),
      ("version", .text(PlazaVersion.current)),
    ]
    return .object(members)
  }

  /// What stands in the place of a file, among several, that could not be described.
  public static func json(_ failure: Failure, file: String) -> JSONValue {
    .object([
      ("schema", .text(schema)), ("file", .text(file)), ("error", JSONValue.diagnostic(failure.diagnostic)),
      ("version", .text(PlazaVersion.current)),
    ])
  }

  private static func number(_ value: Double) -> JSONValue { NumberText.text(value).map(JSONValue.number) ?? .null }
  private static func texts(_ values: [String]) -> JSONValue { .array(values.map(JSONValue.text)) }
  private static func position(_ place: Coordinate) -> JSONValue { .array([number(place.x), number(place.y)]) }

  private static func dialect(_ dialect: CSVDialect?) -> JSONValue {
    guard let dialect else { return .null }
    return .object([
      ("delimiter", .text(String(UnicodeScalar(dialect.delimiter)))),
      ("decimal", .text(String(UnicodeScalar(dialect.decimalMark)))),
      ("encoding", .text(dialect.encoding.rawValue)), ("byte_order_mark", .bool(dialect.hasByteOrderMark)),
      ("line_end", .text(dialect.newline == 0x0D ? "CR" : dialect.hasCarriageReturns ? "CRLF" : "LF")),
      ("skipped_lines", .integer(dialect.skippedLines)),
    ])
  }

  private static func records(_ records: RecordsInfo) -> JSONValue {
    let counts = records.counts
    let reasons = RecordState.allCases.compactMap { state in
      state.reason.flatMap { counts[state] > 0 ? ($0.rawValue, JSONValue.integer(counts[state])) : nil }
    }
    return .object([
      ("read", .integer(counts.read)), ("located", .integer(counts.located)), ("unlocated", .integer(counts.unlocated)),
      ("rejected", .integer(counts.rejected)), ("reasons", .object(reasons)),
      ("coordinate_fields", texts(records.coordinateFields)), ("positions", .array(records.positions.map(position))),
      ("sampled", .integer(records.sampled)),
    ])
  }

  private static func areas(_ areas: AreasInfo) -> JSONValue {
    .object([
      ("features", .integer(areas.features)), ("polygons", .integer(areas.polygons)), ("rings", .integer(areas.rings)),
      ("vertices", .integer(areas.vertices)), ("without_geometry", .integer(areas.withoutGeometry)),
      ("invalid", .integer(areas.invalidCount)),
      (
        "first_invalid",
        .array(
          areas.invalid.map {
            .object([("feature", .integer($0.feature)), ("reason", .text($0.reason)), ("place", position($0.place))])
          })
      ),
    ])
  }

  private static func raster(_ raster: RasterInfo) -> JSONValue {
    .object([
      ("columns", .integer(raster.columns)), ("rows", .integer(raster.rows)), ("cell_width", number(raster.cellWidth)),
      ("cell_height", number(raster.cellHeight)), ("sample", .optional(raster.storage.sample)),
      ("bands", .integer(raster.storage.bands)), ("nodata", raster.storage.noData.map(number) ?? .null),
      ("scale", number(raster.storage.scale)), ("offset", number(raster.storage.offset)),
      ("minimum", raster.minimum.map(number) ?? .null), ("maximum", raster.maximum.map(number) ?? .null),
      ("sum", number(raster.sum)), ("without_value", .integer(raster.withoutValue)),
    ])
  }

  private static func geometries(_ census: GeometryCensus) -> JSONValue {
    .object([
      ("features", .integer(census.features)), ("points", .integer(census.points)), ("lines", .integer(census.lines)),
      ("areas", .integer(census.areas)), ("mixed", .integer(census.mixed)), ("none", .integer(census.none)),
    ])
  }

  private static func crs(_ crs: CRSFinding) -> JSONValue {
    .object([
      ("name", .optional(crs.crs?.description)), ("title", .optional(crs.title)), ("unit", .optional(crs.unit)),
      ("source", .text(crs.source.rawValue)),
    ])
  }

  private static func extent(_ box: Envelope) -> JSONValue {
    box.isEmpty ? .null : .array([box.minX, box.minY, box.maxX, box.maxY].map(number))
  }

  private static func field(_ field: FieldProfile) -> JSONValue {
    var members: [(String, JSONValue)] = [("name", .text(field.name)), ("type", .text(field.kind.rawValue))]
    if field.kind == .date { members.append(("date_order", .optional(field.dateOrder?.rawValue))) }
    if field.isCoordinate { members.append(("coordinate", .bool(true))) }
    if field.hasLeadingZeros { members.append(("leading_zeros", .bool(true))) }
    if field.unlike > 0 { members.append(("unlike", .integer(field.unlike))) }
    members += [
      ("values", .integer(field.values)), ("empty", .integer(field.empty)), ("empty_share", number(field.emptyShare)),
      ("distinct", .integer(field.distinct)), ("masked", .bool(field.isMasked)), ("samples", texts(field.samples)),
    ]
    return .object(members)
  }

  private static func suggestions(_ info: FileInfo) -> JSONValue {
    switch info.content {
    case .records(let records): .object([("by", texts(records.kindFields)), ("when", texts(records.dateFields))])
    case .areas(let areas):
      .object([
        ("code", texts(areas.codeFields)), ("name", .optional(areas.nameField)), ("population", texts(areas.populationFields)),
      ])
    case .raster, .other: .object([])
    }
  }
}
