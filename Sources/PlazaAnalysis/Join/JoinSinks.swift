public import PlazaLayers

/// Where single records go, when the caller wants them.
public struct JoinSinks: Sendable {
  /// Every record that counts, with its area.
  public var tagged: (any RowSink)?
  /// `line,reason,cell` of every record that was rejected.
  public var rejects: (any RowSink)?

  /// `line,declared,located` of every record whose point lies in another area than it declares.
  public var disagree: (any RowSink)?

  public init(tagged: (any RowSink)? = nil, rejects: (any RowSink)? = nil, disagree: (any RowSink)? = nil) {
    self.tagged = tagged
    self.rejects = rejects
    self.disagree = disagree
  }
}
