internal import PlazaFormats

extension CSVOptions {
  /// The keys of a step that say how its records are written.
  static let studyKeys = ["delimiter", "decimal", "encoding", "lon", "lat", "easting", "northing"]

  init(_ node: StudyNode) throws {
    self.init()
    longitude = try node.text("lon")
    latitude = try node.text("lat")
    easting = try node.text("easting")
    northing = try node.text("northing")
    if let text = try node.text("delimiter") {
      guard let value = CSVOptions.delimiter(named: text) else {
        throw node.failure("study.wrong_type", key: "delimiter", ["wanted": ", ; tab |"])
      }
      delimiter = value
    }
    if let text = try node.text("decimal") {
      guard let value = CSVOptions.decimalMark(named: text) else {
        throw node.failure("study.wrong_type", key: "decimal", ["wanted": ". ,"])
      }
      decimalMark = value
    }
    if let text = try node.text("encoding") {
      guard let value = TextEncoding(name: text) else {
        throw node.failure(
          "study.wrong_type", key: "encoding", ["wanted": TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")])
      }
      encoding = value
    }
  }
}
