/// What PROJ, or a check around it, could not do.
public enum ProjError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No usable `proj.db`: the places that were looked at, an environment variable as `NAME=value`.
  case noDatabase(tried: [String])
  /// The text is not a CRS in the plane that this PROJ and its database know.
  case unknownCRS(String)
  /// No operation better than a ballpark one leads from the one CRS to the other with the grids at hand.
  case noOperation(from: String, to: String)
  /// A call failed: PROJ's name for it and its message, in English.
  case failed(operation: String, message: String)

  public var description: String {
    switch self {
    case .noDatabase(let tried): "no proj.db in \(tried.joined(separator: ", "))"
    case .unknownCRS(let text): "unknown CRS \(text)"
    case .noOperation(let from, let to): "no operation from \(from) to \(to)"
    case .failed(let operation, let message): "\(operation): \(message)"
    }
  }
}
