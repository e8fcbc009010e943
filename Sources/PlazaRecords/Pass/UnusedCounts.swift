package import PlazaLayers

/// Columns of a table that hold how many records its rows stand for, while each row is counted as one.
package enum UnusedCounts {
  /// Names of the columns of counts, folded.
  private static let names: Set<String> = [
    "casos", "cantidad", "conteo", "recuento", "frecuencia", "numero", "numero de casos", "num casos", "no casos", "n casos",
    "total", "total casos", "total delitos", "total de casos", "incidentes", "delitos", "denuncias", "carpetas", "hechos",
    "numero de delitos", "num delitos", "numero de hechos", "count", "counts", "cases", "n", "qtd", "qtde", "quantidade",
    "ocorrencias", "num ocorrencias", "registros", "records", "freq", "valor conteo", "total registros",
  ]
  /// So many columns of months are no chance.
  private static let leastMonths = 6

  /// What to say of it; nil where no column is such, or the caller has named one.
  /// - Throws: what the source throws.
  package static func note(_ source: any PointSource, _ options: RecordOptions) throws -> Diagnostic? {
    guard options.count == nil, options.wide == nil else { return nil }
    let fields = source.schema.fields
    let months = fields.compactMap(WideMonths.month)
    if months.count >= leastMonths {
      let year = months.contains { $0.year == nil } ? fields.first { isYear($0) } : nil
      return Diagnostic(
        .warning, "wide.unused",
        [
          "file": source.name, "count": String(months.count),
          "options": "--wide month" + (year.map { " --year \($0)" } ?? ""),
        ])
    }
    guard let field = try field(of: source), fields[field] != options.weight, fields[field] != options.by else { return nil }
    return Diagnostic(.warning, "count.unused", ["file": source.name, "field": fields[field]])
  }

  private static func isYear(_ name: String) -> Bool {
    FieldNames.words(name).contains { ["ano", "anio", "year", "ejercicio"].contains($0) }
  }

  /// The one column with such a name whose values are whole numbers, not all 0 or 1.
  private static func field(of source: any PointSource) throws -> Int? {
    let named = source.schema.fields.indices.filter {
      names.contains(FieldNames.words(source.schema.fields[$0]).joined(separator: " "))
        && !source.schema.coordinateFields.contains(source.schema.fields[$0])
    }
    guard named.count == 1 else { return nil }
    let batch = try source.sample(PointRequest(fields: named, positions: false))
    var (values, whole, several) = (0, 0, 0)
    batch.text.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress else { return }
      for record in 0..<batch.count where batch.states[record] != .badRow {
        let (start, count) = batch.fields[0].span(record)
        if MissingText.matches(base + start, count: count) { continue }
        values += 1
        let cell = String(decoding: UnsafeBufferPointer(start: base + start, count: count), as: UTF8.self).filter { $0 != " " }
        guard cell.utf8.count <= 9, cell.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let number = Int(cell) else { continue }
        whole += 1
        if number > 1 { several += 1 }
      }
    }
    return values > 0 && whole * 20 >= values * 19 && several * 10 >= values ? named[0] : nil
  }
}
