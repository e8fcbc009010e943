import PlazaTesting
import Testing

/// What an operation makes of five positions around a place.
struct TransformCase: Sendable, CustomTestStringConvertible {
  var code: Int
  /// PROJ's name for the operation to EPSG:4326 and its accuracy, from PROJ 9.1.1 with EPSG v10.076.
  var operation: String
  var accuracy: Double
  var definition: String
  /// Easting, northing (or longitude, latitude), then the expected longitude and latitude.
  var points: [[Double]]

  var testDescription: String { "EPSG:\(code)" }

  init(_ code: Int, _ operation: String, _ accuracy: Double, _ definition: String, _ points: [[Double]]) {
    self.code = code
    self.operation = operation
    self.accuracy = accuracy
    self.definition = definition
    self.points = points
  }
}

/// `Data/transforms.tsv`, a line for each position and those of a case together. The expected values are pyproj 3.7.2's (PROJ 9.5.1):
/// `Transformer.from_pipeline(definition).transform(x, y)`.
let transformTable: [TransformCase] = {
  var cases: [TransformCase] = []
  for row in testTable("Data/transforms.tsv") {
    let code = Int(row["code"]!)!
    if cases.last?.code != code {
      cases.append(TransformCase(code, row["operation"]!, Double(row["accuracy"]!)!, row["definition"]!, []))
    }
    cases[cases.count - 1].points.append(["x", "y", "longitude", "latitude"].map { Double(row[$0]!)! })
  }
  return cases
}()
