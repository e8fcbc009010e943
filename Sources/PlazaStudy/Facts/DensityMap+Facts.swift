internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords
internal import PlazaStatistics

extension DensityMap {
  /// What a density tells of itself.
  var facts: [(String, JSONValue)] {
    let contours = self.contours.map { contour in
      JSONValue.object([
        ("percent", .real(contour.percent)), ("level", .real(contour.level)),
        ("count", .integer(contour.count)), ("count_share", .real(contour.countShare)),
        ("area_km2", .real(contour.squareKilometres)), ("area_share", .real(contour.surfaceShare)),
      ])
    }
    return [
      (
        "density",
        .object([
          ("kernel", .text(kernel.rawValue)), ("bandwidth_m", .real(bandwidth)),
          ("rule", .optional(chosen?.rule.rawValue)), ("reason", .optional(chosen?.reason.rawValue)),
          ("duplicate_share", .real(chosen?.duplicateShare)), ("cell_m", .real(cell)),
          ("columns", .integer(columnCount)), ("rows", .integer(rowCount)), ("cells", .integer(cellCount)),
          ("edge", .text(edge.rawValue)), ("adaptive", .bool(isAdaptive)), ("volume", .real(volume)),
          ("maximum", .real(maximum)), ("unit", .text("per km²")), ("years", .real(years)),
          ("contours", .array(contours)),
          (
            "against",
            ratio.map {
              .object([
                ("measure", .text($0.measure.rawValue)), ("count", .integer($0.count)), ("floor", .real($0.floor)),
              ])
            } ?? .null
          ),
        ])
      ),
      ("crs", .coordinates(coordinates)), ("study_crs", .text(crs.description)),
    ]
  }
}
