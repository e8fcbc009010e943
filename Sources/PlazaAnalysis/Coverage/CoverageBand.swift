internal import PlazaGeometry
internal import PlazaLayers

/// What lies within one distance of a space, in one mode.
struct CoverageBand: Sendable {
  let distance: Double
  let mode: CoverageMode
  /// All ground within the distance, one feature, whether in an area or not; in the CRS of the study.
  var service: PolygonColumn
  /// What of each area is within, and what is not.
  var covered: PolygonColumn
  var rest: PolygonColumn
  /// The same ground as `covered` and `rest`, in longitude and latitude, and its surface in km².
  var coveredDegrees: PolygonColumn
  var restDegrees: PolygonColumn
  var squareKilometres: [Double?]
  var restSquareKilometres: [Double?]
  /// The people within, of each area; nil where unknown, empty where nobody was asked for.
  var people: [PeopleCount?]
  /// Records within, of each area; empty without records.
  var records: [Int] = []

  /// What the band is called in the names of fields: `covered_400_walk`.
  var field: String { "covered_\(label)" }
  func field(_ what: String) -> String { "covered_\(label)_\(what)\(mode.suffix)" }
  var label: String { NumberText.text(distance)?.replacingPoint() ?? "" }
}

extension String {
  /// Names of fields have no points.
  fileprivate func replacingPoint() -> String { split(separator: ".").joined(separator: "_") }
}
