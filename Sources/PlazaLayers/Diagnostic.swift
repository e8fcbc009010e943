/// Something to tell the user, as data: PlazaWords has the sentence for its `id` in each language.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: String, Hashable, Sendable { case note, warning, error }

  public var severity: Severity
  /// A dotted name as `csv.delimiter`; the key of the sentence.
  public var id: String
  /// What fills the sentence's places `{name}`.
  public var values: [String: String]

  public init(_ severity: Severity, _ id: String, _ values: [String: String] = [:]) {
    self.severity = severity
    self.id = id
    self.values = values
  }
}
