internal import PlazaFormats
internal import PlazaGeometry
internal import PlazaLayers

extension FileInfo {
  /// Reads every cell once.
  static func raster(_ dataset: any Dataset, _ file: InputFile, jobs: Int) throws -> FileInfo {
    var isKnown = true
    let reading: RasterReading
    do {
      reading = try dataset.raster()
    } catch let failure as Failure where ["crs.missing", "raster.user_crs"].contains(failure.diagnostic.id) {
      // What is in it can be told without knowing where it is.
      isKnown = false
      var other = file
      other.reading.assumedCRS = .wgs84
      reading = try other.open().raster()
    }
    let (grid, sum) = (reading.source.grid, try ZonalSums.total(reading.source, jobs: jobs))
    var info = FileInfo(
      file: dataset.name, format: dataset.format.name,
      content: .raster(
        RasterInfo(
          columns: grid.columnCount, rows: grid.rowCount, cellWidth: grid.cellWidth, cellHeight: grid.cellHeight,
          storage: reading.storage, minimum: sum.minimum, maximum: sum.maximum, sum: sum.sum,
          withoutValue: Int(sum.nodata.rounded()))),
      crs: CRSFinding(
        crs: isKnown ? reading.source.crs : nil,
        source: !isKnown ? .unknown : file.reading.assumedCRS == reading.source.crs ? .option : .file))
    info.extent = grid.envelope
    info.notes = reading.notes
    if !isKnown { info.problems.append(Diagnostic(.warning, "info.problem.raster_no_crs")) }
    if let least = sum.minimum, least < 0 {
      info.problems.append(Diagnostic(.warning, "info.problem.raster_below", ["value": NumberText.text(least) ?? ""]))
    }
    if sum.minimum == nil { info.problems.append(Diagnostic(.warning, "info.problem.raster_empty")) }
    return info
  }
}
