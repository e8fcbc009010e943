public import PlazaLayers

/// Where single records go, when the caller wants them.
public struct RowSinks: Sendable {
  /// Every record that counts, with its area.
  public var tagged: (any RowSink)?
  /// Every record that was rejected, under `rejectsHeader`.
  public var rejects: (any RowSink)?
  /// `line,declared,located` of every record whose point lies in another area than it declares.
  public var disagree: (any RowSink)?

  /// The columns of the file of rejected records.
  public static let rejectsHeader = ["line", "reason", "field", "cell"]

  public init(tagged: (any RowSink)? = nil, rejects: (any RowSink)? = nil, disagree: (any RowSink)? = nil) {
    self.tagged = tagged
    self.rejects = rejects
    self.disagree = disagree
  }
}
