internal import PlazaLayers

/// The field with the date of records, or the fields that it is divided into.
struct DateField {
  /// Nil where no date is wanted, or where it stands in several fields.
  private(set) var field: String?
  /// By places among the fields of the file.
  private(set) var parts: DateParts?

  /// - Throws: `Failure` `join.no_date`, `join.no_date_for_rates`, `join.doubtful_date`, `join.date_parts`.
  init(_ options: RecordOptions, _ source: any PointSource, _ wish: RecordPlan.Wish, _ notes: inout [Diagnostic]) throws {
    let (fields, file) = (source.schema.fields, source.name)
    if let when = options.when {
      guard FieldNames.index(of: when, in: fields) == nil, when.contains(",") else {
        field = when
        return
      }
      let names = when.split(separator: ",").map { String($0.drop { $0 == " " }) }
      let places = try names.map { name in
        guard let place = FieldNames.index(of: name, in: fields) else {
          throw Failure.noField(name, of: file, option: "--when", in: fields)
        }
        return place
      }
      guard let parts = DateParts(named: places.map { fields[$0] }) else {
        throw Failure(.usage, "join.date_parts", ["file": file, "fields": when])
      }
      self.parts = parts.mapped { places[$0] }
      return
    }
    guard wish.needsDate || options.period != nil || options.from != nil || options.to != nil else { return }
    let candidates = fields.filter(FieldNames.isDate)
    if candidates.count == 1 {
      field = candidates[0]
    } else if candidates.isEmpty, let month = try Self.month(source) {
      field = month
    } else if candidates.isEmpty, let parts = DateParts(named: fields) {
      self.parts = parts
      let names = [parts.year, parts.month, parts.day].compactMap { $0 }.map { fields[$0] }
      notes.append(Diagnostic(.note, "join.date_fields", ["file": file, "fields": names.joined(separator: ", ")]))
      return
    } else {
      let told = (candidates.isEmpty ? fields : candidates).joined(separator: ", ")
      // A population alone asks for dates, which its user may not know.
      let isForRates = options.period == nil && options.from == nil && options.to == nil
      let id = candidates.isEmpty ? (isForRates ? "join.no_date_for_rates" : "join.no_date") : "join.doubtful_date"
      throw Failure(.usage, id, ["file": file, "fields": told])
    }
    notes.append(Diagnostic(.note, "join.date_field", ["file": file, "field": field ?? ""]))
  }

  /// The one field that is called month or period and holds months with their years: `2023-01`.
  private static func month(_ source: any PointSource) throws -> String? {
    let names: Set<String> = ["mes", "month", "periodo", "period"]
    let found = source.schema.fields.indices.filter {
      !names.isDisjoint(with: FieldNames.words(source.schema.fields[$0]))
    }
    guard found.count == 1 else { return nil }
    let batch = try source.sample(PointRequest(fields: [found[0]], positions: false))
    var (dates, values) = (0, 0)
    batch.text.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress else { return }
      for record in 0..<batch.count where batch.states[record] != .badRow {
        let (start, count) = batch.fields[0].span(record)
        switch DateText.parse(base + start, count: count, order: .yearMonthDay) {
        case .blank: continue
        case .moment(let moment): if moment.precision != .year { dates += 1 }
        default: break
        }
        values += 1
      }
    }
    return dates > 0 && dates * 10 >= values * 9 ? source.schema.fields[found[0]] : nil
  }
}
