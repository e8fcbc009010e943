internal import PlazaFormats
public import PlazaLayers

/// Bytes as a source whose batches are small, so that several workers have something to do.
public struct SmallBatches: PointSource {
  let base: CSVPointSource
  let bytes: [UInt8]
  var size = 2048

  public init(_ bytes: [UInt8], size: Int = 2048, needsPosition: Bool = true) throws {
    let folder = TemporaryFolder()
    base = try CSVPointSource(Input("points.csv", path: folder.write("a.csv", bytes)), needsPosition: needsPosition)
    self.bytes = bytes
    self.size = size
    withExtendedLifetime(folder) {}
  }

  public var name: String { "points.csv" }
  public var schema: RecordSchema { base.schema }

  public func makeReader(_ request: PointRequest) throws -> any PointReader {
    try base.makeReader(request, from: ArrayReader(bytes), chunkSize: size)
  }

  public func sample(_ request: PointRequest) throws -> PointBatch {
    let reader = try base.makeReader(request, from: ArrayReader(bytes), chunkSize: 1 << 20)
    var batch = PointBatch()
    if try !reader.next(&batch) { batch.removeAll(fieldCount: request.fields.count) }
    return batch
  }
}
