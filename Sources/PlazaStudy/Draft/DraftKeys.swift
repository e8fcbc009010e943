internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords

/// Which fields of the records hold the codes or names of the areas of each level.
struct DraftKeys {
  /// By level, finest first; an empty text where none does.
  private(set) var codes: [String]
  private(set) var names: [String]
  /// The least share of values that matched among the fields chosen.
  private(set) var share = 1.0

  /// Fewer matches than this are chance, or another division.
  static let least = 0.8

  /// - Throws: `Failure` as opening the records does.
  init(_ records: InputFile, _ levels: [DraftLevels.Level]) throws {
    let source = try records.open().records(.required)
    let fields = source.schema.fields
    let batch = try source.sample(PointRequest(fields: Array(fields.indices)))
    codes = Array(repeating: "", count: levels.count)
    names = codes
    func text(_ field: Int, _ record: Int) -> String {
      let column = batch.fields[field]
      guard batch.states[record] != .badRow, column.starts[record] >= 0 else { return "" }
      return String(decoding: batch.text[Int(column.starts[record])..<Int(column.ends[record])], as: UTF8.self)
    }
    let candidates = fields.indices.filter {
      !source.schema.coordinateFields.contains(fields[$0]) && !FieldNames.isDate(fields[$0])
    }
    let values = candidates.map { field in (field: field, distinct: Set((0..<batch.count).map { text(field, $0) })) }
    // The coarser levels have fewer names and are surer; a field is a key of one level.
    for (place, level) in levels.enumerated().reversed() {
      func column(_ name: String) -> [String] { level.layer.column(named: name)?.values.map { $0.text ?? "" } ?? [] }
      let code = level.codes[0].map(column)
      let joined = level.layer.featureCount == 0 ? [] : code[0].indices.map { row in code.map { $0[row] }.joined(separator: "/") }
      // An area whose code is made of several fields is called by the last of them.
      let evidence = KeyEvidence(codes: joined, names: level.name.isEmpty ? code[code.count - 1] : column(level.name))
      var best: (share: Double, field: String, isCode: Bool)?
      for (field, distinct) in values where distinct.count > 2 && !(codes + names).contains(fields[field]) {
        let shares = evidence.shares(of: distinct)
        // Small numbers of any kind are codes by chance, and often of another system.
        let isCalled =
          level.codes[0].count == 1 && FieldNames.normalised(fields[field]) == FieldNames.normalised(level.codes[0][0])
        let isLong = FieldNames.isCode(fields[field]) && joined.allSatisfy { $0.utf8.count > 3 }
        let isCode = shares.code >= Self.least && (isCalled || isLong)
        let share = isCode ? shares.code : shares.name
        if share >= Self.least, share > best?.share ?? 0 { best = (share, fields[field], isCode) }
      }
      guard let best else { continue }
      if best.isCode { codes[place] = best.field } else { names[place] = best.field }
      share = min(share, best.share)
    }
  }

  var isEmpty: Bool { (codes + names).allSatisfy(\.isEmpty) }
}
