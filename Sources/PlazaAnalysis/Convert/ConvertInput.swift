internal import PlazaGeometry
public import PlazaLayers
internal import PlazaRecords

/// What is read to be written in another form.
public enum ConvertInput: Sendable {
  /// Features that say of what type their attributes are.
  case features(Features)
  /// A table whose cells are text, with or without fields of a position.
  case records(any PointSource)
}

/// The rows of an input, read whole, with what became of those that could not be.
struct ConvertRows {
  var features: Features
  /// The number of each row or feature in its file.
  var numbers: [Int]
  /// The columns that hold the position.
  var coordinateFields: [String] = []
  /// Whether it has a place for a position.
  var hasPositions = true
  /// `,` where the cells of the table write decimals so.
  var decimalMark: UInt8 = 0x2E
  /// Whether its attributes are text that may be numbers.
  var isText = false
  /// Of what was rejected; what was read.
  var account = Account()

  init(_ features: Features) {
    self.features = features
    numbers = (0..<features.count).map { $0 + 1 }
    account.read = features.count
  }

  /// Reads a table.
  /// - Parameter positions: whether positions are wanted: a row whose position cannot be read is then a reject.
  /// - Throws: what the source throws; `crs.missing`.
  /// - Complexity: O(bytes); the table is held in memory.
  init(_ source: any PointSource, positions: Bool, progress: any ProgressSink) throws {
    let schema = source.schema
    let wantsPositions = positions && schema.hasPositions
    guard !wantsPositions || schema.crs != nil else {
      throw Failure(
        .notUnderstood, "crs.missing", ["file": source.name, "fields": schema.coordinateFields.joined(separator: ", ")])
    }
    var points = PointColumn()
    var values = [[FieldValue]](repeating: [], count: schema.fields.count)
    var (account, numbers) = (Account(), [Int]())
    let reader = try source.makeReader(PointRequest(fields: Array(schema.fields.indices), positions: wantsPositions))
    var batch = PointBatch()
    while try reader.next(&batch) {
      account.read += batch.count
      account.mendings += batch.mendings
      for record in 0..<batch.count {
        let state = batch.states[record]
        if let reason = state.reason, reason.isRejection {
          account[reason] += 1
          continue
        }
        if wantsPositions, state == .located { points.append(x: batch.x[record], y: batch.y[record]) }
        points.endFeature()
        numbers.append(batch.lines[record])
        for field in values.indices { values[field].append(batch.fields[field].value(record, in: batch.text)) }
      }
      progress.advanced(bytes: batch.text.count, records: batch.count)
    }
    let count = points.featureCount
    features = Features(
      points: points, lines: LineColumn(empty: count), polygons: PolygonColumn(empty: count),
      columns: zip(schema.fields, values).map { Column(name: $0, values: $1) }, crs: schema.crs ?? .wgs84)
    (self.account, self.numbers) = (account, numbers)
    coordinateFields = schema.coordinateFields
    hasPositions = wantsPositions
    decimalMark = schema.decimalMark
    isText = true
  }

  /// Those of some places.
  func selecting(_ places: [Int]) -> ConvertRows {
    var rows = self
    rows.features = features.selecting(places)
    rows.numbers = places.map { numbers[$0] }
    return rows
  }

  /// The columns of text whose cells are all numbers, as numbers: a layer says of what type its fields are.
  ///
  /// A field that is called a code, and one in which a number has zeros before it, more than fifteen digits or marks of thousands, stays
  /// text: codes are text, whatever they look like.
  func typed() -> ConvertRows {
    guard isText else { return self }
    var rows = self
    for place in rows.features.columns.indices where !FieldNames.isCode(rows.features.columns[place].name) {
      let values = rows.features.columns[place].values
      let numbers = values.map { $0.text.flatMap { Self.number($0, decimalMark) } }
      guard numbers.contains(where: { $0 != nil }), zip(values, numbers).allSatisfy({ $0.isNull || $1 != nil }) else { continue }
      rows.features.columns[place].values = numbers.map { $0.map(FieldValue.number) ?? .null }
    }
    return rows
  }

  /// A number that can be written in one way only, but for zeros at the end of its decimals; nil for any other text.
  private static func number(_ text: String, _ mark: UInt8) -> String? {
    var bytes = Array(text.utf8)
    let digits = bytes.first == 0x2D ? bytes.dropFirst() : bytes[...]
    let whole = digits.prefix { $0 &- 0x30 < 10 }
    let rest = digits.dropFirst(whole.count)
    guard !whole.isEmpty, whole.count == 1 || whole.first != 0x30, digits.count <= 16 else { return nil }
    if rest.isEmpty { return whole.count <= 15 && text != "-0" ? text : nil }
    guard rest.first == mark, rest.count > 1, rest.dropFirst().allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    bytes[rest.startIndex] = 0x2E
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension TextColumn {
  /// A cell as it stands in its file; null for an empty one.
  fileprivate func value(_ record: Int, in text: [UInt8]) -> FieldValue {
    guard starts[record] >= 0, ends[record] > starts[record] else { return .null }
    return .text(String(decoding: text[Int(starts[record])..<Int(ends[record])], as: UTF8.self))
  }
}
