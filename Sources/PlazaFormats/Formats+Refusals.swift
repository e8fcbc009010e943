public import PlazaLayers

extension Dataset {
  /// By what its format can be read as: a raster, else records.
  public func outline() throws -> DatasetOutline { format.contents.contains(.raster) ? .raster : .records }

  public func records(_ positions: PositionRequest) throws -> any PointSource { throw refusal(.records) }
  public func layer(jobs: Int) throws -> LayerReading { throw refusal(.areas) }
  public func features(jobs: Int) throws -> FeatureReading { throw refusal(.features) }
  public func table() throws -> Table { throw refusal(.table) }
  public func raster() throws -> RasterReading { throw refusal(.raster) }

  /// That the file is in a format which cannot be read as what is wanted, and which can.
  public func refusal(_ content: FileContent) -> Failure {
    Failure(
      .notUnderstood, "format.refused.\(content.rawValue)",
      ["file": name, "format": format.name, "formats": Formats.names(reading: content)])
  }
}
