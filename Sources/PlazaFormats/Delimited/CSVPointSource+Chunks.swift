package import PlazaLayers

extension CSVPointSource {
  /// A pass over bytes from elsewhere, in chunks of a stated size: how a file is divided must change nothing.
  package func makeReader(
    _ request: PointRequest, from bytes: any ByteReader, chunkSize: Int
  ) throws -> any PointReader {
    try reader(request, from: bytes, chunkSize: chunkSize)
  }
}
