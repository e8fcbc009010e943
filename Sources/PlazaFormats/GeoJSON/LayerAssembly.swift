import PlazaGeometry
import PlazaLayers

/// Puts the parts of a layer together in the order of the file, whichever order they are finished in.
struct LayerAssembly {
  private(set) var coordinates: [Double] = []
  private var ringOffsets = [0]
  private var polygonOffsets = [0]
  private var featureOffsets = [0]
  private var attributes = AttributeTable()
  private var identifiers: [FieldValue] = []
  private(set) var crsMembers: [CRSMember] = []
  private(set) var findings = LayerFindings()
  private(set) var paths = PathAssembly()

  private var waiting: [Int: AreaPart] = [:]
  private var nextIndex = 0

  /// Names that stand twice in the properties of a feature: how often, and in which feature first, from 1.
  var repeatedKeys: [(name: String, count: Int, feature: Int)] {
    attributes.repeated.map { ($0.key, $0.value.count, $0.value.row + 1) }.sorted { ($0.2, $0.0) < ($1.2, $1.0) }
  }

  var featureCount: Int { featureOffsets.count - 1 }
  var hasAreas: Bool { polygonOffsets.count > 1 }

  /// - Throws: `JSONError` `tooManyNames` where the parts have more names of properties between them than a table has columns.
  mutating func add(_ part: AreaPart, index: Int) throws(JSONError) {
    waiting[index] = part
    while let part = waiting.removeValue(forKey: nextIndex) {
      append(part)
      nextIndex += 1
      if !attributes.isWithinLimit { throw JSONError(.tooManyNames(AttributeTable.nameLimit), byteOffset: 0) }
    }
  }

  private mutating func append(_ part: AreaPart) {
    let row = featureCount
    let vertices = coordinates.count / 2
    let rings = ringOffsets.count - 1
    let polygons = polygonOffsets.count - 1
    if nextIndex == 1 {
      // More than one window of text: memory for 2 million vertices is reserved at once. It is only addresses until it is used,
      // and growing would hold everything twice.
      coordinates.reserveCapacity(1 << 22)
    }
    coordinates.append(contentsOf: part.coordinates.values)
    for end in part.ringEnds { ringOffsets.append(vertices + end) }
    for end in part.polygonEnds { polygonOffsets.append(rings + end) }
    for end in part.featureEnds { featureOffsets.append(polygons + end) }
    attributes.append(part.attributes, at: row)
    if !part.identifiers.isEmpty {
      identifiers.append(contentsOf: repeatElement(.null, count: row - identifiers.count))
      identifiers.append(contentsOf: part.identifiers)
    }
    for member in part.crsMembers where !crsMembers.contains(member) { crsMembers.append(member) }
    findings += part.findings
    if let found = part.paths { paths.append(found) }
  }

  /// The layer; the ids of the features become its first column unless a property has that name.
  consuming func finished(crs: CRS) -> Layer {
    let rows = featureCount
    var columns = attributes.finished(rows: rows)
    if !identifiers.isEmpty, !columns.contains(where: { $0.name == "id" }) {
      identifiers.append(contentsOf: repeatElement(.null, count: rows - identifiers.count))
      columns.insert(Column(name: "id", values: identifiers), at: 0)
    }
    let geometry = PolygonColumn(
      coordinates: coordinates, ringOffsets: ringOffsets, polygonOffsets: polygonOffsets, featureOffsets: featureOffsets)
    return Layer(geometry: geometry, columns: columns, crs: crs)
  }
}
