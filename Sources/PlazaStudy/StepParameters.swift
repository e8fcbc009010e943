internal import PlazaAnalysis
public import PlazaFormats
public import PlazaLayers

/// The options of a step as a manifest tells them: what was not stated is left out.
public struct StepParameters {
  public private(set) var members: [(String, JSONValue)] = []

  public init() {}

  public mutating func add(_ name: String, _ value: String?) {
    if let value { members.append((name, .text(value))) }
  }

  public mutating func list(_ name: String, _ values: [String]) {
    if !values.isEmpty { members.append((name, .array(values.map(JSONValue.text)))) }
  }

  public mutating func flag(_ name: String, _ isSet: Bool) {
    if isSet { members.append((name, .bool(true))) }
  }

  public mutating func add(_ name: String, _ conditions: [RecordFilter.Condition]) {
    guard !conditions.isEmpty else { return }
    members.append((name, .object(conditions.map { ($0.field, .array($0.values.map(JSONValue.text))) })))
  }

  /// How the records are written.
  public mutating func add(_ csv: CSVOptions) {
    add("encoding", csv.encoding?.rawValue)
    add("lon", csv.longitude)
    add("lat", csv.latitude)
    add("easting", csv.easting)
    add("northing", csv.northing)
    add("delimiter", csv.delimiter.map { String(UnicodeScalar($0)) })
    add("decimal", csv.decimalMark.map { String(UnicodeScalar($0)) })
  }
}
