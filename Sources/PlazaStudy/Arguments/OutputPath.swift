public import ArgumentParser

/// Where an output goes: a path, or `-` for standard output.
public struct OutputPath: Hashable, Sendable, ExpressibleByArgument {
  public var path: String

  public init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    path = argument
  }

  public static var defaultCompletionKind: CompletionKind { .file() }
}
