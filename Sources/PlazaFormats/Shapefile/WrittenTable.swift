internal import PlazaLayers

/// The attributes of a layer as a `.dbf` holds them (dBASE III with the types that GIS have agreed on), its texts in UTF-8.
struct WrittenTable {
  /// Fields at most: programs count them in a byte.
  static let fieldLimit = 255

  let columns: [DBFColumn]
  /// Bytes of the file.
  let size: Int
  private let layer: Layer

  /// - Throws: `Failure` `shapefile.fields`, `shapefile.too_large`.
  init(_ layer: Layer, path: String, limit: Int = WrittenShapes.limit) throws {
    var layer = layer
    // A table without a field is none to most readers.
    if layer.columns.isEmpty { layer.columns = [Column(name: "FID", values: (0..<layer.featureCount).map(FieldValue.integer))] }
    guard layer.columns.count <= Self.fieldLimit else {
      let values = ["path": path, "count": String(layer.columns.count), "limit": String(Self.fieldLimit)]
      throw Failure(.cannotCreate, "shapefile.fields", values)
    }
    self.layer = layer
    columns = DBFColumn.all(of: layer)
    let recordSize = columns.reduce(1) { $0 + $1.width }
    size = 32 * (columns.count + 1) + 1 + recordSize * layer.featureCount + 1
    guard size <= limit else { throw WrittenShapes.tooLarge(path) }
  }

  /// Hands over the `.dbf`.
  func write(_ sink: ([UInt8]) throws -> Void) throws {
    try sink(head)
    var record: [UInt8] = []
    for feature in 0..<layer.featureCount {
      record.removeAll(keepingCapacity: true)
      record.append(0x20)
      for (column, values) in zip(columns, layer.columns) { column.append(values.values[feature], to: &record) }
      try sink(record)
    }
    try sink([0x1A])
  }

  private var head: [UInt8] {
    func little(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    let date = SourceDate.current
    var bytes: [UInt8] = [3, UInt8(clamping: date.year - 1900), UInt8(date.month), UInt8(date.day)]
    bytes += little(layer.featureCount, 4) + little(32 * (columns.count + 1) + 1, 2)
    bytes += little(columns.reduce(1) { $0 + $1.width }, 2) + [UInt8](repeating: 0, count: 20)
    for column in columns {
      bytes += column.name.utf8
      bytes += [UInt8](repeating: 0, count: 11 - column.name.utf8.count) + [column.form.rawValue, 0, 0, 0, 0]
      bytes += [UInt8(column.width), UInt8(column.decimals)] + [UInt8](repeating: 0, count: 14)
    }
    return bytes + [0x0D]
  }

  /// The names of fields that are called otherwise here.
  var renamed: [String: String] {
    Dictionary(columns.filter { $0.name != $0.field }.map { ($0.field, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// What the format could not hold.
  func notes(path: String) -> [Diagnostic] {
    var notes: [Diagnostic] = []
    let renamed = columns.filter { $0.name != $0.field }
    if !renamed.isEmpty {
      let names = renamed.map { "\($0.field) → \($0.name)" }.joined(separator: "; ")
      notes.append(Diagnostic(.note, "shapefile.names", ["path": path, "count": String(renamed.count), "names": names]))
    }
    let cut = columns.filter { $0.cutCount > 0 }
    if !cut.isEmpty {
      let values = [
        "path": path, "count": String(cut.reduce(0) { $0 + $1.cutCount }), "limit": String(DBFColumn.textLimit),
        "fields": cut.map(\.field).joined(separator: ", "),
      ]
      notes.append(Diagnostic(.warning, "shapefile.cut_texts", values))
    }
    return notes
  }
}
