/// Something to tell the user, as data: PlazaWords has the sentence for its `id` in each language.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: String, Hashable, Sendable { case note, warning, error }

  public var severity: Severity
  /// A dotted name as `csv.delimiter`; the key of the sentence.
  public var id: String
  /// What fills the sentence's places `{name}`.
  public var values: [String: String]

  /// Where in a file that a person wrote the cause stands; said before the sentence.
  public var place: Place?

  /// A line of a file.
  public struct Place: Hashable, Sendable {
    public var file: String
    public var line: Int

    public init(file: String, line: Int) {
      self.file = file
      self.line = line
    }
  }

  public init(_ severity: Severity, _ id: String, _ values: [String: String] = [:]) {
    self.severity = severity
    self.id = id
    self.values = values
  }
}
