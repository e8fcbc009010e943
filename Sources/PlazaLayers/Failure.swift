/// Why a run ended: the sentence to print and the exit code of the command line ("Exit codes" in the design).
///
/// Readers and verbs over files throw this one type; closed sets of causes inside a module have types of their own and are
/// wrapped where the file's name is known.
public struct Failure: Error, Hashable, Sendable {
  public enum Kind: Int32, Hashable, Sendable {
    case failed = 1
    /// Refused under `--strict`, `--min-match` or `verify`.
    case refused = 2
    case usage = 64
    /// Data, CRS or columns were not understood.
    case notUnderstood = 65
    /// No such input, or no permission to read it.
    case noInput = 66
    case missingComponent = 69
    /// An invariant broke: our bug.
    case internalError = 70
    /// The output exists or cannot be written.
    case cannotCreate = 73
  }

  public var kind: Kind
  public var diagnostic: Diagnostic

  public init(_ kind: Kind, _ id: String, _ values: [String: String] = [:]) {
    self.kind = kind
    self.diagnostic = Diagnostic(.error, id, values)
  }
}
