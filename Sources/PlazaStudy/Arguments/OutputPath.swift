public import ArgumentParser

/// Where an output goes: a path, or `-` for standard output; a layer of a file of several is named as QGIS does, `FILE|layername=NAME`.
public struct OutputPath: Hashable, Sendable, ExpressibleByArgument {
  public var path: String
  /// What the layer is called in a file of several; nil takes the name of the file.
  public var layer: String?

  /// Stands between the file and the name of the layer.
  static let mark = "|layername="

  public init?(argument: String) {
    path = argument
    if let range = argument.firstRange(of: Self.mark) {
      (path, layer) = (String(argument[..<range.lowerBound]), String(argument[range.upperBound...]))
    }
    if path.isEmpty || layer == "" { return nil }
  }

  public static var defaultCompletionKind: CompletionKind { .file() }
}
