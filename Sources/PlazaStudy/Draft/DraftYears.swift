internal import PlazaFormats
internal import PlazaLayers

/// How many years the first dates of a file are of.
enum DraftYears {
  /// Four digits that are a year of our time, wherever they stand in a date; years of two digits are not counted.
  /// - Throws: `Failure` as opening the file does.
  static func count(_ file: InputFile, field: String) throws -> Int {
    let source = try file.open().records(.incidental)
    guard let place = FieldNames.index(of: field, in: source.schema.fields) else { return 0 }
    let batch = try source.sample(PointRequest(fields: [place], positions: false))
    var years: Set<Int> = []
    for record in 0..<batch.count where batch.fields[0].starts[record] >= 0 {
      let cell = batch.text[Int(batch.fields[0].starts[record])..<Int(batch.fields[0].ends[record])]
      for digits in cell.split(whereSeparator: { $0 &- 0x30 >= 10 }) where digits.count == 4 || digits.count == 8 {
        if let year = Int(String(decoding: digits.prefix(4), as: UTF8.self)), (1900...2100).contains(year) { years.insert(year) }
      }
    }
    return years.count
  }
}
