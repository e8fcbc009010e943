internal import PlazaLayers

/// Delimited text: CSV, TSV and their like. Any text that no other form claims is taken for it.
public enum Delimited: Format {
  public static let name = "CSV"
  public static let endings = ["csv", "tsv", "tab", "txt"]
  public static let contents: Set<FileContent> = [.records, .features, .table]

  public static var tableWriters: [any TableWriter.Type] { [CSVTableWriter.self] }

  public static func recognises(_ head: FileHead) -> Bool {
    !head.text.isEmpty && UnreadForm.name(of: head) == nil
  }

  public static func open(_ input: Input, _ reading: Reading) throws -> any Dataset {
    if reading.isOfRaster { throw Failure(.usage, "input.not_raster", ["file": input.name, "format": name]) }
    return DelimitedDataset(input: input, reading: reading)
  }
}

/// A delimited file, to be read as records, as features at their positions, or as a table.
struct DelimitedDataset: Dataset {
  let input: Input
  let reading: Reading
  /// What the file is, where its text is made of another form.
  var format: any Format.Type = Delimited.self
  /// What that form has to say of the file.
  var notes: [Diagnostic] = []

  func records(_ positions: PositionRequest) throws -> any PointSource {
    guard positions == .optional else { return try source(needsPosition: positions == .required) }
    do {
      return try source(needsPosition: true)
    } catch let failure as Failure where failure.diagnostic.id == "csv.no_position" {
      return try source(needsPosition: false)
    }
  }

  func features(jobs: Int) throws -> FeatureReading { try RecordFeatures.read(source(needsPosition: true)) }

  func table() throws -> Table { try Table(source(needsPosition: false)) }

  private func source(needsPosition: Bool) throws -> CSVPointSource {
    try CSVPointSource(
      input, options: reading, assumedCRS: reading.assumedCRS, needsPosition: needsPosition,
      tellsDialect: format == Delimited.self, notes: notes)
  }
}
