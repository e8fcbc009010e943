internal import PlazaLayers

/// How far a record may lie from where its coordinates say.
public enum Accuracy: Hashable, Sendable {
  /// The same for every record.
  case metres(Double)
  /// What a field of the records says, in metres.
  case field(String)

  /// Distances beyond this are not a matter of borders, and the metric of the plane ends.
  public static let limit = 10_000.0

  /// Reads what a person writes: a number is metres, anything else the name of a field.
  public init(_ text: String) { self = Double(text).map(Accuracy.metres) ?? .field(text) }

  /// What a person would write, as machine text.
  public var text: String {
    switch self {
    case .metres(let metres): NumberText.text(metres) ?? "nan"
    case .field(let field): field
    }
  }
}

/// Where the accuracy of records stands, resolved against their fields.
package enum AccuracyColumn: Hashable, Sendable {
  case metres(Double)
  case slot(Int)
}
