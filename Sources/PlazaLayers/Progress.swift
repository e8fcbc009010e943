/// Where library code reports how far it is; the command shows it, a test records it.
public protocol ProgressSink: Sendable {
  /// Called about once per batch, from any worker.
  /// - Parameter bytes: bytes of input consumed since the last call.
  func advanced(bytes: Int, records: Int)
  func emit(_ diagnostic: Diagnostic)
}

/// Reports to nobody.
public struct SilentProgress: ProgressSink {
  public init() {}
  public func advanced(bytes: Int, records: Int) {}
  public func emit(_ diagnostic: Diagnostic) {}
}
