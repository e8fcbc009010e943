public import PlazaLayers

extension GeoJSONPointSource {
  public func sample(_ request: PointRequest) throws -> PointBatch {
    var batch = PointBatch()
    batch.removeAll(fieldCount: request.fields.count)
    // A stream has one pass, which is not for looking.
    if !isStream { _ = try makeReader(request).next(&batch) }
    return batch
  }
}
